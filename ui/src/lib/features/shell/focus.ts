// The keyboard is always somewhere: what had the focus and is gone gives it to the screen, and so does a change of screen.
// What a screen begins with says so by `data-first`; otherwise it is the main heading. Whoever knows better takes it from there.

/** Whether the screen is another one, and nothing in it has had the focus yet. */
let wanted = false;
let last: Element | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

const isNowhere = () => document.activeElement === null || document.activeElement === document.body;

/** Where the keyboard begins: in the dialog that lies over the rest, or on the screen. */
function beginning(): HTMLElement | null {
  const dialogs = document.querySelectorAll<HTMLElement>("dialog[open]");
  const frame = dialogs.length > 0 ? dialogs[dialogs.length - 1] : document.querySelector<HTMLElement>("main");
  return frame?.querySelector<HTMLElement>("[data-first]") ?? frame?.querySelector("h1") ?? null;
}

function settle(): void {
  if (!isNowhere() || !(wanted || (last !== null && !last.isConnected))) return;
  const to = beginning();
  if (to === null) return;
  if (to.tagName === "H1" && !to.hasAttribute("tabindex")) {
    // It can be spoken from, not tabbed to.
    to.tabIndex = -1;
    to.addEventListener("blur", () => to.removeAttribute("tabindex"), { once: true });
  }
  to.focus({ preventScroll: true });
}

/** Once what is under way stands. */
function soon(): void {
  clearTimeout(timer);
  timer = setTimeout(settle);
}

/** The screen is another one: it has the focus as soon as it stands. */
export function toTheScreen(): void {
  wanted = true;
  soon();
}

/** Gives the focus back to where it was, or to the screen where that is gone. */
export function giveBack(before: Element | null): void {
  if (before instanceof HTMLElement && before !== document.body && before.isConnected) before.focus();
  if (isNowhere()) toTheScreen();
}

/** Watches over it for as long as the window stands. */
export function keepFocus(): () => void {
  const took = ({ target }: FocusEvent) => {
    if (!(target instanceof Element) || target === document.body) return;
    last = target;
    if (target.closest("main")) wanted = false;
  };
  // Whoever clicks beside everything wants to be nowhere.
  const left = ({ target, relatedTarget }: FocusEvent) => {
    if (relatedTarget === null && target instanceof Element) setTimeout(() => target.isConnected && (last = null));
  };
  const changes = new MutationObserver(() => {
    if (isNowhere()) soon();
  });
  document.addEventListener("focusin", took);
  document.addEventListener("focusout", left);
  changes.observe(document.body, { childList: true, subtree: true });
  return () => {
    document.removeEventListener("focusin", took);
    document.removeEventListener("focusout", left);
    changes.disconnect();
  };
}
