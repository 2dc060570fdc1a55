import { useAboutDraft } from '../workspace/useLanguage';

/** What the pages read of the server's answer about one workflow. */
export interface WorkflowOutline {
  readonly params: readonly { readonly pointer: string; readonly sentence: string | null }[];
}

/** What the server makes of a workflow as it is on the screen. */
export const useOutline = (workflow: string) => useAboutDraft<WorkflowOutline>('outline', { workflow }, workflow !== '');
