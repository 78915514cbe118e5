import type { ReactElement, ReactNode } from "react";

/** `danger` for what cannot be undone. "No, thanks" is `plain` too: a refusal is as big as a yes. */
export type ButtonTone = "plain" | "quiet" | "danger";

interface ButtonLook {
  /** What happens: "Sign", "Take my name off". */
  children: ReactNode;
  tone?: ButtonTone;
  isWide?: boolean;
}

interface ButtonProps extends ButtonLook {
  /** With `value`, what the form sends when this button is pressed. */
  name?: string;
  value?: string;
}

/** Submits its form. */
export function Button({ children, tone = "plain", isWide = false, name, value }: ButtonProps): ReactElement {
  return (
    <button type="submit" className={look(tone, isWide)} name={name} value={value}>
      {children}
    </button>
  );
}

/** Goes somewhere, and looks like a button. */
export function ButtonLink({
  children,
  tone = "plain",
  isWide = false,
  href,
}: ButtonLook & { href: string }): ReactElement {
  return (
    <a className={look(tone, isWide)} href={href}>
      {children}
    </a>
  );
}

function look(tone: ButtonTone, isWide: boolean): string {
  return ["button", tone === "plain" ? "" : `button-${tone}`, isWide ? "button-wide" : ""]
    .filter(Boolean)
    .join(" ");
}
