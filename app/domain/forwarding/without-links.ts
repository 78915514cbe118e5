const REDACTED = "[link taken out]";

/**
 * Takes the tokens of our own links out of what somebody wrote: a reply quotes our message, whose links let whoever
 * holds them answer or pause in its reader's name. They are found inside other addresses too, as mail filters write
 * them, and broken over quoted lines.
 */
export function withoutLinks(text: string, tokens: readonly string[]): string {
  return tokens.reduce((rest, token) => rest.replace(brokenAnywhere(token), REDACTED), text);
}

function brokenAnywhere(token: string): RegExp {
  const letters = [...token].map((letter) => letter.replace(/[^A-Za-z0-9]/, "\\$&"));
  return new RegExp(letters.join("(?:=?\\r?\\n[> \\t]{0,20})?"), "gi");
}
