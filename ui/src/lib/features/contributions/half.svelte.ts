// What is half made of a contribution, a correction or a translation: kept in the consultation while it is typed, so that
// neither Esc nor a lock nor a crash takes it away.
import { onMount, untrack } from "svelte";
import { half, keepHalf, letGoHalf, type AskHalf } from "$lib/platform";
import { consultation } from "$lib/features/shell/consultation.svelte";
import { beforeLocking } from "$lib/features/shell/locking";
import { notices } from "$lib/features/shell/notices.svelte";
import { Pause } from "$lib/features/shell/pause";
import { sentence } from "$lib/features/shell/refusal";

export class Half<T extends object> {
  /** As it was left; `null` where nothing was. */
  readonly left: T | null;
  readonly #asked: AskHalf;
  readonly #pause = new Pause(() => void this.flush());
  #now: () => T | null = () => null;
  /** What is in the consultation, as it was written down. */
  #kept: string;
  #last: Promise<boolean> = Promise.resolve(true);

  private constructor(asked: AskHalf, kept: string) {
    this.#asked = asked;
    this.#kept = kept;
    this.left = kept === "" ? null : (JSON.parse(kept) as T);
  }

  /** Asked for before its form stands, so that nobody types over what was left. */
  static async of<T extends object>(asked: AskHalf): Promise<Half<T>> {
    return new Half<T>(asked, await half(asked));
  }

  /** Follows how it stands, or `null` where nothing differs from what is there, while a component stands that is being
   * set up. */
  follow(now: () => T | null): void {
    this.#now = now;
    beforeLocking(() => this.flush());
    onMount(() => () => this.#pause.end());
    $effect(() => {
      now();
      untrack(() => this.#pause.begin());
    });
  }

  /** Keeps it as it stands, one keeping after the other. Whether it could be kept; if not, it was said why. */
  flush(): Promise<boolean> {
    this.#pause.end();
    const now = this.#now();
    const words = now === null ? "" : JSON.stringify(now);
    return this.#after(async () => {
      if (words === this.#kept) return;
      await keepHalf({ ...this.#asked, words });
      this.#kept = words;
    });
  }

  /** It was given: what it said stands where it belongs. */
  async given(): Promise<void> {
    this.#now = () => null;
    await this.flush();
  }

  /** Nobody wants it. */
  async letGo(): Promise<void> {
    this.#pause.end();
    this.#now = () => null;
    await this.#after(() => letGoHalf(this.#asked));
  }

  #after(work: () => Promise<unknown>): Promise<boolean> {
    this.#last = this.#last.then(work).then(
      () => true,
      (thrown: unknown) => {
        if (consultation.closedBy(thrown)) return true;
        notices.say(sentence(thrown), { urgent: true });
        return false;
      },
    );
    return this.#last;
  }
}
