import pg from "pg";

/** Whether a PostgreSQL database has no tables yet. */
export async function isEmpty(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query(
      "select 1 from information_schema.tables where table_schema not in ('pg_catalog', 'information_schema') limit 1",
    );
    return rowCount === 0;
  } finally {
    await client.end();
  }
}
