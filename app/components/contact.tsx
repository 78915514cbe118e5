import type { ReactElement } from "react";

interface ContactProps {
  /** An e-mail address or a web address. */
  to: string;
  /** What the link says; the address itself unless given. */
  children?: string;
}

/** A link to the operator, whether they gave an e-mail address or a web address. */
export function Contact({ to, children }: ContactProps): ReactElement {
  const href = /^https?:\/\//.test(to) ? to : `mailto:${to}`;
  return <a href={href}>{children ?? to}</a>;
}
