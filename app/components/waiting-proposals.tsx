import type { ReactElement } from "react";
import { CHANGE_TARGET_HOURS, PAGE_LENGTH } from "#app/policy.ts";
import { Chip } from "./chip.tsx";
import { urgencyChip, waitedWords } from "./moderate-words.ts";
import { Pagination } from "./pagination.tsx";

interface WaitingProposalsProps {
  /** The queue's own address, under which each of them stands. */
  base: string;
  proposals: readonly { publicId: string; title: string; createdAt: number }[];
  count: number;
  page: number;
  now: number;
}

/** What organisers propose, the oldest first. */
export function WaitingProposals({ base, proposals, count, page, now }: WaitingProposalsProps): ReactElement {
  return (
    <>
      <ul className="queues plain-list">
        {proposals.map(({ publicId, title, createdAt }) => (
          <li key={publicId}>
            <a href={`${base}/${publicId}`}>{title}</a>
            <span className="detail">
              <Chip {...urgencyChip(createdAt, CHANGE_TARGET_HOURS, now)} /> Has waited{" "}
              {waitedWords(createdAt, now)}
            </span>
          </li>
        ))}
      </ul>
      <Pagination
        page={page}
        pageCount={Math.max(1, Math.ceil(count / PAGE_LENGTH))}
        hrefFor={(to) => `${base}?page=${to}`}
      />
    </>
  );
}
