import { NotDone } from '../sqlite/not-done.ts';

/** The sentence of what was not done; 'nothing' where it was. */
export function refusal(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof NotDone) return error.message;
    throw error;
  }
  return 'nothing';
}
