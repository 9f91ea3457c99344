// How long somebody has been speaking, as a clock shows it; and a time of day that a person types.

/** Seconds as minutes and seconds. */
export function elapsed(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

const DAY = 86_400_000;

/**
 * The moment that `typed` ("14:05", "1405", "9") means after `began`: on the same day, or in the night after it. `null`
 * where it is no time of day. Milliseconds since 1970.
 */
export function timeOn(began: number, typed: string): number | null {
  const digits = typed
    .trim()
    .replace(/[٠-٩]/gu, (digit) => String(digit.charCodeAt(0) - 0x660))
    .match(/^(\d{1,2})(?:[:.h ]?(\d{2}))?$/u);
  const [hours, minutes] = [Number(digits?.[1] ?? NaN), Number(digits?.[2] ?? 0)];
  if (!(hours < 24 && minutes < 60)) return null;
  const at = new Date(began).setHours(hours, minutes, 59, 999);
  if (at >= began) return Math.max(began, new Date(began).setHours(hours, minutes, 0, 0));
  return at + DAY - began < DAY / 2 ? new Date(at + DAY).setHours(hours, minutes, 0, 0) : null;
}
