import type { InvitationAnswer } from '../../api/generated';
import { moment } from '../../model/moment';
import type { Secret } from './SecretDialog';

/** The one-time link, below the address by which this page was reached. */
export const invitationSecret = ({ path, expires }: InvitationAnswer, name: string): Secret => ({
  title: `The link for ${name}`,
  text: new URL(path, window.location.origin).href,
  what: 'link',
  about: <p>Send it to {name}. It opens a page to choose a password, works once, and until <strong>{moment(expires)}</strong>.</p>,
});
