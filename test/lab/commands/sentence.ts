/** Ends a command with one sentence on stderr, and exit code 2. */
export class Sentence extends Error {
  override readonly name = 'Sentence';
}
