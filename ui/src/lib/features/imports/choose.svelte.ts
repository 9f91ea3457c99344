// How a table comes to the screen that imports it: chosen in a dialog of the system, or dropped on the window.
import { goto } from "$app/navigation";
import { resolve } from "$app/paths";
import { consultation } from "$lib/features/shell/consultation.svelte";
import { notices } from "$lib/features/shell/notices.svelte";
import { sentence } from "$lib/features/shell/refusal";
import { chooseTable, takenTable, type ChosenTable } from "$lib/platform";

class Waiting {
  #table = $state.raw<ChosenTable | null>(null);

  /** The table that waits for the screen, once. */
  take(): ChosenTable | null {
    const table = this.#table;
    if (table !== null) this.#table = null;
    return table;
  }

  async bring(asked: Promise<ChosenTable | null>): Promise<void> {
    try {
      const table = await asked;
      if (table === null) return;
      this.#table = table;
      await goto(resolve("/import"));
    } catch (thrown) {
      if (!consultation.closedBy(thrown)) notices.say(sentence(thrown), { urgent: true });
    }
  }
}

export const waiting = new Waiting();

/** Lets a person choose a table, and goes on with it. */
export const choose = () => waiting.bring(chooseTable());

/** Goes on with a table that was dropped on the window. */
export const dropped = (token: number) => waiting.bring(takenTable(token));
