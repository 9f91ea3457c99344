// Something that takes its time, as a screen follows it: how far it is, and how it is called off.
import { isRefusal, type Long, type Step } from "$lib/platform";

/** What is over sooner shows nothing, in milliseconds. */
const SHOWN_AFTER = 300;

export class Working {
  /** It has taken long enough to be shown. */
  shown = $state(false);
  /** `null` until it has told. */
  step = $state.raw<Step | null>(null);
  #callOff: (() => void) | null = $state.raw(null);

  /** Whether something is under way. */
  get busy(): boolean {
    return this.#callOff !== null;
  }

  /** Follows the work to its end. `null`: it was called off. */
  async follow<Answer>(begin: (told: (step: Step) => void) => Long<Answer>): Promise<Answer | null> {
    this.step = null;
    const timer = setTimeout(() => (this.shown = true), SHOWN_AFTER);
    const { answer, callOff } = begin((step) => (this.step = step));
    this.#callOff = callOff;
    try {
      return await answer;
    } catch (thrown) {
      if (isRefusal(thrown) && thrown.code === "cancelled") return null;
      throw thrown;
    } finally {
      clearTimeout(timer);
      this.shown = false;
      this.#callOff = null;
    }
  }

  callOff(): void {
    this.#callOff?.();
  }
}
