import type { Claim } from "#app/domain/open-letter/standing.ts";

/** As what somebody signs a letter, as rows of facts; none where they claim nothing. */
export function claimFacts({ role, organisation, onBehalf, authority }: Claim): {
  term: string;
  value: string;
}[] {
  return [
    ...(role === "" ? [] : [{ term: "Role", value: role }]),
    ...(organisation === "" ? [] : [{ term: "Organisation", value: organisation }]),
    ...(onBehalf ? [{ term: "Signs for the organisation", value: "Yes, with its authority" }] : []),
    ...(authority === "" ? [] : [{ term: "Authority", value: authority }]),
  ];
}
