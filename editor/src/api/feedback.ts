import { queryOptions } from '@tanstack/react-query';
import { send } from './client';
import type { FeedbackAnswer } from './generated';

/** How the cards of each rule fared where they were shown. It grows while somebody looks. */
export const feedbackQuery = queryOptions({
  queryKey: ['feedback'],
  queryFn: ({ signal }) => send('/feedback', { signal }) as Promise<FeedbackAnswer>,
  staleTime: 0,
});
