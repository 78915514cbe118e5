/** What the server itself may have to say, before there is a page: what happened, and what to do. */
export interface RefusalWords {
  title: string;
  whatToDo: string;
}

export type RefusalStatus = keyof typeof WORDS;

export function refusalWords(status: RefusalStatus): RefusalWords {
  return WORDS[status];
}

const WORDS = {
  400: {
    title: "We could not read what was sent",
    whatToDo: "Go back, load the page again and send the form once more. If you typed the address, check it.",
  },
  403: {
    title: "We did not take that form",
    whatToDo:
      "It seems to come from another website. Nothing was saved. Open the page on this site and send it from there.",
  },
  404: {
    title: "There is no page here",
    whatToDo:
      "If you typed the address, check it. If you came by a link, it may be old or cut off at the end.",
  },
  405: {
    title: "This page does not work that way",
    whatToDo: "Open the page in a browser and use its form.",
  },
  413: {
    title: "That is too large",
    whatToDo: "Nothing was saved. Go back, make it shorter and send it again.",
  },
  415: {
    title: "We cannot read that kind of form",
    whatToDo: "Nothing was saved. Go back and send the form as it stands on the page.",
  },
  500: {
    title: "Something went wrong at our end",
    whatToDo:
      "It is not your doing. Try again in a few minutes. If you were signing, sign again then: nobody is counted twice.",
  },
  503: {
    title: "We are just starting",
    whatToDo: "The site is getting ready and will be here in a minute. This page loads again by itself.",
  },
} as const;
