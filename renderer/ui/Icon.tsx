import type { ReactNode } from 'react'

/** Drawn for a 16 by 16 field, in strokes of the text's colour. */
const PATHS = {
  close: 'M4 4l8 8M12 4l-8 8',
  plus: 'M8 3v10M3 8h10',
  trash: 'M3 4.5h10M6.5 4.5V3h3v1.5M4.5 4.5l.6 8.5h5.8l.6-8.5M6.8 7v3.6M9.2 7v3.6',
  library: 'M3 2.5v11M6 2.5v11M8.8 3l3.4 10.2M2 13.5h5',
  open: 'M2.5 12.5v-9h4l1.5 2h5.5v7z',
  export: 'M8 9.5v-7M5.2 5L8 2.2 10.8 5M3 9v4h10V9',
  find: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM10.3 10.3L14 14',
  up: 'M3.5 10L8 5.5l4.5 4.5',
  down: 'M3.5 6L8 10.5 12.5 6',
  left: 'M10 3.5L5.5 8l4.5 4.5',
  right: 'M6 3.5L10.5 8 6 12.5',
  swap: 'M3 5.5h9.5M10 3l2.5 2.5L10 8M13 10.5H3.5M6 8l-2.5 2.5L6 13',
  fit: 'M2.5 4v8M13.5 4v8M5 8h6M6.5 6.2L4.8 8l1.7 1.8M9.5 6.2L11.2 8 9.5 9.8',
  filter: 'M2.5 3.5h11L9.3 8.6v4.2l-2.6-1.3V8.6z',
  join: 'M2 8h4.5M14 8H9.5M4.6 5.8L6.8 8l-2.2 2.2M11.4 5.8L9.2 8l2.2 2.2',
  pencil: 'M3 13l.7-2.8L10.8 3l2.2 2.2-7.1 7.1z',
  keyboard: 'M2 4.5h12v7H2zM4.5 7h.01M7 7h.01M9.5 7h.01M12 7h.01M5 9.2h6',
  more: 'M3 8a.6.6 0 1 0 1.2 0 .6.6 0 1 0-1.2 0M7.4 8a.6.6 0 1 0 1.2 0 .6.6 0 1 0-1.2 0M11.8 8a.6.6 0 1 0 1.2 0 .6.6 0 1 0-1.2 0',
  undo: 'M5.5 3L2.8 5.8l2.7 2.7M3 5.8h6a3.7 3.7 0 0 1 0 7.4H6',
  redo: 'M10.5 3l2.7 2.8-2.7 2.7M13 5.8H7a3.7 3.7 0 0 0 0 7.4h3',
  bold: 'M5 3h4a2.4 2.4 0 0 1 0 4.9H5zM5 7.9h4.6a2.55 2.55 0 0 1 0 5.1H5z',
  italic: 'M7 3h4M5 13h4M9.2 3L6.8 13',
  heading: 'M4 3v10M12 3v10M4 8h8',
  quote: 'M3 8.5h3.2v3.2H3zM3 8.5c0-2.4.9-3.6 2.4-4.3M9.3 8.5h3.2v3.2H9.3zM9.3 8.5c0-2.4.9-3.6 2.4-4.3',
  bullets: 'M3 4h.01M3 8h.01M3 12h.01M6 4h7.5M6 8h7.5M6 12h7.5',
  numbers: 'M7 4h6.5M7 8.2h6.5M7 12.4h6.5M2.5 3l1.1-.6v3.2M2.4 11c.3-1 2-.9 1.9.2-.1.8-1.9 1.2-1.9 2.1h2.1',
  link: 'M6.8 9.2a2.5 2.5 0 0 0 3.6 0l2.1-2.1a2.55 2.55 0 0 0-3.6-3.6l-.7.7M9.2 6.8a2.5 2.5 0 0 0-3.6 0L3.5 8.9a2.55 2.55 0 0 0 3.6 3.6l.7-.7',
  memo: 'M3 2.5h10v8l-3 3H3zM10 13.5v-3h3M5.2 5.5h5.6M5.2 8h4',
} as const
export type IconName = keyof typeof PATHS

/** A picture beside words or inside a named button; itself silent. */
export function Icon({ name }: { readonly name: IconName }): ReactNode {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  )
}
