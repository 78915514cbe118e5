import type { IncomingMessage, ServerResponse } from "node:http";
import sirv from "sirv";

/** Sends a file if there is one, else calls `next`. */
export type Files = (req: IncomingMessage, res: ServerResponse, next: () => void) => void;

const HASHED_NAME = /^\/assets\//;

/** Files of the built app, packed at build time where a packed neighbour stands. Built names carry a hash and never change. */
export function staticFiles(folder: string): Files {
  const serve = sirv(folder, {
    etag: true,
    brotli: true,
    gzip: true,
    extensions: [],
    setHeaders(res, pathname) {
      const rule = HASHED_NAME.test(pathname)
        ? "public, max-age=31536000, immutable"
        : "public, max-age=3600";
      res.setHeader("Cache-Control", rule);
    },
  });
  return (req, res, next) => {
    delete req.headers.range;
    // A file that a new build has taken away ends this answer, not the process.
    res.once("pipe", (file) => file.once("error", () => res.destroy()));
    serve(req, res, next);
  };
}
