// What opens over the rest closes when somebody presses beside it.
import type { Attachment } from "svelte/attachments";

/** Calls `close` for a press anywhere but in the element. */
export function leftBy(close: () => void): Attachment<HTMLElement> {
  return (element) => {
    const pressed = ({ target }: PointerEvent) => {
      if (target instanceof Element && !element.contains(target)) close();
    };
    window.addEventListener("pointerdown", pressed);
    return () => window.removeEventListener("pointerdown", pressed);
  };
}
