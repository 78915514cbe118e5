import { expect, test } from "vitest";
import { EmailQuestion } from "#app/components/email-question.tsx";
import { SignForm } from "#app/components/sign-form.tsx";
import { CURRENT_NOTICES } from "#app/domain/privacy/notices.ts";
import { htmlOf, tagWith } from "./html.ts";

const ACTION = "/petitions/send-investigation/sign";
const COUNCIL = {
  kind: "petition",
  bodyName: "Severnshire County Council",
  isCouncilPetition: true,
  signing: "open",
} as const;
const DEPARTMENT = {
  kind: "petition",
  bodyName: "the Department",
  isCouncilPetition: false,
  signing: "open",
} as const;

test("a sign form posts the fields that other programs rely on, with nothing ticked beforehand", () => {
  const html = htmlOf(<SignForm action={ACTION} campaign={COUNCIL} />);
  expect(tagWith(html, "<form")).toContain(`method="post" action="${ACTION}"`);
  const names = [...html.matchAll(/ name="(\w+)"/g)].map((match) => match[1]);
  expect(names).toEqual([
    "name",
    "email",
    "postcode",
    "country",
    "showName",
    "updates",
    "handIn",
    "connection",
  ]);
  for (const box of html.match(/<input type="checkbox"[^>]*>/g) ?? []) expect(box).toContain('value="on"');
  expect(html).not.toContain("checked");
});

test("a petition that is not to a council asks nothing about council rules", () => {
  const html = htmlOf(<SignForm action={ACTION} campaign={DEPARTMENT} />);
  expect(html).not.toContain('name="handIn"');
  expect(html).not.toContain('name="connection"');
});

test("name, e-mail and postcode are filled in by the browser and bring up the right keyboard", () => {
  const html = htmlOf(<SignForm action={ACTION} campaign={DEPARTMENT} />);
  expect(tagWith(html, "<input", 'name="name"')).toContain('autoComplete="name"');
  expect(tagWith(html, "<input", 'name="email"')).toMatch(
    /type="email".*autoComplete="email".*inputMode="email"/,
  );
  expect(tagWith(html, "<input", 'name="postcode"')).toContain('autoComplete="postal-code"');
});

test("the sentence that is agreed to stands above the button, with the age and a link to the privacy page", () => {
  const html = htmlOf(<SignForm action={ACTION} campaign={COUNCIL} />);
  const beforeButton = html.slice(0, html.indexOf("<button"));
  expect(beforeButton).toContain(CURRENT_NOTICES.consent.wording);
  expect(beforeButton).toContain("13 or over");
  expect(beforeButton).toContain('href="/privacy"');
  expect(html).toContain("Give my name and postcode to Severnshire County Council when this is handed in");
});

test("each error is linked from the summary, in the order of the page, and tied to its field", () => {
  const errors = { postcode: "Enter a full postcode, like WR5 2NP", name: "Enter your name" };
  const html = htmlOf(<SignForm action={ACTION} campaign={COUNCIL} errors={errors} />);
  expect(html).toMatch(/role="alert".*<a href="#name">Enter your name<\/a>.*<a href="#postcode">/);
  expect(tagWith(html, 'role="alert"')).toContain("autofocus");
  const field = tagWith(html, "<input", 'name="postcode"');
  expect(field).toContain('aria-invalid="true"');
  expect(field).toContain('aria-describedby="postcode-hint postcode-error"');
  expect(html).toMatch(/id="postcode-error".*Enter a full postcode, like WR5 2NP/);
  expect(tagWith(html, "<input", 'name="email"')).not.toContain("aria-invalid");
});

test("what was typed stands there again, and markup in it is only text", () => {
  const values = { name: '"><script>alert(1)</script>', showName: "on", country: "JE", connection: "work" };
  const html = htmlOf(<SignForm action={ACTION} campaign={COUNCIL} values={values} />);
  expect(html).not.toContain("<script");
  expect(tagWith(html, "<input", 'name="name"')).toContain("&quot;&gt;&lt;script&gt;");
  expect(tagWith(html, 'name="showName"')).toContain("checked");
  expect(tagWith(html, 'name="updates"')).not.toContain("checked");
  expect(tagWith(html, "<details")).toContain("open");
  expect(html).toContain('<option value="JE" selected="">Jersey</option>');
  expect(html).toContain('<option value="work" selected="">');
});

test("a closed or paused petition says so and has no form", () => {
  const closed = htmlOf(
    <SignForm action={ACTION} campaign={{ ...COUNCIL, signing: "closed", closesOn: "12 November 2026" }} />,
  );
  expect(closed).not.toContain("<form");
  expect(closed).toContain("Its last day was 12 November 2026.");
  expect(htmlOf(<SignForm action={ACTION} campaign={{ ...COUNCIL, signing: "paused" }} />)).toContain(
    "paused",
  );
});

test("the question about a mistyped address has two equal answers that send everything again", () => {
  const values = { name: "Ann Example", email: "ann@gmial.com", postcode: "WR5 2NP", handIn: "on" };
  const html = htmlOf(
    <EmailQuestion action={ACTION} campaign={COUNCIL} values={values} suggestion="ann@gmail.com" />,
  );
  const [yes = "", no = ""] = html.match(/<form.*?<\/form>/gs) ?? [];
  expect(yes).toContain('name="email" value="ann@gmail.com"');
  expect(no).toContain('name="email" value="ann@gmial.com"');
  for (const answer of [yes, no]) {
    expect(answer).toContain('name="emailChecked" value="on"');
    expect(answer).toContain('name="postcode" value="WR5 2NP"');
    expect(answer).toContain('name="handIn" value="on"');
    expect(tagWith(answer, "<button")).toBe('<button type="submit" class="button">');
  }
  expect(html).toContain("Did you mean gmail.com?");
});

test("an open letter's form asks as what one signs, folded away until something of it is to be put right", () => {
  const letter = { ...DEPARTMENT, kind: "letter" } as const;
  const html = htmlOf(<SignForm action="/letters/one/sign" campaign={letter} />);
  expect(html).toContain("Sign this letter");
  for (const name of ["role", "organisation", "onBehalf", "authority"])
    expect(html).toContain(` name="${name}"`);
  expect(html).toContain(CURRENT_NOTICES.letterConsent.wording);
  expect(html).not.toContain("petition");
  expect(html.match(/<details open/g)).toBeNull();
  const sent = htmlOf(
    <SignForm
      action="/letters/one/sign"
      campaign={letter}
      values={{ role: "www.example.org" }}
      errors={{ role: "Enter your role without a web address" }}
    />,
  );
  expect(sent.match(/<details open/g)).toHaveLength(1);
});
