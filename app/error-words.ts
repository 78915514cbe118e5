/** What an error page says: what happened, and what to do. */
export interface ErrorWords {
  title: string;
  whatToDo: string;
}

const BY_STATUS: Readonly<Record<number, ErrorWords>> = {
  400: {
    title: "We could not read what was sent",
    whatToDo: "Go back, load the page again and send the form once more. If you typed the address, check it.",
  },
  403: {
    title: "This is not open to you",
    whatToDo:
      "If you sent a form, it seemed to come from another website: open its page on this site and send it from there. If you followed a link, it may be meant for somebody else.",
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
  409: {
    title: "This has changed since you opened it",
    whatToDo:
      "Nothing of yours was saved. Go back, load the page again to see how it stands now, and try once more.",
  },
  410: {
    title: "This has been taken down",
    whatToDo:
      "It was here once. Whoever wrote it or runs this site has taken it down, so nobody can read or sign it here. If you wrote it, the mail we sent you says why, and how to ask that somebody looks again.",
  },
  413: {
    title: "That is too large",
    whatToDo: "Nothing was saved. Go back and send a shorter text, or a picture of at most 8 MB.",
  },
  415: {
    title: "We cannot read what was sent",
    whatToDo: "Nothing was saved. Go back and send the form as it stands on the page.",
  },
  429: {
    title: "That was a lot at once",
    whatToDo: "Nothing is wrong. Wait a minute and try again.",
  },
  500: {
    title: "Something went wrong at our end",
    whatToDo:
      "It is not your doing. Try again in a few minutes. If you were signing and no page thanked you, sign again: nobody is counted twice.",
  },
  503: {
    title: "We cannot do this just now",
    whatToDo:
      "Part of the site is resting or very busy. Try again in a few minutes. If you were signing, sign again then: nobody is counted twice.",
  },
};

/** Said in place of a page until the site is ready. */
export const STARTING: ErrorWords = {
  title: "We are just starting",
  whatToDo: "The site is getting ready and will be here in a minute. This page loads again by itself.",
};

const FAULT: ErrorWords = {
  title: "Something went wrong at our end",
  whatToDo: "It is not your doing. Try again in a few minutes.",
};

const REFUSAL: ErrorWords = {
  title: "We could not do that",
  whatToDo: "Go back, load the page again and try once more.",
};

/** The words for a status; those of its family where it has none of its own. */
export function errorWords(status: number): ErrorWords {
  return BY_STATUS[status] ?? (status < 500 ? REFUSAL : FAULT);
}
