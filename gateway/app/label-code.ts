import type { App } from './app.ts';

/** Without the letters that look like digits (Crockford's base 32). */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Eight letters, 40 bit: five tries a case are allowed. */
export function mintLabelCode(app: Pick<App, 'random'>): string {
  const letters = Array.from({ length: 8 }, () => alphabet[app.random.integer(alphabet.length)]).join('');
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}

/** As people type it: any case, with or without dashes and spaces, O for 0, I and L for 1. */
export function normalLabelCode(typed: string): string {
  return typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
}
