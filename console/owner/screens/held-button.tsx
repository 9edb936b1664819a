import { plain } from '../texts.ts';
import { Text, useLanguage } from '../words.tsx';

/** A hand holding the device's button while a ring fills; it stands still where motion is not wanted (proof.css). */
export function HeldButton() {
  const language = useLanguage();
  return (
    <svg class="held" viewBox="0 0 240 162" role="img" aria-label={plain('buttonPicture', language)}>
      <rect class="body" x="20" y="8" width="200" height="104" rx="34" />
      <path class="seam" d="M20 86h200" />
      <circle class="lamp" cx="54" cy="60" r="5" />
      <circle class="button" cx="120" cy="58" r="19" />
      <circle class="track" cx="120" cy="58" r="30" />
      <circle class="ring" cx="120" cy="58" r="30" pathLength="100" transform="rotate(-90 120 58)" />
      <path
        class="hand"
        d="M111 66a9 9 0 0 1 18 0v32a8 8 0 0 1 16 0v3a8 8 0 0 1 16 0v4a7.5 7.5 0 0 1 15 0v24c0 17-11 27-27 27h-13c-11 0-17-5-22-12l-20-27c-5-8 5-15 11-9l6 6z"
      />
      <text x="188" y="66" text-anchor="middle">
        <Text of="hold" />
      </text>
    </svg>
  );
}
