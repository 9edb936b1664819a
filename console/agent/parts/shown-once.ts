import { useEffect } from 'react';
import { keptSecrets } from '../words/kept-secrets.ts';

/** Of the whole page: closing the tab and following a link ask it. */
export const onPage = keptSecrets();

/** Texts that this part shows and that nobody can show again: leaving warns until each was copied, saved or printed. */
export function useShownOnce(texts: readonly (string | null | undefined)[]): void {
  const shown = texts.filter((text) => typeof text === 'string').join('\n');
  useEffect(() => {
    if (shown === '') return undefined;
    const forget = onPage.show(shown.split('\n'));
    const warn = (event: BeforeUnloadEvent) => {
      if (onPage.areUnsaved()) event.preventDefault();
    };
    // Selected and copied by hand.
    const copied = () => onPage.taken(document.getSelection()?.toString() ?? '');
    addEventListener('beforeunload', warn);
    document.addEventListener('copy', copied);
    return () => {
      forget();
      removeEventListener('beforeunload', warn);
      document.removeEventListener('copy', copied);
    };
  }, [shown]);
}
