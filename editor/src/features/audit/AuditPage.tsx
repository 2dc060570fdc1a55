import { useSearch } from '@tanstack/react-router';
import { maySeeDrafts } from '../../model/session';
import { Page } from '../../ui/Page';
import { Gate } from '../access/Gate';
import { AuditLog } from './AuditLog';
import { Verification } from './Verification';

/** Who did what to the content and to who has access; and whether the log of it is whole. */
export function AuditPage() {
  const place = useSearch({ from: '/audit' });
  return (
    <Gate title="Audit" allows={maySeeDrafts} whom="people with a role on this server">
      {() => (
        <Page title="Audit" site="BoneMets.Rules" lead="Everything that was done to the content and to who has access, the newest first. Entries are only ever added; nobody can change or remove one without it showing.">
          <Verification />
          <AuditLog place={place} />
        </Page>
      )}
    </Gate>
  );
}
