import { useEffect, useState } from 'react';
import { nowMono } from '../live/wakeful-clock.ts';

/**
 * This browser's monotonic clock (ms), told anew every `everyMs` and as soon as a hidden page is seen
 * again: setting the wall clock makes nothing look fresh.
 */
export function useNow(everyMs: number): number {
  const [now, setNow] = useState(nowMono);
  useEffect(() => {
    const tick = () => setNow(nowMono());
    const timer = setInterval(tick, everyMs);
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, [everyMs]);
  return now;
}
