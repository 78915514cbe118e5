import type { ReactElement } from "react";
import { CURRENT_NOTICES, noticeWords } from "#app/domain/privacy/notices.ts";
import { CheckField } from "./check-field.tsx";

interface ContactBoxProps {
  group: { slug: string; name: string };
  value?: string;
  error?: string;
}

/** Lets a group write to a signatory by itself. It sends along which group stood beside the box. */
export function ContactBox({ group, value, error }: ContactBoxProps): ReactElement {
  return (
    <>
      <CheckField
        name="contact"
        label={noticeWords(CURRENT_NOTICES.contact, group.name)}
        value={value}
        error={error}
      />
      <input type="hidden" name="contactGroup" value={group.slug} />
    </>
  );
}
