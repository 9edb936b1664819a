import type Database from 'better-sqlite3';
import { beforeEach, describe, expect, test } from 'vitest';
import type { GrantRecord } from '../../domain/cases/records.ts';
import type { FrameBody } from '../../domain/frames.ts';
import { asId } from '../../domain/ids.ts';
import { StoreFolder } from '../testing/open-store.ts';
import { admitAnyway, batchOf, battery, everything, grant } from '../testing/records.ts';
import { JournalPass } from './archive/journal-pass.ts';
import { readBatch } from './batch-codec.ts';
import { openForWriting } from './open-database.ts';
import { type Job, type JobResult, prepareBatch } from './write-batch.ts';

const other: GrantRecord = { ...grant, id: asId('grant-other'), viewId: asId('view-other'), recording: false };
let db: Database.Database;
let write: (jobs: readonly Job[]) => readonly JobResult[];
beforeEach(() => {
  const folder = new StoreFolder();
  db = openForWriting({ file: folder.file, check: false });
  write = prepareBatch(db);
  write([{ changes: [...everything, { put: 'grant', record: other }] }]);
  return async () => {
    db.close();
    await folder.clean();
  };
});

const rows = () => db.prepare<[], Buffer>('SELECT body FROM journal ORDER BY id').pluck().all();
const kept = () => rows().map((body) => [...readBatch(body)].map(({ viewId, seq }) => `${viewId} ${seq}`));
const named = (name: string): FrameBody => ({
  lane: 'telemetry',
  samples: [{ name, dataClass: 'status', value: 1, at: 7 }],
});
const ended = (record: GrantRecord): Job => ({
  changes: [{ put: 'grant', record: { ...record, state: 'revoked', endedAt: 1_000_001 } }],
});

describe('a row of the journal', () => {
  test('is the batch as it came when all of it is stored', () => {
    const batch = batchOf([admitAnyway({ seq: 1 }), admitAnyway({ seq: 1 }, other)]);
    const bytes = Buffer.from(batch.frames.subarray(0, batch.length));
    expect(write([batch])).toEqual([{ verdicts: null }]);
    expect(rows()).toEqual([bytes]);
  });

  test('has nothing of what is refused or there already: no id, no name of a metric', () => {
    write([batchOf([admitAnyway({ seq: 1 })]), ended(other)]);
    const results = write([
      batchOf([
        admitAnyway({ seq: 1, body: named('name-of-a-duplicate') }),
        admitAnyway({ seq: 2, body: named('name-that-is-kept') }),
        admitAnyway({ seq: 3, body: named('name-that-is-refused') }, other),
      ]),
      batchOf([admitAnyway({ seq: 4 }, other)]),
    ]);
    expect(results).toEqual([{ verdicts: Uint8Array.of(1, 0, 2) }, { verdicts: Uint8Array.of(2) }]);
    expect(kept()).toEqual([['view-1 1'], ['view-1 2']]);
    const text = Buffer.concat(rows()).toString('latin1');
    expect(text).toContain('name-that-is-kept');
    expect(text).not.toMatch(/duplicate|refused|other/);
  });

  test('a grant that ends between two batches of one transaction ends what is taken', () => {
    const results = write([
      batchOf([admitAnyway({ seq: 1 }, other)]),
      ended(other),
      batchOf([admitAnyway({ seq: 2 }, other), admitAnyway({ seq: 2 })]),
      { changes: [{ put: 'grant', record: other }] },
      batchOf([admitAnyway({ seq: 3 }, other)]),
    ]);
    expect(results.filter((one) => 'verdicts' in one)).toEqual([
      { verdicts: null },
      { verdicts: Uint8Array.of(2, 0) },
      { verdicts: null },
    ]);
  });

  test('a grant that could not be written is as it was', () => {
    const record = { ...other, state: 'revoked', endedAt: 2, requestId: asId('no-such-request') } as GrantRecord;
    write([batchOf([admitAnyway({ seq: 1 }, other)])]);
    expect(write([{ changes: [{ put: 'grant', record }] }])).toEqual([
      { failed: expect.stringContaining('FOREIGN KEY') },
    ]);
    expect(write([batchOf([admitAnyway({ seq: 2 }, other)])])).toEqual([{ verdicts: null }]);
  });

  test('bytes that are no batch are refused alone, and what is remembered is read again', () => {
    write([batchOf([admitAnyway({ seq: 1 })])]);
    const batch = batchOf([admitAnyway({ seq: 2 }), admitAnyway({ seq: 3 })]);
    // The body of the second is said to be longer than there is.
    const broken = Uint8Array.from(batch.frames.subarray(0, batch.length));
    broken[broken.length - 1] = 9;
    const results = write([
      { frames: broken, length: broken.length },
      batchOf([1, 2, 3].map((seq) => admitAnyway({ seq }))),
    ]);
    expect(results).toEqual([{ failed: expect.stringContaining('damaged') }, { verdicts: Uint8Array.of(1, 0, 0) }]);
  });
});

describe('what is stored already', () => {
  const again = () => write([batchOf([2, 3, 5, 6, 7].map((seq) => admitAnyway({ seq })))])[0];
  const archived = (parts = Infinity) => {
    const pass = new JournalPass(db);
    pass.begin(1e9);
    for (let part = pass.next(); part && parts > 0; part = pass.next(), parts -= 1) write([{ archive: part }]);
  };

  test.each([
    ['by the same thread', () => undefined],
    ['by one that was started anew, from the journal', () => (write = prepareBatch(db))],
    ['from blocks', () => (archived(), (write = prepareBatch(db)))],
    ['after it has moved into blocks', () => (write([batchOf([admitAnyway({ seq: 9 })])]), archived())],
    [
      'from blocks and the journal',
      () => (archived(), write([batchOf([admitAnyway({ seq: 7 })])]), (write = prepareBatch(db))),
    ],
    ['of a View that has ended', () => write([ended(grant)])],
  ])('is known: %s', (title, then) => {
    write([batchOf([1, 2, 3, 6].map((seq) => admitAnyway({ seq })))]);
    then();
    const gone = title.includes('ended') ? 2 : 0;
    const seven = title.includes('blocks and the journal') ? 1 : gone;
    expect(again()).toEqual({ verdicts: Uint8Array.of(1, 1, gone, 1, seven) });
  });
});

describe('what the writer remembers of Views', () => {
  test('is bounded for one that boots anew with each frame: no more boots are taken, those that are known go on', () => {
    const boots = Array.from({ length: 1_001 }, (_, n) => admitAnyway({ seq: 1, boot: `b${n}` }));
    const [result] = write([batchOf(boots)]);
    expect(result).toEqual({ verdicts: Uint8Array.from(boots, (_, n) => (n < 1_000 ? 0 : 2)) });
    expect(write([batchOf([0, 1_000].map((n) => admitAnyway({ seq: 2, boot: `b${n}` })))])).toEqual([
      { verdicts: Uint8Array.of(0, 2) },
    ]);
    expect(write([batchOf([admitAnyway({ seq: 1 }, other)])])).toEqual([{ verdicts: null }]);
  });

  test('is not looked for in the journal when one has ended: frames are refused, of the latest duplicates are told', () => {
    write([batchOf([admitAnyway({ seq: 1 }), admitAnyway({ seq: 1 }, other)]), ended(other)]);
    const again = batchOf([1, 2].map((seq) => admitAnyway({ seq }, other)));
    expect(write([{ frames: Buffer.from(again.frames), length: again.length }])).toEqual([
      { verdicts: Uint8Array.of(1, 2) },
    ]);
    write = prepareBatch(db);
    expect(write([again])).toEqual([{ verdicts: Uint8Array.of(2, 2) }]);
  });

  test('is read back for one that is in force again', () => {
    write([batchOf([admitAnyway({ seq: 1 }, other)]), ended(other), batchOf([admitAnyway({ seq: 2 }, other)])]);
    write([{ changes: [{ put: 'grant', record: other }] }]);
    expect(write([batchOf([1, 2].map((seq) => admitAnyway({ seq }, other)))])).toEqual([
      { verdicts: Uint8Array.of(1, 0) },
    ]);
  });
});

describe('what is damaged', () => {
  test.each([
    ['is no batch at all', (body: Buffer) => body.fill(0), [0, 0, 0, 1, 0]],
    // One more is announced than there are.
    ['ends too early', (body: Buffer) => body.writeUInt32LE(3, body.length - 4), [1, 1, 0, 1, 0]],
  ] as const)('of the journal refuses nothing to a writer that is started anew: a row that %s', (_, hurt, told) => {
    write([batchOf([1, 2].map((seq) => admitAnyway({ seq })))]);
    write([batchOf([admitAnyway({ seq: 4 }), admitAnyway({ seq: 1 }, other)])]);
    const body = rows()[0] ?? Buffer.alloc(0);
    hurt(body);
    db.prepare('UPDATE journal SET body = ? WHERE id = 1').run(body);
    write = prepareBatch(db);
    const all = [1, 2, 3, 4].map((seq) => admitAnyway({ seq }));
    expect(write([batchOf([...all, admitAnyway({ seq: 2 }, other)])])).toEqual([{ verdicts: Uint8Array.from(told) }]);
    expect(write([batchOf([admitAnyway({ seq: 1 }, other), ...all])])).toEqual([
      { verdicts: Uint8Array.of(1, 1, 1, 1, 1) },
    ]);
  });

  test('of a block’s index refuses nothing either', () => {
    write([batchOf([admitAnyway({ seq: 1 })])]);
    const pass = new JournalPass(db);
    pass.begin(1e9);
    for (let part = pass.next(); part; part = pass.next()) write([{ archive: part }]);
    db.exec("UPDATE blocks SET boots = '{'");
    write = prepareBatch(db);
    expect(write([batchOf([admitAnyway({ seq: 2 }), admitAnyway({ seq: 3 }, other)])])).toEqual([{ verdicts: null }]);
  });
});

describe('a View that is dropped', () => {
  const drop = () => {
    for (let slices = 1; ; slices += 1) {
      const [result] = write([{ drop: other.viewId }]);
      if (result && 'left' in result && !result.left) return slices;
    }
  };

  test('is cut out of the rows that others share, and goes from blocks and rollups', () => {
    const both = (seq: number) =>
      batchOf([
        admitAnyway({ seq, body: named('theirs') }, other),
        admitAnyway({ seq, body: named('ours') }),
        admitAnyway({ seq: seq + 1, body: battery('secret') }, other),
      ]);
    write([both(1), batchOf([admitAnyway({ seq: 3, body: named('theirs') }, other)]), both(5)]);
    const pass = new JournalPass(db);
    pass.begin(1);
    for (let part = pass.next(); part; part = pass.next()) write([{ archive: part }]);
    const count = (table: string) =>
      db.prepare(`SELECT count(*) FROM ${table} WHERE view_id = ?`).pluck().get(other.viewId);
    expect([count('blocks'), count('rollups')]).not.toContain(0);
    write([ended(other)]);
    drop();
    expect([count('blocks'), count('rollups')]).toEqual([0, 0]);
    expect(kept()).toEqual([['view-1 5']]);
    const text = Buffer.concat(rows()).toString('latin1');
    expect(text).toContain('ours');
    expect(text).not.toMatch(/theirs|secret|other/);
    expect(write([batchOf([admitAnyway({ seq: 5 }), admitAnyway({ seq: 5 }, other)])])).toEqual([
      { verdicts: Uint8Array.of(1, 2) },
    ]);
  });

  test.each([
    ['cannot be read, and names it', other, [['view-1 2']]],
    ['cannot be read, and does not name it', grant, undefined],
  ])('goes to its end past a row that %s', (_, of, left) => {
    write([batchOf([admitAnyway({ seq: 1 }), admitAnyway({ seq: 1 }, of)])]);
    write([batchOf([admitAnyway({ seq: 2 }), admitAnyway({ seq: 2 }, other)])]);
    const [hurt = Buffer.alloc(0)] = rows();
    hurt.writeUInt32LE(9, hurt.length - 4);
    db.prepare('UPDATE journal SET body = ? WHERE id = 1').run(hurt);
    write([ended(other)]);
    drop();
    if (left) expect(kept()).toEqual(left);
    else expect(rows()[0]).toEqual(hurt);
    expect(Buffer.concat(rows()).toString('latin1')).not.toContain('other');
  });

  test('with others goes in one pass, and leaves whoever stays as it was', () => {
    const third: GrantRecord = { ...other, id: asId('grant-third'), viewId: asId('view-third') };
    write([{ changes: [{ put: 'grant', record: third }] }]);
    const ours = [3, 1, 2].map((seq) =>
      admitAnyway({ seq, receivedAt: 1_000_000 - seq, body: seq === 1 ? battery('one') : named(`ours-${seq}`) }),
    );
    const theirs = [other, third].flatMap((of) => [1, 2].map((seq) => admitAnyway({ seq, body: named('theirs') }, of)));
    const mixed = ours.flatMap((frame, at) => [...theirs.slice(at, at + 2), frame]);
    write([batchOf(mixed), ended(other), ended(third)]);
    const before = rows().flatMap((body) => [...readBatch(body)].filter(({ viewId }) => viewId === grant.viewId));
    expect(write([{ drop: [other.viewId, third.viewId] }])).toEqual([{ left: false }]);
    const after = rows().flatMap((body) => [...readBatch(body)]);
    expect(after).toEqual(before);
    expect(after.map(({ body }) => body)).toEqual(ours.map(({ body }) => body));
    expect(Buffer.concat(rows()).toString('latin1')).not.toMatch(/other|third|theirs/);
  });

  test('while its grant is active may be sent again, and is stored again, once', () => {
    const again = () => write([batchOf([1, 2].map((seq) => admitAnyway({ seq }, other)))]);
    expect(again()).toEqual([{ verdicts: null }]);
    drop();
    expect(kept()).toEqual([]);
    expect([again(), again()]).toEqual([[{ verdicts: null }], [{ verdicts: Uint8Array.of(1, 1) }]]);
  });

  test('a little at a time, others being written in between', () => {
    const frames = Array.from({ length: 40 }, (_, n) =>
      admitAnyway({ seq: n + 1, body: battery('x'.repeat(50_000)) }, other),
    );
    for (let from = 0; from < 40; from += 5) write([batchOf(frames.slice(from, from + 5))]);
    write([ended(other), { drop: other.viewId }]);
    expect(kept().flat().length).toBeGreaterThan(0);
    expect(write([batchOf([admitAnyway({ seq: 1 })])])).toEqual([{ verdicts: null }]);
    expect(drop()).toBeGreaterThan(2);
    expect(kept()).toEqual([['view-1 1']]);
  });
});
