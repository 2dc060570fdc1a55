import { describe, expect, it } from 'vitest';
import table from '../../../../tests/spec/cohorts/states.json';
import { allows, cohortStates, hasResults, isAtWork, stateWords, type CohortAction } from './state';

const actions = ['upload', 'map', 'start', 'cancel', 'resume', 'delete'] as const satisfies readonly CohortAction[];

describe('what is allowed in which state', () => {
  it('knows the states of the table', () => { expect([...cohortStates]).toEqual(table.states); });

  it.each(cohortStates.flatMap((state) => actions.map((action) => [state, action] as const)))('in %s, %s as the table of the server has it', (state, action) => {
    expect(allows(state, action)).toBe(state in table.after[action]);
  });

  it('allows nothing in a state that it does not know, and shows its name', () => {
    expect(actions.some((action) => allows('frozen', action))).toBe(false);
    expect(stateWords('frozen').title).toBe('frozen');
  });

  it('tells what changes by itself and what may have results', () => {
    expect(cohortStates.filter(isAtWork)).toEqual(['running', 'cancelling']);
    expect(cohortStates.filter(hasResults)).toEqual(['running', 'cancelling', 'cancelled', 'completed', 'failed']);
  });
});
