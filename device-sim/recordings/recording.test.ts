import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readRecording } from './recording.ts';

function recording(text: string, read: (file: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'recording-'));
  try {
    const file = join(folder, 'r.jsonl');
    writeFileSync(file, text);
    read(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('a recording', () => {
  it('needs time, topic and payload only; comments are skipped and time counts from its first line', () => {
    recording(
      '# made\n{"t_ms":500,"topic":"a","payload":"1"}\n\n{"t_ms":700,"topic":"b","payload":"Mg==","enc":"base64","retain":true}\n',
      (file) => {
        expect(
          readRecording(file).map(({ atMs, topic, retain, payload }) => [atMs, topic, retain, payload.toString()]),
        ).toEqual([
          [0, 'a', false, '1'],
          [200, 'b', true, '2'],
        ]);
      },
    );
  });

  it('is played at its recorded size where the capture cut it, and one phase of it alone', () => {
    recording(
      '{"t_ms":1,"topic":"a","payload":"x","bytes":9,"phase":"p"}\n{"t_ms":2,"topic":"b","payload":""}',
      (file) => {
        expect(readRecording(file, 'p').map(({ payload }) => payload.length)).toEqual([9]);
      },
    );
  });

  it('is refused with file and line when a line is none', () => {
    recording('{"t_ms":1,"topic":"a","payload":"x"}\n{"topic":"a"}\n', (file) => {
      expect(() => readRecording(file)).toThrow(`${file}:2: t_ms, topic or payload is missing.`);
    });
  });
});
