import { Fragment, type ReactElement } from "react";
import { readWords, type Span } from "#app/domain/update/update-words.ts";

/** What an update says, as its mail says it: paragraphs, headings, lists, quotations, links with where they go. */
export function UpdateWords({ markdown, level = 2 }: { markdown: string; level?: 2 | 3 }): ReactElement {
  return (
    <div className="update-words">
      {readWords(markdown).map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never change places
        <WordPart key={index} part={part} level={level} />
      ))}
    </div>
  );
}

type Part =
  | { kind: "heading" | "paragraph" | "quotation"; spans: readonly Span[] }
  | { kind: "list"; isNumbered: boolean; items: readonly (readonly Span[])[] };

/** One part of it; `level` is that of a heading. */
export function WordPart({ part, level = 2 }: { part: Part; level?: 2 | 3 }): ReactElement {
  switch (part.kind) {
    case "heading": {
      const Heading = level === 2 ? "h2" : "h3";
      return (
        <Heading>
          <Words spans={part.spans} />
        </Heading>
      );
    }
    case "paragraph":
      return (
        <p>
          <Words spans={part.spans} />
        </p>
      );
    case "quotation":
      return (
        <blockquote>
          <p>
            <Words spans={part.spans} />
          </p>
        </blockquote>
      );
    case "list": {
      const List = part.isNumbered ? "ol" : "ul";
      return (
        <List>
          {part.items.map((item, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the points of a list never change places
            <li key={index}>
              <Words spans={item} />
            </li>
          ))}
        </List>
      );
    }
  }
}

function Words({ spans }: { spans: readonly Span[] }): ReactElement {
  return (
    <>
      {spans.map((span, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: words never change places
        <Word key={index} span={span} />
      ))}
    </>
  );
}

function Word({ span }: { span: Span }): ReactElement {
  const { text, isStrong = false, isSoft = false, href, where } = span;
  const lines = text.split("\n").map((line, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: lines never change places
    <Fragment key={index}>
      {index === 0 ? null : <br />}
      {line}
    </Fragment>
  ));
  const words = isStrong ? <strong>{lines}</strong> : isSoft ? <em>{lines}</em> : lines;
  if (href === undefined) return <>{words}</>;
  return (
    <>
      <a href={href} rel="nofollow ugc noopener">
        {words}
      </a>
      {where === undefined ? null : (
        <>
          {" "}
          (<bdi>{where}</bdi>)
        </>
      )}
    </>
  );
}
