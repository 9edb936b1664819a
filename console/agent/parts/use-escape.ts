import { type RefObject, useEffect } from 'react';

/** Escape closes a panel while the keyboard is in it, or nowhere. @param inside anything in its section */
export function useEscape(inside: RefObject<HTMLElement | null>, close: () => void): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
      const { target } = event;
      // Of a list it closes the choices first.
      if (!(target instanceof Element) || target instanceof HTMLSelectElement) return;
      if (target === document.body || inside.current?.closest('section')?.contains(target)) close();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [inside, close]);
}
