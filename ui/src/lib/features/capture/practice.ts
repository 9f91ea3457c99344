// What one practises in five minutes, and how one sees that it was done.
import type { CaptureView } from "$lib/platform";
import type { Chord } from "$lib/features/shell/chord";

export const STEPS = ["open", "record", "kind", "next", "park", "close"] as const;
export type Step = (typeof STEPS)[number];

/** The key for each step, where it has one. */
export const CHORDS: Readonly<Partial<Record<Step, Chord>>> = {
  record: "enter",
  kind: "ctrl+1",
  next: "ctrl+enter",
  park: "ctrl+d",
  close: "ctrl+shift+k",
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
