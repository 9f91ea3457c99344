// The consultation that the window is about: chosen, open, locked. A locked one leaves nothing here.
import * as platform from "$lib/platform";

class Consultation {
  /** `null` until Rust has said how things stand. */
  threshold = $state.raw<platform.Threshold | null>(null);
  overview = $state.raw<platform.OverviewView | null>(null);
  /** Why it is not open, where somebody tried or it closed by itself. */
  failure = $state.raw<unknown>(null);

  async begin(): Promise<void> {
    try {
      const threshold = await platform.threshold();
      if (threshold.open) this.overview = await platform.overview();
      this.threshold = threshold;
    } catch (thrown) {
      this.failure = thrown;
      this.threshold = { name: "", place: "", open: false };
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

  async choose(): Promise<void> {
    try {
      this.threshold = await platform.choose();
      this.failure = null;
    } catch (thrown) {
      this.failure = thrown;
    }
  }

  async unlock(passphrase: string): Promise<void> {
    this.failure = null;
    try {
      this.overview = await platform.unlock(passphrase);
      this.threshold = { name: "", place: "", ...this.threshold, open: true };
    } catch (thrown) {
      this.failure = thrown;
    }
  }

  async lock(): Promise<void> {
    this.failure = null;
    try {
      this.threshold = await platform.lock();
    } catch (thrown) {
      // It is locked all the same; only tidying up after it failed.
      this.failure = thrown;
      this.threshold = { name: "", place: "", ...this.threshold, open: false };
    }
    this.overview = null;
  }

  /** Whether this refusal says that the consultation is locked; then the window shows that it is. */
  closedBy(thrown: unknown): boolean {
    if (!platform.isRefusal(thrown) || thrown.code !== "locked" || !this.threshold) return false;
    this.failure = thrown;
    this.overview = null;
    this.threshold = { ...this.threshold, open: false };
    return true;
  }
}

export const consultation = new Consultation();
