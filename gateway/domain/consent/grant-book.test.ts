import { expect, it } from 'vitest';
import { asId } from '../ids.ts';
import { GrantBook } from './grant-book.ts';
import type { GrantView } from './grant-view.ts';

function grantOf(name: string, deviceId = 'device'): GrantView {
  return {
    grantId: asId(name),
    viewId: asId(`view-${name}`),
    caseId: null,
    deviceId: asId(deviceId),
    viewerId: null,
    active: true,
    classMask: 1,
    operationClasses: [],
    backlog: false,
    startEpoch: 0,
    endEpoch: null,
    monotonicStart: 0,
    expiresAt: 1_000,
    monotonicDeadline: 1_000,
  };
}
const [a, b, c] = [grantOf('a'), grantOf('b'), grantOf('c', 'another')];

function bookOf(...grants: readonly GrantView[]): GrantBook {
  const book = new GrantBook();
  for (const grant of grants) book.put(grant);
  return book;
}

it('knows what is in force by device and by View, in the order in which it was put', () => {
  const book = bookOf(a, b, c);
  expect(book.all()).toEqual([a, b, c]);
  expect([book.ofDevice(a.deviceId), book.ofDevice(c.deviceId)]).toEqual([[a, b], [c]]);
  expect([book.ofView(b.viewId), book.ofView(asId('none'))]).toEqual([b, undefined]);
  expect(book.ofDevice(asId('none'))).toEqual([]);
});

it('a grant that is put again takes the place of itself', () => {
  const book = bookOf(a, b);
  const moved = { ...a, viewId: c.viewId, deviceId: c.deviceId };
  book.put(moved);
  expect(book.all()).toEqual([b, moved]);
  expect([book.ofDevice(a.deviceId), book.ofDevice(c.deviceId)]).toEqual([[b], [moved]]);
  expect([book.ofView(a.viewId), book.ofView(c.viewId)]).toEqual([undefined, moved]);
});

it('an end takes the grant out everywhere, once, and says what it was', () => {
  const book = bookOf(a, b, c);
  expect([book.hasEnded(a.grantId), book.end(a.grantId), book.end(a.grantId)]).toEqual([false, a, undefined]);
  expect([book.all(), book.ofDevice(a.deviceId), book.ofView(a.viewId)]).toEqual([[b, c], [b], undefined]);
  expect([book.hasEnded(a.grantId), book.hasEnded(b.grantId)]).toEqual([true, false]);
  expect(book.end(b.grantId)).toBe(b);
  expect(book.ofDevice(a.deviceId)).toEqual([]);
});

it('remembers an end of what it never had, and of very many the latest', () => {
  const book = new GrantBook();
  const ended = Array.from({ length: 10_001 }, (_, n) => book.end(asId(`g-${n}`)));
  expect(new Set(ended)).toEqual(new Set([undefined]));
  expect([0, 1, 10_000].map((n) => book.hasEnded(asId(`g-${n}`)))).toEqual([false, true, true]);
});

it('to put or to end one grant it looks at none of the others but those of its device', () => {
  let looks = 0;
  const many = Array.from({ length: 1_000 }, (_, n) => {
    const grant = grantOf(`g-${n}`, `d-${n}`);
    return Object.defineProperty(grant, 'grantId', { get: () => ((looks += 1), asId(`g-${n}`)) });
  });
  const book = bookOf(...many);
  for (let n = 0; n < many.length; n += 1) book.end(asId(`g-${n}`));
  expect(book.all()).toEqual([]);
  expect(looks).toBeLessThanOrEqual(5 * many.length);
});
