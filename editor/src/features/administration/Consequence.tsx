import type { WorkflowSummary } from '../../api/generated';
import { buildingOn, titleOf } from '../../model/pathway';
import { listed } from '../../model/words';
import { Banner } from '../../ui/Banner';

/** What stops together with a workflow. */
export function Consequence({ workflows, name }: { workflows: readonly WorkflowSummary[]; name: string }) {
  const dependent = buildingOn(workflows, name);
  const itself = workflows.find((workflow) => workflow.name === name);
  return (
    <div role="status">
      <Banner tone="warn" icon="alert" title="What will happen">
        <p>
          “{itself ? titleOf(itself) : name}” gives no decision any more, at once, on every server and in every release.
          {dependent.length > 0 && ` Neither does what builds on it: ${listed(dependent.map((workflow) => `“${titleOf(workflow)}”`), 'and')}.`}
        </p>
      </Banner>
    </div>
  );
}
