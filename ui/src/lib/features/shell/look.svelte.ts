// How the window looks and which keys it goes by, as Rust keeps them.
import { choose, speak } from "$lib/messages/index.svelte";
import { keepLook, look as kept, speak as tellLanguage, type Look } from "$lib/platform";
import { tell } from "./changes.svelte";

class WindowLook {
  now = $state.raw<Look>({ theme: "system", language: "", textSize: "normal", lockAfter: 600, keys: {} });
  failure = $state.raw<unknown>(null);

  async begin(): Promise<void> {
    try {
      this.now = await kept();
    } catch (thrown) {
      this.failure = thrown;
    }
    await this.#show();
  }

  /** Shows the change at once, then keeps it. */
  async change(change: Partial<Look>): Promise<void> {
    this.now = { ...this.now, ...change };
    await this.#show();
    try {
      await keepLook(this.now);
      this.failure = null;
    } catch (thrown) {
      this.failure = thrown;
    }
  }

  async #show(): Promise<void> {
    const { theme, language } = this.now;
    const { dataset } = document.documentElement;
    if (theme === "system") delete dataset["theme"];
    else dataset["theme"] = theme;
    const spoken = choose(language, navigator.languages);
    await speak(spoken);
    // Labels come from Rust, and are read anew in the other language. The first screen has none: it does not wait.
    void tellLanguage(spoken).then(() => tell(["programme"]));
  }
}

export const look = new WindowLook();
