// Something that is drawn across the desk by the pointer: evidence onto a paragraph, a paragraph to its place. Everything it
// does can be done by keys too.

/** So far the pointer goes before a click becomes a drag, in pixels. */
const SLACK = 5;

export type Dragged = { kind: "evidence" | "paragraph"; id: string; name: string };
/** Where it would go: onto a paragraph, before or behind it, or into a section that is empty. */
export type Target = { paragraph: string | null; section: string; behind: boolean };

class Drag {
  what = $state.raw<Dragged | null>(null);
  over = $state.raw<Target | null>(null);
  x = $state(0);
  y = $state(0);

  begin(event: PointerEvent, what: Dragged, drop: (target: Target) => unknown): void {
    if (event.button !== 0 || !event.isPrimary) return;
    const [fromX, fromY] = [event.clientX, event.clientY];
    const moved = (next: PointerEvent) => {
      if (!this.what && Math.hypot(next.clientX - fromX, next.clientY - fromY) < SLACK) return;
      next.preventDefault();
      this.what = what;
      [this.x, this.y] = [next.clientX, next.clientY];
      this.over = this.#target(next);
    };
    const ended = (last: Event) => {
      for (const [kind, listener] of listeners) window.removeEventListener(kind, listener);
      const target = this.over;
      const dropped = last.type === "pointerup" && this.what !== null && target;
      this.what = null;
      this.over = null;
      if (dropped) drop(dropped);
    };
    const escaped = (pressed: Event) => {
      if (!(pressed instanceof KeyboardEvent) || pressed.key !== "Escape") return;
      pressed.preventDefault();
      ended(pressed);
    };
    const listeners = [
      ["pointermove", moved as (event: Event) => void],
      ["pointerup", ended],
      ["pointercancel", ended],
      ["keydown", escaped],
    ] as const;
    for (const [kind, listener] of listeners) window.addEventListener(kind, listener);
  }

  #target({ clientX, clientY }: PointerEvent): Target | null {
    const at = document.elementFromPoint(clientX, clientY);
    const section = at?.closest<HTMLElement>("[data-section]")?.dataset.section;
    if (section === undefined) return null;
    const paragraph = at?.closest<HTMLElement>("[data-paragraph]");
    const box = paragraph?.getBoundingClientRect();
    const behind = box !== undefined && clientY > box.top + box.height / 2;
    return { paragraph: paragraph?.dataset.paragraph ?? null, section, behind };
  }
}

export const drag = new Drag();
