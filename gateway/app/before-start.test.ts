import { describe, expect, it } from 'vitest';
import { beforeStart } from './before-start.ts';

describe('what is done before the start', () => {
  it('goes on with the next when one fails, and says which failed', async () => {
    const done: string[] = [];
    const failed: string[] = [];
    const fails = () => Promise.reject(new Error('disk full'));
    const step = (name: string) => () => Promise.resolve(done.push(name));
    await beforeStart({ first: fails, second: step('second'), third: fails, fourth: step('fourth') }, (name, error) =>
      failed.push(`${name}: ${String(error)}`),
    );
    expect(done).toEqual(['second', 'fourth']);
    expect(failed).toEqual(['first: Error: disk full', 'third: Error: disk full']);
  });
});
