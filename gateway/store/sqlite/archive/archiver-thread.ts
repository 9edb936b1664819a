/** Worker thread: makes of the journal, and of what is too old, what the writer is then to write. */
import type Database from 'better-sqlite3';
import { JournalPass } from './journal-pass.ts';
import { prepareRetention, type Retention } from './retention.ts';
import { serveReading } from '../serve-reading.ts';

/**
 * journal: begins a pass over its oldest rows, of about so many bytes; the answer is how many Views they are of. retention: begins to look
 * for what is too old. next: the next part of what was begun (ArchivePass), undefined: that was all. damaged: what of it could not be read, by name.
 */
export type ArchiverAsk =
  | { readonly begin: 'journal'; readonly bytes: number }
  | { readonly begin: 'retention'; readonly retention: Retention; readonly now: number }
  | { readonly begin: 'next' }
  | { readonly begin: 'damaged' };

const prepare = (db: Database.Database, breathe: () => void) => {
  const journal = new JournalPass(db, breathe);
  const lookForOld = prepareRetention(db);
  let begun: { next(): unknown; damaged(): readonly string[] } = journal;
  return (ask: ArchiverAsk) => {
    switch (ask.begin) {
      case 'journal':
        begun = journal;
        return journal.begin(ask.bytes);
      case 'retention':
        begun = lookForOld(ask.retention, ask.now);
        return 0;
      case 'next':
        return begun.next();
      case 'damaged':
        return begun.damaged();
    }
  };
};

serveReading<ArchiverAsk>(prepare, { background: 10 });
