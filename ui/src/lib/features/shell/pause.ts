// What is half typed is kept as soon as the keys are quiet, and now and then while somebody types on without a pause.

/** So long after the last key, in milliseconds. */
const QUIET = 300;

/** And so long after the first that was not kept yet, at the latest. */
const LATEST = 2000;

/** Puts off what is to be done while keys are pressed. */
export class Pause {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #since = 0;
  readonly #work: () => void;

  constructor(work: () => void) {
    this.#work = work;
  }

  /** Whether something waits to be done. */
  get waits(): boolean {
    return this.#timer !== undefined;
  }

  /** A key was pressed. */
  begin(): void {
    const now = Date.now();
    if (!this.waits) this.#since = now;
    clearTimeout(this.#timer);
    const left = Math.max(0, Math.min(QUIET, this.#since + LATEST - now));
    this.#timer = setTimeout(() => {
      this.end();
      this.#work();
    }, left);
  }

  /** It is done, or is not to be done any more. */
  end(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
