import { join, resolve } from 'node:path';
import type { AdmittedFrame } from '../../domain/consent/admit.ts';
import type { History, HistoryQuery } from '../../domain/history.ts';
import type { BrandId, CaseId, DeviceId, GrantId, LinkId, PersonId, RequestId, ViewId } from '../../domain/ids.ts';
import type {
  AuditLog,
  BackgroundStore,
  CaseSearch,
  CaseStore,
  Change,
  DeviceStore,
  GrantStore,
  Ledger,
  PeopleStore,
  SaveResult,
} from '../../ports/records.ts';
import type { CommitVerdict, FrameStore, HistoryStore, StoredFrame } from '../../ports/frames.ts';
import { StoreUnavailable } from '../store-errors.ts';
import { Archive } from './archive/archive.ts';
import type { Retention } from './archive/retention.ts';
import { chainCheckStart } from './audit-chain.ts';
import { buffersOf, GroupCommit } from './group-commit.ts';
import { keyedAction } from './keyed-action.ts';
import type { Queries } from './queries.ts';
import type { Query } from './reader-thread.ts';
import type { Place } from './read-frames.ts';
import type { ArchivePass } from './stored-entry.ts';
import { type RunningThread, SupervisedThread } from './supervised-thread.ts';
import type { Job, JobResult } from './write-batch.ts';

const maxWaiting = 20_000;
const maxWaitingBytes = 64 * 1024 * 1024;
const maxBatch = 2_000;
const maxBatchBytes = 4 * 1024 * 1024;
/** Of bytes that a reader parses in some ten milliseconds: nobody else is kept waiting, and it is never silent for long. */
const framesPage = { rows: 500, bytes: 2_000_000 } as const;
const eventsAPage = 5_000;

export interface SqliteStoreOptions {
  /** Holds `diag.sqlite`; made when missing (0700). */
  readonly folder: string;
  /** A thread fell, or could not be started again; frames could not be written. The store goes on trying by itself. */
  readonly onFailure: (error: Error) => void;
  /** Silence after which a thread is taken for hung: what waits for it is rejected. */
  readonly writeDeadlineMs?: number;
  /** For how long what Views have is kept at most; without it as long as the View. */
  readonly retention?: Retention;
  /** Wall time that retention goes by, epoch ms. */
  readonly now?: () => number;
}

/** `failing`: store-writer, store-reader, store-archiver, store-history; several with commas. */
export interface StoreHealth {
  readonly ok: boolean;
  readonly failing?: string;
  /** Blocks, rows and roll-ups that could not be read; each was told once. */
  readonly damaged?: number;
}

/**
 * SQLite in `{folder}/diag.sqlite`: WAL, synchronous FULL, one thread that writes and one that reads; when needed, one that archives
 * and one that reads history.
 * @throws StoreUnusable when the file is damaged, newer than this program, or of something else; it is left untouched.
 */
export async function openSqliteStore(options: SqliteStoreOptions): Promise<SqliteStore> {
  const common = {
    file: join(resolve(options.folder), 'diag.sqlite'),
    silenceMs: options.writeDeadlineMs ?? 5_000,
    onFailure: options.onFailure,
  };
  // One after the other: the file exists once the writer is up.
  const writer = await SupervisedThread.open<readonly Job[]>({
    ...common,
    name: 'writer',
    entry: new URL('./writer-thread.ts', import.meta.url),
  });
  try {
    const reader = await SupervisedThread.open<Query>({
      ...common,
      name: 'reader',
      entry: new URL('./reader-thread.ts', import.meta.url),
    });
    return new SqliteStore({ writer, reader, ...common, ...options });
  } catch (error) {
    await writer.close();
    throw error;
  }
}

/** Every method rejects with StoreUnavailable while its thread is down, after `close`, and when the queue is full. */
export class SqliteStore
  implements
    Ledger,
    PeopleStore,
    DeviceStore,
    CaseStore,
    GrantStore,
    BackgroundStore,
    FrameStore,
    HistoryStore,
    AuditLog
{
  readonly #writer: SupervisedThread<readonly Job[]>;
  readonly #reader: SupervisedThread<Query>;
  readonly #queue: GroupCommit;
  readonly #past: Archive;
  #closing: Promise<void> | undefined;
  /** One drop after the other, a slice at a time: many Views that end together must not make one batch that is long. */
  #dropping: Promise<void> = Promise.resolve();
  /** Those that end meanwhile go together next: they cost one pass over the journal. */
  #nextDrop: { readonly viewIds: Set<ViewId>; readonly dropped: Promise<void> } | undefined;

  constructor(
    options: SqliteStoreOptions & {
      readonly writer: SupervisedThread<readonly Job[]>;
      readonly reader: SupervisedThread<Query>;
      readonly file: string;
    },
  ) {
    const { writer, reader } = options;
    this.#writer = writer;
    this.#reader = reader;
    this.#queue = new GroupCommit({
      write: async (jobs) => {
        const results = (await writer.ask(jobs, jobs.flatMap(buffersOf))) as readonly JobResult[];
        for (const [index, job] of jobs.entries()) tellFault(job, results[index], options.onFailure);
        return results;
      },
      maxWaiting,
      maxWaitingBytes,
      maxBatch,
      maxBatchBytes,
    });
    this.#past = new Archive({
      ...options,
      size: async () => this.#read('journalSize'),
      write: async (pass) => this.archive(pass),
    });
  }

  /** The threads as they run now, to look at or to end: whatever ends one, another takes its place. */
  get threads(): Readonly<Record<'writer' | 'reader' | 'archiver' | 'history', RunningThread | undefined>> {
    return { writer: this.#writer.running, reader: this.#reader.running, ...this.#past.threads };
  }

  health(): StoreHealth {
    const failing = [
      ...(this.#writer.up ? [] : ['store-writer']),
      ...(this.#reader.up ? [] : ['store-reader']),
      ...this.#past.failing(),
    ];
    const damaged = this.#past.damaged;
    return {
      ...(failing.length === 0 ? { ok: true } : { ok: false, failing: failing.join(', ') }),
      ...(damaged > 0 ? { damaged } : {}),
    };
  }

  /** Takes nothing new, writes and answers what was asked, closes the file. */
  async close(): Promise<void> {
    this.#closing ??= (async () => {
      await this.#past.close();
      await this.#queue.drained();
      await this.#reader.close();
      await this.#writer.close();
    })();
    await this.#closing;
  }

  async save(changes: readonly Change[]): Promise<SaveResult> {
    if (changes.length === 0) return { ok: true };
    const result = await this.#write({ changes });
    if ('saved' in result) return result.saved;
    throw new Error(`The store refused a change: ${'failed' in result ? result.failed : 'no answer to it'}`);
  }

  async commit(frames: readonly AdmittedFrame[]): Promise<readonly CommitVerdict[]> {
    if (frames.length === 0) return [];
    this.#assertOpen();
    return this.#queue.commit(frames);
  }

  readonly history = async (query: HistoryQuery): Promise<History> => this.#past.history(query);

  /** Makes blocks of all that is in the journal by now, which happens by itself as well. */
  async compact(): Promise<void> {
    await this.#past.compact();
    // What was left of Views that have ended went with it.
    await this.archive({ upTo: 0, replaced: [], blocks: [], rollups: [], emptyLog: true });
  }

  /** Drops what is older than it may be, which happens every hour as well. */
  async dropOld(): Promise<void> {
    await this.#past.dropOld();
  }

  /** What a pass over the journal made of it, whole or not at all. */
  async archive(pass: ArchivePass): Promise<void> {
    const result = await this.#write({ archive: pass });
    if (!('archived' in result))
      throw new Error(`The store refused a pass: ${'failed' in result ? result.failed : 'no answer to it'}`);
  }

  /** That it is written with these keys from now on, unless it says so already. `at`: epoch ms. */
  async markKeys(fingerprint: string, at: number): Promise<void> {
    if ((await this.keyUse()).fingerprint === fingerprint) return;
    const nobody = { brandId: null, caseId: null, deviceId: null };
    const event = { at, actor: 'system', action: keyedAction, ...nobody, detail: { fingerprint } };
    await this.save([{ append: 'audit', event }]);
  }

  async *framesOfView(viewId: ViewId, newestBytes?: number): AsyncGenerator<readonly StoredFrame[], void, undefined> {
    let after: Place | null = { count: 0 };
    if (newestBytes !== undefined) after = await this.#read('beforeNewest', viewId, newestBytes);
    while (after !== null) {
      const page: ReturnType<Queries['framesOfView']> = await this.#read('framesOfView', viewId, after, framesPage);
      yield page.frames;
      after = page.next;
    }
  }

  async dropView(viewId: ViewId): Promise<void> {
    this.#nextDrop ??= this.#dropTogether(new Set());
    const { viewIds, dropped } = this.#nextDrop;
    viewIds.add(viewId);
    await dropped;
  }

  async verify(): Promise<boolean> {
    let check = chainCheckStart;
    while (!check.done) check = await this.#read('checkAudit', check, eventsAPage);
    return check.whole;
  }

  readonly eventsOfCase = async (caseId: CaseId) => this.#read('eventsOfCase', caseId);

  readonly brands = async () => this.#read('brands');
  readonly person = async (id: PersonId) => this.#read('person', id);
  readonly personBySignInName = async (signInName: string) => this.#read('personBySignInName', signInName);
  readonly people = async () => this.#read('people');
  readonly invitation = async (tokenHash: string) => this.#read('invitation', tokenHash);
  readonly session = async (tokenHash: string) => this.#read('session', tokenHash);
  readonly sessionsOfPerson = async (id: PersonId) => this.#read('sessionsOfPerson', id);

  readonly device = async (id: DeviceId) => this.#read('device', id);
  readonly findDevices = async (query: { readonly brandIds: readonly BrandId[]; readonly find?: string }) =>
    this.#read('findDevices', query);
  readonly devicesBySerials = async (brandId: BrandId, serials: readonly string[]) =>
    this.#read('devicesBySerials', brandId, serials);
  readonly link = async (id: LinkId) => this.#read('link', id);
  readonly links = async (brandIds: readonly BrandId[]) => this.#read('links', brandIds);
  readonly childrenOfLink = async (id: LinkId) => this.#read('childrenOfLink', id);

  readonly case = async (id: CaseId) => this.#read('case', id);
  readonly cases = async (query: CaseSearch) => this.#read('cases', query);
  readonly openCasesOfAgent = async (id: PersonId) => this.#read('openCasesOfAgent', id);
  readonly openCasesOfDevice = async (id: DeviceId) => this.#read('openCasesOfDevice', id);
  readonly request = async (id: RequestId) => this.#read('request', id);
  readonly requestsOfCase = async (caseId: CaseId) => this.#read('requestsOfCase', caseId);
  readonly findingsOfCase = async (caseId: CaseId) => this.#read('findingsOfCase', caseId);
  readonly newestRequest = async (caseId: CaseId) => this.#read('newestRequest', caseId);
  readonly pendingRequests = async (deviceId: DeviceId, now: number) => this.#read('pendingRequests', deviceId, now);
  readonly requestByLink = async (tokenHash: string) => this.#read('requestByLink', tokenHash);
  readonly requestByDigits = async (digitsHash: string, now: number) => this.#read('requestByDigits', digitsHash, now);

  readonly grant = async (id: GrantId) => this.#read('grant', id);
  readonly newestGrant = async (caseId: CaseId) => this.#read('newestGrant', caseId);
  readonly grantsOfCase = async (caseId: CaseId) => this.#read('grantsOfCase', caseId);
  readonly activeGrants = async () => this.#read('activeGrants');
  readonly backgroundGrant = async (id: GrantId) => this.#read('backgroundGrant', id);
  readonly backgroundGrantsOfDevice = async (id: DeviceId) => this.#read('backgroundGrantsOfDevice', id);
  readonly activeBackgroundGrants = async () => this.#read('activeBackgroundGrants');
  readonly onsetsOfView = async (id: ViewId) => this.#read('onsetsOfView', id);
  readonly newestRecordAt = async () => this.#read('newestRecordAt');
  readonly copiedAt = async () => this.#read('copiedAt');
  /** Which keys it was written with, by what `markKeys` said last, and whether anybody in it needs them. */
  readonly keyUse = async () => this.#read('keyUse');
  readonly unreadableGrants = async () => this.#read('unreadableGrants');

  #dropTogether(viewIds: Set<ViewId>) {
    const dropped = this.#dropping.then(async () => {
      this.#nextDrop = undefined;
      while (await this.#dropSlice([...viewIds]));
    });
    this.#dropping = dropped.catch(() => undefined);
    return { viewIds, dropped };
  }

  async #dropSlice(viewIds: readonly ViewId[]): Promise<boolean> {
    const result = await this.#write({ drop: viewIds });
    if ('left' in result) return result.left;
    throw new Error(`The store refused to drop Views: ${'failed' in result ? result.failed : 'no answer to it'}`);
  }

  #assertOpen(): void {
    if (this.#closing) throw new StoreUnavailable('closed', 'the store is being closed');
  }

  async #write(job: Job): Promise<JobResult> {
    this.#assertOpen();
    return this.#queue.add(job);
  }

  async #read<Name extends keyof Queries>(
    name: Name,
    ...args: Parameters<Queries[Name]>
  ): Promise<ReturnType<Queries[Name]>> {
    this.#assertOpen();
    return (await this.#reader.ask({ name, args })) as ReturnType<Queries[Name]>;
  }
}

/** Whoever sent the frames sends them again and again: that they are no one's but this program's fault is said each time. */
function tellFault(job: Job, result: JobResult | undefined, tell: SqliteStoreOptions['onFailure']): void {
  if ('frames' in job && result && 'failed' in result) tell(new Error(`Frames were not written: ${result.failed}`));
}
