// How the window looks: its brightness and its language, as Rust keeps them.
import { choose, speak } from "$lib/messages/index.svelte";
import { keepLook, look as kept, type Look } from "$lib/platform";

class WindowLook {
  now = $state.raw<Look>({ theme: "system", language: "" });
  failure = $state.raw<unknown>(null);

  async begin(): Promise<void> {
    try {
      this.now = await kept();
    } catch (thrown) {
      this.failure = thrown;
    }
    this.#show();
  }

  /** Shows the change at once, then keeps it. */
  async change(change: Partial<Look>): Promise<void> {
    this.now = { ...this.now, ...change };
    this.#show();
    try {
      await keepLook(this.now);
      this.failure = null;
    } catch (thrown) {
      this.failure = thrown;
    }
  }

  #show(): void {
    const { theme, language } = this.now;
    speak(choose(language, navigator.languages));
    const { dataset } = document.documentElement;
    if (theme === "system") delete dataset["theme"];
    else dataset["theme"] = theme;
  }
}

export const look = new WindowLook();
