import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Pause } from "./pause";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Presses a key every so many milliseconds, for so long. */
function types(pause: Pause, every: number, long: number) {
  for (let at = 0; at < long; at += every) {
    pause.begin();
    vi.advanceTimersByTime(every);
  }
}

test("a text is kept once, when the keys are quiet", () => {
  const keep = vi.fn();
  const pause = new Pause(keep);
  types(pause, 100, 1000);
  expect([keep.mock.calls.length, pause.waits]).toEqual([0, true]);
  vi.advanceTimersByTime(300);
  expect([keep.mock.calls.length, pause.waits]).toEqual([1, false]);
  vi.advanceTimersByTime(60_000);
  expect(keep).toHaveBeenCalledTimes(1);
});

test("who types on without a pause loses two seconds at most", () => {
  const keep = vi.fn();
  types(new Pause(keep), 100, 10_000);
  expect(keep.mock.calls.length).toBeGreaterThanOrEqual(4);
});

test("what is recorded or let go of is not kept any more", () => {
  const keep = vi.fn();
  const pause = new Pause(keep);
  pause.begin();
  pause.end();
  vi.advanceTimersByTime(60_000);
  expect([keep.mock.calls.length, pause.waits]).toEqual([0, false]);
});
