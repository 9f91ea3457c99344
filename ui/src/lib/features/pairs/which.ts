// The pairs that are looked at: those that wait for an answer, those that are one, those that are two.

export const WHICH = [
  { value: "open", label: "pairs-open" },
  { value: "accepted", label: "pairs-accepted" },
  { value: "refused", label: "pairs-refused" },
] as const;

export type Which = (typeof WHICH)[number]["value"];

/** As an address says it; what waits, where it says nothing that is known. */
export function whichOf(said: string | null): Which {
  return WHICH.find(({ value }) => value === said)?.value ?? "open";
}
