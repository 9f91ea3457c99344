// Days as a field of the page has them, `2026-11-09`, and as they are kept: milliseconds since 1970 of their midnight, UTC.

export function toField(at: number | null): string {
  return at === null ? "" : new Date(at).toISOString().slice(0, 10);
}

/** A negative time where the field is empty: the date is to go. `null` where it holds no day yet. */
export function fromField(typed: string): number | null {
  if (typed.trim() === "") return -1;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(typed.trim())) return null;
  const at = Date.parse(`${typed.trim()}T00:00:00Z`);
  // The 31st of a month that has none is another day for the machine, and no day for a person.
  return Number.isNaN(at) || toField(at) !== typed.trim() ? null : at;
}
