import { type RefObject, useEffect, useRef } from 'react';

/**
 * Where the keyboard goes on when a figure is removed with its button: at the button that has taken its place, else at the heading.
 *
 * @returns told, before it is removed, which of them it is, from 0
 */
export function useKeptFocus(
  heading: RefObject<HTMLElement | null>,
  names: readonly string[],
): (removed: number) => void {
  const removed = useRef<number>(undefined);
  useEffect(() => {
    if (removed.current === undefined) return;
    const buttons = heading.current?.closest('section')?.querySelectorAll<HTMLElement>('figcaption .icon-button') ?? [];
    (buttons[Math.min(removed.current, buttons.length - 1)] ?? heading.current)?.focus();
    removed.current = undefined;
  }, [heading, names]);
  return (index) => {
    removed.current = index;
  };
}
