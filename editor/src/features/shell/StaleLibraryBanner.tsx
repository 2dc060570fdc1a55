import type { Diagnostic } from '../../model/workflow';
import { plural } from '../../model/words';
import { Banner } from '../../ui/Banner';
import { Disclosure } from '../../ui/Disclosure';
import { DiagnosticList } from './DiagnosticList';

/** The files hold errors: the last valid version goes on being served. */
export function StaleLibraryBanner({ diagnostics }: { diagnostics: readonly Diagnostic[] }) {
  return (
    <Banner tone="warn" icon="alert" title="The newest content has errors and is not in use">
      <p>Decisions come from the last valid version. They change when the errors below are corrected.</p>
      {diagnostics.length > 0 && (
        <Disclosure summary={`Show ${plural(diagnostics.length, 'finding')}`}>{() => <DiagnosticList diagnostics={diagnostics} />}</Disclosure>
      )}
    </Banner>
  );
}
