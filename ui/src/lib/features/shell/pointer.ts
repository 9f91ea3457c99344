// A pointer that lies where a list opens chooses nothing there.

/** Whether somebody moved it. What moves under a pointer that lies still is told as if it had moved, too. */
export function isMoved({ movementX, movementY }: PointerEvent): boolean {
  return movementX !== 0 || movementY !== 0;
}
