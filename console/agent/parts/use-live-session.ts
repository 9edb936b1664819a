import { useEffect, useState, useSyncExternalStore } from 'react';
import { askLiveTicket } from '../api/case-queries.ts';
import { ApiProblem } from '../api/client.ts';
import {
  type LivePhase,
  type LiveSession,
  type LiveSocket,
  openLiveSession,
  type TicketAnswer,
} from '../live/live-session.ts';
import { nowMono } from '../live/wakeful-clock.ts';

const connecting: LivePhase = { kind: 'connecting' };
const noSubscription = () => () => undefined;

/** The live session of a case for as long as the component is shown. */
export function useLiveSession(caseId: string): { readonly phase: LivePhase; readonly dismiss: (key: string) => void } {
  const [session, setSession] = useState<LiveSession>();
  useEffect(() => {
    const opened = openLiveSession({
      askTicket: () => ticketFor(caseId),
      openSocket,
      nowMono,
      after: (ms, run) => {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
    });
    setSession(opened);
    return () => {
      opened.close();
      setSession(undefined);
    };
  }, [caseId]);
  const phase = useSyncExternalStore(session?.subscribe ?? noSubscription, () => session?.current() ?? connecting);
  return { phase, dismiss: (key) => session?.dismiss(key) };
}

async function ticketFor(caseId: string): Promise<TicketAnswer> {
  try {
    const { ticket } = await askLiveTicket(caseId);
    return { kind: 'ticket', ticket };
  } catch (error) {
    const mayPass = !(error instanceof ApiProblem) || error.status === 0 || error.status === 429 || error.status >= 500;
    return mayPass ? { kind: 'unreachable' } : { kind: 'refused', words: error.message };
  }
}

function openSocket(query: Readonly<Record<string, string>>): LiveSocket {
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
  const socket = new WebSocket(`${scheme}://${location.host}/api/v1/live?${new URLSearchParams(query)}`);
  socket.binaryType = 'arraybuffer';
  return socket as LiveSocket;
}
