/** What was not done, in a sentence for who asked for it; nothing was changed. */
export class NotDone extends Error {}
