// What is offered for `@` and `#` while a text is typed: the lines that fit, where the keyboard is among them, and which
// sign was sent away.
import type { CaptureLists } from "$lib/platform";
import { found, groupItems, nodeItems } from "./items";
import { mentionAt, without, type Mention } from "./mention";
import type { Item } from "./Picker.svelte";

class Mentioning {
  #mention = $state.raw<Mention | null>(null);
  items = $state.raw<readonly Item[]>([]);
  at = $state(0);
  /** Whether somebody went through the lines: then Enter takes one. */
  engaged = false;
  /** The place of a sign that was sent away. */
  #left = -1;

  get shows(): boolean {
    return this.items.length > 0;
  }

  get sign(): Mention["sign"] | null {
    return this.#mention?.sign ?? null;
  }

  /** What stands before the caret now. */
  look(field: HTMLTextAreaElement, lists: CaptureLists): void {
    const { value, selectionStart, selectionEnd } = field;
    const mention = selectionStart === selectionEnd ? mentionAt(value, selectionEnd) : null;
    if (mention?.from !== this.#left) this.#left = -1;
    if (!mention || mention.from === this.#left) {
      this.#hide();
      return;
    }
    const same = this.#mention?.from === mention.from && this.#mention.typed === mention.typed;
    this.#mention = mention;
    if (same) return;
    this.items = found(mention.sign === "@" ? groupItems(lists) : nodeItems(lists), mention.typed);
    this.at = 0;
    this.engaged = false;
  }

  move(by: 1 | -1): void {
    this.at = (this.at + by + this.items.length) % this.items.length;
    this.engaged = true;
  }

  /** Takes the sign and what follows it out of the text, and says for what. */
  take(field: HTMLTextAreaElement, item: Item | undefined = this.items[this.at]): Item | undefined {
    const mention = this.#mention;
    if (!mention || !item) return undefined;
    const { text, caret } = without(field.value, mention);
    field.value = text;
    field.setSelectionRange(caret, caret);
    this.#hide();
    return item;
  }

  /** The characters stay; for this sign nothing is offered any more. */
  leave(): void {
    this.#left = this.#mention?.from ?? -1;
    this.#hide();
  }

  /** Another text stands there. */
  forget(): void {
    this.#left = -1;
    this.#hide();
  }

  #hide(): void {
    this.#mention = null;
    this.items = [];
    this.engaged = false;
  }
}

export const mentioning = new Mentioning();
