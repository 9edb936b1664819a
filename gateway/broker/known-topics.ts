interface KnownTopic {
  readonly bytes: Uint8Array;
  readonly topic: string;
}

/** A native device has nine topics; a home's broker has hundreds, each of which comes seldom. */
const mostKnown = 9;

/** The topics that a link has published to, by their bytes: each is checked and decoded once, whoever says it a million times. */
export class KnownTopics {
  readonly #known: KnownTopic[] = [];
  #last: KnownTopic | undefined;

  /** The topic that these bytes were found to be; undefined: not seen yet. */
  at(packet: Uint8Array, start: number, end: number): string | undefined {
    if (this.#last !== undefined && isAt(this.#last.bytes, packet, start, end)) return this.#last.topic;
    for (const known of this.#known) {
      if (!isAt(known.bytes, packet, start, end)) continue;
      this.#last = known;
      return known.topic;
    }
    return undefined;
  }

  /** These bytes were checked, and are that topic. */
  learn(bytes: Uint8Array, topic: string): void {
    if (this.#known.length < mostKnown) this.#known.push({ bytes: Uint8Array.from(bytes), topic });
  }
}

/** From the end, where topics of one link differ. */
function isAt(bytes: Uint8Array, packet: Uint8Array, start: number, end: number): boolean {
  if (end - start !== bytes.length) return false;
  for (let index = bytes.length - 1; index >= 0; index -= 1) if (bytes[index] !== packet[start + index]) return false;
  return true;
}
