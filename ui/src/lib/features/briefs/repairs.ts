// From one paragraph that may not leave as it stands to the next.
import { consultation } from "$lib/features/shell/consultation.svelte";
import { notices } from "$lib/features/shell/notices.svelte";
import { sentence } from "$lib/features/shell/refusal";
import { t } from "$lib/messages/index.svelte";
import { checkRelease } from "$lib/platform";
import { nextOf } from "./next";
import type { Writing } from "./writing.svelte";

/** Goes to the next paragraph that may not leave as it stands, over the end to the first, and says why. */
export async function goToRepair(writing: Writing, by: 1 | -1): Promise<void> {
  await writing.keep();
  try {
    const { stops } = await checkRelease({ brief: writing.id, audience: writing.view?.audience ?? "public" });
    const ids = writing.places.map(({ paragraph }) => paragraph.id);
    const to = nextOf(ids, new Set(stops.map(({ paragraph }) => paragraph)), writing.current, by);
    if (to === undefined) {
      notices.say(t("brief-nothing-wrong"));
      return;
    }
    writing.goTo(to);
    notices.say(stops.find(({ paragraph }) => paragraph === to)?.says ?? "");
  } catch (thrown) {
    if (!consultation.closedBy(thrown)) notices.say(sentence(thrown), { urgent: true });
  }
}
