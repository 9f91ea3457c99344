// What one practises in five minutes, and how one sees that it was done.
import type { CaptureView } from "$lib/platform";
import type { ActionId } from "$lib/features/shell/chords";

export const STEPS = ["open", "record", "kind", "next", "park", "close"] as const;
export type Step = (typeof STEPS)[number];

/** What has the key for each step, where it has one. */
export const KEYS: Readonly<Partial<Record<Step, ActionId>>> = {
  record: "record",
  kind: "kind-1",
  next: "next",
  park: "park",
  close: "close-round",
};

/** Whether what stands now shows that a step was done. */
export function isDone(step: Step, view: CaptureView): boolean {
  switch (step) {
    case "open":
      return view.room !== null;
    case "record":
      return view.total > 0;
    case "kind":
      return view.recorded.some((row) => row.kind !== null);
    case "next":
      return (view.room?.number ?? 0) > 1;
    case "park":
      return view.parked.length > 0;
    case "close":
      return (view.room?.closed ?? null) !== null;
  }
}
