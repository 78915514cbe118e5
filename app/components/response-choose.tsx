import type { ReactElement } from "react";
import { Chip } from "./chip.tsx";
import { PageHeading } from "./page-heading.tsx";

interface ResponseChooseProps {
  campaigns: readonly {
    number: number;
    title: string;
    publicId: string;
    name: string;
    areaName: string;
    isAnswered: boolean;
  }[];
}

/** The campaigns of one message: each is answered by itself. */
export function ResponseChoose({ campaigns }: ResponseChooseProps): ReactElement {
  return (
    <>
      <PageHeading
        title="Which one do you want to answer?"
        lede="Our message told you of more than one. Each has its own answer."
      />
      <ul className="representatives plain-list">
        {campaigns.map(({ number, title, publicId, name, areaName, isAnswered }) => (
          <li key={`${number} ${publicId}`}>
            <a href={`?campaign=${number}&as=${publicId}`}>{title}</a>{" "}
            {isAnswered ? <Chip words="Answered" tone="ok" /> : null}
            <span className="detail">
              As {name}, {areaName}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
