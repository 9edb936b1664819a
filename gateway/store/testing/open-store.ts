import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore, type SqliteStore, type SqliteStoreOptions } from '../sqlite/sqlite-store.ts';

/** A folder of a test's own, with the stores that it opened there; `clean` closes them and removes it. */
export class StoreFolder {
  readonly path = join(mkdtempSync(join(tmpdir(), 'diag-store-')), 'data');
  readonly file = join(this.path, 'diag.sqlite');
  readonly failures: Error[] = [];
  readonly #open: SqliteStore[] = [];

  async open(options: Partial<SqliteStoreOptions> = {}): Promise<SqliteStore> {
    const onFailure = (error: Error) => void this.failures.push(error);
    const store = await openSqliteStore({ folder: this.path, onFailure, ...options });
    this.#open.push(store);
    return store;
  }

  async clean(): Promise<void> {
    for (const store of this.#open) await store.close();
    rmSync(join(this.path, '..'), { recursive: true, force: true });
  }
}
