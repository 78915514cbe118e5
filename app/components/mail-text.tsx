import type { ReactElement } from "react";

/** The plain text of a mail, its links to press. */
export function MailText({ text }: { text: string }): ReactElement {
  return (
    <div className="mail-text">
      {splitAtLinks(text).map(({ at, words, isLink }) =>
        isLink ? (
          <a key={at} href={words}>
            {words}
          </a>
        ) : (
          words
        ),
      )}
    </div>
  );
}

function splitAtLinks(text: string): { at: number; words: string; isLink: boolean }[] {
  let at = 0;
  return text.split(/(https?:\/\/[^\s<>]+)/).map((words, index) => {
    const part = { at, words, isLink: index % 2 === 1 };
    at += words.length;
    return part;
  });
}
