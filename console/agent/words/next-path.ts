/** The way back after signing in: `?next=` of the sign-in page. */
export function signInPath(from: string): string {
  return from === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(from)}`;
}

/** Only ever a page of this console: a link that somebody else made must not lead away from here. */
export function nextPath(search: string, origin: string): string {
  const wanted = new URLSearchParams(search).get('next') ?? '/';
  // A path of this origin and nothing that browsers could read as another one; it then always parses.
  if (!/^\/(?![/\\])[\x20-\uffff]*$/.test(wanted)) return '/';
  const url = new URL(wanted, origin);
  const isHere = url.origin === origin && !url.pathname.startsWith('/sign-in');
  return isHere ? url.pathname + url.search : '/';
}
