// The screens of an open consultation, in the order in which a day goes. One stands here only once there is something behind it.
import type { Messages } from "$lib/messages/index.svelte";
import type { Chord } from "./chord";
import type { Sign } from "./Icon.svelte";

type Plain = { [Key in keyof Messages]: Messages[Key] extends null ? Key : never }[keyof Messages];

type Screen = "/" | "/capture" | "/contributions" | "/briefs" | "/programme";
export type Place = { at: Screen; name: Plain; icon: Sign; chord: Chord };

export const PLACES: readonly Place[] = [
  { at: "/", name: "nav-overview", icon: "overview", chord: "alt+1" },
  { at: "/capture", name: "nav-capture", icon: "capture", chord: "alt+2" },
  { at: "/contributions", name: "nav-contributions", icon: "contributions", chord: "alt+3" },
  { at: "/briefs", name: "nav-briefs", icon: "briefs", chord: "alt+4" },
  { at: "/programme", name: "nav-programme", icon: "programme", chord: "alt+5" },
];
