import { remembered, useRemembered } from '../../ui/remembered';

const choice = remembered('bonemets.coverage.shown');
const show = (shown: boolean) => { choice.choose(shown ? 'yes' : 'no'); };

/** Whether parts, rows and bands say how many cases show them, remembered in this browser. It is asked of the server only then. */
export const useCoverageShown = (): readonly [boolean, (shown: boolean) => void] => [useRemembered(choice) === 'yes', show];
