// The keys that the window goes by now: those that actions come with, and those that a person chose instead.
import { t } from "$lib/messages/index.svelte";
import { ariaShortcut, isChord, signs, type Chord } from "./chord";
import { chordFor, chordsFor, valid, withKey, type ActionId, type Chosen } from "./chords";
import { look } from "./look.svelte";

class Keys {
  readonly chosen: Chosen = $derived(valid(look.now.keys));

  /** The key of an action; empty where it has none. */
  of(id: ActionId): Chord {
    return chordFor(id, this.chosen);
  }

  /** Whether a key of this action was pressed. */
  mean(event: KeyboardEvent, id: ActionId): boolean {
    return this.pressed(event, id) !== undefined;
  }

  /** The key of this action that was pressed. */
  pressed(event: KeyboardEvent, id: ActionId): Chord | undefined {
    return chordsFor(id, this.chosen).find((chord) => isChord(event, chord));
  }

  /** As `aria-keyshortcuts` of what does the action. */
  aria(id: ActionId): string | undefined {
    const chord = this.of(id);
    return chord === "" ? undefined : ariaShortcut(chord);
  }

  /** Gives an action this key; what had it before has none then. */
  choose(id: ActionId, chord: Chord): Promise<void> {
    return look.change({ keys: withKey(this.chosen, id, chord) });
  }

  /** Every key as it came. */
  reset(): Promise<void> {
    return look.change({ keys: {} });
  }
}

export const keys = new Keys();

/** A chord as it stands on the keyboard. */
export function drawn(chord: Chord): string {
  return signs(chord, {
    ctrl: t("key-ctrl"),
    alt: t("key-alt"),
    escape: t("key-escape"),
    space: t("key-space"),
    digit: t("key-digit"),
  });
}
