import type { OwnerSessionParts } from './owner-session.ts';

interface TabStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/**
 * Remembers in this tab that Stop was tapped, so that a reload goes on stopping. Web views may refuse storage by
 * throwing; it is then remembered as long as the page lives, and the server's state is shown as ever.
 */
export function stopMemory(storage: () => TabStorage, token: string): OwnerSessionParts['stopAsked'] {
  const key = `stop:${token}`;
  let asked = false;
  try {
    asked = storage().getItem(key) !== null;
  } catch {
    asked = false;
  }
  return {
    get: () => asked,
    set(now) {
      if (now === asked) return;
      asked = now;
      try {
        if (now) storage().setItem(key, '1');
        else storage().removeItem(key);
      } catch {
        // Refused storage: `asked` above still holds it for this page.
      }
    },
  };
}

/** @returns true the first time that this tab asks; false ever after, and where storage is refused: nothing can loop then */
export function takeOnce(storage: () => TabStorage, key: string): boolean {
  try {
    if (storage().getItem(key) !== null) return false;
    storage().setItem(key, '1');
    return storage().getItem(key) !== null;
  } catch {
    return false;
  }
}
