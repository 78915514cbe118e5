import type { ComponentProps, ReactElement } from "react";
import { MessagePreview } from "./message-preview.tsx";
import { UpdateWords } from "./update-words.tsx";

interface UpdateLooksProps {
  update: { title: string; body: string };
  /** Its mail, where it has one. */
  mailed?: ComponentProps<typeof MessagePreview>["message"];
}

/** An update as it looks on its page and in the mail. */
export function UpdateLooks({ update, mailed }: UpdateLooksProps): ReactElement {
  return (
    <>
      <section>
        <h2>On the site</h2>
        <div className="card update-looks">
          <p className="message-heading">{update.title}</p>
          <UpdateWords markdown={update.body} level={3} />
        </div>
      </section>
      {mailed === undefined ? null : (
        <section>
          <h2>In the mail</h2>
          <MessagePreview message={mailed} hint="Its links work in the mail itself." />
        </section>
      )}
    </>
  );
}
