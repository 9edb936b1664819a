import { describe, expect, it } from 'vitest';
import { stopMemory, takeOnce } from './stop-memory.ts';

function tab() {
  const items = new Map<string, string>();
  return {
    items,
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  };
}

describe('stopMemory', () => {
  it('remembers over a reload, for that link alone, until it is told otherwise', () => {
    const storage = tab();
    stopMemory(() => storage, 'one').set(true);
    expect([stopMemory(() => storage, 'one').get(), stopMemory(() => storage, 'two').get()]).toEqual([true, false]);
    stopMemory(() => storage, 'one').set(false);
    expect(stopMemory(() => storage, 'one').get()).toBe(false);
    expect(storage.items.size).toBe(0);
  });
  it('still remembers while the page lives where storage is refused', () => {
    const memory = stopMemory(() => {
      throw new Error('SecurityError');
    }, 'one');
    expect(memory.get()).toBe(false);
    memory.set(true);
    expect(memory.get()).toBe(true);
  });
});

describe('takeOnce', () => {
  it('is true once in a tab, and never where storage is refused, so that nothing can go round', () => {
    const kept = new Map<string, string>();
    const storage = () => ({
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    });
    expect([takeOnce(storage, 'k'), takeOnce(storage, 'k')]).toEqual([true, false]);
    const refused = () => {
      throw new Error('SecurityError');
    };
    expect([takeOnce(refused, 'k'), takeOnce(refused, 'k')]).toEqual([false, false]);
  });
});
