import { plain } from '../texts.ts';
import { Text, useLanguage } from '../words.tsx';

/** A hand holding the device's button while a ring fills; it stands still where motion is not wanted (owner.css). */
export function HeldButton() {
  const language = useLanguage();
  return (
    <svg class="held" viewBox="0 0 240 170" role="img" aria-label={plain('buttonPicture', language)}>
      <rect class="body" x="20" y="62" width="200" height="88" rx="30" />
      <path class="seam" d="M20 118h200" />
      <circle class="lamp" cx="52" cy="90" r="5" />
      <circle class="button" cx="120" cy="92" r="20" />
      <circle class="track" cx="120" cy="92" r="30" />
      <circle class="ring" cx="120" cy="92" r="30" pathLength="100" transform="rotate(-90 120 92)" />
      <g class="hand">
        <path d="M110 88V34a10 10 0 0 1 20 0v54a10 10 0 0 1-20 0z" transform="rotate(24 120 92)" />
        <path
          class="nail"
          d="M114.500 92v-6a5.500 5.500 0 0 1 11 0v6a5.500 5.500 0 0 1-11 0z"
          transform="rotate(24 120 92)"
        />
      </g>
      <text x="190" y="98" text-anchor="middle">
        <Text of="hold" />
      </text>
    </svg>
  );
}
