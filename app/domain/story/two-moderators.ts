import type { StoryContent } from "./content.ts";

interface Judged {
  needsSecond: boolean;
  isUrgent: boolean;
}

/** Whether one moderator approves and another publishes: the hardest stories, and whatever tells of danger now. */
export function needsTwo({ needsSecond, isUrgent }: Judged): boolean {
  return needsSecond || isUrgent;
}

/** Whether only a senior moderator, who is an admin, publishes it: a court, care or police case, or perhaps one. */
export function needsSenior({ court }: Pick<StoryContent, "court">): boolean {
  return court !== "no";
}

/** What still keeps a moderator from publishing a story; undefined where nothing does. */
export function publishingGap(
  story: Judged & Pick<StoryContent, "court">,
  {
    moderatorId,
    isAdmin,
    approvers,
  }: { moderatorId: string; isAdmin: boolean; approvers: readonly string[] },
): "needs_second" | "needs_senior" | undefined {
  if (needsSenior(story) && !isAdmin) return "needs_senior";
  const isApproved = approvers.some((approver) => approver !== moderatorId);
  return (needsTwo(story) || needsSenior(story)) && !isApproved ? "needs_second" : undefined;
}
