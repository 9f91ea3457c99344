// What is half made of a contribution, a correction or a translation: kept in the consultation while it is typed, so that
// neither Esc nor a lock nor a crash takes it away.
import { half, keepHalf, type AskHalf } from "$lib/platform";
import { consultation } from "$lib/features/shell/consultation.svelte";
import { beforeLocking } from "$lib/features/shell/locking";
import { notices } from "$lib/features/shell/notices.svelte";
import { Pause } from "$lib/features/shell/pause";
import { sentence } from "$lib/features/shell/refusal";

export class Half<T extends object> {
  readonly #asked: AskHalf;
  readonly #now: () => T | null;
  readonly #pause = new Pause(() => void this.flush());
  /** What is in the consultation, as it was written down. */
  #kept = "";
  #last: Promise<unknown> = Promise.resolve();

  /** `now` says how it stands, or `null` where nothing differs from what is there. Made while a component is set up. */
  constructor(asked: AskHalf, now: () => T | null) {
    this.#asked = asked;
    this.#now = now;
    beforeLocking(() => this.flush());
  }

  /** As it was left; `null` where nothing was. */
  async left(): Promise<T | null> {
    this.#kept = await half(this.#asked);
    return this.#kept === "" ? null : (JSON.parse(this.#kept) as T);
  }

  /** Something was typed or chosen. */
  touched(): void {
    if (this.#written() !== this.#kept) this.#pause.begin();
  }

  /** Keeps it as it stands, one keeping after the other. */
  async flush(): Promise<void> {
    this.#pause.end();
    const words = this.#written();
    if (words === this.#kept) return this.#last.then(() => {});
    await this.#keep(words);
  }

  /** It was given, or nobody wants it. */
  async letGo(): Promise<void> {
    this.#pause.end();
    if (this.#kept !== "") await this.#keep("");
  }

  #written(): string {
    const now = this.#now();
    return now === null ? "" : JSON.stringify(now);
  }

  async #keep(words: string): Promise<void> {
    this.#kept = words;
    this.#last = this.#last
      .then(() => keepHalf({ ...this.#asked, words }))
      .catch((thrown: unknown) => {
        if (!consultation.closedBy(thrown)) notices.say(sentence(thrown), { urgent: true });
      });
    await this.#last;
  }
}
