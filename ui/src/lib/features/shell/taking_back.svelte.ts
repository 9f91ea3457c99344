// Undo and redo, with words for what they take back and do again.
import { page } from "$app/state";
import { t } from "$lib/messages/index.svelte";
import { redo, undo, undoable, type Long, type Step, type Taken, type Undoable, type Undone } from "$lib/platform";
import { notices } from "./notices.svelte";
import { seenOn, standsAt } from "./places";
import { sentence } from "./refusal";
import { Working } from "./working.svelte";

class TakingBack {
  now = $state.raw<Undoable>({ undo: null, redo: null });
  /** A large action takes its time to be taken back, too. */
  readonly working = new Working();
  /** What is under way, in words. */
  doing = $state("");

  async reread(): Promise<void> {
    try {
      this.now = await undoable();
    } catch {
      // Locked meanwhile: then there is nothing to take back.
      this.now = { undo: null, redo: null };
    }
  }

  undo(): Promise<void> {
    return this.#take(undo, t("undo-under-way"), (deed) => t("undo-done", { deed }), { redo: true });
  }

  redo(): Promise<void> {
    return this.#take(redo, t("redo-under-way"), (deed) => t("redo-done", { deed }), { undo: true });
  }

  async #take(
    take: (told: (step: Step) => void) => Long<Undone>,
    doing: string,
    done: (deed: string) => string,
    back: { undo: true } | { redo: true },
  ): Promise<void> {
    if (this.working.busy) return;
    this.doing = doing;
    try {
      const undone = await this.working.follow(take);
      if (undone === null) notices.say(t("work-cancelled"));
      else
        notices.say([done(deed(undone)), ...parked(undone), ...elsewhere(undone), ...undone.leftOut].join(" "), back);
    } catch (thrown) {
      notices.say(sentence(thrown), { urgent: true });
    }
  }
}

/** Where one would see it, if that is not the screen one looks at. */
function elsewhere({ deed }: Taken): string[] {
  const places = seenOn(deed);
  const [place] = places;
  if (!place || places.some(({ at }) => at === standsAt(page.url.pathname))) return [];
  return [t("undo-elsewhere", { place: t(place.name) })];
}

/** Where the words are that were a draft before. */
function parked({ parked }: Undone): string[] {
  return parked > 0 ? [t("undo-parked")] : [];
}

/** What was done, as a person calls it. */
export function deed({ deed, records }: Taken): string {
  return t("deed", { deed, records });
}

export const takingBack = new TakingBack();
