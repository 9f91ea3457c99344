// Hand-over files that were dropped on the window wait until the screen that takes them in stands.
import { goto } from "$app/navigation";
import { resolve } from "$app/paths";

class Dropped {
  waiting = $state(false);

  /** Whether some wait; from now on they do not. */
  wait(): boolean {
    const waited = this.waiting;
    this.waiting = false;
    return waited;
  }

  async came(): Promise<void> {
    this.waiting = true;
    await goto(resolve("/exchange"));
  }
}

export const dropped = new Dropped();
