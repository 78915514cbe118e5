import pg from "pg";
import type { TestProject } from "vitest/node";
import { startPostgres } from "./postgres-server.ts";
import { makeTemplate } from "./template.ts";

/** One migrated template database with the areas in it; every test database is made from it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres();
  const admin = new pg.Client({ connectionString: `${server.url}/postgres` });
  await admin.connect();
  await admin.query("create database template_hear_hear");
  await admin.end();
  await makeTemplate(`${server.url}/template_hear_hear`);
  project.provide("template", { engine: "postgres", at: server.url });
  return () => server.stop();
}
