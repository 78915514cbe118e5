/** What the row of a story that is kept no longer still says: that there was one, and nothing of it. */
export const BLANK_STORY = {
  ...{
    content: "",
    email: "",
    addressHash: "",
    title: "",
    text: "",
    pullQuote: "",
    contentNote: "",
    easy: "",
    topics: "",
  },
  ...{ councilGss: "", districtGss: "", constituencyGss: "", campaignId: "" },
  ...{ needsSecond: false, isUrgent: false, expiresAt: null },
} as const;
