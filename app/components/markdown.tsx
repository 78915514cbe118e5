import type { ReactElement, ReactNode } from "react";
import Markdown from "react-markdown";
import { safeLink, saysWhere } from "#app/domain/moderation/safe-link.ts";
import { boundMarkdown } from "./markdown-bounds.ts";
import { plainTree } from "./markdown-tree.ts";
import { PlainText } from "./plain-text.tsx";

const ALLOWED = ["p", "h3", "h4", "ul", "ol", "li", "strong", "em", "a", "blockquote", "br"];

/**
 * What an organiser wrote, in Markdown: headings, lists, emphasis, quotations, links; nothing else gets through.
 * Beside a link stands where it goes. Whatever is given, it takes a moment, throws nothing and nests little.
 */
export function CampaignText({ markdown }: { markdown: string }): ReactElement {
  const bounded = boundMarkdown(markdown);
  if (bounded === undefined) return <PlainText text={markdown} />;
  return (
    <Markdown
      allowedElements={ALLOWED}
      unwrapDisallowed
      skipHtml
      remarkPlugins={[plainTree]}
      urlTransform={(url) => safeLink(url)?.href ?? ""}
      components={{
        a: ({ href, children }) => <TextLink href={href ?? ""}>{children}</TextLink>,
        ol: ({ children, start }) => <ol start={start}>{children}</ol>,
      }}
    >
      {bounded}
    </Markdown>
  );
}

/** A link that somebody wrote; only its words where it leads nowhere that it may. */
function TextLink({ href, children }: { href: string; children: ReactNode }): ReactElement {
  const link = safeLink(href);
  if (!link) return <>{children}</>;
  return (
    <>
      <a href={link.href} rel="nofollow ugc noopener">
        {children}
      </a>
      {typeof children === "string" && saysWhere(children, link) ? null : (
        <>
          {" "}
          (<bdi>{link.where}</bdi>)
        </>
      )}
    </>
  );
}
