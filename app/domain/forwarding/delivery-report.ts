/** What a mail server says of one recipient. Source: RFC 3464. */
export interface ReportedRecipient {
  /** The addresses it names, in lower case: the one it tried, and the one that was written to. */
  addresses: string[];
  action: "failed" | "delayed" | "delivered" | "relayed" | "expanded";
  /** Such as `5.1.1`. Source: RFC 3463. */
  status: string;
}

/** More than a report on hundreds of recipients; ours have one. */
const LONGEST = 32 * 1024;
/** The longest line that mail may have. Source: RFC 5322, section 2.1.1. */
const LONGEST_VALUE = 998;

const ACTIONS = ["failed", "delayed", "delivered", "relayed", "expanded"] as const;
const STATUS = /(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.])/;

/** Reads the machine's part of a delivery report; recipients that it says nothing usable of are left out. */
export function readDeliveryReport(content: string): ReportedRecipient[] {
  return content
    .slice(0, LONGEST)
    .split(/\r?\n[ \t]*\r?\n/)
    .map(fieldsOf)
    .flatMap((fields) => {
      const word = fields.get("action")?.toLowerCase().split(/\s/, 1)[0];
      const action = ACTIONS.find((one) => one === word);
      if (!action) return [];
      const addresses = ["final-recipient", "original-recipient"].flatMap((name) =>
        addressIn(fields.get(name) ?? ""),
      );
      return [{ addresses, action, status: statusOf(fields) }];
    });
}

/**
 * Whether a failure says that the address itself is no good: there is no such mailbox, or it is closed. A full one,
 * a message too large, a refusal of what or who sends, and a server that was not reached say nothing of that.
 */
export function condemnsAddress(status: string): boolean {
  if (!status.startsWith("5.")) return false;
  return /^5\.(?:0\.0|1\.\d+|2\.[01]|4\.[14])$/.test(status) && status !== "5.1.7" && status !== "5.1.8";
}

/** A status code in words that people read: what servers write that send no report for machines. */
export function statusInText(text: string): string | undefined {
  return STATUS.exec(text)?.[1];
}

/** The diagnostic of the last server is often more exact than the summary `5.0.0` or `4.0.0` of the first. */
function statusOf(fields: ReadonlyMap<string, string>): string {
  const status = STATUS.exec(fields.get("status") ?? "")?.[1] ?? "";
  const diagnostic = STATUS.exec(fields.get("diagnostic-code") ?? "")?.[1];
  if (diagnostic && (status === "" || (status.endsWith(".0.0") && diagnostic[0] === status[0])))
    return diagnostic;
  return status;
}

function fieldsOf(block: string): Map<string, string> {
  const unfolded = block.replace(/\r?\n[ \t]+/g, " ");
  const fields = new Map<string, string>();
  for (const line of unfolded.split(/\r?\n/)) {
    const [, name, value] = /^([A-Za-z0-9-]+)[ \t]*:[ \t]*(.*)$/.exec(line) ?? [];
    if (name && value !== undefined && !fields.has(name.toLowerCase()))
      fields.set(name.toLowerCase(), value.trim());
  }
  return fields;
}

/** `rfc822; name@example.org`, also with angle brackets. */
function addressIn(value: string): string[] {
  const address = /([^\s<>;,"]+@[^\s<>;,"]+)/.exec(
    value.slice(value.indexOf(";") + 1).slice(0, LONGEST_VALUE),
  )?.[1];
  return address ? [address.toLowerCase()] : [];
}
