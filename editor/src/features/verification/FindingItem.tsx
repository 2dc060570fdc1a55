import type { FindingAnswer } from '../../api/generated';
import { partTitle, placeOf } from '../../model/documents/places';
import { exampleText } from '../../model/verification/example';
import { isWarning } from '../../model/verification/findings';
import { inWords } from '../../model/verification/plainWords';
import { sentence } from '../../model/words';
import { CodeText } from '../../ui/CodeText';
import { Icon } from '../../ui/Icon';
import { PatientWords } from './PatientWords';
import { PlaceLink } from './PlaceLink';
import { ShowPatient } from './ShowPatient';
import type { WorkflowHere } from './useWorkflowHere';
import styles from './Verification.module.css';

/** One finding: what it is about, what it says, and a patient who shows it. */
export function FindingItem({ finding, here: { folder, view, form, words } }: { finding: FindingAnswer; here: WorkflowHere }) {
  const { diagnostic: { message, help, pointer, code }, example } = finding;
  const facts = example && exampleText(example);
  const place = view && placeOf(view, pointer);
  return (
    <li className={styles.finding} data-severity={isWarning(finding) ? 'warning' : 'info'}>
      <Icon name={isWarning(finding) ? 'alert' : 'info'} size={18} />
      <div>
        <p className={styles.about}>
          <span className="visually-hidden">{isWarning(finding) ? 'Warning' : 'Remark'}: </span>
          {folder !== null && view ? <PlaceLink folder={folder} view={view} pointer={pointer} /> : <code>{pointer}</code>}
        </p>
        <p><CodeText>{sentence(inWords(message, words))}</CodeText> <small>{code}</small></p>
        {help && <p className={styles.soft}><CodeText>{sentence(help)}</CodeText></p>}
        {facts !== null && <PatientWords facts={facts} asOf={example?.asOf ?? null} form={form} />}
        {facts !== null && folder !== null && view && place && <ShowPatient folder={folder} place={place} name={partTitle(view, place)} facts={facts} asOf={example?.asOf ?? null} />}
      </div>
    </li>
  );
}
