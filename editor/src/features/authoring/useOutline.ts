import type { OutlineAnswer } from '../../api/generated';
import { useAboutDraft } from '../workspace/useLanguage';

/** What the server makes of a workflow as it is on the screen. */
export const useOutline = (workflow: string) => useAboutDraft<OutlineAnswer>('outline', { workflow }, workflow !== '');
