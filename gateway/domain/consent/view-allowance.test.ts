import { describe, expect, it } from 'vitest';
import { at, grantRecord } from '../../../test/support/consent-vectors.ts';
import type { FrameBody } from '../frames.ts';
import { asId } from '../ids.ts';
import { admit, type AdmittedFrame } from './admit.ts';
import { compileGrant } from './grant-view.ts';
import { storedBytes, ViewAllowance, viewAllowance } from './view-allowance.ts';

const now = 1_000_000;
const oneSample: FrameBody = {
  lane: 'telemetry',
  samples: [{ name: 'battery.level', dataClass: 'status', value: 55.5, at: 1_800_000_000_000 }],
};

function frame(body: FrameBody = oneSample, viewId = 'view-1'): AdmittedFrame {
  const grant = { ...compileGrant(grantRecord, at(now)), viewId: asId<AdmittedFrame['viewId']>(viewId), classMask: -1 };
  const [admitted] = admit(
    {
      deviceId: grant.deviceId,
      source: 'telemetry',
      bootId: asId('b1'),
      seq: 1,
      epoch: 2,
      kind: 'live',
      receivedAt: now,
      body,
    },
    [grant],
    at(now),
  );
  if (!admitted) throw new Error('Not admitted');
  return admitted;
}
const takes = (allowance: ViewAllowance, count: number, monotonicMs: number, one = frame()) =>
  Array.from({ length: count }, () => allowance.take(one, monotonicMs)).filter(Boolean).length;

describe('the allowance of a View', () => {
  it('takes so many messages at once, and so many a minute after that', () => {
    const allowance = new ViewAllowance();
    expect(takes(allowance, 10_000, 0)).toBe(viewAllowance.messagesAtOnce);
    expect(takes(allowance, 10_000, 30_000)).toBe(viewAllowance.messagesAMinute / 2);
    expect(takes(allowance, 10_000, 24 * 3_600_000)).toBe(viewAllowance.messagesAtOnce);
  });

  it('counts the bytes that a frame takes in the store', () => {
    const allowance = new ViewAllowance();
    const big = frame({
      lane: 'telemetry',
      samples: Array.from({ length: 5_800 }, () => ({ ...sampleOf(oneSample) })),
    });
    const bytes = storedBytes(big.body);
    expect(takes(allowance, 1_000, 0, big)).toBe(Math.floor(viewAllowance.bytesAtOnce / bytes));
    expect(takes(allowance, 1, 0), 'a small one still fits').toBe(1);
  });

  it('is each View’s own, and is forgotten with it', () => {
    const allowance = new ViewAllowance();
    takes(allowance, 10_000, 0);
    expect(allowance.take(frame(oneSample, 'view-2'), 0)).toBe(true);
    allowance.keepOnly((viewId) => viewId === 'view-2');
    expect(allowance.size).toBe(1);
  });

  const bodies: readonly FrameBody[] = [
    oneSample,
    { lane: 'telemetry', samples: Array.from({ length: 500 }, () => sampleOf(oneSample)) },
    {
      lane: 'log',
      entries: Array.from({ length: 20 }, () => ({
        at: now,
        level: 'info',
        source: 's',
        text: '\u0000'.repeat(2_000),
      })),
    },
    { lane: 'log', entries: [{ at: now, level: 'info', source: 's', text: '清扫'.repeat(500) }] },
    {
      lane: 'error',
      complete: true,
      errors: Array.from({ length: 50 }, () => ({ channel: 'main', code: '12', raised: true, detail: '"', at: now })),
    },
    { lane: 'firmware', samples: [], slots: [{ name: 'a', version: '1.2.3', state: 'confirmed' }] },
  ];
  it.each(bodies.map((body) => [body.lane, body] as const))(
    'weighs a body of lane %s within a third',
    (_lane, body) => {
      const stored = new TextEncoder().encode(JSON.stringify(body)).length;
      expect(storedBytes(body) / stored).toBeGreaterThan(0.67);
      expect(storedBytes(body) / stored).toBeLessThan(1.5);
    },
  );
});

function sampleOf(body: FrameBody) {
  const sample = body.lane === 'telemetry' ? body.samples[0] : undefined;
  if (!sample) throw new Error('No sample');
  return sample;
}
