import type { DataClassName } from '../../proto/api/common.ts';

/** Paths on a 24 px grid, drawn as lines in the colour of the text; always beside words, so hidden from screen readers. */
const paths = {
  status: 'M4 13a8 8 0 1 1 16 0M12 13l3.500-4M3 18h18',
  errors: 'M12 4 2.500 20h19zM12 10v4.500M12 17.300v.2',
  firmware:
    'M7 7h10v10H7zM10 7V3.500M14 7V3.500M10 20.500V17M14 20.500V17M7 10H3.500M7 14H3.500M20.500 10H17M20.500 14H17',
  telemetry: 'M3 12h4l2.500-7 5 14 2.500-7h4',
  network: 'M2.500 9.500a14 14 0 0 1 19 0M6 13a9 9 0 0 1 12 0M9.300 16.400a4.300 4.300 0 0 1 5.400 0M12 19.800v.2',
  space: 'M3 6.500 9 4l6 2.500L21 4v13.500L15 20l-6-2.500L3 20zM9 4v13.500M15 6.500V20',
  logs: 'M6 3.500h12v17H6zM9 8h6M9 12h6M9 16h4',
  noPictures: 'M3 3l18 18M10 6h4l1.500 2H20v9.500M17 18.500H4V8h4M9.500 11a3.500 3.500 0 0 0 5 5',
  noSound:
    'M3 3l18 18M9 6a3 3 0 0 1 6 0v5M9 9.500V11a3 3 0 0 0 4 2.800M6 11a6 6 0 0 0 9.500 4.900M18 11a6 6 0 0 1-.5 2.400M12 17v4',
  noChange: 'M6 11h12v9H6zM8.500 11V7.500a3.500 3.500 0 0 1 7 0V11M12 14.500v2',
  allow: 'M5 12.500l4.500 4.500L19 7.500',
  refuse: 'M6 6l12 12M18 6 6 18',
  eye: 'M2 12s3.600-6.500 10-6.500S22 12 22 12s-3.600 6.500-10 6.500S2 12 2 12zM12 9a3 3 0 1 1 0 6 3 3 0 0 1 0-6z',
  shield: 'M12 2.500 4 5.500v6c0 5 3.300 8.300 8 10 4.700-1.700 8-5 8-10v-6zM8.500 12l2.500 2.500 4.500-5',
  clock: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18zM12 7.500V12l3 2',
  unplugged:
    'M3 3l18 18M9 3v4M15 3v5M6.500 8H8m4.500 0H18v3a6 6 0 0 1-.8 3M6.500 8v3a5.500 5.500 0 0 0 8.800 4.400M12 16.500V21',
  info: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18zM12 11v5.500M12 7.500v.2',
} satisfies Record<DataClassName, string> & Record<string, string>;

export type IconName = keyof typeof paths;

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
      <path
        d={paths[name]}
        fill="none"
        stroke="currentColor"
        stroke-width="1.8"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
