import { expect, test } from "vitest";

const sources = import.meta.glob<string>("/src/lib/**/*.{svelte,ts}", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** Every chord that does something anywhere, with the files that give it; not what only the thing in focus reads. */
const given = new Map<string, string[]>();
for (const [file, source] of Object.entries(sources)) {
  if (file.endsWith(".test.ts")) continue;
  for (const [, chord = ""] of source.matchAll(/\b(?:chord|also): ["`]([^"`]+)["`](?!,\s*own: true)/g)) {
    const spelled = chord.replace(/\$\{[^}]+\}/g, "1");
    given.set(spelled, [...(given.get(spelled) ?? []), file]);
  }
}

test("all chords are found", () => {
  expect(given.size).toBeGreaterThan(30);
  expect([...given.keys()]).toEqual(expect.arrayContaining(["ctrl+g", "ctrl+shift+k", "ctrl+1", "alt+2", "f9"]));
});

test("a chord is a letter or a digit with Ctrl or Alt, or a key that is called alike on every keyboard", () => {
  const named = "enter|escape|backspace|tab|delete|home|end|pageup|pagedown|arrow(up|down|left|right)|f[2-9]|f1[0-2]";
  // A comma and a slash go by the sign that is typed.
  const whole = new RegExp(
    `^(?:(?:ctrl\\+)(?:shift\\+)?(?:[a-z0-9]|[,+=-]|${named})|alt\\+(?:shift\\+)?(?:[0-9]|${named})|(?:shift\\+)?(?:${named})|[a-z/?])$`,
  );
  expect([...given.keys()].filter((chord) => !whole.test(chord))).toEqual([]);
});

test("no chord quits, closes, hides, deletes a word, or is a system's or a text field's own", () => {
  const taken = [
    ...["ctrl+q", "ctrl+shift+q", "ctrl+w", "ctrl+shift+w", "ctrl+m", "ctrl+h", "ctrl+shift+h", "ctrl+t", "ctrl+o"],
    ...["ctrl+backspace", "ctrl+delete", "alt+backspace", "alt+f4", "f5", "ctrl+r", "ctrl+shift+r", "f11", "f12"],
    ...["ctrl+a", "ctrl+c", "ctrl+v", "ctrl+x", "ctrl+shift+v", "ctrl+shift+c", "ctrl+shift+i", "ctrl+shift+u"],
    // Digits with Ctrl and Shift go by what the layout types, which is a sign.
    ...Array.from({ length: 10 }, (_, digit) => `ctrl+shift+${digit}`),
  ];
  expect(taken.filter((chord) => given.has(chord)).map((chord) => [chord, given.get(chord)])).toEqual([]);
});

test("within one screen no two actions have the same chord", () => {
  const twice = [...given].flatMap(([chord, files]) =>
    files.filter((file, at) => files.indexOf(file) !== at).map((file) => `${chord} in ${file}`),
  );
  expect(twice).toEqual([]);
});
