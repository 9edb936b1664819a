/** Says whether an Origin header names this gateway; on loopback, `localhost` and 127.0.0.1 are the same machine. */
export function ownOrigins(publicUrl: string): (origin: string | undefined) => boolean {
  const own = new URL(publicUrl);
  const allowed = new Set([own.origin]);
  if (own.hostname === '127.0.0.1' || own.hostname === 'localhost') {
    for (const host of ['127.0.0.1', 'localhost']) allowed.add(`${own.protocol}//${host}:${own.port}`);
  }
  return (origin) => origin !== undefined && allowed.has(origin);
}

/** The cookie of a session, as a browser sends it (see signed-in.ts). */
const sessionCookie = /(?:^|;\s*)(?:__Host-)?session=/;

/**
 * Says whether another site could have made somebody's browser send this. Browsers name the page that a request to change
 * something comes from (Fetch, 3.2); whoever carries a session's cookie and names none is not believed to be one's own.
 */
export function comesFromElsewhere(
  headers: Readonly<Partial<Record<'origin' | 'cookie' | 'sec-fetch-site', string | string[] | undefined>>>,
  isOwnOrigin: (origin: string | undefined) => boolean,
): boolean {
  const { origin, cookie, 'sec-fetch-site': site } = headers;
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true;
  if (origin !== undefined) return !isOwnOrigin(String(origin));
  return sessionCookie.test(String(cookie ?? ''));
}
