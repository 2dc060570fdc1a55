import type { ScoreView } from '../../../model/documents/workflowDocument';
import { humanize } from '../../../model/words';

export function ScorePage({ score }: { score: ScoreView }) {
  return <h2>{score.title ?? humanize(score.name)}</h2>;
}
