import { Banner } from '../../../ui/Banner';
import { DocumentText } from './DocumentText';

/** A document that is no complete JSON: nothing of it is lost, and it can be mended here. */
export function UnreadableDocument({ name }: { name: string }) {
  return (
    <>
      <Banner tone="warn" icon="alert" title={`${name} cannot be read as a workflow`}>
        <p>It is shown as text with the places where reading stops. As soon as it can be read again, its rules and tables appear here by themselves. Nothing of it is lost, and you can also undo.</p>
      </Banner>
      <DocumentText name={name} />
    </>
  );
}
