// Which of some that stand in a row comes next.

/** The next of `all` that is `wanted`, after `now` or before it; over the end it begins again. */
export function nextOf<T>(all: readonly T[], wanted: ReadonlySet<T>, now: T | null, by: 1 | -1): T | undefined {
  const at = all.findIndex((one) => one === now);
  const some = all.flatMap((one, place) => (wanted.has(one) ? [{ one, place }] : []));
  const next = by === 1 ? some.find(({ place }) => place > at) : some.findLast(({ place }) => place < at);
  return (next ?? some.at(by === 1 ? 0 : -1))?.one;
}
