// Undo and redo, with words for what they take back and do again.
import { t } from "$lib/messages/index.svelte";
import { redo, undo, undoable, type Taken, type Undoable, type Undone } from "$lib/platform";
import { notices } from "./notices.svelte";
import { sentence } from "./refusal";

class TakingBack {
  now = $state.raw<Undoable>({ undo: null, redo: null });

  async reread(): Promise<void> {
    try {
      this.now = await undoable();
    } catch {
      // Locked meanwhile: then there is nothing to take back.
      this.now = { undo: null, redo: null };
    }
  }

  undo(): Promise<void> {
    return this.#take(undo, (deed) => t("undo-done", { deed }));
  }

  redo(): Promise<void> {
    return this.#take(redo, (deed) => t("redo-done", { deed }));
  }

  async #take(take: () => Promise<Undone>, done: (deed: string) => string): Promise<void> {
    try {
      const undone = await take();
      notices.say([done(deed(undone)), ...undone.leftOut].join(" "));
    } catch (thrown) {
      notices.say(sentence(thrown), { urgent: true });
    }
  }
}

/** What was done, as a person calls it. */
export function deed({ deed, records }: Taken): string {
  return t("deed", { deed, records });
}

export const takingBack = new TakingBack();
