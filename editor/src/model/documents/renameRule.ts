import { readCases } from './casesDocument';
import { renameMember, setAt } from './editJson';
import { itemsOf, member, stringOf } from './json';
import { readWorkflow, withNested } from './workflowDocument';

/** Another name for a rule in its workflow, and in what withholds it. Names in expressions stay: the server says where they are missed. */
export function renameRule(text: string, from: string, to: string): string {
  const rules = readWorkflow(text).rules.flatMap(withNested);
  let result = text;
  for (const rule of rules) {
    rule.withholds.forEach((name, i) => { if (name === from) result = setAt(result, [...rule.path, 'Withholds', i], to); });
    if (rule.name === from) result = setAt(result, [...rule.path, 'RuleName'], to);
  }
  return result;
}

/** In what golden cases expect of it. */
export function renameRuleInCases(text: string, from: string, to: string): string {
  return casesThatExpect(text, from).reduce((result, path) => renameMember(result, [...path, 'Expect', 'Rules'], from, to), text);
}

/** How many golden cases say what becomes of a rule. */
export const countCases = (text: string, rule: string): number => casesThatExpect(text, rule).length;

const casesThatExpect = (text: string, rule: string) =>
  readCases(text).cases.filter(({ expect }) => member(member(expect, 'Rules'), rule) !== undefined).map(({ path }) => path);

/** Rules of the workflow that withhold it. */
export const withheldBy = (text: string, rule: string): readonly string[] =>
  readWorkflow(text).rules.flatMap(withNested).filter(({ node }) => itemsOf(member(node, 'Withholds')).some((name) => stringOf(name) === rule)).map(({ name }) => name);
