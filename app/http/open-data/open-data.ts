/** Open data is for everybody's programs, and may be kept for a moment. */
const HEADERS = {
  "Access-Control-Allow-Origin": "*",
  "Cache-Control": "public, max-age=10",
} as const;

/** Answers with JSON that any site may read. */
export function openJson(value: unknown): Response {
  return Response.json(value, { headers: HEADERS });
}

/** Answers with JSON that has been written already. */
export function openJsonBytes(json: Uint8Array<ArrayBuffer>): Response {
  return new Response(json, { headers: { ...HEADERS, "Content-Type": "application/json" } });
}

/** Answers with a CSV file that any site may read. */
export function openCsv(csv: string | ReadableStream<Uint8Array>, fileName: string): Response {
  return new Response(csv, {
    headers: {
      ...HEADERS,
      "Content-Type": "text/csv; charset=utf-8; header=present",
      "Content-Disposition": `attachment; filename="${fileName}"`,
    },
  });
}

/** Says as JSON why there is no open data here. */
export function openError(status: number): Response {
  return Response.json(
    { status, error: errorTitle(status) },
    { status, headers: { "Access-Control-Allow-Origin": "*" } },
  );
}

/** Leads to the present address of open data. */
export function openRedirect(location: string): Response {
  return new Response(null, { status: 301, headers: { ...HEADERS, Location: location } });
}

function errorTitle(status: number): string {
  if (status === 404) return "There is nothing here";
  if (status === 410) return "This has been taken down";
  return "This cannot be answered";
}
