// Everything a person can do where they are, each with its name and its key: what the palette lists and what a chord does.
import { untrack } from "svelte";
import { isChord, isTyped, isWriting, type Chord } from "./chord";

export type Action = {
  /** Never shown: tells one action from another. */
  id: string;
  name: string;
  chord?: Chord;
  /** The key is read by what has the focus, and means something else elsewhere: it is shown, and not gone by. */
  own?: boolean;
  /** A second key for it, which other programs have for the same. */
  also?: Chord;
  run: () => unknown;
  /** Where it cannot be done now, it is not listed and its key does nothing. */
  enabled?: boolean;
  /** In a text field the key is the field's own: undo, for one. */
  notWhileWriting?: boolean;
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

/** Does what the key is for. Behind a dialog nothing is done. */
export function dispatch(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return;
  if (document.querySelector("dialog[open]")) return;
  const writing = isWriting(event.target);
  const meant = (action: Action) =>
    !action.own &&
    [action.chord, action.also].some(
      (chord) =>
        chord !== undefined && isChord(event, chord) && !(writing && (action.notWhileWriting || isTyped(chord))),
    );
  const action = possible().find(meant);
  if (!action) return;
  event.preventDefault();
  action.run();
}
