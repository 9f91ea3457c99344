import { expect, test } from "vitest";
import { inOrder, numberIn } from "./asked";

test("a number is one in whatever digits, and nothing else is", () => {
  expect(numberIn(" 42 ")).toBe(42);
  expect(numberIn("٤٢")).toBe(42);
  expect(numberIn("۴۲")).toBe(42);
  expect(["", "4a", "-1", "4.2", "1234567"].map(numberIn)).toEqual(Array(5).fill(null));
});

test("the brief that lies open is asked first, then those opened last", () => {
  const cards = ["a", "b", "c", "d"].map((id) => ({ id }));
  const order = (recent: string[], first: string | null) => inOrder(cards, recent, first).map(({ id }) => id);
  expect(order([], null)).toEqual(["a", "b", "c", "d"]);
  expect(order(["c", "b", "gone"], null)).toEqual(["c", "b", "a", "d"]);
  expect(order(["c", "b"], "d")).toEqual(["d", "c", "b", "a"]);
});
