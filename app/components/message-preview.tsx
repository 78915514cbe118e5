import type { ReactElement } from "react";
import type { Span } from "#app/domain/update/update-words.ts";
import { WordPart } from "./update-words.tsx";

interface MessageLink {
  label: string;
  url: string;
}

/** What messages are made of, one block after another. */
type MessageBlock =
  | { kind: "heading" | "subheading"; text: string }
  | { kind: "paragraph"; text: string; link?: MessageLink; quiet?: boolean }
  | { kind: "button"; link: MessageLink }
  | { kind: "list"; items: readonly string[] }
  | { kind: "facts"; facts: readonly (readonly [string, string])[] }
  | { kind: "table"; head: readonly string[]; rows: readonly (readonly string[])[] }
  | { kind: "words"; spans: readonly Span[]; isQuotation: boolean }
  | { kind: "points"; items: readonly (readonly Span[])[]; isNumbered: boolean };

interface MessagePreviewProps {
  message: {
    subject: string;
    to?: string;
    blocks: readonly MessageBlock[];
    foot: { text: string; links?: readonly MessageLink[] };
    /** What stands over every part of it, and its last line. */
    band?: string;
    operator?: string;
  };
  /** What it is, where the numbers are not invented. */
  hint?: string;
}

const EXAMPLE = "An example: the numbers are invented, and nothing was sent.";

/**
 * A message that is not sent, as text of the page it stands in: its links cannot be followed, for what they lead to
 * is not there yet. An `h2` or `h3` that says what it is stands above.
 */
export function MessagePreview({ message, hint = EXAMPLE }: MessagePreviewProps): ReactElement {
  const { subject, to, blocks, foot, band, operator } = message;
  return (
    <div className="message-preview">
      <p className="hint">{hint}</p>
      <p className="message-subject">
        <span className="soft">Subject:</span> <b>{subject}</b>
      </p>
      {band === undefined ? null : <p className="message-band">{band}</p>}
      {to === undefined ? null : <p className="soft">{to}</p>}
      {blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a message never change places
        <MessagePart key={index} block={block} />
      ))}
      <p className="hint message-foot">
        {foot.text}{" "}
        {(foot.links ?? []).map(({ label }, index) => (
          <span key={label}>
            {index === 0 ? "" : " · "}
            <u>{label}</u>
          </span>
        ))}
      </p>
      {operator === undefined ? null : <p className="hint">{operator}</p>}
    </div>
  );
}

function MessagePart({ block }: { block: MessageBlock }): ReactElement {
  switch (block.kind) {
    case "heading":
    case "subheading":
      return <p className={`message-${block.kind}`}>{block.text}</p>;
    case "paragraph":
      return (
        <p className={block.quiet ? "hint" : undefined}>
          {block.text} {block.link === undefined ? null : <u>{block.link.label}</u>}
        </p>
      );
    case "button":
      return (
        <p>
          <span className="message-button">{block.link.label}</span>
        </p>
      );
    case "list":
      return (
        <ol>
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ol>
      );
    case "facts":
      return (
        <ul className="message-facts">
          {block.facts.map(([label, value]) => (
            <li key={label}>
              <span className="soft">{label}:</span> <b>{value}</b>
            </li>
          ))}
        </ul>
      );
    case "table":
      return <MessageTable head={block.head} rows={block.rows} />;
    case "words":
      return <WordPart part={{ kind: block.isQuotation ? "quotation" : "paragraph", spans: block.spans }} />;
    case "points":
      return <WordPart part={{ kind: "list", items: block.items, isNumbered: block.isNumbered }} />;
  }
}

function MessageTable({ head, rows }: Pick<MessageBlock & { kind: "table" }, "head" | "rows">): ReactElement {
  return (
    <table>
      <thead>
        <tr>
          {head.map((words, column) => (
            <th key={words} scope="col" className={column === 0 ? undefined : "figure"}>
              {words}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, ...figures], index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two places may have one name, and no row changes its place
          <tr key={index}>
            <th scope="row">{name}</th>
            {figures.map((figure, column) => (
              <td key={head[column + 1]} className="figure">
                {figure}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
