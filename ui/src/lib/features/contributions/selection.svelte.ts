// Which contributions are picked out: some by id, or all that fit a question but some. However many fit, none of them is
// held here that was not picked out by hand.
import { SvelteSet } from "svelte/reactivity";
import type { Selected } from "$lib/platform";
import type { Question } from "./found.svelte";

export class Selection {
  /** `null`: only those picked out by hand. */
  #all = $state.raw<Question | null>(null);
  /** Those picked out; where all are, those that are not. */
  #ids = new SvelteSet<string>();

  has(id: string): boolean {
    return this.#ids.has(id) === (this.#all === null);
  }

  /** How many, where so many fit the question. */
  count(found: number): number {
    return this.#all === null ? this.#ids.size : Math.max(0, found - this.#ids.size);
  }

  /** The one that is picked out by hand, where it is one. */
  get only(): string | undefined {
    return this.#all === null && this.#ids.size === 1 ? [...this.#ids][0] : undefined;
  }

  /** The two that are picked out by hand, where they are two. */
  get two(): [string, string] | undefined {
    const [one, other] = this.#ids;
    return this.#all === null && this.#ids.size === 2 && one && other ? [one, other] : undefined;
  }

  toggle(id: string): void {
    if (!this.#ids.delete(id)) this.#ids.add(id);
  }

  /** Picks out these as well. */
  add(ids: Iterable<string>): void {
    for (const id of ids) {
      if (this.#all === null) this.#ids.add(id);
      else this.#ids.delete(id);
    }
  }

  /** Picks out everything that fits. */
  everything(question: Question): void {
    this.#all = question;
    this.#ids.clear();
  }

  nothing(): void {
    this.#all = null;
    this.#ids.clear();
  }

  /** As Rust is told. */
  get selected(): Selected {
    const allOf = this.#all === null ? null : { ...this.#all, offset: 0, limit: 0 };
    return { allOf, ids: [...this.#ids] };
  }
}
