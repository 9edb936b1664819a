import { type RecordedMessage, readRecording } from '../recordings/recording.ts';

/** The two starts of the recorded software (README.md). */
export const runNames = ['injected', 'stock'] as const;
export type RunName = (typeof runNames)[number];

/** What of it is played: as if Valetudo had only Homie on, only Home Assistant's discovery, or both (its default). */
export const dialectNames = ['homie', 'homeassistant', 'both'] as const;
export type PlayedDialect = (typeof dialectNames)[number];

export interface Run {
  readonly messages: readonly RecordedMessage[];
  /** killed: the connection breaks, and what was recorded last is the broker's doing. */
  readonly end: 'killed' | 'stopped';
  /** ms from the first message to its end. */
  readonly lastsMs: number;
}

const recordedIds: Readonly<Record<RunName, string>> = { injected: 'mockvac02', stock: 'mockvac01' };

/** One run, as a vacuum whose topics lie below `root` ("valetudo/robot") would have published it. */
export function readRun(name: RunName, as: { readonly root: string; readonly dialect: PlayedDialect }): Run {
  const recordedId = recordedIds[name];
  const id = as.root.slice(as.root.lastIndexOf('/') + 1);
  const rename = (text: string) => text.replaceAll(`valetudo/${recordedId}`, as.root).replaceAll(recordedId, id);
  const all = readRecording(new URL('recording.jsonl', import.meta.url), name);
  const messages = all
    .filter(({ topic }) => isSpoken(topic, as.dialect))
    .map((message) => ({
      ...message,
      topic: rename(message.topic),
      payload: isDiscovery(message.topic) ? Buffer.from(rename(message.payload.toString())) : message.payload,
    }));
  const last = all.at(-1);
  const killed = last?.topic.endsWith('/$state') && last.payload.toString() === 'lost';
  const lastsMs = last?.atMs ?? 0;
  return killed ? { messages: messages.slice(0, -1), end: 'killed', lastsMs } : { messages, end: 'stopped', lastsMs };
}

/** With Homie off, Valetudo still publishes its properties and `$state`, to which discovery points; without descriptions. */
function isSpoken(topic: string, dialect: PlayedDialect): boolean {
  if (dialect === 'homie') return !isDiscovery(topic) && !topic.includes('/hass/');
  const last = topic.slice(topic.lastIndexOf('/') + 1);
  return dialect === 'both' || last === '$state' || !last.startsWith('$');
}

function isDiscovery(topic: string): boolean {
  return topic.startsWith('homeassistant/');
}
