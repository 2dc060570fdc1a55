import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

// A busy machine is slow, not wrong.
configure({ asyncUtilTimeout: 20_000 });

afterEach(() => {
  cleanup();
  sessionStorage.clear();
});

// jsdom has no layout: what Mantine asks about it gets the plainest answer.
window.matchMedia = (query: string) => ({
  matches: false,
  media: query,
  onchange: null,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
  addListener: () => undefined,
  removeListener: () => undefined,
  dispatchEvent: () => false,
});
class ResizeObserverStub implements ResizeObserver {
  observe() { /* no layout */ }
  unobserve() { /* no layout */ }
  disconnect() { /* no layout */ }
}
window.ResizeObserver = ResizeObserverStub;
Range.prototype.getClientRects = () => Object.assign([], { item: () => null });
Range.prototype.getBoundingClientRect = () => new DOMRect();
window.scrollTo = () => undefined;
Element.prototype.scrollIntoView = () => undefined;

// jsdom loads no fonts: fields that grow with their text ask when it did.
Object.defineProperty(document, 'fonts', { value: new EventTarget() });
