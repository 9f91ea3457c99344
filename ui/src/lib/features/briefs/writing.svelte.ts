// A brief that is being written: what Rust says of it, and what was typed since. Nothing typed is lost: it is kept 600 ms
// after the last key, when a paragraph is left, and before anything else is done.
import { SvelteMap } from "svelte/reactivity";
import { consultation } from "$lib/features/shell/consultation.svelte";
import { notices } from "$lib/features/shell/notices.svelte";
import { sentence } from "$lib/features/shell/refusal";
import { t } from "$lib/messages/index.svelte";
import * as platform from "$lib/platform";
import type { Audience, BriefView, ParagraphView, StatementType } from "$lib/platform";

/** How long after the last key something is kept, in milliseconds. */
const PAUSE = 600;

/** What belongs to a paragraph: in which section it stands, and between which others. */
export type Place = { section: number; at: number; paragraph: ParagraphView };

export class Writing {
  readonly id: string;
  view = $state.raw<BriefView | null>(null);
  failure = $state.raw<unknown>(null);
  /** The paragraph that one is in, or was in last. */
  current = $state<string | null>(null);
  /** The paragraph that is to have the focus, as soon as it stands there. */
  wanted = $state<string | null>(null);
  /** Why what was typed could not be kept; it still stands on the screen. */
  unkept = $state.raw<unknown>(null);

  readonly places = $derived(
    (this.view?.sections ?? []).flatMap(({ paragraphs }, section): Place[] =>
      paragraphs.map((paragraph, at) => ({ section, at, paragraph })),
    ),
  );
  readonly place = $derived(this.places.find(({ paragraph }) => paragraph.id === this.current) ?? null);

  #typed = new SvelteMap<string, string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #keeping: Promise<void> = Promise.resolve();
  #reading = false;
  #again = false;

  constructor(id: string) {
    this.id = id;
  }

  /** Asks Rust how the brief stands. */
  async read(): Promise<void> {
    if (this.#reading) {
      this.#again = true;
      return;
    }
    this.#reading = true;
    try {
      do {
        this.#again = false;
        this.view = await platform.brief(this.id);
      } while (this.#again as boolean);
      this.failure = null;
    } catch (thrown) {
      if (!consultation.closedBy(thrown)) this.failure = thrown;
    } finally {
      this.#reading = false;
    }
  }

  /** Whether something was typed there that Rust does not have yet. */
  isAhead(id: string): boolean {
    return this.#typed.has(id);
  }

  /** Takes what was typed, to be kept at the next pause. */
  type(id: string, text: string): void {
    this.#typed.set(id, text);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.keep(), PAUSE);
  }

  /** Keeps all that was typed; resolves when it is on the disk. */
  keep(): Promise<void> {
    clearTimeout(this.#timer);
    this.#keeping = this.#keeping.then(() => this.#keepNow());
    return this.#keeping;
  }

  async #keepNow(): Promise<void> {
    for (const [paragraph, text] of this.#typed) {
      try {
        const lost = await platform.rewriteParagraph({ paragraph, text });
        if (this.#typed.get(paragraph) === text) this.#typed.delete(paragraph);
        this.unkept = null;
        for (const reference of lost) notices.say(t("brief-quotation-lost", { reference }));
      } catch (thrown) {
        if (!consultation.closedBy(thrown)) this.unkept = thrown;
        return;
      }
    }
  }

  /** Does something behind what was typed, and says what went wrong. */
  async #do<T>(act: () => Promise<T>): Promise<T | null> {
    await this.keep();
    try {
      const done = await act();
      await this.read();
      return done;
    } catch (thrown) {
      if (!consultation.closedBy(thrown)) notices.say(sentence(thrown), { urgent: true });
      return null;
    }
  }

  /** Begins a paragraph behind another one, or at the end of a section. */
  async begin(section: string, after: string | null): Promise<void> {
    const id = await this.#do(() => platform.beginParagraph({ brief: this.id, section, after }));
    if (id !== null) this.goTo(id);
  }

  /** Goes into a paragraph. */
  goTo(id: string | null): void {
    this.current = id;
    this.wanted = id;
  }

  async beginBelow(): Promise<void> {
    const section = this.place && this.view?.sections[this.place.section];
    if (section) await this.begin(section.key, this.current);
  }

  /** Moves the paragraph by one place, over the edge of its section into the next. */
  async shift(by: -1 | 1): Promise<void> {
    const sections = this.view?.sections;
    if (!sections || !this.place) return;
    const { section, at, paragraph } = this.place;
    const here = sections[section];
    if (!here) return;
    const others = here.paragraphs.filter(({ id }) => id !== paragraph.id);
    if (by === -1 ? at > 0 : at < others.length) {
      return this.move(paragraph.id, here.key, others[at + by]?.id ?? null);
    }
    const next = sections[section + by];
    if (next) await this.move(paragraph.id, next.key, by === 1 ? (next.paragraphs[0]?.id ?? null) : null);
  }

  async move(paragraph: string, section: string, before: string | null): Promise<void> {
    if (before === paragraph) return;
    await this.#do(() => platform.moveParagraph({ paragraph, section, before }));
    this.goTo(paragraph);
    const number = this.places.find((place) => place.paragraph.id === paragraph)?.paragraph.number;
    notices.say(number ? t("brief-moved", { number }) : t("brief-moved-empty"), { undo: true });
  }

  async retype(paragraph: string, statementType: StatementType): Promise<void> {
    await this.#do(() => platform.retypeParagraph({ paragraph, statementType }));
  }

  async putAway(paragraph: string): Promise<void> {
    const at = this.places.findIndex((place) => place.paragraph.id === paragraph);
    const wasEmpty = this.places[at]?.paragraph.text === "" && !this.#typed.get(paragraph);
    await this.#do(() => platform.putParagraphAway(paragraph));
    this.goTo(this.places[Math.max(0, at - 1)]?.paragraph.id ?? null);
    if (!wasEmpty) notices.say(t("brief-put-away-done"), { undo: true });
  }

  async cite(paragraph: string, contribution: string, reference: string): Promise<void> {
    const number = this.places.find((place) => place.paragraph.id === paragraph)?.paragraph.number ?? null;
    const done = await this.#do(async () => {
      await platform.citeEvidence({ paragraph, contribution });
      return true;
    });
    if (done) notices.say(t("brief-cited", { reference, number: number ?? "" }), { undo: true });
  }

  /** Says that a paragraph must be chosen first. */
  sayWhere(): void {
    notices.say(t("brief-choose-paragraph"));
  }

  async uncite(paragraph: string, contribution: string): Promise<void> {
    const done = await this.#do(async () => {
      await platform.unciteEvidence({ paragraph, contribution });
      return true;
    });
    if (done) notices.say(t("brief-uncited"), { undo: true });
  }

  async rename(title: string): Promise<void> {
    if (title.trim() !== this.view?.title)
      await this.#do(() => platform.changeBrief({ brief: this.id, title, audience: null }));
  }

  async address(audience: Audience): Promise<void> {
    await this.#do(() => platform.changeBrief({ brief: this.id, title: null, audience }));
  }
}

class Shelf {
  /** The brief that lies open; going to another screen and back finds it so. */
  open = $state<string | null>(globalThis.location?.hash.slice(1) || null);
  /** The briefs that were opened since the window was, the last one first. */
  recent: readonly string[] = [];
  /** The paragraph that is to be gone to, once its brief lies open. */
  wanted = $state.raw<{ brief: string; paragraph: string } | null>(null);
  #keep: (() => Promise<void>) | null = null;

  /** A brief lies open now, until what this answers with is called. */
  lies(id: string, keep: () => Promise<void>): () => void {
    this.recent = [id, ...this.recent.filter((other) => other !== id)];
    this.#keep = keep;
    return () => {
      if (this.#keep === keep) this.#keep = null;
    };
  }

  /** Keeps what was typed into the brief that lies open, if one does. */
  async keep(): Promise<void> {
    await this.#keep?.();
  }

  /** Opens a brief at one of its paragraphs. */
  goTo(brief: string, paragraph: string): void {
    this.open = brief;
    this.wanted = { brief, paragraph };
  }

  /** Puts into the address which one lies open. */
  note(): void {
    history.replaceState(history.state, "", this.open === null ? location.pathname : `#${this.open}`);
  }
}

export const shelf = new Shelf();
