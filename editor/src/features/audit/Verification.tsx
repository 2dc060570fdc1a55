import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { verifyAudit } from '../../api/audit';
import type { AuditVerificationAnswer } from '../../api/generated';
import { plural, sentence } from '../../model/words';
import { Banner } from '../../ui/Banner';
import { CopyButton } from '../../ui/CopyButton';
import { Disclosure } from '../../ui/Disclosure';
import { Icon } from '../../ui/Icon';
import { FormProblem } from '../access/FormProblem';
import styles from './Audit.module.css';

/** Whether the log is as it was written, and what that is worth. */
export function Verification() {
  const [head, setHead] = useState('');
  const verify = useMutation({ mutationFn: (noted: string) => verifyAudit(noted) });
  return (
    <section className={styles.verification} aria-labelledby="verification">
      <div className={styles.verificationHead}>
        <div>
          <h2 id="verification">Is the log whole?</h2>
          <p>Each entry holds a fingerprint of all entries before it, and of the documents of each release. Reading them all again shows any that was changed, removed, added or moved.</p>
        </div>
        <Button leftSection={<Icon name="seal" size={16} />} loading={verify.isPending} onClick={() => { verify.mutate(head.trim()); }}>Verify the log</Button>
      </div>
      <Disclosure summary="What this proves, and what it does not">
        {() => (
          <div className={styles.proof}>
            <p>It proves that no single entry and no released document was touched behind the back of this software: changing one changes its fingerprint, and that of every entry after it.</p>
            <p>It does not prove by itself that the whole log was not written anew, by somebody who has the database and much patience. For that, note the fingerprint of the newest entry somewhere else, on paper or in another system, and give it here later: then that entry must still be there, and so must all before it.</p>
            <TextInput
              label="Fingerprint noted earlier (optional)"
              description="As it was shown here, or printed by “bonemets audit verify”."
              spellCheck={false}
              autoComplete="off"
              value={head}
              onChange={(event) => { setHead(event.currentTarget.value); }}
            />
          </div>
        )}
      </Disclosure>
      <div role="status" className={styles.result}>{verify.data && !verify.isPending && <Result found={verify.data} noted={verify.variables !== ''} />}</div>
      <FormProblem error={verify.isPending ? null : verify.error} />
    </section>
  );
}

function Result({ found: { intact, entries, head, findings }, noted }: { found: AuditVerificationAnswer; noted: boolean }) {
  if (!intact)
    return (
      <Banner tone="bad" icon="alert" title={`The log was touched: ${plural(findings.length, 'finding')}`}>
        <ul className={styles.findings}>
          {findings.map(({ place, message }, i) => <li key={i}><strong>{place}</strong>: {sentence(message)}</li>)}
        </ul>
        <p>Keep a copy of the database as it is now, and tell whoever answers for this server. Releases that no finding names have the documents that they were published with.</p>
      </Banner>
    );
  return (
    <Banner tone="good" icon="seal" title={`The log is whole: ${plural(entries, 'entry', 'entries')}, and every release has its documents`}>
      {noted && <p>The entry that was noted earlier is in it.</p>}
      <p className={styles.head}>Fingerprint of the newest entry: <code>{head}</code> <CopyButton text={() => head}>Copy</CopyButton></p>
    </Banner>
  );
}
