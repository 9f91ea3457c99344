// Everything a person can do where they are, each with its name and its key: what the palette lists and what a chord does.
import { untrack } from "svelte";
import { holdsText, isTyped, isWriting } from "./chord";
import { listed, type ActionId } from "./chords";
import { keys } from "./keys.svelte";

export type Action = {
  id: ActionId;
  /** Where it is called by more than its name: by what it is about. */
  name?: string;
  run: () => unknown;
  /** What the palette offers for what was typed there instead of a name: a number, for one. */
  typed?: (typed: string) => { name: string; run: () => unknown } | null;
  /** Where it cannot be done now, it is not listed and its key does nothing. */
  enabled?: boolean;
};

type Source = () => readonly Action[];

let sources = $state.raw<readonly Source[]>([]);

const all = $derived(sources.flatMap((source) => source()).filter((action) => action.enabled !== false));

/** What can be done now; what came last stands first, because it belongs to what is in front. */
export function possible(): readonly Action[] {
  return all.toReversed();
}

/** Makes these possible while the component stands. To be called while it is being set up. */
export function useActions(source: Source): void {
  $effect(() => {
    untrack(() => (sources = [...sources, source]));
    return () => (sources = sources.filter((other) => other !== source));
  });
}

/** Does what the key is for. Behind a dialog nothing is done, but for locking. */
export function dispatch(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return;
  const isOver = document.querySelector("dialog[open]") !== null;
  const writing = isWriting(event.target);
  const isTheirs = holdsText(event.target);
  const meant = ({ id }: Action) => {
    const { fixed = false, notWhileWriting = false, overDialogs = false } = listed(id);
    if (isOver && !overDialogs) return false;
    const chord = fixed ? undefined : keys.pressed(event, id);
    return chord !== undefined && !((isTheirs && notWhileWriting) || (writing && isTyped(chord)));
  };
  const action = possible().find(meant);
  if (!action) return;
  event.preventDefault();
  action.run();
}
