import { controlId, type FactPath } from '../../model/facts/path';

/** Brings the field of a fact into view and focuses it; for an element that is not there, its list. */
export function focusFact(path: FactPath): boolean {
  for (let end = path.length; end > 1; end -= 1) {
    const control = document.getElementById(controlId(path.slice(0, end)));
    if (!control) continue;
    const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    control.focus({ preventScroll: true });
    control.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' });
    return true;
  }
  return false;
}
