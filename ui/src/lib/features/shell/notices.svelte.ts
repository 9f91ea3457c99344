// What was just done, in one line at the foot of the window: seen for a while, heard once.

/** How long a line stays, in milliseconds. With a button in it, it can be reached. */
const STAYS = 8000;

/** What the button in a line offers. */
export type Offer = "undo" | "redo";

export type Notice = { text: string; offer: Offer | null; urgent: boolean };

class Notices {
  now = $state.raw<Notice | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Says what was done; `undo` offers to take it back, `redo` to do it again, `urgent` is what went wrong. */
  say(text: string, { undo = false, redo = false, urgent = false } = {}): void {
    this.now = { text, offer: undo ? "undo" : redo ? "redo" : null, urgent };
    this.linger();
  }

  /** Begins anew to count how long it stays. */
  linger(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.silence(), STAYS);
  }

  /** Stays as long as somebody is at it. */
  stay(): void {
    clearTimeout(this.#timer);
  }

  silence(): void {
    clearTimeout(this.#timer);
    this.now = null;
  }
}

export const notices = new Notices();
