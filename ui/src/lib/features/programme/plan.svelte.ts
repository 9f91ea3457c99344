// The programme as it stands, read anew whenever it changes; each change is one action with one undo.
import { consultation } from "$lib/features/shell/consultation.svelte";
import { notices } from "$lib/features/shell/notices.svelte";
import { sentence } from "$lib/features/shell/refusal";
import * as platform from "$lib/platform";

export type Part =
  | { what: "consultation"; part: platform.PlanView }
  | { what: "stage"; part: platform.PlanStage }
  | { what: "session"; part: platform.PlanSession }
  | { what: "round"; part: platform.PlanRound }
  | { what: "group"; part: platform.PlanGroup };

/** Every part, in the order in which it is listed. */
export function parts(plan: platform.PlanView): Part[] {
  const stages = plan.stages.flatMap((stage): Part[] => [
    { what: "stage", part: stage },
    ...stage.sessions.flatMap((session): Part[] => [
      { what: "session", part: session },
      ...session.rounds.map((round): Part => ({ what: "round", part: round })),
    ]),
  ]);
  return [
    { what: "consultation", part: plan },
    ...stages,
    ...plan.groups.map((group): Part => ({ what: "group", part: group })),
  ];
}

export class Plan {
  now = $state.raw<platform.PlanView | null>(null);
  failure = $state.raw<unknown>(null);
  #under: Promise<unknown> = Promise.resolve();

  async reread(): Promise<void> {
    try {
      this.now = await platform.plan();
      this.failure = null;
    } catch (thrown) {
      if (!consultation.closedBy(thrown)) this.failure = thrown;
    }
  }

  /** Changes something; says what went wrong where it did not. */
  do<T>(change: () => Promise<T>): Promise<T | null> {
    const done = this.#does(change);
    this.#under = done;
    return done;
  }

  /** Waits until what was changed last is kept; what stands half typed in a field is changed first. */
  async settle(): Promise<void> {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    await this.#under;
  }

  async #does<T>(change: () => Promise<T>): Promise<T | null> {
    try {
      const done = await change();
      await this.reread();
      return done;
    } catch (thrown) {
      if (!consultation.closedBy(thrown)) notices.say(sentence(thrown), { urgent: true });
      return null;
    }
  }

  /** Corrects one part: what is not named stays. */
  async change(id: string, change: Partial<platform.PlanChange>): Promise<void> {
    const nothing: platform.PlanChange = {
      id,
      name: null,
      starts: null,
      ends: null,
      questions: null,
      timeLimit: null,
      rule: null,
      basis: null,
      quote: null,
      inUse: null,
    };
    await this.do(() => platform.changePlan({ ...nothing, ...change }));
  }
}
