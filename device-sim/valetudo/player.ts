import { type LinkCredentials, play, waitFor } from '../recordings/player.ts';
import { type PlayedDialect, readRun, type RunName, runNames } from './recording.ts';

export interface ValetudoCredentials extends LinkCredentials {
  /** Where its topics begin, for example `valetudo/robot`: the device's key on its link is the last level. */
  readonly homieRoot: string;
}

export interface PlayOptions {
  readonly credentials: ValetudoCredentials;
  /** mqtt://host:port */
  readonly gatewayUrl: string;
  /** `both` when not given, as Valetudo is delivered. */
  readonly dialect?: PlayedDialect;
  /** How many times faster than recorded; pauses too. */
  readonly speed?: number;
  /** Ends it: the vacuum is stopped cleanly, as recorded. */
  readonly signal?: AbortSignal;
  /** In this order; both when not given. */
  readonly runs?: readonly RunName[];
  /** Again and again, 5 s after each run, until aborted. */
  readonly loop?: boolean;
  /** Second of the first run at which to begin; what comes before is published at once, for it holds the description. */
  readonly from?: number;
}

const pauseMs = 5_000;

/** Publishes the recording as the recorded vacuum did: one connection a run, with the will `$state` = lost. */
export async function playValetudo(options: PlayOptions): Promise<void> {
  const { credentials, gatewayUrl, signal, speed = 1, runs = runNames, dialect = 'both' } = options;
  const { homieRoot: root } = credentials;
  const aborted = () => signal?.aborted === true;
  const state = `${root}/$state`;
  let fromMs = (options.from ?? 0) * 1000;
  do {
    for (const name of runs) {
      if (aborted()) return;
      await play({
        ...readRun(name, { root, dialect }),
        credentials,
        gatewayUrl,
        fromMs,
        speed,
        will: { topic: state, payload: 'lost' },
        farewell: { topic: state, payload: 'disconnected' },
        ...(signal ? { signal } : {}),
      });
      fromMs = 0;
      await waitFor(pauseMs / speed, signal);
    }
  } while (options.loop && !aborted());
}
