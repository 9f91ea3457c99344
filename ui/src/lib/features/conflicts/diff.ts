// Where two wordings differ, word by word: the longest row of words that both have in the same order stays unmarked.

export type Part = { text: string; differs: boolean };

/** Beyond so many comparisons, what lies between the common beginning and the common end is marked as a whole. */
const MOST = 4_000_000;

/** A text as words, blanks and signs, in order. Scripts without blanks between words are cut where their language cuts. */
export function words(text: string, language: string): string[] {
  try {
    const known = language === "" || language === "und" ? undefined : language;
    return [...new Intl.Segmenter(known, { granularity: "word" }).segment(text)].map(({ segment }) => segment);
  } catch {
    return text.split(/(\s+)/).filter((word) => word !== "");
  }
}

/** Of each of the two, which words the other has not in that place. */
function apart(one: readonly string[], other: readonly string[]): [boolean[], boolean[]] {
  const marks: [boolean[], boolean[]] = [one.map(() => false), other.map(() => false)];
  const shorter = Math.min(one.length, other.length);
  let begin = 0;
  while (begin < shorter && one[begin] === other[begin]) begin += 1;
  let end = 0;
  while (end < shorter - begin && one[one.length - 1 - end] === other[other.length - 1 - end]) end += 1;
  const [rows, columns] = [one.length - begin - end, other.length - begin - end];
  marks[0].fill(true, begin, begin + rows);
  marks[1].fill(true, begin, begin + columns);
  if (rows * columns === 0 || rows * columns > MOST) return marks;
  // How long the common row is from here to the end, for each pair of places.
  const width = columns + 1;
  const common = new Uint32Array((rows + 1) * width);
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let column = columns - 1; column >= 0; column -= 1) {
      const same = one[begin + row] === other[begin + column];
      const [below, beside] = [common[(row + 1) * width + column] ?? 0, common[row * width + column + 1] ?? 0];
      common[row * width + column] = same ? 1 + (common[(row + 1) * width + column + 1] ?? 0) : Math.max(below, beside);
    }
  }
  let [row, column] = [0, 0];
  while (row < rows && column < columns) {
    if (one[begin + row] === other[begin + column]) {
      marks[0][begin + row] = false;
      marks[1][begin + column] = false;
      row += 1;
      column += 1;
    } else if ((common[(row + 1) * width + column] ?? 0) >= (common[row * width + column + 1] ?? 0)) row += 1;
    else column += 1;
  }
  return marks;
}

/** Words that differ side by side are one part; a blank between two of them belongs to it. */
function parts(all: readonly string[], marks: readonly boolean[]): Part[] {
  const found: Part[] = [];
  all.forEach((text, at) => {
    const between = text.trim() === "" && marks[at - 1] === true && marks[at + 1] === true;
    const differs = between || (marks[at] === true && text.trim() !== "");
    const last = found.at(-1);
    if (last?.differs === differs) last.text += text;
    else found.push({ text, differs });
  });
  return found;
}

/** `one` with what differs from `other` marked. */
export function differing(one: string, other: string, language: string): Part[] {
  const [here, there] = [words(one, language), words(other, language)];
  return parts(here, apart(here, there)[0]);
}
