/** Says whether an Origin header names this gateway; on loopback, `localhost` and 127.0.0.1 are the same machine. */
export function ownOrigins(publicUrl: string): (origin: string | undefined) => boolean {
  const own = new URL(publicUrl);
  const allowed = new Set([own.origin]);
  if (own.hostname === '127.0.0.1' || own.hostname === 'localhost') {
    for (const host of ['127.0.0.1', 'localhost']) allowed.add(`${own.protocol}//${host}:${own.port}`);
  }
  return (origin) => origin !== undefined && allowed.has(origin);
}
