import type { Writable } from 'node:stream';

/** To be called before a write: whatever is written in this turn leaves in one write at its end. */
export function oneWriteATurn(socket: Writable): () => void {
  let gathers = false;
  const leave = (): void => {
    gathers = false;
    socket.uncork();
  };
  return () => {
    if (gathers) return;
    gathers = true;
    socket.cork();
    process.nextTick(leave);
  };
}
