// The screens of an open consultation, in the order in which a day goes. One stands here only once there is something behind it.
import type { Messages } from "$lib/messages/index.svelte";
import type { ActionId } from "./chords";
import type { Sign } from "./Icon.svelte";

type Plain = { [Key in keyof Messages]: Messages[Key] extends null ? Key : never }[keyof Messages];

type Screen = "/" | "/capture" | "/contributions" | "/briefs" | "/programme" | "/exchange";
export type Place = { at: Screen; name: Plain; icon: Sign; go: ActionId };

export const PLACES: readonly Place[] = [
  { at: "/", name: "nav-overview", icon: "overview", go: "go-overview" },
  { at: "/capture", name: "nav-capture", icon: "capture", go: "go-capture" },
  { at: "/contributions", name: "nav-contributions", icon: "contributions", go: "go-contributions" },
  { at: "/briefs", name: "nav-briefs", icon: "briefs", go: "go-briefs" },
  { at: "/programme", name: "nav-programme", icon: "programme", go: "go-programme" },
  { at: "/exchange", name: "nav-exchange", icon: "exchange", go: "go-exchange" },
];

/** The screen that an address belongs to. The first page may go by the name of its file. */
export function standsAt(path: string): Screen {
  const plain = path.replace(/\/?(index\.html)?$/, "") || "/";
  return PLACES.find(({ at }) => at === plain || (at !== "/" && plain.startsWith(`${at}/`)))?.at ?? "/";
}

/** Where one sees what was done, by the code of the action, best first; nowhere where that is no one screen. */
export function seenOn(deed: string): readonly Place[] {
  return (SEEN[deed] ?? []).flatMap((at) => PLACES.filter((place) => place.at === at));
}

const SEEN: Readonly<Record<string, readonly Screen[]>> = {
  record: ["/contributions", "/capture"],
  tag: ["/contributions"],
  import: ["/contributions"],
  edit: ["/contributions"],
  permission: ["/contributions"],
  attach: ["/contributions"],
  brief: ["/briefs"],
  structure: ["/programme"],
  presence: ["/capture", "/programme"],
  members: ["/exchange"],
};
