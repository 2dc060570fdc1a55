import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { Motion } from '../../model/grid/selection';
import styles from './Grid.module.css';
import type { GridColumn } from './gridTypes';
import type { Editing } from './useGrid';

interface Props {
  readonly editing: Editing;
  readonly label: string;
  readonly suggestions: GridColumn['suggestions'];
  readonly joint: string | undefined;
  readonly onEnd: (text: string | null, then: Motion | null) => void;
}

/**
 * The text of one cell while it is edited. Alt+Enter breaks a line, Alt+Down goes to the values that are offered; Enter, Tab and leaving keep
 * the text, Escape does not.
 */
export function CellEditor({ editing, label, suggestions = [], joint, onEnd }: Props) {
  const [text, setText] = useState(editing.initial);
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const { current } = field;
    if (!current) return;
    current.focus({ preventScroll: true });
    current.setSelectionRange(current.value.length, current.value.length);
  }, []);
  useLayoutEffect(() => {
    const { current } = field;
    if (!current) return;
    current.style.height = 'auto';
    current.style.height = `${current.scrollHeight}px`;
  }, [text]);
  const shown = suggestions.filter((offered) => !text.includes(offered.text));
  const list = useRef<HTMLUListElement>(null);
  useLayoutEffect(() => {
    const place = field.current?.getBoundingClientRect();
    if (!list.current || !place) return;
    // Above everything: the frame of the grid would cut it off.
    list.current.showPopover();
    const { offsetHeight: height, offsetWidth: width } = list.current;
    list.current.style.left = `${Math.max(8, Math.min(place.left, innerWidth - width - 8))}px`;
    list.current.style.top = `${place.bottom + height > innerHeight && place.top > height ? place.top - height : place.bottom}px`;
  }, [text, shown.length]);
  const offers = () => [...(list.current?.querySelectorAll('button') ?? [])];
  const inList = (event: KeyboardEvent) => {
    event.stopPropagation();
    const buttons = offers();
    const now = buttons.findIndex((button) => button === document.activeElement);
    if (event.key === 'ArrowDown') buttons[Math.min(now + 1, buttons.length - 1)]?.focus();
    else if (event.key === 'ArrowUp' && now > 0) buttons[now - 1]?.focus();
    else if (event.key === 'ArrowUp' || event.key === 'Escape') field.current?.focus();
    else return;
    event.preventDefault();
  };
  return (
    <div className={styles.editor} onBlur={(event) => { if (!event.currentTarget.contains(event.relatedTarget)) onEnd(text, null); }}>
      <textarea
        ref={field}
        rows={1}
        value={text}
        aria-label={label}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        data-own-undo
        aria-description={shown.length > 0 ? 'Alt and Down goes to the values that are offered.' : undefined}
        onChange={(event) => { setText(event.currentTarget.value); }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          event.stopPropagation();
          const end = (kept: string | null, then: Motion | null) => {
            event.preventDefault();
            onEnd(kept, then);
          };
          if (event.key === 'ArrowDown' && event.altKey && shown.length > 0) {
            event.preventDefault();
            offers()[0]?.focus();
          } else if (event.key === 'Escape') end(null, null);
          else if (event.key === 'Tab') end(text, event.shiftKey ? 'previous' : 'next');
          else if (event.key === 'Enter' && event.altKey) {
            event.preventDefault();
            event.currentTarget.setRangeText('\n', event.currentTarget.selectionStart, event.currentTarget.selectionEnd, 'end');
            setText(event.currentTarget.value);
          } else if (event.key === 'Enter') end(text, event.shiftKey ? 'up' : 'down');
          else if (editing.typed && !text.includes('\n') && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) end(text, event.key === 'ArrowUp' ? 'up' : 'down');
        }}
      />
      {shown.length > 0 && (
        <ul ref={list} popover="manual" className={styles.suggestions} data-suggestions aria-label={`Values for ${label}`} onKeyDown={inList}>
          {shown.map((offered) => (
            <li key={offered.text}>
              <button
                type="button"
                tabIndex={-1}
                onMouseDown={(event) => { event.preventDefault(); }}
                onClick={() => { setText(joint === undefined || text.trim() === '' || text.trim() === '_' ? offered.text : text.trimEnd() + joint + offered.text); field.current?.focus(); }}
              >
                {offered.label} <code>{offered.text}</code>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
