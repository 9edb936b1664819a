import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { LinkClass } from './played-link.ts';

/** One check of gateway/broker, and what a broker without it would say in its place. */
export interface Fault {
  readonly file: string;
  readonly check: string;
  readonly instead: string;
  /** A stream that shows it, to be played first; when it does not any more, the search for another takes a second. */
  readonly shownBy: number;
}

/** Each must be noticed by the differential test. */
export const faults: readonly Fault[] = [
  { file: 'framing.ts', check: "if (qos === 1 && packetId === 0) return 'link_protocol';", instead: '', shownBy: 19 },
  { file: 'framing.ts', check: 'part.length === 0 ||', instead: '', shownBy: 79 },
  { file: 'framing.ts', check: 'part.includes(0) ||', instead: '', shownBy: 28 },
  { file: 'framing.ts', check: '|| !isUtf8(part)', instead: '', shownBy: 1 },
  { file: 'framing.ts', check: "|| topic.includes('+')", instead: '', shownBy: 512 },
  { file: 'framing.ts', check: "if (topicEnd - 2 > topicBytes) return 'link_topic';", instead: '', shownBy: 16 },
  { file: 'framing.ts', check: 'length = byte >= 0x80 ? -1', instead: 'length = byte > 0xff ? -1', shownBy: 152 },
  { file: 'known-topics.ts', check: 'if (end - start !== topic.length) return false;', instead: '', shownBy: 160 },
  { file: 'guard.ts', check: "if (qos === 2) return 'link_qos2';", instead: '', shownBy: 251 },
  { file: 'guard.ts', check: 'qos === 3 ||', instead: '', shownBy: 59 },
  { file: 'guard.ts', check: '(qos === 0 && (flags & 8) !== 0)', instead: 'false', shownBy: 322 },
  { file: 'guard.ts', check: "if (flags !== 2) return 'link_protocol';", instead: '', shownBy: 26 },
  { file: 'guard.ts', check: 'flags === 0 && length === 2', instead: 'flags === 0', shownBy: 36 },
  {
    file: 'guard.ts',
    check: 'packetBytes <= this.#limits.publishPacketBytes',
    instead: 'packetBytes < this.#limits.publishPacketBytes',
    shownBy: 327,
  },
  { file: 'guard.ts', check: 'packetBytes > this.#limits.controlPacketBytes', instead: 'false', shownBy: 478 },
  {
    file: 'guard.ts',
    check: "if (this.#framer.isWithinPacket) this.refuse('link_protocol', 'ended within a packet');",
    instead: 'if (false) ;',
    shownBy: 22,
  },
  { file: 'guard.ts', check: 'this.stopReading();\n', instead: '\n', shownBy: 135 },
  { file: 'settle-queue.ts', check: 'if (!entry.settled) break;', instead: '', shownBy: 9 },
  {
    file: 'topic-acl.ts',
    check: '?.deviceId === who.deviceId : isOfDialects',
    instead: ' !== undefined : isOfDialects',
    shownBy: 56,
  },
  { file: 'topic-acl.ts', check: "!topic.startsWith('$') &&", instead: '', shownBy: 196 },
];

/** All that a Link is made of. */
const sources = [
  ...['link', 'guard', 'framing', 'known-topics', 'settle-queue', 'topic-acl'].map(
    (name) => `gateway/broker/${name}.ts`,
  ),
  'proto/topics.ts',
];

/** The broker's Link, but for one check. @throws when the check is not there any more: then another stands for it */
export async function linkWithout({ file, check, instead }: Fault): Promise<LinkClass> {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const folder = mkdtempSync(join(tmpdir(), 'diag-faulty-'));
  try {
    for (const path of sources) {
      const text = readFileSync(join(root, path), 'utf8');
      const isFaulty = path.endsWith(`/${file}`);
      if (isFaulty && !text.includes(check)) throw new Error(`${file} has no check \`${check}\``);
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), isFaulty ? text.replace(check, instead) : text);
    }
    const path = pathToFileURL(join(folder, 'gateway/broker/link.ts')).href;
    const { Link } = (await import(/* @vite-ignore */ path)) as { readonly Link: LinkClass };
    return Link;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
