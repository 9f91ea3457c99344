import { expect, test } from "vitest";
import type { CaptureView, ContributionRow, RoomView } from "$lib/platform";
import { isDone, STEPS } from "./practice";

const empty: CaptureView = {
  room: null,
  rounds: [],
  composed: {} as CaptureView["composed"],
  parked: [],
  recorded: [],
  total: 0,
  remarks: [],
  noting: "",
};
const room = (number: number, closed: number | null = null) => ({ number, closed }) as RoomView;

test("nothing is done before anything was done", () => {
  expect(STEPS.filter((step) => isDone(step, empty))).toEqual([]);
});

test("a step is done when one can see that it was", () => {
  expect(isDone("open", { ...empty, room: room(1) })).toBe(true);
  expect(isDone("next", { ...empty, room: room(1) })).toBe(false);
  expect(isDone("next", { ...empty, room: room(2) })).toBe(true);
  expect(isDone("close", { ...empty, room: room(2) })).toBe(false);
  expect(isDone("close", { ...empty, room: room(2, 5) })).toBe(true);
  const row = { kind: null } as ContributionRow;
  expect(isDone("kind", { ...empty, total: 1, recorded: [row] })).toBe(false);
  expect(isDone("kind", { ...empty, total: 1, recorded: [{ ...row, kind: { key: "k", label: "K" } }] })).toBe(true);
});
