import { expect, test } from "vitest";
import type { Mapping } from "$lib/platform";
import { asUnknownGroup, becomes, decideAll, decideOne, unknownGroupValue } from "./unknown";

const nothing = { unknownGroups: {}, otherUnknownGroups: "refuse" } as unknown as Mapping;

test("a row is refused until somebody says otherwise, of one name or of all", () => {
  expect(becomes(nothing, "Nobodies")).toBe("refuse");
  const one = decideOne(nothing, "Nobodies", { means: "media" });
  expect(becomes(one, " NOBODIES")).toEqual({ means: "media" });
  expect(becomes(one, "Strangers")).toBe("refuse");
  const all = decideAll(one, "add");
  expect(becomes(all, "Nobodies")).toBe("add");
  expect(all.unknownGroups).toEqual({});
  expect(decideOne(decideOne(all, "x", "leaveOut"), "X", "add").unknownGroups, "as all others").toEqual({});
});

test("what a list says is read back", () => {
  for (const fate of ["refuse", "add", "leaveOut", { means: "gcm:group:media" }] as const)
    expect(asUnknownGroup(unknownGroupValue(fate))).toEqual(fate);
});
