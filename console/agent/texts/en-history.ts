/** English texts of the history of values within one look. */
export const enHistory = {
  history: {
    title: 'History',
    /** After a value's name. */
    open: 'history',
    compare: 'Look further back',
    span: 'Time span',
    spans: { '5': '5 min', '30': '30 min', '60': '1 h', all: 'Since consent' },
    tooLong: 'The look is not that old yet: “Since consent” shows all there is.',
    since: (moment: string) => `The owner allowed the look at ${moment}. Nothing from before is shown.`,
    add: 'Compare with',
    addChoose: 'Choose a value…',
    madeRoom: (name: string) => `Four values at most: ${name} made room.`,
    remove: (name: string) => `Remove ${name}`,
    close: 'Close history',
    reading: 'Reading what was kept…',
    nothing: 'Nothing of this value was received in this time.',
    refused: (words: string) => `Cannot be shown: ${words}`,
    over: (words: string) => `${words} Its history was removed from this page.`,
    problem: (words: string) => `Not read: ${words}`,
    problemOld: (words: string, moment: string) => `Not read again since ${moment}: ${words}`,
    stale: 'Nothing is heard from the gateway: this history is not up to date.',
    legend: 'Line: average. Band: lowest to highest. Grey, without a line: nothing received.',
    legendHeld: 'Sent at changes only: the line holds until the next change.',
    label: (name: string) => `History of ${name}`,
    between: ' ',
    range: ({ lowest, highest, last }: Record<'lowest' | 'highest' | 'last', { value: string; at: string }>) =>
      `Lowest ${lowest.value} at ${lowest.at}, highest ${highest.value} at ${highest.at}, last ${last.value} at ${last.at}.`,
    unchanged: (value: string) => `${value} all the time.`,
    fromTo: (from: string, to: string) => `from ${from} to ${to}`,
    silent: (stretches: string, earlier: number) =>
      `Nothing received ${stretches}${earlier > 0 ? `, and ${earlier} times before` : ''}.`,
    pointed: ({ at, average, low, high }: { at: string; average: string; low: string; high: string }) =>
      low === high ? `${at}: ${average}` : `${at}: average ${average}, ${low} to ${high}`,
    table: 'Figures as a table',
    tableNote: (every: string) =>
      `Each row is ${every} long and begins at its time; the newest comes first. “–”: nothing received.`,
    time: 'Time',
    lowest: 'Lowest',
    average: 'Average',
    highest: 'Highest',
    count: 'Values',
    running: 'so far',
    silence: 'nothing received',
    marks: 'What happened in this time',
    noMarks: 'No errors, restarts or symptoms are known of in this time.',
    mark: {
      raised: (words: string, code: string) =>
        `Error raised: ${[words, code && `(${code})`].filter(Boolean).join(' ')}`,
      cleared: (words: string, code: string) =>
        `Error cleared: ${[words, code && `(${code})`].filter(Boolean).join(' ')}`,
      boot: 'The device restarted',
      symptom: (words: string) => `Holds since then: ${words}`,
    },
  },
};
