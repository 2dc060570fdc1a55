import { useLayoutEffect, useRef, useState } from 'react';
import type { Motion } from '../../model/grid/selection';
import styles from './Grid.module.css';
import type { GridColumn } from './gridTypes';
import type { Editing } from './useGrid';

interface Props {
  readonly editing: Editing;
  readonly label: string;
  readonly suggestions: GridColumn['suggestions'];
  readonly onEnd: (text: string | null, then: Motion | null) => void;
}

/** The text of one cell while it is edited. Alt+Enter breaks a line; Enter, Tab and leaving keep it, Escape does not. */
export function CellEditor({ editing, label, suggestions = [], onEnd }: Props) {
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
  const shown = suggestions.filter((offered) => text !== offered.text);
  return (
    <div className={styles.editor}>
      <textarea
        ref={field}
        rows={1}
        value={text}
        aria-label={label}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        data-own-undo
        onChange={(event) => { setText(event.currentTarget.value); }}
        onBlur={(event) => {
          if (event.relatedTarget instanceof Element && event.relatedTarget.closest('[data-suggestions]')) return;
          onEnd(text, null);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          event.stopPropagation();
          const end = (kept: string | null, then: Motion | null) => {
            event.preventDefault();
            onEnd(kept, then);
          };
          if (event.key === 'Escape') end(null, null);
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
        <ul className={styles.suggestions} data-suggestions aria-label={`Values for ${label}`}>
          {shown.map((offered) => (
            <li key={offered.text}>
              <button
                type="button"
                tabIndex={-1}
                onMouseDown={(event) => { event.preventDefault(); }}
                onClick={() => { setText(joined(text, offered.text)); field.current?.focus(); }}
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

/** A further value is an alternative. */
const joined = (text: string, value: string) => (text.trim() === '' || text.trim() === '_' ? value : `${text.trimEnd()} or ${value}`);
