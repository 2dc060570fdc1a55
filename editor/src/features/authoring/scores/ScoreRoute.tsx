import { useParams } from '@tanstack/react-router';
import { EmptyState } from '../../../ui/EmptyState';
import { useWorkflowEditing } from '../WorkflowEditing';
import { ScorePage } from './ScorePage';

export function ScoreRoute() {
  const { score: name } = useParams({ from: '/changes/$change/workflows/$folder/scores/$score' });
  const score = useWorkflowEditing().view.scores.find((candidate) => candidate.name === name);
  if (!score) return <EmptyState page icon="question" title={`There is no score “${name}” here`}><p>It may have been renamed or removed. The list at the side shows what there is.</p></EmptyState>;
  return <ScorePage key={score.pointer} score={score} />;
}
