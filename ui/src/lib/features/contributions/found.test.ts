import { expect, test } from "vitest";
import type { ContributionRow, FindContributions, FoundView } from "$lib/platform";
import { Found, PAGE, type Question } from "./found.svelte";

const question = (words: string): Question => ({
  words,
  session: null,
  segment: null,
  group: null,
  node: null,
  kind: null,
  language: null,
  speaker: null,
  permission: null,
  state: null,
  files: null,
  conflicts: false,
  sort: "newest",
});

/** A consultation whose answers come when the test says so. */
class Slow {
  asked: { asked: FindContributions; answer: (view: FoundView) => void; refuse: (thrown: unknown) => void }[] = [];

  find = (asked: FindContributions) =>
    new Promise<FoundView>((answer, refuse) => this.asked.push({ asked, answer, refuse }));

  /** Answers the oldest open question with a page of `total` rows. */
  async answers(total: number): Promise<void> {
    const open = this.asked.shift();
    if (!open) throw new Error("nothing is asked");
    const { words, offset, limit } = open.asked;
    const length = Math.max(0, Math.min(limit, total - offset));
    const rows = Array.from({ length }, (_, at) => ({ text: `${words} ${offset + at}` }) as ContributionRow);
    open.answer({ total, doubles: 0, rows });
    await settled();
  }

  async refuses(thrown: unknown): Promise<void> {
    this.asked.shift()?.refuse(thrown);
    await settled();
  }
}

const settled = () => new Promise((done) => setImmediate(done));

test("what is typed while an answer is under way is asked once, as it stands then", async () => {
  const slow = new Slow();
  const found = new Found(slow.find);
  for (const words of ["p", "pa", "pas", "pass"]) found.ask(question(words));
  expect(slow.asked.map(({ asked }) => asked.words)).toEqual(["p"]);
  await slow.answers(3);
  expect(slow.asked.map(({ asked }) => asked.words)).toEqual(["pass"]);
});

test("an answer to a question that nobody asks any more is dropped", async () => {
  const slow = new Slow();
  const found = new Found(slow.find);
  found.ask(question("old"));
  found.ask(question("new"));
  await slow.answers(7);
  expect([found.total, found.row(0), found.waiting]).toEqual([0, undefined, true]);
  await slow.answers(2);
  expect([found.total, found.row(0)?.text, found.waiting]).toEqual([2, "new 0", false]);
});

test("until the new answer is there, the old one stands", async () => {
  const slow = new Slow();
  const found = new Found(slow.find);
  found.ask(question("old"));
  await slow.answers(7);
  found.ask(question("new"));
  expect([found.total, found.row(6)?.text]).toEqual([7, "old 6"]);
});

test("what comes into view soon is fetched once what is in view is there", async () => {
  const slow = new Slow();
  const found = new Found(slow.find);
  found.ask(question("all"));
  await slow.answers(1_000);
  found.see(3 * PAGE + 80, 3 * PAGE + 90);
  expect(slow.asked.map(({ asked }) => asked.offset)).toEqual([3 * PAGE]);
  await slow.answers(1_000);
  expect(slow.asked.map(({ asked }) => asked.offset)).toEqual([4 * PAGE]);
  await slow.answers(1_000);
  expect(slow.asked).toEqual([]);
});

test("what was only passed by is not fetched, wherever one jumps to", async () => {
  const slow = new Slow();
  const found = new Found(slow.find);
  found.ask(question("all"));
  await slow.answers(100_000);
  found.see(50_000, 50_010);
  for (let passed = 50_000; passed < 99_990; passed += 5_000) found.see(passed, passed + 10);
  found.see(99_990, 99_999);
  await slow.answers(100_000);
  expect(slow.asked.map(({ asked }) => asked.offset)).toEqual([99_900]);
  await slow.answers(100_000);
  expect(found.row(99_999)?.text).toBe("all 99999");
  expect(slow.asked).toEqual([]);
});

test("a view across two pages has both", async () => {
  const slow = new Slow();
  const found = new Found(slow.find);
  found.ask(question("all"));
  await slow.answers(1_000);
  found.see(PAGE - 3, PAGE + 3);
  await slow.answers(1_000);
  expect([found.row(PAGE - 3)?.text, found.row(PAGE + 3)?.text]).toEqual(["all 97", "all 103"]);
});

test("however far one scrolls, only pages near by are kept", async () => {
  const slow = new Slow();
  const found = new Found(slow.find);
  found.ask(question("all"));
  await slow.answers(100_000);
  for (let page = 1; page < 100; page++) {
    found.see(page * PAGE, page * PAGE);
    await slow.answers(100_000);
  }
  expect(found.row(0)).toBeUndefined();
  expect(found.row(99 * PAGE)?.text).toBe("all 9900");
});

test("a refusal stands until one asks again, and nothing is asked on its own meanwhile", async () => {
  const slow = new Slow();
  const found = new Found(slow.find);
  found.ask(question("all"));
  await slow.refuses({ code: "disk", message: "The disk does not answer." });
  found.see(0, 10);
  expect([found.failure, slow.asked.length]).toEqual([{ code: "disk", message: "The disk does not answer." }, 0]);
  found.askAgain();
  await slow.answers(5);
  expect([found.failure, found.total]).toEqual([null, 5]);
});

test("the refusal of an old question does not spoil the new one", async () => {
  const slow = new Slow();
  const found = new Found(slow.find);
  found.ask(question("old"));
  found.ask(question("new"));
  await slow.refuses("no");
  await slow.answers(1);
  expect([found.failure, found.total]).toEqual([null, 1]);
});

test("what changed is fetched anew where it is in view, and stands until it has come", async () => {
  const slow = new Slow();
  const found = new Found(slow.find);
  found.ask(question("p"));
  await slow.answers(1000);
  found.see(545, 550);
  await slow.answers(1000);
  const before = found.row(545);
  found.refresh();
  expect(slow.asked.map(({ asked }) => asked.offset)).toEqual([500]);
  expect(found.row(545)).toBe(before);
  await slow.answers(950);
  expect(found.total).toBe(950);
  expect(found.row(545)).not.toBe(before);
  found.see(0, 10);
  expect(
    slow.asked.map(({ asked }) => asked.offset),
    "what is out of view is fetched when it comes into view",
  ).toContain(0);
});

test("an answer from before a change is not kept", async () => {
  const slow = new Slow();
  const found = new Found(slow.find);
  found.ask(question("p"));
  await slow.answers(10);
  found.refresh();
  found.refresh();
  await slow.answers(9);
  expect(found.total).toBe(10);
  await slow.answers(8);
  expect(found.total).toBe(8);
});

test("a list that became empty says so", async () => {
  const slow = new Slow();
  const found = new Found(slow.find);
  found.ask(question("p"));
  await slow.answers(10);
  found.refresh();
  await slow.answers(0);
  expect([found.total, found.row(0)]).toEqual([0, undefined]);
});
