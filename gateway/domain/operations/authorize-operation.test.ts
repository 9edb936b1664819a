import { describe, expect, it } from 'vitest';
import { at, consentVectors, grantRecord, type OperationVector } from '../../../test/support/consent-vectors.ts';
import { compileGrant, type GrantView } from '../consent/grant-view.ts';
import { authorizeOperation } from './authorize-operation.ts';

type Layer = typeof authorizeOperation;

const viewOf = (vector: OperationVector): GrantView => {
  const { operationClasses, ...grant } = vector.grant;
  return { ...compileGrant({ ...grantRecord, ...grant }, at(vector.at)), operationClasses };
};
const answer = (layer: Layer, vector: OperationVector) => layer(viewOf(vector), vector, at(vector.at))?.refused ?? null;

describe('operations against the shared consent vectors', () => {
  it.each(consentVectors.operations.map((vector) => [vector.name, vector] as const))('%s', (_name, vector) => {
    expect(answer(authorizeOperation, vector)).toBe(vector.refusal);
  });

  const mutants: readonly (readonly [string, Layer])[] = [
    ['ignores the state', (grant, ...rest) => authorizeOperation(grant && { ...grant, active: true }, ...rest)],
    [
      'ignores the expiry',
      (grant, ...rest) =>
        authorizeOperation(grant && { ...grant, expiresAt: Infinity, monotonicDeadline: Infinity }, ...rest),
    ],
    [
      'ignores the class',
      (grant, asked, ...rest) =>
        authorizeOperation(grant && { ...grant, operationClasses: [asked.operationClass] }, asked, ...rest),
    ],
    [
      'never asks the owner',
      (grant, asked, ...rest) => authorizeOperation(grant, { ...asked, ownerSaidYes: true }, ...rest),
    ],
    ['refuses all', () => ({ refused: 'operation_not_granted' })],
  ];
  it.each(mutants)('would notice a layer that %s', (_name, mutant) => {
    const wrong = consentVectors.operations.filter((vector) => answer(mutant, vector) !== vector.refusal);
    expect(wrong).not.toEqual([]);
  });
});

describe('beyond the vectors', () => {
  const asked = { operationClass: 'test', ownerSaidYes: false } as const;
  const grant: GrantView = { ...compileGrant(grantRecord, at(1_000_000)), operationClasses: ['test', 'update'] };

  it('an ended grant is none', () => {
    expect(authorizeOperation(undefined, asked, at(1_000_000))).toEqual({ refused: 'grant_not_active' });
  });

  it('before its begin nothing is allowed', () => {
    const early = { ...grant, monotonicStart: 5_010 };
    expect(authorizeOperation(early, asked, { now: 900_000, monotonicMs: 5_009 })).toEqual({
      refused: 'grant_not_active',
    });
    expect(authorizeOperation(early, asked, { now: 900_000, monotonicMs: 5_010 })).toBeUndefined();
  });

  it('a wall clock that was set back does not prolong it', () => {
    const late = { now: 1_000_000, monotonicMs: grant.monotonicDeadline };
    expect(authorizeOperation(grant, asked, late)).toEqual({ refused: 'grant_not_active' });
    expect(authorizeOperation(grant, asked, { ...late, monotonicMs: late.monotonicMs - 1 })).toBeUndefined();
  });

  it('an update needs the owner’s yes too', () => {
    const update = { operationClass: 'update', ownerSaidYes: false } as const;
    expect(authorizeOperation(grant, update, at(1_000_000))).toEqual({ refused: 'operation_needs_owner' });
    expect(authorizeOperation(grant, { ...update, ownerSaidYes: true }, at(1_000_000))).toBeUndefined();
  });

  it('a grant of today opens no operation: none is asked for yet', () => {
    const look = compileGrant(grantRecord, at(1_000_000));
    expect(authorizeOperation(look, asked, at(1_000_000))).toEqual({ refused: 'operation_not_granted' });
  });
});
