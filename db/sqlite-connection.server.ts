import SQLite from "better-sqlite3";

/** Statements are kept per connection: preparing anew costs ten times the look-up. */
const KEPT_STATEMENTS = 500;

/** Opens a connection. Never waits inside SQLite for another process: the caller retries instead. */
export function openConnection(file: string, options: { readonly: boolean }): SQLite.Database {
  const connection = new SQLite(file, { readonly: options.readonly, timeout: 0 });
  if (!options.readonly) {
    connection.pragma("journal_mode = WAL");
    connection.pragma("synchronous = FULL");
    connection.pragma("secure_delete = ON");
  }
  connection.pragma("foreign_keys = ON");
  connection.pragma("cache_size = -32000");
  // What is read may be sorted on the disk where it is large: a recount of millions takes no more memory than a page.
  if (!options.readonly) connection.pragma("temp_store = MEMORY");
  return connection;
}

/** Prepared statements of one connection, the least recently used dropped first. */
export function statementCache(connection: SQLite.Database): (source: string) => SQLite.Statement {
  const kept = new Map<string, SQLite.Statement>();
  return (source) => {
    const found = kept.get(source);
    const statement = found ?? connection.prepare(source);
    if (found) {
      kept.delete(source);
      if (statement.reader) statement.raw(false);
    } else if (kept.size >= KEPT_STATEMENTS) {
      for (const oldest of kept.keys()) {
        kept.delete(oldest);
        break;
      }
    }
    kept.set(source, statement);
    return statement;
  };
}
