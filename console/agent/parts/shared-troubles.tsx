import type { Localisation } from '../live/localisation-model.ts';
import { fleetTexts } from '../texts/fleet-texts.ts';
import { useTexts } from '../texts/use-texts.tsx';
import { isAllThatIsNamed } from '../words/shared-trouble.ts';
import { Notice } from './notice.tsx';

/** What many devices have at once: said before any cause, so that nobody resets a device for it; unless it has a fault of its own besides. */
export function SharedTroubles({ of }: { readonly of: Localisation }) {
  const { language, texts } = useTexts();
  const { between } = texts.history;
  const { what, among, said, blameless, advice } = fleetTexts[language];
  const format = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit' });
  return (
    <>
      {(of.shared ?? []).map(({ signal, cohort, name, since, devices }) => (
        <Notice key={`${signal} ${name}`} tone="warn" live="polite">
          <strong>{what[signal] ?? signal}</strong>{' '}
          {said(devices, among[cohort]?.(name) ?? '', format.format(new Date(since)))}
          {between}
          {blameless}
          {isAllThatIsNamed({ signal }, of) && `${between}${advice}`}
        </Notice>
      ))}
    </>
  );
}
