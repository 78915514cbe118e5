import { expect, test } from "vitest";
import { DangerProcedure } from "#app/components/danger-procedure.tsx";
import { HelpNow } from "#app/components/help-now.tsx";
import { StoryMarks } from "#app/components/story-marks.tsx";
import { findCrisis } from "#app/domain/story/crisis.ts";
import { findMarks } from "#app/domain/story/marks.ts";
import { htmlOf } from "./html.ts";

const TEXT = "My son Oliver goes to Hollybank Primary School.";

test("each mark says in words what it is, leads to its reason, and has a button that names what would stand there", () => {
  const html = htmlOf(<StoryMarks text={TEXT} marks={findMarks(TEXT)} revision={4} />);
  expect(html).toContain('<span class="hidden">A name: </span>Oliver');
  expect(html).toContain('href="#text-why-1"');
  expect(html).toContain('id="text-why-1"');
  expect(html).toContain('<input type="hidden" name="revision" value="4"/>');
  expect(html).toContain('name="replace" value="1"');
  expect(html).toContain("Use “his primary school” instead");
});

test("a reader who may not change the text gets reasons and no button", () => {
  const html = htmlOf(<StoryMarks text={TEXT} marks={findMarks(TEXT)} />);
  expect(html).toContain("A school or setting");
  expect(html).not.toContain("<button");
});

test("the help box has the numbers to ring, and more where the words are about home or a child", () => {
  const html = htmlOf(<HelpNow dangers={["suicide"]} />);
  for (const number of ["tel:999", "tel:116123", "tel:08001111"]) expect(html).toContain(number);
  expect(html).not.toContain("08082000247");
  expect(htmlOf(<HelpNow dangers={["violence_at_home"]} />)).toContain("tel:08082000247");
});

test("a moderator sees the passages and the procedure, and nothing where there is no danger", () => {
  const text = "She wants to die.";
  const html = htmlOf(<DangerProcedure text={text} crisis={findCrisis(text)} />);
  expect(html).toContain("Read this first");
  expect(html).toContain('ring <a href="tel:999">999</a>');
  expect(htmlOf(<DangerProcedure text="All is well." crisis={findCrisis("All is well.")} />)).toBe("");
});
