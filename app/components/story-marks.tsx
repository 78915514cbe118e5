import { Fragment, type ReactElement } from "react";
import type { Mark } from "#app/domain/story/mark.ts";
import { Button } from "./button.tsx";
import { markKindWords, replaceWords } from "./mark-words.ts";

interface StoryMarksProps {
  text: string;
  /** What `findMarks(text)` gave. */
  marks: readonly Mark[];
  /** Told apart where a page shows several texts: part of the ids. */
  name?: string;
  /** Where the reader may change the text: the revision they see, sent along so that a stale page does no harm. */
  revision?: number;
}

/**
 * A text with what could lead to a child marked and numbered in it, and beneath each mark's reason. With a `revision`,
 * each has a button that posts `replace` (its index), `field` (the name) and `revision`.
 */
export function StoryMarks({ text, marks, name = "text", revision }: StoryMarksProps): ReactElement {
  return (
    <div className="found-in">
      <MarkedText text={text} marks={marks} name={name} />
      {marks.length === 0 ? null : revision === undefined ? (
        <MarkList text={text} marks={marks} name={name} hasButtons={false} />
      ) : (
        <form method="post">
          <input type="hidden" name="revision" value={revision} />
          <input type="hidden" name="field" value={name} />
          <MarkList text={text} marks={marks} name={name} hasButtons />
        </form>
      )}
    </div>
  );
}

interface PartProps {
  text: string;
  marks: readonly Mark[];
  name: string;
}

function MarkedText({ text, marks, name }: PartProps): ReactElement {
  const ends = [0, ...marks.map(({ end }) => end)];
  return (
    <p className="found-text">
      {marks.map((mark, index) => (
        <Fragment key={mark.start}>
          {text.slice(ends[index], mark.start)}
          <mark
            id={`${name}-mark-${index + 1}`}
            className={mark.certainty === "perhaps" ? "found found-perhaps" : "found"}
          >
            <span className="hidden">{markKindWords(mark.kind)}: </span>
            {text.slice(mark.start, mark.end)}
            <a href={`#${name}-why-${index + 1}`} aria-label={`Mark ${index + 1}: why`}>
              {index + 1}
            </a>
          </mark>
        </Fragment>
      ))}
      {text.slice(ends.at(-1))}
    </p>
  );
}

function MarkList({ text, marks, name, hasButtons }: PartProps & { hasButtons: boolean }): ReactElement {
  return (
    <ol className="found-list">
      {marks.map((mark, index) => {
        const said = text.slice(mark.start, mark.end);
        return (
          <li key={mark.start} id={`${name}-why-${index + 1}`}>
            <p>
              <b>
                {mark.certainty === "perhaps" ? "Perhaps: " : ""}
                {markKindWords(mark.kind)}
              </b>{" "}
              <a href={`#${name}-mark-${index + 1}`}>“{said}”</a>
            </p>
            <p className="small">{mark.why}</p>
            {hasButtons ? (
              <Button tone="quiet" name="replace" value={String(index)}>
                {replaceWords(mark)}
                <span className="hidden"> of “{said}”</span>
              </Button>
            ) : null}
          </li>
        );
      })}
    </ol>
  );
}
