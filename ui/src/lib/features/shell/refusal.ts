// A refusal, as a sentence in the language of the window: by its code, never by its words.
import { t, type Messages } from "$lib/messages/index.svelte";
import { isRefusal } from "$lib/platform";

type Plain = { [Key in keyof Messages]: Messages[Key] extends null ? Key : never }[keyof Messages];

const SENTENCES = {
  locked: "error-locked",
  "nothing-chosen": "error-nothing-chosen",
  "no-dialog": "error-no-dialog",
  "cannot-keep-look": "error-cannot-keep-look",
  "wrong-passphrase": "error-wrong-passphrase",
  "wrong-pin": "error-wrong-pin",
  "wrong-recovery-words": "error-wrong-words",
  "not-recovery-words": "error-not-words",
  "no-place": "error-no-place",
  "exists-already": "error-exists",
  "not-printed": "error-not-printed",
  "empty-passphrase": "unlock-empty",
  "not-there": "error-not-there",
  "not-a-consultation": "error-not-a-consultation",
  "keys-missing": "error-keys-missing",
  "keys-damaged": "error-keys-damaged",
  "keys-of-another": "error-keys-of-another",
  "contents-missing": "error-contents-missing",
  "contents-empty": "error-contents-damaged",
  "contents-cut": "error-contents-cut",
  "contents-damaged": "error-contents-damaged",
  newer: "error-newer",
  "open-elsewhere": "error-open-elsewhere",
  "not-closed": "error-not-closed",
  "disk-full": "error-disk-full",
  "read-only": "error-read-only",
  disk: "error-disk",
  "not-allowed": "error-not-allowed",
  "unknown-contribution": "error-gone",
  "erased-contribution": "error-gone",
} as const satisfies Record<string, Plain>;

function isKnown(code: string): code is keyof typeof SENTENCES {
  return Object.hasOwn(SENTENCES, code);
}

/** What happened, as a person reads it. What has no sentence here is said as the core said it, in the window's language. */
export function sentence(thrown: unknown): string {
  if (!isRefusal(thrown)) return t("error-unexpected", { message: String(thrown) });
  return isKnown(thrown.code) ? t(SENTENCES[thrown.code]) : thrown.message;
}
