import { listed, plural } from '../words';

/** What is known about a change and who looks at it. */
export interface Situation {
  readonly state: string;
  readonly base: number;
  /** The newest release; null while nothing is known of it. */
  readonly newest: number | null;
  readonly publishedAs: number | null;
  readonly createdBy: string;
  readonly authors: readonly string[];
  /** How many documents differ from the base. */
  readonly edited: number;
  /** Of the last examination of this content; null while there is none. */
  readonly found: Findings | null;
  readonly me: string | null;
  readonly roles: readonly string[];
}

export interface Findings {
  /** Errors and failed cases: they forbid approving and publishing. */
  readonly against: number;
  /** Statements that the workflows lack for a publication. */
  readonly unstated: number;
}

export type ChangeAction = 'submit' | 'approve' | 'sendBack' | 'publish' | 'rebase' | 'withdraw';

export interface NextStep {
  readonly title: string;
  readonly text: string;
  /** The one that leads on; null: nothing is left to do. */
  readonly action: ChangeAction | null;
  /** Why this person cannot do it now, each with its remedy. Empty: they can. */
  readonly obstacles: readonly string[];
  /** What will be in the way later. */
  readonly warnings: readonly string[];
}

const needs: Readonly<Record<ChangeAction, { readonly role: string; readonly doing: string }>> = {
  submit: { role: 'author', doing: 'Submitting' },
  approve: { role: 'reviewer', doing: 'Approving' },
  sendBack: { role: 'reviewer', doing: 'Sending it back' },
  publish: { role: 'publisher', doing: 'Publishing' },
  rebase: { role: 'author', doing: 'Putting it on the newest release' },
  withdraw: { role: 'author', doing: 'Withdrawing' },
};

export const tookPart = ({ createdBy, authors, me }: Pick<Situation, 'createdBy' | 'authors' | 'me'>): boolean => me !== null && (createdBy === me || authors.includes(me));

export const baseMoved = ({ base, newest }: Pick<Situation, 'base' | 'newest'>): boolean => newest !== null && newest > base;

/** Why somebody cannot do this to the change now. The server has the last word; this says it before the click. */
export function obstaclesTo(action: ChangeAction, of: Situation): readonly string[] {
  const { role, doing } = needs[action];
  const found: string[] = [];
  if (of.me === null) found.push('Sign in first.');
  else if (!of.roles.includes(role)) found.push(`${doing} needs the role of ${role === 'author' ? 'an' : 'a'} ${role}; an administrator can give it to you.`);
  if (action === 'approve' && tookPart(of)) found.push('You took part in this change, so somebody else has to approve it.');
  if (action === 'submit' && of.edited === 0) found.push(`Nothing differs from release ${of.base} yet: edit a workflow below, or add one.`);
  if ((action === 'submit' || action === 'publish') && baseMoved(of)) found.push(moved(of));
  if (action === 'approve' && of.found && of.found.against > 0) found.push(against(of.found, 'send it back, so that they are mended'));
  if (action === 'publish') found.push(...forbidding(of));
  if (action === 'rebase' && !baseMoved(of)) found.push('It stands on the newest release already.');
  return found;
}

const moved = ({ base, newest }: Situation) => `Release ${String(newest)} was published since this change began on release ${base}: put it on top of that one first.`;

function forbidding({ found }: Situation): readonly string[] {
  return [
    ...(found && found.against > 0 ? [against(found, 'mend them and submit it again')] : []),
    ...(found && found.unstated > 0 ? [unstated(found, 'make them and submit it again')] : []),
  ];
}

const against = ({ against: count }: Findings, remedy: string) => `${plural(count, 'finding')} ${count === 1 ? 'speaks' : 'speak'} against it (errors, failed golden cases): ${remedy}.`;

const unstated = ({ unstated: count }: Findings, remedy: string) => `Its workflows lack ${plural(count, 'statement')} that a publication needs: ${remedy}.`;

/** What leads on from here, for this person. */
export function nextStep(of: Situation): NextStep {
  const step = (action: ChangeAction, title: string, text: string, warnings: readonly string[] = []): NextStep => ({ title, text, action, obstacles: obstaclesTo(action, of), warnings });
  const toState = of.found && of.found.unstated > 0 ? [unstated(of.found, 'it can be reviewed, but not published like this')] : [];
  const later = [...(of.found && of.found.against > 0 ? [against(of.found, 'a reviewer cannot approve it like this')] : []), ...toState];
  switch (of.state) {
    case 'draft':
      return baseMoved(of)
        ? step('rebase', 'Put it on the newest release', `Release ${String(of.newest)} is live, and this change began on release ${of.base}. What both changed is shown to you to decide; nothing is merged silently.`, later)
        : step('submit', 'Submit it for review', 'The library is checked, every golden case is replayed, and reviewers see for whom decisions change. You can go on editing; that brings it back to a draft.', later);
    case 'inReview':
      return step('approve', tookPart(of) || !of.roles.includes('reviewer') ? 'It waits for a reviewer' : 'Review it', 'Somebody who had no part in it approves exactly this content, or sends it back with a remark.', toState);
    case 'approved':
      return baseMoved(of) && !of.roles.includes('publisher')
        ? step('rebase', 'Put it on the newest release', `${moved(of)} It is then reviewed once more.`)
        : step('publish', 'Publish it', `It becomes release ${String((of.newest ?? of.base) + 1)} and decides from then on. An older release can be brought back at any time.`);
    case 'published':
      return { title: published(of), text: of.publishedAs === of.newest ? 'Applications decide with it now.' : 'Newer releases were published after it.', action: null, obstacles: [], warnings: [] };
    default:
      return { title: 'It was withdrawn', text: 'It is kept as it was, and nothing of it went live. To go on with the idea, begin a new change.', action: null, obstacles: [], warnings: [] };
  }
}

const published = ({ publishedAs, newest }: Situation) => {
  if (publishedAs === null) return 'It is published';
  return publishedAs === newest ? `It is live as release ${publishedAs}` : `It was published as release ${publishedAs}${newest === null ? '' : `; release ${newest} is live now`}`;
};

/** "Anna and Ben": who wrote it, whoever began it first. */
export const authorsWords = ({ createdBy, authors }: Pick<Situation, 'createdBy' | 'authors'>): string => listed([createdBy, ...authors.filter((author) => author !== createdBy)], 'and');
