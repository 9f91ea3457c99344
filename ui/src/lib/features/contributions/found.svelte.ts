// What a question finds, page by page as it comes into view. One question is under way at a time: what is asked meanwhile
// waits for its answer, and an answer to a question that nobody asks any more is dropped.
import { SvelteMap } from "svelte/reactivity";
import type { ContributionRow, FindContributions, FoundView } from "$lib/platform";

export type Question = Omit<FindContributions, "offset" | "limit">;

/** Rows of a page. */
export const PAGE = 100;

/** So many rows beyond what is in view are fetched once it is there, so that they need not be waited for. */
const AHEAD = 40;

/** Pages that are kept; beyond it those farthest from what is seen are let go. */
const KEPT = 40;

export class Found {
  /** How many fit the question that was answered last. */
  total = $state(0);
  /** How many of them are noted by somebody else, too, among them. */
  doubles = $state(0);
  /** The question that `total` and the rows answer. */
  answered = $state.raw<Question | null>(null);
  /** What came instead of an answer; it stands until somebody asks again. */
  failure = $state.raw<unknown>(null);

  #asked = $state.raw<Question | null>(null);
  #pages = new SvelteMap<number, readonly ContributionRow[]>();
  /** Pages that were fetched since something changed. The others are shown until they are fetched anew. */
  #fresh: number[] = [];
  #seen = { first: 0, last: 0 };
  #working = false;
  #stale = false;
  readonly #find: (asked: FindContributions) => Promise<FoundView>;

  constructor(find: (asked: FindContributions) => Promise<FoundView>) {
    this.#find = find;
  }

  /** Whether what is shown still answers an older question. */
  get waiting(): boolean {
    return this.#asked !== this.answered && this.failure === null;
  }

  /** The row at this place of the list, once it is there. */
  row(index: number): ContributionRow | undefined {
    return this.#pages.get(Math.floor(index / PAGE))?.[index % PAGE];
  }

  /** The row with this id, where it is here. */
  known(id: string): ContributionRow | undefined {
    for (const rows of this.#pages.values()) {
      const row = rows.find((row) => row.id === id);
      if (row) return row;
    }
    return undefined;
  }

  ask(question: Question): void {
    this.#asked = question;
    this.failure = null;
    void this.#work();
  }

  /** Tells which rows are in view, so that they are fetched, and no others. */
  see(first: number, last: number): void {
    this.#seen = { first, last };
    if (this.failure === null) void this.#work();
  }

  askAgain(): void {
    this.failure = null;
    void this.#work();
  }

  /** Something changed: what is in view is fetched anew, and stands until it has come. */
  refresh(): void {
    if (this.answered === null) return;
    this.#fresh = [];
    this.#stale = true;
    void this.#work();
  }

  /** The page to fetch next: the first of a new question, else one that is missing in view, else one near by. */
  #next(): number | null {
    if (this.failure !== null || this.#asked === null) return null;
    if (this.#asked !== this.answered) return 0;
    const { first, last } = this.#seen;
    // Even where nothing is left in view, how many there are is to be told.
    if (this.#stale) return Math.floor(Math.max(0, Math.min(first, this.total - 1)) / PAGE);
    return this.#missing(first, last) ?? this.#missing(first - AHEAD, last + AHEAD);
  }

  #missing(first: number, last: number): number | null {
    const end = Math.min(last, this.total - 1);
    for (let page = Math.floor(Math.max(0, first) / PAGE); page * PAGE <= end; page++) {
      if (!this.#fresh.includes(page)) return page;
    }
    return null;
  }

  async #work(): Promise<void> {
    if (this.#working) return;
    this.#working = true;
    try {
      for (let page = this.#next(); page !== null; page = this.#next()) await this.#fetch(page);
    } finally {
      this.#working = false;
    }
  }

  async #fetch(page: number): Promise<void> {
    const question = this.#asked;
    if (question === null) return;
    try {
      this.#stale = false;
      const { total, doubles, rows } = await this.#find({ ...question, offset: page * PAGE, limit: PAGE });
      if (question !== this.#asked) return;
      // It may be from before what changed meanwhile.
      if (this.#stale) return;
      if (question !== this.answered) {
        this.#pages.clear();
        this.#fresh = [];
        this.#seen = { first: 0, last: 0 };
        this.answered = question;
      }
      if (total !== this.total) this.#beyond(total);
      this.total = total;
      this.doubles = doubles;
      this.#pages.set(page, rows);
      this.#fresh = [...this.#fresh.filter((other) => other !== page), page];
      this.#letGo(page);
    } catch (thrown) {
      if (question === this.#asked) this.failure = thrown ?? "";
    }
  }

  /** Lets go of pages that are no longer in the list. */
  #beyond(total: number): void {
    for (const page of this.#pages.keys()) if (page * PAGE >= total) this.#pages.delete(page);
  }

  #letGo(page: number): void {
    if (this.#pages.size <= KEPT) return;
    const farthest = [...this.#pages.keys()].sort((a, b) => Math.abs(b - page) - Math.abs(a - page));
    for (const far of farthest.slice(0, this.#pages.size - KEPT)) {
      this.#pages.delete(far);
      this.#fresh = this.#fresh.filter((page) => page !== far);
    }
  }
}
