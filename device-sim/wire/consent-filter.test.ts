import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type DataClassName, dataClassNames } from './classes.ts';
import { maySend, type RecordKind } from './consent-filter.ts';

interface Vector {
  readonly name: string;
  readonly grants: readonly {
    readonly grantId: string;
    readonly state: string;
    readonly notBefore: number;
    readonly expiresAt: number;
    readonly startEpoch: number;
    readonly classes: readonly DataClassName[];
    readonly backlog: boolean;
  }[];
  readonly record: {
    readonly kind: RecordKind;
    readonly epoch: number | null;
    readonly receivedAt: number;
    readonly fields: readonly (readonly [string, string | null])[];
  };
  readonly deviceSends: readonly string[] | null;
}

const file = new URL('../../proto/vectors/consent.json', import.meta.url);
const vectors = (JSON.parse(readFileSync(file, 'utf8')) as { records: readonly Vector[] }).records;

describe('the shared consent vectors, as the device sees them', () => {
  // A dialect device (deviceSends null) has no epochs and cannot stop itself: it is not this device.
  const mine = vectors.filter((vector) => vector.deviceSends !== null);

  it('are there', () => expect(mine.length).toBeGreaterThan(10));

  it.each(mine.map((vector) => [vector.name, vector] as const))('%s', (_, { grants, record, deviceSends }) => {
    const now = record.receivedAt;
    const announced = grants.filter((grant) => grant.state === 'active' && grant.notBefore <= now);
    const consent = {
      backlog: announced.some((grant) => grant.backlog),
      grants: announced.map((grant) => ({
        grantId: grant.grantId,
        classes: new Set(grant.classes),
        firstEpoch: grant.startEpoch,
        endsAt: grant.expiresAt,
      })),
    };
    const sent = record.fields.filter(([, name]) => {
      const dataClass = dataClassNames.find((known) => known === name);
      return maySend({ consent, kind: record.kind, epoch: record.epoch ?? 0, dataClass, now });
    });
    expect(sent.map(([field]) => field)).toEqual(deviceSends);
  });
});
