import { describe, expect, it } from 'vitest';
import { diag } from '../../proto/generated/codec.js';
import { ConsentMemory } from './consent-memory.ts';

const state = (properties: diag.ConsentState.$Properties): diag.ConsentState =>
  diag.ConsentState.decode(diag.ConsentState.encode(properties).finish());
const { DATA_CLASS_STATUS: status, DATA_CLASS_ERRORS: errors, DATA_CLASS_NETWORK: network } = diag.DataClass;
const notice = (grantId: string, classes: diag.DataClass[], expiresInMs = 1000): diag.GrantNotice.$Properties => ({
  grantId,
  agent: 'Li',
  classes,
  expiresInMs,
});

describe('what the device remembers of consent', () => {
  it('boots as not sharing', () => {
    expect(new ConsentMemory()).toMatchObject({ grants: [], backlog: false, epoch: 0 });
  });

  it('keeps the epoch at which it first heard of each grant, however often it is announced', () => {
    const memory = new ConsentMemory();
    memory.learn(state({ epoch: 2, classes: [status], grants: [notice('a', [status])] }), 0);
    memory.learn(
      state({ epoch: 5, classes: [status, network], grants: [notice('a', [status]), notice('b', [network])] }),
      0,
    );
    expect(memory.grants.map((grant) => grant.firstEpoch)).toEqual([2, 5]);
  });

  it('says that something was added for a new grant, a wider one and the scope backlog, and for nothing else', () => {
    const memory = new ConsentMemory();
    const added = (properties: diag.ConsentState.$Properties): boolean => memory.learn(state(properties), 0).added;
    expect(added({ epoch: 1 })).toBe(false);
    expect(added({ epoch: 2, classes: [status], grants: [notice('a', [status])] })).toBe(true);
    expect(added({ epoch: 2, classes: [status], grants: [notice('a', [status])] })).toBe(false);
    expect(added({ epoch: 3, classes: [status, errors], grants: [notice('a', [status, errors])] })).toBe(true);
    expect(added({ epoch: 4, classes: [status, errors], backlog: true, grants: [notice('a', [status, errors])] })).toBe(
      true,
    );
    expect(added({ epoch: 5, classes: [status], backlog: true, grants: [notice('a', [status])] })).toBe(false);
  });

  it('allows a class only where the grant and the whole state name it', () => {
    const memory = new ConsentMemory();
    memory.learn(state({ epoch: 2, classes: [status], grants: [notice('a', [status, network])] }), 0);
    expect([...(memory.grants[0]?.classes ?? [])]).toEqual(['status']);
  });

  it('ends a grant by its own count', () => {
    const memory = new ConsentMemory();
    memory.learn(state({ epoch: 2, classes: [status], backlog: true, grants: [notice('a', [status], 1000)] }), 500);
    expect(memory.expire(1499)).toBe(false);
    expect(memory.expire(1500)).toBe(true);
    expect(memory).toMatchObject({ grants: [], backlog: false });
  });

  it('starts counting anew when the epochs of a restored gateway go back', () => {
    const memory = new ConsentMemory();
    memory.learn(state({ epoch: 9, classes: [status], grants: [notice('a', [status])] }), 0);
    memory.learn(state({ epoch: 4, classes: [status], grants: [notice('a', [status])] }), 0);
    expect(memory.grants[0]?.firstEpoch).toBe(4);
  });

  it('holds a Stop against all that is announced until it is settled, and not against a later grant', () => {
    const memory = new ConsentMemory();
    const old = { epoch: 2, classes: [status], grants: [notice('a', [status])] };
    memory.learn(state(old), 0);
    memory.stop();
    memory.learn(state({ ...old, epoch: 3, grants: [notice('a', [status]), notice('b', [status])] }), 0);
    expect(memory.grants).toEqual([]);
    memory.stopSettled();
    memory.learn(state({ ...old, epoch: 4, grants: [notice('b', [status]), notice('c', [status])] }), 0);
    expect(memory.grants.map((grant) => grant.grantId)).toEqual(['c']);
  });
});
