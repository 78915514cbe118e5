import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";

/** The finished build's module. */
export async function loadBuild(file: string): Promise<ServerBuild> {
  const build: unknown = await import(pathToFileURL(file).href);
  return requireBuild(build);
}

/** @throws where a module is not what Remix builds. */
export function requireBuild(build: unknown): ServerBuild {
  if (!isServerBuild(build))
    throw new Error("the build holds no Remix app; delete the folder build/ and start again");
  return build;
}

function isServerBuild(build: unknown): build is ServerBuild {
  return (
    typeof build === "object" &&
    build !== null &&
    ["entry", "routes", "assets", "future"].every((key) => key in build)
  );
}
