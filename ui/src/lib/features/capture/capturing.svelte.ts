// The round that is being taken down: what Rust knows of it, what stands in the composer, and what is done, one thing after
// the other. No key pressed in the composer comes by here; once it pauses, the draft does.
import { tick, untrack } from "svelte";
import { t } from "$lib/messages/index.svelte";
import { consultation } from "$lib/features/shell/consultation.svelte";
import { notices } from "$lib/features/shell/notices.svelte";
import { sentence } from "$lib/features/shell/refusal";
import * as platform from "$lib/platform";
import { mentioning } from "./mentioning.svelte";
import { Pause } from "$lib/features/shell/pause";
import { may, RULE_NAME } from "./permission";
import type {
  CaptureLists,
  CaptureView,
  Composed,
  DoNotKeep,
  Kept,
  ParkedView,
  PresenceView,
  RoomView,
  Suggestion,
  TidyView,
} from "$lib/platform";

/** So many of the last contributions are shown. */
const LATEST = 50;

/** A composer in which nothing stands. */
const NOTHING: Composed = { text: "", kind: null, nodes: [], verbatim: false };

/** Words that are about to go, once the chord is pressed again. */
export type Armed = { what: DoNotKeep; reference: string; text: string };

/** What can be chosen from a list that a key opens. */
export type Open = "group" | "organisation" | "language" | "node" | "permission" | "rule";

class Capturing {
  view = $state.raw<CaptureView | null>(null);
  lists = $state.raw<CaptureLists | null>(null);
  presence = $state.raw<PresenceView | null>(null);
  tidy = $state.raw<TidyView | null>(null);

  // What is said about the text in the composer. The text itself stands in the field alone.
  kind = $state<string | null>(null);
  nodes = $state.raw<readonly string[]>([]);
  verbatim = $state(false);

  kept = $state.raw<Kept | null>(null);
  suggested = $state.raw<readonly Suggestion[]>([]);
  /** Which of those suggested is next. */
  next = $state(0);
  armed = $state.raw<Armed | null>(null);
  /** Which list lies over the rest, which waits for it. */
  showing = $state<Open | null>(null);
  /** The parked draft at which the keyboard is. */
  atParked = $state<string | null>(null);
  /** Heard by those who do not see it. */
  announced = $state("");

  /** Whether the screen stands: what is answered later is not kept here. */
  #here = false;
  #field: HTMLTextAreaElement | null = null;
  #pause = new Pause(() => void this.#keep());
  #last: Promise<unknown> = Promise.resolve();
  #dismissed = new Set<string>();
  #rereading: ReturnType<typeof setTimeout> | undefined;

  get room(): RoomView | null {
    return this.view?.room ?? null;
  }

  /** The parked draft that is taken up next: the last one of this round. */
  get resumable(): ParkedView | undefined {
    return this.view?.parked.findLast(({ elsewhere }) => elsewhere === "");
  }

  get choosing(): boolean {
    return this.showing !== null;
  }

  /** Opens a list, or closes it where it stands open. */
  async show(which: Open): Promise<void> {
    if (this.showing === which) await this.choose();
    else this.showing = which;
  }

  /** A list is done with: what waited can have the focus again. */
  async choose(): Promise<void> {
    this.showing = null;
    await tick();
    this.focus();
  }

  /** One thing after the other, so that nothing overtakes what was done before it. */
  #do<T>(work: () => Promise<T>): Promise<T | undefined> {
    const done = this.#last.then(work).catch((thrown: unknown) => {
      if (!consultation.closedBy(thrown)) notices.say(sentence(thrown), { urgent: true });
      return undefined;
    });
    this.#last = done;
    return done;
  }

  async begin(): Promise<void> {
    this.#here = true;
    await Promise.all([this.#do(async () => this.#show(await platform.capture(), true)), this.#readLists()]);
    if (this.room?.closed) await this.#do(async () => (this.tidy = await platform.tidy()));
    await this.readPresence();
  }

  async #readLists(): Promise<void> {
    await this.#do(async () => (this.lists = await platform.captureLists()));
  }

  /** Something changed, here or by an undo: asks anew, once it is quiet. */
  reread(): void {
    clearTimeout(this.#rereading);
    this.#rereading = setTimeout(() => {
      void this.#do(async () => this.#show(await platform.capture(), false));
      void this.readPresence();
      if (this.tidy) void this.#do(async () => (this.tidy = await platform.tidy()));
    }, 200);
  }

  relist(): void {
    void this.#readLists();
  }

  async readPresence(): Promise<void> {
    if (!this.room) return;
    try {
      this.presence = await platform.presence();
    } catch (thrown) {
      consultation.closedBy(thrown);
    }
  }

  /** Keeps at once what is half typed and not kept yet. */
  async flush(): Promise<void> {
    if (this.#pause.waits) await this.#keep();
    await this.#last;
  }

  /** Leaves the screen: what is half typed is kept, and no word stays here. */
  leave(): void {
    clearTimeout(this.#rereading);
    void this.flush();
    this.#here = false;
    this.#field = null;
    this.#compose(NOTHING);
    this.view = null;
    this.lists = null;
    this.presence = null;
    this.tidy = null;
    this.showing = null;
    this.atParked = null;
    this.announced = "";
  }

  #show(view: CaptureView, withComposed: boolean): void {
    if (!this.#here) return;
    this.view = view;
    if (withComposed) this.#compose(view.composed);
  }

  /** Puts a text into the composer. */
  #compose(composed: Composed): void {
    this.#pause.end();
    if (this.#field) {
      this.#field.value = composed.text;
      // Nothing was typed into it that the field itself could take back: Ctrl Z is the window's until something is.
      this.#field.toggleAttribute("data-untouched", composed.text === "");
    }
    mentioning.forget();
    this.kind = composed.kind;
    this.nodes = composed.nodes;
    this.verbatim = composed.verbatim;
    this.kept = null;
    this.suggested = [];
    this.next = 0;
    this.armed = null;
    this.#dismissed.clear();
    // Its language and what it may be about are not kept with it.
    if (composed.text !== "") this.typed();
  }

  /** The field in which a person types. */
  attach(field: HTMLTextAreaElement): () => void {
    this.#field = field;
    // Once, as it stood: what is typed later is never overwritten by what was read.
    field.value = untrack(() => this.view?.composed.text ?? "");
    return () => (this.#field = null);
  }

  focus(): void {
    this.#field?.focus();
  }

  composed(): Composed {
    return {
      text: this.#field?.value ?? "",
      kind: this.kind,
      nodes: [...this.nodes],
      verbatim: this.verbatim && !this.room?.interpreted,
    };
  }

  get hasWords(): boolean {
    return (this.#field?.value.trim() ?? "") !== "";
  }

  /** A key was pressed in the composer. */
  typed(): void {
    if (this.armed) this.armed = null;
    this.#pause.begin();
  }

  async #keep(): Promise<void> {
    this.#pause.end();
    const composed = this.composed();
    const kept = await this.#do(() => platform.keepDraft(composed));
    if (kept && !this.#pause.waits && this.#field?.value === composed.text) {
      this.kept = composed.text === "" ? null : kept;
      await this.#suggest(composed.text, this.room?.language || kept.language || "");
    }
  }

  async #suggest(text: string, language: string): Promise<void> {
    try {
      const suggested = text.trim() === "" ? [] : await platform.suggest({ text, language });
      if (this.#field?.value !== text) return;
      this.suggested = suggested.filter(({ node }) => !this.nodes.includes(node.key) && !this.#dismissed.has(node.key));
      this.next = 0;
    } catch {
      this.suggested = []; // A proposal that does not come is no loss.
    }
  }

  accept(): void {
    const chosen = this.suggested[this.next];
    if (!chosen) return;
    this.addNode(chosen.node.key);
  }

  turnToNext(): void {
    if (this.suggested.length > 0) this.next = (this.next + 1) % this.suggested.length;
  }

  /** Sends the suggestions away, and does not bring them back for this text. */
  dismiss(): void {
    for (const { node } of this.suggested) this.#dismissed.add(node.key);
    this.suggested = [];
  }

  addNode(key: string): void {
    if (!this.nodes.includes(key)) this.nodes = [...this.nodes, key];
    this.suggested = this.suggested.filter(({ node }) => node.key !== key);
    this.next = 0;
    this.typed();
  }

  removeNode(key: string): void {
    this.nodes = this.nodes.filter((other) => other !== key);
    this.typed();
  }

  toggleNode(key: string): void {
    if (this.nodes.includes(key)) this.removeNode(key);
    else this.addNode(key);
  }

  chooseKind(key: string): void {
    this.kind = this.kind === key ? null : key;
    this.typed();
  }

  toggleVerbatim(): void {
    if (this.room?.interpreted) {
      notices.say(t("speaker-verbatim-not"));
      return;
    }
    this.verbatim = !this.verbatim;
    this.typed();
  }

  /** Records what stands in the composer; the field is free at once. */
  async record(next: boolean): Promise<void> {
    const composed = this.composed();
    if (composed.text.trim() === "" && !next) return;
    this.#compose(NOTHING);
    const recorded = await this.#do(async () => {
      const { row, room } = await platform.record({ composed, next });
      if (this.view) {
        const { recorded, total } = this.view;
        const latest = row ? [row, ...recorded].slice(0, LATEST) : recorded;
        this.view = { ...this.view, room, recorded: latest, total: total + (row ? 1 : 0) };
      }
      return { row, room };
    });
    if (!recorded) {
      this.#bringBack(composed);
      return;
    }
    const { row, room } = recorded;
    const said = row ? t("compose-recorded", { reference: row.reference }) : "";
    const who = t("speaker", { number: room.number });
    this.announced = next ? `${said} ${t("speaker-changed", { who, may: t(may(room.permissions)) })}` : said;
  }

  /** What could not be recorded stands there again, before whatever was typed meanwhile. */
  #bringBack(composed: Composed): void {
    if (!this.#field) return;
    const meanwhile = this.#field.value;
    this.#field.value = meanwhile === "" ? composed.text : `${composed.text}\n${meanwhile}`;
    this.kind ??= composed.kind;
    this.nodes = [...new Set([...composed.nodes, ...this.nodes])];
    this.verbatim ||= composed.verbatim;
    this.typed();
  }

  /** What is said about the speaker; what stands there is looked up when its turn has come. */
  async speaking(change: (room: RoomView) => Partial<platform.Speaking>): Promise<void> {
    await this.#do(async () => {
      const room = this.room;
      if (!room) return;
      const now: platform.Speaking = {
        groups: room.groups.map((group) => group.key),
        organisation: room.organisation,
        language: room.language,
        interpreted: room.interpreted,
        again: null,
      };
      this.#stand(await platform.speaking({ ...now, ...change(room) }));
    });
    if (this.room?.interpreted) this.verbatim = false;
  }

  toggleGroup(key: string): void {
    void this.speaking(({ groups }) => {
      const now = groups.map((group) => group.key);
      return { groups: now.includes(key) ? now.filter((other) => other !== key) : [...now, key] };
    });
  }

  addGroup(key: string): void {
    void this.speaking(({ groups }) => ({ groups: [...new Set([...groups.map((group) => group.key), key])] }));
  }

  toggleInterpreted(): void {
    void this.speaking(({ interpreted }) => ({ interpreted: !interpreted }));
  }

  async tighten(tighten: platform.Tighten): Promise<void> {
    const done = await this.#do(async () => {
      this.#stand(await platform.tighten(tighten));
      return true;
    });
    if (done && this.room) this.announced = t("rule-tightened", { rule: t(RULE_NAME[this.room.rule]) });
  }

  async permit(permit: platform.Permit): Promise<void> {
    await this.#do(async () => this.#stand(await platform.permit(permit)));
  }

  #stand(room: RoomView): void {
    if (this.view) this.view = { ...this.view, room };
  }

  async #whole(work: () => Promise<CaptureView>, withComposed: boolean): Promise<boolean> {
    const done = await this.#do(async () => {
      this.#show(await work(), withComposed);
      return true;
    });
    return done ?? false;
  }

  async open(round: string, minutesAgo: number): Promise<void> {
    if (await this.#whole(() => platform.openRound({ round, minutesAgo }), true)) await this.readPresence();
  }

  ask(question: number): Promise<boolean> {
    return this.#whole(() => platform.askQuestion(question), false);
  }

  restartClock(): Promise<boolean> {
    return this.#whole(platform.restartClock, false);
  }

  async park(): Promise<void> {
    if (!this.hasWords) return;
    const composed = this.composed();
    // At once: what is typed while it is parked is of the next one.
    this.#compose(NOTHING);
    if (await this.#whole(() => platform.park(composed), false)) this.announced = t("compose-parked");
    else this.#bringBack(composed);
    this.focus();
  }

  async resume(name: string | undefined = this.resumable?.name): Promise<void> {
    if (name === undefined) return;
    const composed = this.composed();
    this.#pause.end();
    if (!(await this.#whole(() => platform.resume({ name, composed }), true))) this.typed();
    this.focus();
  }

  async recordParked(name: string): Promise<void> {
    if (await this.#whole(() => platform.recordParked(name), false)) this.focus();
    await this.#retidy();
  }

  /** Asks first, by being pressed twice; what is meant is where the keyboard is, in the composer, or was recorded last. */
  async doNotKeep(what?: Armed): Promise<void> {
    const meant = what ?? this.#meant();
    if (!meant) return;
    if (JSON.stringify(this.armed?.what) !== JSON.stringify(meant.what)) {
      this.armed = meant;
      return;
    }
    this.armed = null;
    // At once: what is typed while they go is kept.
    if (meant.what === "composed") this.#compose(NOTHING);
    if (await this.#whole(() => platform.doNotKeep(meant.what), false)) {
      notices.say(t("compose-let-go"));
      this.focus();
    }
    await this.#retidy();
  }

  #meant(): Armed | null {
    if (this.atParked !== null) return { what: { parked: this.atParked }, reference: "", text: "" };
    if (this.hasWords) return { what: "composed", reference: "", text: "" };
    const last = this.view?.recorded[0];
    return last ? { what: { recorded: last.id }, reference: last.reference, text: last.text } : null;
  }

  async close(): Promise<void> {
    const composed = this.composed();
    this.#pause.end();
    const tidy = await this.#do(() => platform.closeRound(composed));
    if (!tidy) {
      this.typed();
      return;
    }
    this.tidy = tidy;
    await this.#whole(platform.capture, true);
    await this.closeScreen();
  }

  /** The wall shows nothing any more. */
  async closeScreen(): Promise<void> {
    await this.#do(platform.closeRoomScreen);
  }

  async #retidy(): Promise<void> {
    if (this.tidy) await this.#do(async () => (this.tidy = await platform.tidy()));
  }

  async putRight(contribution: string, change: { groups?: string[]; nodes?: string[] }): Promise<void> {
    const tidy = await this.#do(() => platform.putRight({ contribution, groups: [], nodes: [], ...change }));
    if (tidy) this.tidy = tidy;
  }

  async endTurn(turn: string, at: number): Promise<void> {
    const tidy = await this.#do(() => platform.endTurn({ turn, at }));
    if (tidy) this.tidy = tidy;
  }

  /** Closed by mistake, or too soon: the round goes on, with a parked draft in the composer if one is to be finished. */
  async reopen(draft?: string): Promise<void> {
    if (!(await this.#whole(platform.reopenRound, true))) return;
    this.tidy = null;
    if (draft !== undefined) await this.resume(draft);
    await this.readPresence();
  }

  async done(): Promise<void> {
    if (await this.#whole(platform.leaveRound, true)) this.tidy = null;
  }

  async sayPresence(who: string, is: string): Promise<void> {
    const presence = await this.#do(() => platform.sayPresence({ who, is }));
    if (presence) this.presence = presence;
  }

  /** A note was left half typed, and is kept. */
  noting(text: string): void {
    if (this.view) this.view = { ...this.view, noting: text };
  }

  async note(text: string): Promise<boolean> {
    return this.#whole(() => platform.note(text), false);
  }

  async reassign(reassign: platform.Reassign): Promise<void> {
    if (await this.#whole(() => platform.reassign(reassign), false)) {
      notices.say(t("reassign-done", { count: reassign.contributions.length }), { undo: true });
    }
  }
}

export const capturing = new Capturing();
