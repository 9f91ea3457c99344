import { expect, test } from "vitest";
import type { ChangeView } from "$lib/platform";
import { entries, fieldName } from "./history";

const change = (at: number, deed: string, field: string, who = "Ada", laptop = ""): ChangeView => ({
  at,
  who,
  laptop,
  deed,
  field,
  from: "",
  to: "x",
});

test("what one person did at one moment is one entry, the oldest first", () => {
  const read = entries([
    change(9, "tag", "tags"),
    change(5, "record", "text"),
    change(5, "record", "language"),
    change(9, "edit", "text", "Ben"),
  ]);
  expect(read.map(({ at, who, deed }) => [at, who, deed])).toEqual([
    [5, "Ada", "deed-record"],
    [9, "Ada", "deed-tag"],
    [9, "Ben", "deed-edit"],
  ]);
});

test("what is typed at one moment on two laptops are two entries", () => {
  const read = entries([change(9, "edit", "text", "Ada", "Table 7"), change(9, "edit", "text", "Ada")]);
  expect(read.map(({ laptop }) => laptop)).toEqual(["Table 7", ""]);
});

test("recording lists nothing, since what was recorded is what is shown", () => {
  expect(entries([change(5, "record", "text")])[0]?.changes).toEqual([]);
});

test("a change that a person made is listed, bookkeeping is not", () => {
  const [entry] = entries([
    change(5, "edit", "segments-been"),
    change(5, "edit", "segment-of"),
    change(5, "edit", "rule"),
  ]);
  expect(entry?.changes.map(({ field }) => field)).toEqual(["segment-of", "rule"]);
});

test("that a file was attached, and erased, is told", () => {
  const read = entries([change(5, "attach", "attached-to"), change(6, "erase", "attached-to", "Ben")]);
  expect(read.map(({ who, deed, changes }) => [who, deed, changes.length])).toEqual([
    ["Ada", "deed-attach", 1],
    ["Ben", "deed-erase", 1],
  ]);
  expect(fieldName("attached-to")).toBe("field-files");
});

test("what a newer version did or changed is named as something else", () => {
  expect(entries([change(1, "teleport", "text")])[0]?.deed).toBe("deed-other");
  expect([fieldName("aura"), fieldName("toString"), fieldName("text")]).toEqual([
    "field-other",
    "field-other",
    "field-text",
  ]);
});
