import { send } from './client';
import type { Reason, Retire, RetirementAnswer } from './generated';
import { change } from './session';

export const getRetirements = (signal?: AbortSignal) => send('/retirements', { signal }) as Promise<readonly RetirementAnswer[]>;

export const retire = (request: Retire) => change('POST', '/retirements', request) as Promise<RetirementAnswer>;

export const liftRetirement = (id: number, reason: Reason) => change('POST', `/retirements/${id}/lift`, reason);
