import styles from './Changes.module.css';

const steps = [
  { title: '1. Draft', text: 'An author begins a change and edits workflows in it. It saves itself, and nothing of it decides about patients yet.' },
  { title: '2. Review', text: 'Submitting checks the library, replays every golden case and lists for whom decisions change. Reviewers see all of that.' },
  { title: '3. Approved', text: 'Somebody who had no part in it approves exactly this content. An edit after that needs another approval.' },
  { title: '4. Published', text: 'A publisher makes it the next release. It is live at once, and an older release can be brought back.' },
];

/** The way from an idea to a rule that decides. */
export function HowRulesGetLive() {
  return <ol className={styles.path}>{steps.map(({ title, text }) => <li key={title}><strong>{title}</strong><span>{text}</span></li>)}</ol>;
}
