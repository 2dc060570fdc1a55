import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type ReactNode } from 'react';

interface Props<T> {
  readonly items: readonly T[];
  readonly label: string;
  /** Of every item, in pixels. */
  readonly height: number;
  readonly keyOf: (item: T) => string;
  readonly className?: string;
  /** Brought into view when it changes. */
  readonly show?: number;
  readonly children: (item: T) => ReactNode;
}

/** A long list of which only what is in sight is built; screen readers are told how long it is. */
export function VirtualList<T>({ items, label, height, keyOf, className, show, children }: Props<T>) {
  const scroller = useRef<HTMLDivElement>(null);
  // eslint-disable-next-line react-hooks/incompatible-library -- it keeps its own account of what is in sight
  const list = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 8,
    getItemKey: (index) => { const item = items[index]; return item === undefined ? index : keyOf(item); },
  });
  useEffect(() => { if (show !== undefined && show >= 0) list.scrollToIndex(show, { align: 'auto' }); }, [list, show]);
  return (
    <div ref={scroller} className={className} style={{ overflowY: 'auto' }}>
      <ul aria-label={label} style={{ position: 'relative', height: list.getTotalSize() }}>
        {list.getVirtualItems().map(({ index, key, start }) => {
          const item = items[index];
          return item !== undefined && (
            <li key={key} aria-setsize={items.length} aria-posinset={index + 1} style={{ position: 'absolute', insetInline: 0, top: start, height }}>
              {children(item)}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
