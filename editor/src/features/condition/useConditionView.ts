import { remembered, useRemembered } from '../../ui/remembered';

export const conditionViews = ['sentence', 'builder', 'text'] as const;

export type ConditionView = (typeof conditionViews)[number];

const choice = remembered('bonemets.conditionView.1');
const choose = (view: ConditionView) => { choice.choose(view); };

/** How somebody likes to see conditions: the same for all of them, and remembered in this browser. */
export function useConditionView() {
  const kept = useRemembered(choice);
  return [conditionViews.find((view) => view === kept) ?? 'builder', choose] as const;
}
