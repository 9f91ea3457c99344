// The screens of an open consultation, in the order in which a day goes. One stands here only once there is something behind it.
import type { Messages } from "$lib/messages/index.svelte";
import type { ActionId } from "./chords";
import type { Sign } from "./Icon.svelte";

type Plain = { [Key in keyof Messages]: Messages[Key] extends null ? Key : never }[keyof Messages];

type Screen = "/" | "/capture" | "/contributions" | "/briefs" | "/programme";
export type Place = { at: Screen; name: Plain; icon: Sign; go: ActionId };

export const PLACES: readonly Place[] = [
  { at: "/", name: "nav-overview", icon: "overview", go: "go-overview" },
  { at: "/capture", name: "nav-capture", icon: "capture", go: "go-capture" },
  { at: "/contributions", name: "nav-contributions", icon: "contributions", go: "go-contributions" },
  { at: "/briefs", name: "nav-briefs", icon: "briefs", go: "go-briefs" },
  { at: "/programme", name: "nav-programme", icon: "programme", go: "go-programme" },
];
