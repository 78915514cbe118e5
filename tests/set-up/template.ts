import { migrate } from "#db/migrate.server.ts";

/** Makes what every test database starts from. */
export async function makeTemplate(url: string): Promise<void> {
  await migrate(url);
}

declare module "vitest" {
  interface ProvidedContext {
    template: { engine: "sqlite" | "postgres"; at: string };
  }
}
