import type { ReactElement } from "react";
import { ButtonLink } from "./button.tsx";

interface ShareProps {
  title: string;
  /** The whole address that is passed on. */
  url: string;
}

/** Ways of passing a campaign on: an address to copy, and messages that are written already. */
export function OrganiseShare({ title, url }: ShareProps): ReactElement {
  const words = `${title} ${url}`;
  const mail = `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(words)}`;
  return (
    <>
      <div className="field">
        <label htmlFor="share-address">The address to pass on</label>
        <input className="input" id="share-address" type="url" readOnly value={url} />
      </div>
      <p className="row">
        <ButtonLink href={`https://wa.me/?text=${encodeURIComponent(words)}`}>Share by WhatsApp</ButtonLink>
        <ButtonLink tone="quiet" href={mail}>
          Share by e-mail
        </ButtonLink>
      </p>
    </>
  );
}
