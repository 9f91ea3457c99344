// The consultation that the window is about: chosen, open, locked. With locking the page ends, and another one begins here.
import * as platform from "$lib/platform";
import { keepEverything } from "./locking";
import { Working } from "./working.svelte";

const NOWHERE: platform.Threshold = {
  name: "",
  place: "",
  open: false,
  hasPin: false,
  helped: false,
  backupOf: null,
  stillAt: "",
  isCopied: true,
  sheetUnread: false,
  diskEncrypted: null,
  recent: [],
};

class Consultation {
  /** `null` until Rust has said how things stand. */
  threshold = $state.raw<platform.Threshold | null>(null);
  overview = $state.raw<platform.OverviewView | null>(null);
  /** The recovery sheet of a new one, until it was read back or put off. */
  sheet = $state.raw<platform.SheetView | null>(null);
  /** Whether a person wants another passphrase. */
  renewing = $state(false);
  /** Whether it was opened by its recovery sheet, so that it wants another passphrase. */
  recovered = $state(false);
  /** Whether somebody wants to know whether everything is as it was signed. */
  checking = $state(false);
  /** How far the closing of it is, and the copy that is written then. */
  readonly closing = new Working();
  /** How far the opening is of one that an earlier version wrote last. */
  readonly opening = new Working();
  /** Why it is not open, where somebody tried or it closed by itself. */
  failure = $state.raw<unknown>(null);

  async begin(): Promise<void> {
    try {
      const threshold = await platform.threshold();
      if (threshold.open) {
        this.overview = await platform.overview();
        this.sheet = await platform.sheet();
      } else {
        void this.#wasClosed();
      }
      this.threshold = threshold;
    } catch (thrown) {
      this.failure = thrown;
      this.threshold = NOWHERE;
    }
  }

  /** Asks anew: something in it changed. */
  async reread(): Promise<void> {
    try {
      this.overview = await platform.overview();
    } catch (thrown) {
      this.closedBy(thrown);
    }
  }

  restand = () => this.#stand(platform.threshold);
  choose = () => this.#stand(platform.choose);
  chooseBackup = () => this.#stand(platform.chooseBackup);
  pick = (at: number) => this.#stand(() => platform.pick(at));
  forgetRecent = (at: number) => this.#stand(() => platform.forgetRecent(at));
  leave = () => this.#stand(platform.leave);

  unlock = (passphrase: string) => this.#unlock((told) => platform.unlock(passphrase, told));
  unlockWithPin = (pin: string) => this.#unlock((told) => platform.unlockWithPin(pin, told));
  /** `working` tells how far it is; called off, everything is as it was. */
  sample = (working: Working) => this.#open(() => working.follow(platform.sample));
  practise = () => this.#open(platform.practise);

  async unlockWithSheet(words: string): Promise<void> {
    await this.#unlock((told) => platform.unlockWithSheet(words, told));
    this.recovered = this.overview !== null;
  }

  async found(consultation: platform.NewConsultation): Promise<void> {
    let sheet: platform.SheetView | null = null;
    await this.#open(async () => {
      sheet = await platform.found(consultation);
      return await platform.overview();
    });
    this.sheet = sheet;
  }

  /** Begins what somebody else prepared. */
  begun = (ask: () => Promise<platform.OverviewView | null>): Promise<void> => this.#open(ask);

  /** The sheet was read back, or is put off: from now on nobody sees its words. */
  async sheetIsAway(): Promise<void> {
    this.sheet = null;
    await this.restand();
  }

  /** Keeps what is half typed, then locks: this page ends, unless the window goes with it. */
  async lock(): Promise<void> {
    await keepEverything();
    try {
      await this.closing.follow(platform.lock);
    } catch (thrown) {
      this.closedBy(thrown);
    }
  }

  /** Where the one that was here before is still being closed: waits for it, and says what was not well. */
  async #wasClosed(): Promise<void> {
    try {
      await this.closing.follow(platform.closed);
    } catch (thrown) {
      this.failure ??= thrown;
    }
  }

  /** Whether this refusal says that the consultation is locked; then the window shows that it is. */
  closedBy(thrown: unknown): boolean {
    if (!platform.isRefusal(thrown) || thrown.code !== "locked" || !this.threshold) return false;
    this.failure = thrown;
    this.#forget();
    this.threshold = { ...this.threshold, open: false };
    return true;
  }

  #forget(): void {
    this.overview = null;
    this.sheet = null;
    this.recovered = false;
    this.renewing = false;
    this.checking = false;
  }

  async #stand(ask: () => Promise<platform.Threshold>): Promise<void> {
    try {
      this.threshold = await ask();
      this.failure = null;
    } catch (thrown) {
      this.failure = thrown;
    }
  }

  #unlock(begin: Parameters<typeof this.opening.follow<platform.OverviewView>>[0]): Promise<void> {
    return this.#open(() => this.opening.follow(begin));
  }

  async #open(ask: () => Promise<platform.OverviewView | null>): Promise<void> {
    this.failure = null;
    try {
      const overview = await ask();
      if (overview === null) return;
      this.overview = overview;
      this.threshold = await platform.threshold();
    } catch (thrown) {
      this.failure = thrown;
      // A backup may have become a consultation that does not open yet.
      if (this.threshold?.backupOf) this.threshold = await platform.threshold().catch(() => this.threshold);
    }
  }
}

export const consultation = new Consultation();
