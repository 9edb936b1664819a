import { type InspectorNotification, Session } from 'node:inspector';

/** A function and the share of its thread's samples in which it was the innermost. */
export interface TopFunction {
  readonly name: string;
  readonly share: number;
}
export interface ThreadProfile {
  readonly thread: string;
  /** Not idle, s. */
  readonly busySeconds: number;
  readonly top: readonly TopFunction[];
}

interface CallFrame {
  readonly functionName: string;
  readonly url: string;
  readonly lineNumber: number;
}
interface Profile {
  readonly nodes: readonly { readonly id: number; readonly callFrame: CallFrame }[];
  readonly samples?: readonly number[];
  readonly timeDeltas?: readonly number[];
}
interface WorkerAnswer {
  readonly id?: number;
  readonly result?: { readonly profile?: Profile };
}

const samplingMicroseconds = 500;
const topFunctions = 25;

/** Profiles the main thread and every worker thread, as `--cpu-prof` would, but only while it is told to. */
export class ThreadProfiler {
  readonly #session = new Session();
  readonly #workers = new Map<string, string>();
  readonly #answers = new Map<string, (answer: WorkerAnswer) => void>();
  #lastId = 0;
  #attached = false;

  constructor() {
    this.#session.connect();
  }

  async start(): Promise<void> {
    await this.#attach();
    await this.#everywhere('Profiler.enable');
    await this.#everywhere('Profiler.setSamplingInterval', { interval: samplingMicroseconds });
    await this.#everywhere('Profiler.start');
  }

  async stop(): Promise<readonly ThreadProfile[]> {
    const workers = [...this.#workers].map(async ([sessionId, name]) => {
      const { result } = await this.#askWorker(sessionId, 'Profiler.stop');
      return summary(name, result?.profile);
    });
    const main = this.#post('Profiler.stop').then((result) =>
      summary('main', (result as { profile: Profile }).profile),
    );
    return Promise.all([main, ...workers]);
  }

  /** Unlike gc(), this also gives pages back that hold little. */
  async collectGarbage(): Promise<void> {
    await this.#post('HeapProfiler.collectGarbage');
  }

  async #attach(): Promise<void> {
    if (this.#attached) return;
    this.#attached = true;
    this.#session.on('NodeWorker.attachedToWorker', ({ params }: InspectorNotification<AttachedToWorker>) =>
      this.#workers.set(params.sessionId, nameOf(params.workerInfo)),
    );
    this.#session.on('NodeWorker.detachedFromWorker', ({ params }) => this.#workers.delete(params.sessionId));
    this.#session.on('NodeWorker.receivedMessageFromWorker', ({ params }) => {
      const answer = JSON.parse(params.message) as WorkerAnswer;
      this.#answers.get(`${params.sessionId} ${answer.id}`)?.(answer);
    });
    await this.#post('NodeWorker.enable', { waitForDebuggerOnStart: false });
  }

  async #everywhere(method: string, params: object = {}): Promise<void> {
    const workers = [...this.#workers.keys()].map((sessionId) => this.#askWorker(sessionId, method, params));
    await Promise.all([this.#post(method, params), ...workers]);
  }

  async #askWorker(sessionId: string, method: string, params: object = {}): Promise<WorkerAnswer> {
    this.#lastId += 1;
    const id = this.#lastId;
    const answered = new Promise<WorkerAnswer>((resolve) => this.#answers.set(`${sessionId} ${id}`, resolve));
    await this.#post('NodeWorker.sendMessageToWorker', { sessionId, message: JSON.stringify({ id, method, params }) });
    return answered;
  }

  #post(method: string, params: object = {}): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.#session.post(method, params, (error, result) => (error ? reject(error) : resolve(result)));
    });
  }
}

interface AttachedToWorker {
  readonly sessionId: string;
  readonly workerInfo: { readonly url: string; readonly title: string };
}

/** By its file, or by what it was called when its program came from no file. */
function nameOf({ url, title }: AttachedToWorker['workerInfo']): string {
  return (url.split('/').at(-1) ?? '').replace(/\.(ts|mjs|js)$/, '') || title;
}

/** By self time; what the thread waited is left out. */
function summary(thread: string, profile: Profile | undefined): ThreadProfile {
  const frames = new Map(profile?.nodes.map(({ id, callFrame }) => [id, callFrame]));
  const microseconds = new Map<string, number>();
  let busy = 0;
  profile?.samples?.forEach((id, index) => {
    const frame = frames.get(id);
    if (!frame || frame.functionName === '(idle)' || frame.functionName === '(root)') return;
    const spent = Math.max(0, profile.timeDeltas?.[index + 1] ?? 0);
    const name = nameFrame(frame);
    busy += spent;
    microseconds.set(name, (microseconds.get(name) ?? 0) + spent);
  });
  const top = [...microseconds]
    .sort(([, one], [, other]) => other - one)
    .slice(0, topFunctions)
    .map(([name, spent]) => ({ name, share: spent / busy }));
  return { thread, busySeconds: busy / 1e6, top };
}

function nameFrame({ functionName, url, lineNumber }: CallFrame): string {
  const place = url.split('/').slice(-2).join('/');
  return `${functionName || '(anonymous)'}${place ? `  ${place}${lineNumber > 0 ? `:${lineNumber + 1}` : ''}` : ''}`;
}
