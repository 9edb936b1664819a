import { useEffect, useState } from 'react';

/**
 * This browser's monotonic clock (performance.now(), ms), told anew every `everyMs` and as soon as a hidden page is seen
 * again: setting the wall clock makes nothing look fresh.
 */
export function useNow(everyMs: number): number {
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    const tick = () => setNow(performance.now());
    const timer = setInterval(tick, everyMs);
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, [everyMs]);
  return now;
}
