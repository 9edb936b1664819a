import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { askHistory } from '../api/history-query.ts';
import { type HistoryReader, type HistoryState, type HistoryWish, openHistory } from '../live/history-reader.ts';
import { gatewayNow, type LiveData } from '../live/live-state.ts';
import { pulseOf } from '../live/series.ts';
import { nowMono } from '../live/wakeful-clock.ts';

export interface UseHistory {
  readonly caseId: string;
  /** When the View began, gateway clock. */
  readonly since: number;
  readonly wish: HistoryWish;
  readonly data: LiveData;
}

const noSubscription = () => () => undefined;

/** What was kept of some metrics, for as long as the component is shown: it goes with it, as everything of a look does. */
export function useHistory({ caseId, since, wish, data }: UseHistory): {
  readonly state: HistoryState | undefined;
  readonly again: () => void;
} {
  const latest = useRef(data);
  latest.current = data;
  const first = useRef(wish);
  const [reader, setReader] = useState<HistoryReader>();
  useEffect(() => {
    const opened = openHistory({
      wish: first.current,
      since,
      ask: (asked, signal) => askHistory(caseId, asked, signal),
      companions: () => companionsOf(latest.current),
      gatewayNow: () => gatewayNow(latest.current, nowMono()),
      nowMono,
      isSeen: () => document.visibilityState === 'visible',
      after: (ms, run) => {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
    });
    setReader(opened);
    return () => {
      opened.close();
      setReader(undefined);
    };
  }, [caseId, since]);
  useEffect(() => {
    first.current = wish;
    reader?.show(wish);
  }, [reader, wish]);
  const state = useSyncExternalStore(reader?.subscribe ?? noSubscription, () => reader?.current());
  return { state, again: () => reader?.again() };
}

export const uptimeMetric = 'device.uptime';

/** What tells of restarts, and of the device being heard at all; only what is there to be read. */
function companionsOf({ series, metrics }: LiveData): string[] {
  const pulse = pulseOf(series);
  return [...(typeof metrics.get(uptimeMetric)?.value === 'number' ? [uptimeMetric] : []), ...(pulse ? [pulse] : [])];
}
