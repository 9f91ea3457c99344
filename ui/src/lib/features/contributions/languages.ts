// The languages that something can be said to be in: those of the United Nations and of the region, and its own.

const OFFERED = [
  "en",
  "fr",
  "ar",
  "es",
  "ru",
  "zh",
  "de",
  "it",
  "pt",
  "nl",
  "el",
  "tr",
  "uk",
  "pl",
  "ro",
  "sq",
  "sr",
  "bg",
  "hu",
  "cs",
  "sv",
  "fi",
  "fa",
  "ur",
  "ti",
  "am",
  "so",
  "sw",
  "ku",
  "ps",
  "bn",
  "hi",
  "ka",
  "hy",
  "az",
  "kk",
  "uz",
  "tg",
  "he",
];

/** Those offered, with the one that is there and “not known”. */
export function languagesFor(now: string): string[] {
  return [...new Set([now, ...OFFERED, "und"])];
}
