/**
 * What one link may make this gateway remember. Everything here is description (names, units, topics), which a client can
 * invent without end; beyond these it is refused with `dialect_full` and counted.
 */
export const limits = {
  links: 2_000,
  childrenOfLink: 200,
  entitiesOfChild: 200,
  topicsOfLink: 5_000,
  entitiesOfLink: 5_000,
  /** Of all links together; when it is reached, the link that told most of what nobody registered loses of that first. */
  entitiesOfAll: 100_000,
  /** What was told already told otherwise, or taken back: things and messages of a link. */
  changes: { burst: 2_000, perSecond: 50 },
  /** Working out anew who is who of so many descriptions counts as a change, whatever it is asked for by. */
  arrangedByChange: 400,
  /** Homie attributes that came before the `$homie` that says whose they are. */
  waitingAttributes: 2_000,
  waitingMs: 60_000,
  aliasesOfChild: 8,
  topicCharacters: 256,
  keyCharacters: 128,
  nameCharacters: 80,
  unitCharacters: 24,
  options: 64,
  availabilities: 8,
  /** Of a payload that describes one entity; a whole device may fill a packet. */
  descriptionBytes: 16_384,
  deviceDescriptionBytes: 65_536,
  /** Of a JSON payload with readings. */
  jsonBytes: 16_384,
  /** Of a payload that is one reading. */
  readingBytes: 256,
} as const;

/**
 * On a bridge, what is retained and comes so soon after CONNECT is the memory of the broker behind it, and so is what follows
 * it without a pause. A home that retains all that it says never pauses, so there is an end to it.
 */
export const memoryOfBroker = { beginsWithinMs: 5_000, pauseMs: 2_000, atMostMs: 60_000 } as const;
