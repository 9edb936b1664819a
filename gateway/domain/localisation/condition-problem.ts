/** Why a condition is refused: one sentence for the engineer who wrote it. Thrown by compileCondition alone. */
export class ConditionProblem extends Error {
  /** Characters from the start of the condition. */
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.name = 'ConditionProblem';
    this.offset = offset;
  }
}

/** `Did you mean ...?` when a known name is at most two letters, and a third of it, away. */
export function didYouMean(word: string, known: Iterable<string>): string {
  let best: string | undefined;
  let bestDistance = Math.min(2, Math.floor(word.length / 3));
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) > bestDistance) continue;
    const distance = editDistance(word, candidate);
    if (distance > bestDistance || (best !== undefined && distance === bestDistance)) continue;
    best = candidate;
    bestDistance = distance;
  }
  return best === undefined ? '' : ` Did you mean "${best}"?`;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, swap));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** A few of many words, for a sentence. */
export function some(words: Iterable<string>): string {
  const all = [...words];
  return all.length <= 8 ? all.join(', ') : `${all.slice(0, 8).join(', ')} and ${all.length - 8} more`;
}
