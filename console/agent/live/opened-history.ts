/** More lines than these on one page are none that anybody compares. */
export const mostOpened = 4;

export interface Opened {
  readonly names: readonly string[];
  /** It was closed because there were too many. */
  readonly madeRoom: string | undefined;
}

/** One more value's history; the one that was opened last makes room where there are four already. */
export function withOpened({ names }: Opened, name: string): Opened {
  if (names.includes(name)) return { names, madeRoom: undefined };
  const madeRoom = names[mostOpened - 1];
  return { names: [...names.slice(0, mostOpened - 1), name], madeRoom };
}

export function withoutOpened({ names }: Opened, name: string): Opened {
  return { names: names.filter((each) => each !== name), madeRoom: undefined };
}
