/** The page's icons: 16 units, drawn with strokes in the colour of the text around them. */
const PATHS = {
  close: 'M4 4l8 8M12 4l-8 8',
  gear: 'M8 10.2a2.2 2.2 0 100-4.4 2.2 2.2 0 000 4.4zM8 1.8v1.9M8 12.3v1.9M1.8 8h1.9M12.3 8h1.9M3.6 3.6L5 5M11 11l1.4 1.4M12.4 3.6L11 5M5 11l-1.4 1.4',
  keyboard:
    'M1.5 4h13v8h-13zM4 6.6h.01M6.7 6.6h.01M9.3 6.6h.01M12 6.6h.01M4 9.4h.01M6 9.4h4M12 9.4h.01',
  search: 'M7 11.5a4.5 4.5 0 100-9 4.5 4.5 0 000 9zM10.4 10.4L14 14',
  plus: 'M8 3v10M3 8h10',
  trash: 'M2.8 4.2h10.4M6.4 4V2.6h3.2V4M4.2 4.4l.6 8.8h6.4l.6-8.8',
  sun: 'M8 10.8a2.8 2.8 0 100-5.6 2.8 2.8 0 000 5.6zM8 1.4v1.5M8 13.1v1.5M1.4 8h1.5M13.1 8h1.5M3.3 3.3l1.1 1.1M11.6 11.6l1.1 1.1M12.7 3.3l-1.1 1.1M4.4 11.6l-1.1 1.1',
  monitor: 'M1.8 3h12.4v10H1.8zM8.2 7.8h4v3.2h-4z',
  up: 'M8 2l7 12H1z',
  down: 'M8 14L1 2h14z',
  chevron: 'M6 4l4 4-4 4',
  market: 'M2 4h12M2 8h12M2 12h7',
  chart: 'M4 2v12M4 4.5H2.6v6H4M4 4.5h1.4v6H4M11.5 2v12M11.5 5.5h-1.4v5h1.4M11.5 5.5h1.4v5h-1.4',
  alerts:
    'M8 2a4 4 0 00-4 4c0 4-1.5 5-1.5 5h11S12 10 12 6a4 4 0 00-4-4zM6.7 13.4a1.5 1.5 0 002.6 0',
  rules:
    'M2 4.5h6M12 4.5h2M2 11.5h2M8 11.5h6M10 6.3a1.8 1.8 0 100-3.6 1.8 1.8 0 000 3.6zM6 13.3a1.8 1.8 0 100-3.6 1.8 1.8 0 000 3.6z',
  health: 'M1.5 8.5H5l1.8-5 2.6 9L11.2 8h3.3',
  arrowUp: 'M8 13V3.5M4 7.5l4-4 4 4',
  arrowDown: 'M8 3v9.5M4 8.5l4 4 4-4',
  toTop: 'M3 2.5h10M8 14V6M4 9.5l4-4 4 4',
  toBottom: 'M3 13.5h10M8 2v8M4 6.5l4 4 4-4',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
  wrap: 'M5 2.5H3v11h2M11 2.5h2v11h-2M6 8h4',
  unwrap: 'M2.5 2.5h2v11h-2M13.5 2.5h-2v11h2M6.5 8h3',
  edit: 'M3 13l.7-3L11 2.7l2.3 2.3L6 12.3z',
  link: 'M6.8 9.2a2.6 2.6 0 003.7 0l2-2a2.6 2.6 0 00-3.7-3.7l-1 1M9.2 6.8a2.6 2.6 0 00-3.7 0l-2 2a2.6 2.6 0 003.7 3.7l1-1',
  file: 'M8 2.5v7.5M4.8 7L8 10.2 11.2 7M3 13.5h10',
  more: 'M3.2 8h.01M8 8h.01M12.8 8h.01',
  star: 'M8 1.9l1.9 3.9 4.3.6-3.1 3 .7 4.2L8 11.6l-3.8 2 .7-4.2-3.1-3 4.3-.6z',
  filter: 'M2 3.5h12M4.5 8h7M6.8 12.5h2.4',
  columns: 'M2.5 3h11v10h-11zM6.2 3v10M9.8 3v10',
  indicator: 'M2 11.5l3.2-4 2.6 2.6L14 3.5M2 13.8h12',
  camera: 'M2 5h3l1.2-1.8h3.6L11 5h3v8H2zM8 10.8a2.1 2.1 0 100-4.2 2.1 2.1 0 000 4.2z',
  toEnd: 'M3 3l5 5-5 5M12.5 2.5v11',
} as const;

export type IconName = keyof typeof PATHS;

const FILLED: ReadonlySet<IconName> = new Set(['up', 'down']);

/** Decoration only: what it means is said in words beside it. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  const isFilled = FILLED.has(name);
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill={isFilled ? 'currentColor' : 'none'}
      stroke={isFilled ? 'none' : 'currentColor'}
      stroke-width="1.5"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
