import type { ReactElement, ReactNode } from "react";
import type { OrganiserRole } from "#db/tables/organising.ts";
import { Button } from "./button.tsx";
import { Field } from "./field.tsx";
import { londonDayOfYear } from "./format.ts";
import { SureField } from "./sure-field.tsx";

interface Person {
  key: string;
  role: OrganiserRole;
  isVisitor: boolean;
  /** Blank where the visitor is not shown it. */
  address: string;
}

interface PeopleListProps {
  /** What happens where an owner lets somebody else own it. */
  handOver: { label: string; words: string };
  people: readonly Person[];
  invitations: readonly { publicId: string; address: string; expiresAt: number }[];
  isOwner: boolean;
  errors: Readonly<Record<string, string>>;
}

/** Those who run something and those who are invited to; for owners with what they can do about each. */
export function PeopleList({
  people,
  invitations,
  isOwner,
  errors,
  handOver,
}: PeopleListProps): ReactElement {
  return (
    <ul className="organised plain-list">
      {people.map((person) => (
        <li key={person.key}>
          <span>
            <b>{nameOf(person)}</b> {doesWhat(person)}
          </span>
          {isOwner && person.role === "editor" ? (
            <EditorForms person={person} handOver={handOver} error={errors[`sure-${person.key}`]} />
          ) : null}
        </li>
      ))}
      {invitations.map(({ publicId, address, expiresAt }) => (
        <li key={publicId}>
          <span>
            <b>{address}</b> is invited until {londonDayOfYear(expiresAt)}
          </span>
          <form method="post">
            <input type="hidden" name="invitation" value={publicId} />
            <Button tone="quiet" name="intent" value="take_back">
              Take it back<span className="hidden"> from {address}</span>
            </Button>
          </form>
        </li>
      ))}
    </ul>
  );
}

function nameOf({ isVisitor, address }: Person): string {
  if (isVisitor) return "You";
  return address === "" ? "Somebody else" : address;
}

function doesWhat({ isVisitor, role }: Person): string {
  if (role === "owner") return isVisitor ? "own it" : "owns it";
  return isVisitor ? "help to run it" : "helps to run it";
}

interface EditorFormsProps extends Pick<PeopleListProps, "handOver"> {
  person: Person;
  error?: string;
}

function EditorForms({ person, handOver, error }: EditorFormsProps): ReactElement {
  return (
    <>
      <form method="post">
        <input type="hidden" name="key" value={person.key} />
        <Button tone="quiet" name="intent" value="remove">
          Remove<span className="hidden"> {person.address}</span>
        </Button>
      </form>
      <details open={error !== undefined}>
        <summary>
          {handOver.label}
          <span className="hidden"> {person.address}</span>
        </summary>
        <form method="post">
          <p>{handOver.words}</p>
          <input type="hidden" name="key" value={person.key} />
          <SureField id={`sure-${person.key}`} label="I am sure" error={error} />
          <Button tone="danger" name="intent" value="hand_over">
            {handOver.label}
          </Button>
        </form>
      </details>
    </>
  );
}

interface InviteFormProps {
  email?: string;
  error?: string;
  /** What else is asked. */
  children?: ReactNode;
}

/** Asks somebody else to help. */
export function InviteForm({ email, error, children }: InviteFormProps): ReactElement {
  return (
    <>
      <h2>Invite somebody to help</h2>
      <form method="post" noValidate>
        <Field
          name="email"
          label="Their e-mail address"
          hint="They get a mail with a link. It works for 14 days."
          type="email"
          autoComplete="off"
          value={email}
          error={error}
        />
        {children}
        <Button name="intent" value="invite">
          Invite them
        </Button>
      </form>
    </>
  );
}

interface LeaveFormProps {
  /** "petition", "group". */
  thing: string;
  isLastOwner: boolean;
  error?: string;
}

/** Stops running it. */
export function LeaveForm({ thing, isLastOwner, error }: LeaveFormProps): ReactElement {
  return (
    <>
      <h2>Stop running it</h2>
      {isLastOwner ? (
        <p>You are its only owner. Make somebody who helps to run it the owner, then you can stop.</p>
      ) : (
        <form method="post">
          <SureField id="sure-leave" label={`I do not want to run this ${thing} any more`} error={error} />
          <Button tone="danger" name="intent" value="leave">
            Stop running it
          </Button>
        </form>
      )}
    </>
  );
}
