import '../../ui/styles/icon.css';

/** Signs of the studio alone, in the 20-unit box and stroke of ui/icon: the wall and the desk do not load them. */
const paths = {
  // tools
  select: 'M5 3.500 15.500 9 10.750 10.750 9 15.500Z',
  vertex:
    'M3 14.500 8.500 7.500M11.500 7.500 17 14.500M10 4a2 2 0 1 1 0 4 2 2 0 0 1 0-4ZM3 13a1.500 1.500 0 1 1 0 3 1.500 1.500 0 0 1 0-3ZM17 13a1.500 1.500 0 1 1 0 3 1.500 1.500 0 0 1 0-3Z',
  straighten: 'M2.500 15.500h15M3 12l2.500-4 3 2.500 3-6 3 4 2.500-3',
  street: 'M6.500 3 3.500 17M13.500 3l3 14M10 3.500v2.500M10 8.750v2.500M10 14v2.500',
  split: 'M3 3.500h14v13H3ZM10 1.500v3.250M10 7v2.500M10 11.500v2.500M10 16v2.750',
  merge:
    'M3 3.500h14v13H3ZM5.500 10h3.250M14.500 10h-3.250M7.250 8.250 9 10l-1.750 1.750M12.750 8.250 11 10l1.750 1.750',
  carve: 'M3 3.500h14v13H3ZM7.500 7.250l4-1 2.250 3-1.500 4-4.250.250-1.750-3Z',
  // panels
  plans: 'M6.500 5h10M6.500 10h10M6.500 15h10M3.500 5h.01M3.500 10h.01M3.500 15h.01',
  effect: 'M3.500 16.500v-4M8 16.500v-8.500M12.500 16.500v-5.500M17 16.500V3.500',
  grids: 'M3.500 3.500h13v13h-13ZM3.500 9 9 10.500l7.500-2M9 10.500l1 6M8 3.500l1 7',
  plan: 'M5 2.500h7l3.500 3.500v11.500H5ZM12 2.500V6h3.500M7.500 9.500h5M7.500 12.500h5',
  comments: 'M3.500 4h13v9.500h-6l-4 3.500v-3.500h-3ZM6.500 7.250h7M6.500 10.250h4.500',
  compare: 'M10 2.500v15M3.500 5h4M3.500 8.500h4M3.500 12h4M12.500 5h4M12.500 8.500h4M12.500 12h4',
  history: 'M3.250 10A6.750 6.750 0 1 0 5.400 5.100L3.250 7.250M3.250 3v4.250H7.500M10 6.500V10l2.500 1.500',
  assign:
    'M10 3a2.500 2.500 0 1 1 0 5 2.500 2.500 0 0 1 0-5ZM4.500 16.500c0-3.500 2-6 5.500-6s5.500 2.500 5.500 6Z',
  crosswalk: 'M3 5.500h8v8H3ZM8.500 9h8.500v7.500H8.500Z',
  draw: 'M4 16.500 12.500 8M11 6.500 14 9.500M13.500 2.500v2.500M13.500 11v2M17.500 6.500H15M6 4.500v3M4.500 6h3',
} as const;

export type StudioIconName = keyof typeof paths;

/** A sign that only repeats what its button says. */
export function StudioIcon({ name }: { name: StudioIconName }) {
  return (
    <svg className="icon" data-size="medium" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
