/** Interface signs in a 20-unit box, stroked with the colour of the text. */
const paths = {
  plus: 'M10 4v12M4 10h12',
  minus: 'M4 10h12',
  extent: 'M3 7V3h4M13 3h4v4M17 13v4h-4M7 17H3v-4M8 10h4M10 8v4',
  close: 'M5 5l10 10M15 5 5 15',
  search: 'M9 3.500a5.500 5.500 0 1 1 0 11 5.500 5.500 0 0 1 0-11ZM13 13l4 4',
  layers: 'M10 3 17.500 7 10 11 2.500 7ZM3.500 10.500 10 14l6.500-3.500M3.500 13.500 10 17l6.500-3.500',
  list: 'M7 5h10M7 10h10M7 15h10M3.200 5h.1M3.200 10h.1M3.200 15h.1',
  eye: 'M1.500 10C4 5.500 7 4 10 4s6 1.500 8.500 6c-2.500 4.500-5.500 6-8.500 6s-6-1.500-8.500-6ZM10 7.500a2.500 2.500 0 1 1 0 5 2.500 2.500 0 0 1 0-5Z',
  clock: 'M10 2.500a7.500 7.500 0 1 1 0 15 7.500 7.500 0 0 1 0-15ZM10 6v4.500l3 1.800',
  sun: 'M10 6.500a3.500 3.500 0 1 1 0 7 3.500 3.500 0 0 1 0-7ZM10 1.500v2M10 16.500v2M1.500 10h2M16.500 10h2M4 4l1.400 1.400M14.600 14.600 16 16M16 4l-1.400 1.400M5.400 14.600 4 16',
  moon: 'M16.500 12A7 7 0 0 1 8 3.500 7 7 0 1 0 16.500 12Z',
  chevron: 'M5.500 8l4.500 4.500L14.500 8',
  back: 'M12 4.500 6.500 10l5.500 5.500',
  target:
    'M10 5.500a4.500 4.500 0 1 1 0 9 4.500 4.500 0 0 1 0-9ZM10 1.500v4M10 14.500v4M1.500 10h4M14.500 10h4',
  wall: 'M2 4h16v10H2ZM7 17h6M10 14v3',
} as const;

export type IconName = keyof typeof paths;

/** A sign that only repeats what words beside it, or the button's name, say. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
