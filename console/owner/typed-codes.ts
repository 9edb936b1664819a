/** Longest label code that the API takes. */
const labelCodeMax = 40;

/** Six spoken digits, however they were typed: with spaces or dashes, or full-width as Chinese keyboards write them. */
export function spokenDigits(typed: string): string | null {
  const digits = typed.normalize('NFKC').replace(/[\s\p{Pd}.]/gu, '');
  return /^[0-9]{6}$/.test(digits) ? digits : null;
}

/** The code on the device's label, without what people add or change when they copy it: spaces, dashes, case, width. */
export function labelCode(typed: string): string | null {
  const code = typed
    .normalize('NFKC')
    .replace(/[\s\p{Pd}\p{Cf}]/gu, '')
    .toUpperCase();
  return code.length > 0 && code.length <= labelCodeMax ? code : null;
}

/** The token of `/c/{token}`, or null when the link was cut or mangled on its way. */
export function tokenOf(pathname: string): string | null {
  return /^\/c\/([A-Za-z0-9_-]{1,200})\/?$/.exec(pathname)?.[1] ?? null;
}

/** @returns whether this page may be sent to `path`: only ever to a link of the same kind on the same server */
export function isOwnerPath(path: unknown): path is string {
  return typeof path === 'string' && tokenOf(path) !== null;
}
