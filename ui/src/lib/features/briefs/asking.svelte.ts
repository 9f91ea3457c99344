// "Who said that?", asked from wherever one is: what was typed of a number before the answer stands there, and after.

class Asking {
  /** What was typed of a paragraph's number; `null` where nobody asks. */
  typed = $state<string | null>(null);
  /** The brief that is asked before others; that opened last where it is `null`. */
  brief = $state<string | null>(null);

  begin(typed = "", brief: string | null = null): void {
    [this.typed, this.brief] = [typed, brief];
  }

  /** One more digit, also where the window is still about to show what the first one asks. */
  digit(digit: number): void {
    if (this.typed === null) this.begin(String(digit));
    else this.typed += String(digit);
  }

  end(): void {
    this.typed = null;
  }
}

export const asking = new Asking();
