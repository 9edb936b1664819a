import { useCallback, useMemo, useRef, useState } from 'react';
import type { HistorySpan } from '../live/history-span.ts';
import { type Opened, withOpened, withoutOpened } from '../live/opened-history.ts';

export interface OpenedHistory extends Opened {
  readonly span: HistorySpan;
  /** Grows each time that it is asked for, so that it comes into sight. */
  readonly asked: number;
  readonly open: (...names: readonly string[]) => void;
  /** Beside what is open: nothing moves. */
  readonly add: (name: string) => void;
  readonly remove: (name: string) => void;
  readonly setSpan: (span: HistorySpan) => void;
  /** And back to where it was opened. */
  readonly close: () => void;
}

const none: Opened = { names: [], madeRoom: undefined };

/** Which values' history is open: names alone, nothing of the device. */
export function useOpenedHistory(): OpenedHistory {
  const [opened, setOpened] = useState(none);
  const [span, setSpan] = useState<HistorySpan>('all');
  const [asked, setAsked] = useState(0);
  const opener = useRef<Element>(null);
  const open = useCallback((...names: readonly string[]) => {
    opener.current = document.activeElement;
    setOpened((before) => names.reduce(withOpened, before));
    setAsked((count) => count + 1);
  }, []);
  const add = useCallback((name: string) => setOpened((before) => withOpened(before, name)), []);
  const remove = useCallback((name: string) => setOpened((before) => withoutOpened(before, name)), []);
  const close = useCallback(() => {
    setOpened(none);
    if (opener.current instanceof HTMLElement) opener.current.focus();
  }, []);
  return useMemo(
    () => ({ ...opened, span, asked, open, add, remove, setSpan, close }),
    [opened, span, asked, open, add, remove, close],
  );
}
