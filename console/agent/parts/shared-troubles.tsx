import type { SharedTrouble } from '../live/localisation-model.ts';
import { fleetTexts } from '../texts/fleet-texts.ts';
import { useTexts } from '../texts/use-texts.tsx';
import { Notice } from './notice.tsx';

/** What many devices have at once: said before any cause, so that nobody resets a device for it. */
export function SharedTroubles({ of }: { readonly of: readonly SharedTrouble[] }) {
  const { language } = useTexts();
  const { what, among, said, advice } = fleetTexts[language];
  const format = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit' });
  return (
    <>
      {of.map(({ signal, cohort, name, since, devices }) => (
        <Notice key={`${signal} ${name}`} tone="warn" live="polite">
          <strong>{what[signal] ?? signal}</strong>{' '}
          {said(devices, among[cohort]?.(name) ?? '', format.format(new Date(since)))} {advice}
        </Notice>
      ))}
    </>
  );
}
