/** What was shown once and has not been copied, saved or printed since. Holds such texts for as long as their page shows them. */
export interface KeptSecrets {
  /** @returns its undo: the page no longer shows them, or shows others */
  show(texts: readonly string[]): () => void;
  /** What has left the page by a person's hand: a copied text, or all that is in a file. */
  taken(text: string): void;
  areUnsaved(): boolean;
}

export function keptSecrets(): KeptSecrets {
  const shown = new Set<Set<string>>();
  return {
    show(texts) {
      const mine = new Set(texts);
      shown.add(mine);
      return () => void shown.delete(mine);
    },
    taken(text) {
      for (const each of shown) {
        for (const secret of each) if (text.includes(secret)) each.delete(secret);
      }
    },
    areUnsaved: () => [...shown].some(({ size }) => size > 0),
  };
}
