// What paragraphs, audiences and repairs are called.
import type { Messages } from "$lib/messages/index.svelte";
import type { Audience, Repair, StatementType } from "$lib/platform";

type Plain = { [Key in keyof Messages]: Messages[Key] extends null ? Key : never }[keyof Messages];

export const TYPES = {
  finding: "brief-type-finding",
  process: "brief-type-process",
  context: "brief-type-context",
  remark: "brief-type-remark",
} as const satisfies Record<StatementType, Plain>;

/** The widest first: that is where a brief usually goes. */
export const AUDIENCES = ["public", "states", "participants", "organisers"] as const satisfies readonly Audience[];

export const FOR = {
  public: "brief-for-public",
  states: "brief-for-states",
  participants: "brief-for-participants",
  organisers: "brief-for-organisers",
} as const satisfies Record<Audience, Plain>;

export const REPAIRS = {
  "own-words": "repair-own-words",
  unquote: "repair-unquote",
  "quote-exactly": "repair-quote-exactly",
  "name-group": "repair-name-group",
  "drop-reference": "repair-drop-reference",
  "leave-out": "repair-leave-out",
  "make-remark": "repair-make-remark",
  ask: "repair-ask",
} as const satisfies Record<Repair, Plain>;
