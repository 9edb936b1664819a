/** A native device has nine topics; a home's broker has hundreds, each of which comes seldom. */
const mostKnown = 9;
const none: readonly string[] = [];

/** The topics that a link has published to: each is checked and decoded once, whoever says it a million times. */
export class KnownTopics {
  #known = none;
  #last = '';

  /** The topic that lies there; undefined: not seen yet. */
  at(packet: Uint8Array, start: number, end: number): string | undefined {
    if (isAt(this.#last, packet, start, end)) return this.#last;
    for (const topic of this.#known) {
      if (!isAt(topic, packet, start, end)) continue;
      this.#last = topic;
      return topic;
    }
    return undefined;
  }

  /** It was checked. Only what is ASCII is remembered: of that alone each unit is its byte. */
  learn(topic: string): void {
    if (this.#known.length < mostKnown && ascii.test(topic)) this.#known = this.#known.concat(topic);
  }
}

const ascii = /^[ -~]+$/;

/** From the end, where topics of one link differ. */
function isAt(topic: string, packet: Uint8Array, start: number, end: number): boolean {
  if (end - start !== topic.length) return false;
  for (let index = topic.length - 1; index >= 0; index -= 1)
    if (topic.charCodeAt(index) !== packet[start + index]) return false;
  return end > start;
}
