import { expect, test } from "vitest";
import { isSpelled, isTaken, unfit } from "./chord";
import { ACTIONS, canGive, chordFor, holder, IDS, KINDS, listed, valid, withKey } from "./chords";

/** The keys that the window goes by itself; not what only the thing in focus reads. */
const given = IDS.filter((id) => !listed(id).fixed).flatMap((id) =>
  [listed(id).chord, listed(id).also ?? ""].filter((chord) => chord !== "").map((chord) => ({ id, chord })),
);

test("a chord is a letter or a digit with Ctrl or Alt, or a key that is called alike on every keyboard", () => {
  expect(given.filter(({ chord }) => !isSpelled(chord))).toEqual([]);
  expect(["alt+l", "ctrl+alt+l", "space", "ctrl+space", "shift+l", "f1", "ctrl+é"].filter(isSpelled)).toEqual([]);
});

test("no chord quits, closes, hides, deletes a word, or is a system's or a text field's own", () => {
  const taken = [
    ...["ctrl+q", "ctrl+shift+q", "ctrl+w", "ctrl+shift+w", "ctrl+m", "ctrl+h", "ctrl+shift+h", "ctrl+t", "ctrl+o"],
    ...["ctrl+backspace", "ctrl+delete", "alt+backspace", "alt+f4", "f5", "ctrl+r", "ctrl+shift+r", "f11", "f12"],
    ...["ctrl+a", "ctrl+c", "ctrl+v", "ctrl+x", "ctrl+shift+v", "ctrl+shift+c", "ctrl+shift+i", "ctrl+shift+u"],
    ...["alt+tab", "ctrl+tab", "ctrl+shift+escape", "alt+arrowleft", "ctrl+arrowright", "ctrl+shift+end", "shift+f10"],
    // Digits with Ctrl and Shift go by what the layout types, which is a sign.
    ...Array.from({ length: 10 }, (_, digit) => `ctrl+shift+${digit}`),
  ];
  expect(taken.filter((chord) => !isTaken(chord))).toEqual([]);
  expect(taken.filter((chord) => unfit(chord) !== "taken")).toEqual([]);
  expect(given.filter(({ chord }) => isTaken(chord))).toEqual([]);
});

test("where actions are possible together no two have the same chord", () => {
  expect(given.filter(({ id, chord }) => holder(chord, id, {}) !== undefined)).toEqual([]);
});

test("no component spells a chord that the window goes by", () => {
  const sources = import.meta.glob<string>("/src/{lib,routes}/**/*.{svelte,ts}", {
    query: "?raw",
    import: "default",
    eager: true,
  });
  const spelled = Object.entries(sources)
    .filter(([file]) => !/\/chords?\.ts$|\.test\.ts$|\/client\.ts$/.test(file))
    // Selecting everything is the list's own.
    .flatMap(([file, source]) =>
      [...source.matchAll(/["`](?:ctrl|alt|shift|Control|Alt|Shift)\+(?!a")[^"`]+["`]/g)].map(([chord]) => [
        file,
        chord,
      ]),
    );
  expect(spelled).toEqual([]);
});

test("a person's chord has to hold Ctrl or Alt or be an F key, and a text field keeps its undo", () => {
  expect(["ctrl+shift+f", "f4", "shift+f6", "alt+7", "ctrl+enter"].map(unfit)).toEqual([null, null, null, null, null]);
  expect(["n", "enter", "delete", "shift+enter", "space", "digit"].map(unfit)).toEqual(Array(6).fill("bare"));
  expect(["ctrl+z", "ctrl+y", "ctrl+shift+z"].map(unfit)).toEqual(Array(3).fill("taken"));
  expect(["alt+l", "ctrl+alt+l", "ctrl+space", "ctrl+ö"].map(unfit)).toEqual(Array(4).fill("unknown"));
});

test("a key that another action has is said to be its own, but for what is never possible at once", () => {
  expect(holder("ctrl+d", "next", {})).toBe("park");
  expect(holder("ctrl+d", "correct", {})).toBeUndefined(); // Another screen.
  expect(holder("ctrl+d", "lock", {})).toBe("park"); // Everywhere is there, too.
  expect(holder("ctrl+k", "next", {})).toBe("palette");
  expect(holder("ctrl+d", "next", { park: "ctrl+shift+f" })).toBeUndefined();
  expect(holder("ctrl+y", "next", {})).toBe("redo");
  expect([canGive("park", "ctrl+d"), canGive("redo", "ctrl+y"), canGive("record", "enter")]).toEqual([
    true,
    false,
    false,
  ]);
});

test("a key is taken over from who had it, and given back alone or with all", () => {
  const one = withKey({}, "next", "ctrl+d");
  expect(one).toEqual({ park: "", next: "ctrl+d" });
  expect([chordFor("next", one), chordFor("park", one)]).toEqual(["ctrl+d", ""]);
  const back = withKey(one, "park", "ctrl+d");
  expect(back).toEqual({ next: "" }); // What it comes with is not kept.
  expect(withKey(back, "next", "ctrl+enter")).toEqual({});
});

test("of what was kept, only what can still be gone by is", () => {
  const kept = { park: "ctrl+shift+f", next: "", lock: "ctrl+q", record: "f4", gone: "f4", "plan-remove": "delete" };
  expect(valid(kept)).toEqual({ park: "ctrl+shift+f", next: "", "plan-remove": "delete" });
});

test("every action has a name, and the kinds stand in their order", () => {
  expect(IDS.filter((id) => listed(id).name() === "")).toEqual([]);
  expect(KINDS.map((id) => ACTIONS[id].chord)).toEqual(Array.from({ length: 9 }, (_, at) => `ctrl+${at + 1}`));
});
