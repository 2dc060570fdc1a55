import { duplicateItem, setAt } from './editJson';
import { nodeAt, parseDocument, type JSONPath } from './json';
import { nameFor, takenNames } from './names';
import { readWorkflow, withNested, type RuleView } from './workflowDocument';

export interface CopiedRule {
  readonly text: string;
  readonly name: string;
}

/** A copy of a rule behind it, with names of its own for it and the ones nested in it. */
export function copyRule(text: string, { path, name, title }: RuleView): CopiedRule {
  const index = path.at(-1);
  if (typeof index !== 'number') return { text, name };
  const list = path.slice(0, -1);
  let result = duplicateItem(text, list, index);
  const copyPath: JSONPath = [...list, index + 1];
  const copy = readWorkflow(result).rules.flatMap(withNested).find(({ pointer }) => pointer === `/${copyPath.join('/')}`);
  let first = name;
  for (const rule of copy ? withNested(copy) : []) {
    const taken = new Set([...takenNames(readWorkflow(result))]);
    const fresh = nameFor(rule.name, true, taken);
    if (fresh === '') continue;
    if (rule.path.length === copyPath.length) first = fresh;
    result = setAt(result, [...rule.path, 'RuleName'], fresh);
  }
  return { text: title && nodeAt(parseDocument(result).root, [...copyPath, 'Title']) ? setAt(result, [...copyPath, 'Title'], `${title} (copy)`) : result, name: first };
}
