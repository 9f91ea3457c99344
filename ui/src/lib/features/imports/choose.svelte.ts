// How a table comes to the screen that imports it: chosen in a dialog of the system, or dropped on the window.
import { goto } from "$app/navigation";
import { resolve } from "$app/paths";
import { consultation } from "$lib/features/shell/consultation.svelte";
import { PLACES, type Place } from "$lib/features/shell/places";
import { notices } from "$lib/features/shell/notices.svelte";
import { sentence } from "$lib/features/shell/refusal";
import { chooseTable, takenTable, type ChosenTable } from "$lib/platform";

type Screen = Place["at"];

class Waiting {
  #table = $state.raw<ChosenTable | null>(null);

  /** The table that waits for the screen, once. */
  take(): ChosenTable | null {
    const table = this.#table;
    if (table !== null) this.#table = null;
    return table;
  }

  /** The screen that one came from. */
  from: Screen = "/contributions";

  async bring(asked: Promise<ChosenTable | null>): Promise<void> {
    try {
      const table = await asked;
      if (table === null) return;
      this.#table = table;
      const here = PLACES.find(({ at }) => resolve(at) === location.pathname);
      if (here) this.from = here.at;
      await goto(resolve("/import"));
    } catch (thrown) {
      if (!consultation.closedBy(thrown)) notices.say(sentence(thrown), { urgent: true });
    }
  }
}

export const waiting = new Waiting();

/** Lets a person choose a table, and goes on with it. */
export const choose = () => waiting.bring(chooseTable());

/** Goes back to where one was before. */
export const leave = () => goto(resolve(waiting.from));

/** Goes on with a table that was dropped on the window. */
export const dropped = (token: number) => waiting.bring(takenTable(token));
