import { type Goal, type Part, ratioRow } from '../bench.ts';
import { endProcess, serverCore, spawnScript } from '../pinned-process.ts';
import { median } from '../statistics.ts';
import type { DecodeRound } from './decode-process.ts';

const goal: Goal = {
  row: 'decode',
  measure: 'decode of 12 metrics, against JSON.parse of the same',
  sign: '>=',
  than: 1.8,
};

export const decode: Part = {
  goals: [goal],
  run: async (bench) => {
    bench.tell('decode: 12 metrics');
    const args = [String(bench.rounds), bench.quick ? '150' : '400'];
    const { child, ready } = await spawnScript(new URL('decode-process.ts', import.meta.url), args, {
      core: serverCore,
    });
    await endProcess(child);
    const rounds = ready as readonly DecodeRound[];
    const kilo = (pick: (round: DecodeRound) => number) => (median(rounds.map(pick)) / 1_000).toFixed(0);
    const [first] = rounds;
    bench.figure({
      name: 'decode',
      text: `gateway/wire ${kilo((r) => r.wire)} k/s, protobufjs alone ${kilo((r) => r.columns)} k/s, JSON.parse ${kilo((r) => r.json)} k/s, from bytes ${kilo((r) => r.jsonBytes)} k/s; a message is ${first?.columnBytes} bytes, ${first?.jsonLength} as JSON`,
    });
    const note = `gateway/wire ${kilo((r) => r.wire)} k/s, from bytes to checked samples with names; JSON.parse ${kilo((r) => r.json)} k/s, from a string made beforehand`;
    return [
      ratioRow(
        goal,
        rounds.map(({ wire, json }) => ({ ours: wire, theirs: json })),
        note,
      ),
    ];
  },
};
