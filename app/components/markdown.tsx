import type { ReactElement } from "react";
import Markdown from "react-markdown";

const ALLOWED = ["p", "h3", "h4", "ul", "ol", "li", "strong", "em", "a", "blockquote", "br"];

/** What an organiser wrote, in Markdown: headings, lists, emphasis, quotations, links; nothing else gets through. */
export function CampaignText({ markdown }: { markdown: string }): ReactElement {
  return (
    <Markdown
      allowedElements={ALLOWED}
      unwrapDisallowed
      skipHtml
      components={{
        h1: "h3",
        h2: "h3",
        a: ({ href, children }) => (
          <a href={href} rel="nofollow ugc noopener">
            {children}
          </a>
        ),
      }}
    >
      {markdown.replace(/^#{1,2} /gm, "### ")}
    </Markdown>
  );
}
