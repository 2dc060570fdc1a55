import { Banner } from '../../../ui/Banner';
import { DocumentText } from './DocumentText';

/** In place of its page, a document that is no complete JSON: nothing of it is lost, and it can be mended here. */
export function UnreadableDocument({ name, title }: { name: string; title: string }) {
  return (
    <>
      <h1>{title}</h1>
      <UnreadableBanner name={name} />
      <DocumentText name={name} />
    </>
  );
}

export function UnreadableBanner({ name }: { name: string }) {
  return (
    <Banner tone="warn" icon="alert" title={`${name} cannot be read as it stands`}>
      <p>Below is its text, with the places where reading stops. Its parts are back as soon as it can be read again. Nothing is lost: the text is kept in this browser until it can be saved, and you can undo.</p>
    </Banner>
  );
}
