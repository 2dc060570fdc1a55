import { replaceNode } from './edits';
import { writeLiteral } from './literals';
import { splice, withValue } from './splice';
import { nodeAtPath, type ConditionNode, type NodePath } from './structure';
import { draftOf, writeTest, type TestDraft, type ValueDraft } from './tests';

export interface ChangedTest {
  readonly text: string;
  /** The tree of the new text, where only the value of a test is another; else the server has to read it. */
  readonly root: ConditionNode | null;
}

const isSame = (a: ValueDraft, b: ValueDraft | undefined) => JSON.stringify(a) === JSON.stringify(b);

/** A test as it was filled in. Where one constant is another, only that one is written anew; an incomplete test changes nothing. */
export function changeTest(text: string, root: ConditionNode, path: NodePath, draft: TestDraft): ChangedTest {
  const node = nodeAtPath(root, path);
  const written = writeTest(draft);
  if (!node || 'complaint' in written) return { text, root };
  const before = draftOf(node);
  if (before.subject?.text === draft.subject?.text && before.operator === draft.operator && before.values.length === draft.values.length) {
    const changed = draft.values.flatMap((value, i) => (isSame(value, before.values[i]) ? [] : [i]));
    if (changed.length === 0) return { text, root };
    const [only = 0] = changed;
    const value = draft.values[only];
    const piece = node.values[only];
    if (changed.length === 1 && value && 'literal' in value && piece?.isLiteral && node.subject) {
      const literal = writeLiteral(value.literal, node.subject.type);
      if ('text' in literal) {
        const change = { start: piece.start, length: piece.length, insert: literal.text };
        const after = splice(text, change);
        return { text: after, root: withValue(root, after, change, value.literal) };
      }
    }
  }
  return { text: replaceNode(text, root, path, written.text), root: null };
}
