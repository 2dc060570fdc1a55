import type { DraftReplayAnswer } from '../../../api/generated';
import type { ReplayAnswer, ReplayedCase } from '../../../model/cases/caseList';
import { useAboutDraft, type AboutDraft } from '../../workspace/useLanguage';

/** All golden cases, replayed with what is on the screen: counts of every workflow, and the cases that failed. */
export const useReplay = (): AboutDraft<ReplayAnswer> => read(useAboutDraft<DraftReplayAnswer>('replay', { workflows: [] }));

/** The same, with every case of one workflow. */
export const useReplayOf = (workflow: string): AboutDraft<ReplayAnswer> =>
  read(useAboutDraft<DraftReplayAnswer>('replay', { workflows: [workflow] }, workflow !== ''));

const statuses = ['complete', 'incomplete', 'failed'] as const;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

const known = new WeakMap<DraftReplayAnswer, ReplayAnswer>();

/** The wire says `expect` is any JSON, and a status any text. */
function read({ data, ...rest }: AboutDraft<DraftReplayAnswer>): AboutDraft<ReplayAnswer> {
  if (!data) return { ...rest, data: undefined };
  const answer = known.get(data) ?? {
    ...data,
    results: data.results.map((result): ReplayedCase => ({
      ...result,
      status: statuses.find((status) => status === result.status) ?? null,
      expect: isObject(result.expect) ? result.expect : null,
    })),
  };
  known.set(data, answer);
  return { ...rest, data: answer };
}
