// What a person would do next, from how things stand.
import { t } from "$lib/messages/index.svelte";
import type { PlanView, WaitingView } from "$lib/platform";
import type { Place } from "$lib/features/shell/places";

export type Step = {
  why: string;
  name: string;
  at: Place["at"] | "/conflicts" | "/double-notes";
  without?: "node" | "group";
};

export function nextStep(plan: PlanView, waiting: WaitingView, contributions: number, pairs = 0): Step {
  const rounds = plan.stages.flatMap((stage) => stage.sessions.flatMap((session) => session.rounds));
  if (rounds.length === 0) {
    return { why: t("next-programme-why"), name: t("next-programme"), at: "/programme" };
  }
  if (contributions === 0) return { why: t("next-capture-why"), name: t("next-capture"), at: "/capture" };
  if (waiting.conflicts > 0) {
    return { why: t("next-conflicts-why", { count: waiting.conflicts }), name: t("next-conflicts"), at: "/conflicts" };
  }
  if (pairs > 0) return { why: t("next-pairs-why", { count: pairs }), name: t("next-pairs"), at: "/double-notes" };
  if (waiting.withoutNode + waiting.withoutGroup > 0) {
    const count = Math.max(waiting.withoutNode, waiting.withoutGroup);
    const without = waiting.withoutNode >= waiting.withoutGroup ? "node" : "group";
    return { why: t("next-tidy-why", { count }), name: t("next-tidy"), at: "/contributions", without };
  }
  const written = waiting.briefs > 0;
  return written
    ? { why: t("next-read-why"), name: t("next-read"), at: "/briefs" }
    : { why: t("next-brief-why"), name: t("next-brief"), at: "/briefs" };
}
