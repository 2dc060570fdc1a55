const shapes = {
  check: 'M5 12.5l4.5 4.5L19 7.5',
  cross: 'M7 7l10 10M17 7L7 17',
  minus: 'M6 12h12',
  question: 'M9 9.2a3 3 0 1 1 4.6 2.5c-1 .7-1.6 1.2-1.6 2.3M12 17.4v.1',
  alert: 'M12 8v5M12 16.4v.1M10.6 4.2L2.9 17.6A1.6 1.6 0 0 0 4.3 20h15.4a1.6 1.6 0 0 0 1.4-2.4L13.4 4.2a1.6 1.6 0 0 0-2.8 0z',
  bolt: 'M13 3L5 13.5h6L10 21l8-10.5h-6L13 3z',
  clock: 'M12 7.5V12l3 2M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z',
  calendar: 'M5 6.5h14v13H5zM5 10.5h14M8.5 4v4M15.5 4v4',
  info: 'M12 11v5.5M12 7.6v.1M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z',
  hourglass: 'M7 3h10M7 21h10M8 3v3.5L12 12l4-5.5V3M8 21v-3.5L12 12l4 5.5V21',
  pause: 'M9 7v10M15 7v10M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z',
  chevron: 'M9.5 6l6 6-6 6',
  up: 'M6 14.5l6-6 6 6',
  down: 'M6 9.5l6 6 6-6',
  more: 'M5.5 12a.5.5 0 1 0 1 0 .5.5 0 1 0-1 0M11.5 12a.5.5 0 1 0 1 0 .5.5 0 1 0-1 0M17.5 12a.5.5 0 1 0 1 0 .5.5 0 1 0-1 0',
  search: 'M15.5 15.5L20 20M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13z',
  copy: 'M9 9h10v10H9zM15 9V5H5v10h4',
  trash: 'M5 7h14M10 7V4.5h4V7M7 7l1 12.5h8L17 7M10.3 10.5v5.5M13.7 10.5v5.5',
  redo: 'M16 5l4 4-4 4M19.5 9H10a5 5 0 0 0 0 10h4',
  undo: 'M8 5L4 9l4 4M4.5 9H14a5 5 0 0 1 0 10h-4',
  plus: 'M12 6v12M6 12h12',
  pencil: 'M4.5 19.5l.9-4L16 4.9a1.9 1.9 0 0 1 2.7 0l.4.4a1.9 1.9 0 0 1 0 2.7L8.5 18.6l-4 .9zM14 7l3 3',
  comment: 'M5 5h14v10.5h-8L7 19.5v-4H5zM8.5 8.8h7M8.5 11.8h4.5',
  print: 'M7.5 9V4h9v5M7.5 16H4.5V9h15v7h-3M7.5 13.5h9V20h-9z',
  sun: 'M12 16.2a4.2 4.2 0 1 0 0-8.4 4.2 4.2 0 0 0 0 8.4zM12 2.8v2M12 19.2v2M2.8 12h2M19.2 12h2M5.5 5.5l1.4 1.4M17.1 17.1l1.4 1.4M18.5 5.5l-1.4 1.4M6.9 17.1l-1.4 1.4',
  moon: 'M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10z',
  auto: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 3v18M12 8.5h7.7M12 13h8.9M12 17.5h7',
  target: 'M12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM12 2.5V7M12 17v4.5M2.5 12H7M17 12h4.5',
  book: 'M12 6.5C10.5 5.2 8.3 4.5 5 4.5v13c3.3 0 5.5.7 7 2 1.5-1.3 3.7-2 7-2v-13c-3.3 0-5.5.7-7 2zM12 6.5v13',
  seal: 'M8.5 12.3l2.4 2.4 4.6-4.9M12 2.8l2.3 1.9 3-.2.7 2.9 2.5 1.6-1.2 2.8 1.2 2.7-2.5 1.6-.7 3-3-.3L12 21.2l-2.3-1.9-3 .3-.7-3-2.5-1.6 1.2-2.7-1.2-2.8L6 7.4l.7-2.9 3 .2L12 2.8z',
  person: 'M12 11.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5a7.5 7.5 0 0 1 15 0',
  stop: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM5.6 5.6l12.8 12.8',
  offline: 'M3 3l18 18M5 12.5a10 10 0 0 1 4-2.3M2 9a14.5 14.5 0 0 1 4.6-2.9M11 5.1A14.5 14.5 0 0 1 22 9M14.8 10.3a10 10 0 0 1 4.2 2.2M8.5 16a5 5 0 0 1 7 0M12 19.4v.1',
  menu: 'M4 7h16M4 12h16M4 17h16',
  upload: 'M12 15V4M7.5 8.5L12 4l4.5 4.5M5 19.5h14',
  download: 'M12 4v11M7.5 11l4.5 4.5 4.5-4.5M5 19.5h14',
  key: 'M14.5 14a5 5 0 1 0-4.6-3L4 17v3h3.5v-2.5H10V15l1.6-1.6c.8.4 1.8.6 2.9.6zM15.5 8.6v.1',
  list: 'M9 6.5h11M9 12h11M9 17.5h11M4.5 6.5v.1M4.5 12v.1M4.5 17.5v.1',
  graph: 'M4 9.5h5v5H4zM15 3.5h5v5h-5zM15 15.5h5v5h-5zM9 12h3M15 6h-3v12h3',
  log: 'M6 3.5h12v17H6zM9 8h6M9 12h6M9 16h3',
} as const;

export type IconName = keyof typeof shapes;

/** Decoration beside words; it never carries meaning alone. */
export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true" focusable="false" style={{ flex: 'none' }}>
      <path d={shapes[name]} />
    </svg>
  );
}
