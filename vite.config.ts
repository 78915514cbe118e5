import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import type {} from "vitest/config";
import { letterRoutes } from "./app/letter-routes.ts";

export default defineConfig({
  plugins: process.env.VITEST
    ? []
    : [
        remix({
          routes: (defineRoutes) =>
            defineRoutes((route) => {
              for (const { id, path, file } of letterRoutes("app/routes")) route(path, file, { id });
            }),
          future: {
            v3_fetcherPersist: true,
            v3_lazyRouteDiscovery: true,
            v3_relativeSplatPath: true,
            v3_routeConfig: false,
            v3_singleFetch: true,
            v3_throwAbortReason: true,
          },
        }),
      ],
  build: { assetsInlineLimit: 0 },
  test: {
    reporters: ["default", "./tests/set-up/closing-line.ts"],
    setupFiles: ["./tests/set-up/no-console-errors.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    projects: (["sqlite", "postgres"] as const).map((engine) => ({
      extends: true,
      test: {
        name: engine,
        include: ["tests/**/*.test.{ts,tsx}"],
        globalSetup: [`./tests/set-up/${engine}.ts`],
      },
    })),
  },
});
