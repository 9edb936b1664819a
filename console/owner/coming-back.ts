/**
 * Runs `run` when the owner comes back to the page, also when the browser brings it back from its cache ("back"), and when
 * the network changes: what is shown may be old then. @returns its undo
 */
export function onComingBack(run: () => void): () => void {
  const onPageShow = (event: PageTransitionEvent) => event.persisted && run();
  document.addEventListener('visibilitychange', run);
  for (const name of ['focus', 'online', 'offline'] as const) window.addEventListener(name, run);
  window.addEventListener('pageshow', onPageShow);
  return () => {
    document.removeEventListener('visibilitychange', run);
    for (const name of ['focus', 'online', 'offline'] as const) window.removeEventListener(name, run);
    window.removeEventListener('pageshow', onPageShow);
  };
}
