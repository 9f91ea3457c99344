// What the bench asks of the page: how long from a key to what it changed being painted, and how long each frame stood.
window.bench = (() => {
  /** Calls back once the frame that is being put together has been painted. */
  const afterPainting = (then) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => then(performance.now());
    port2.postMessage(null);
  };

  let expected = null;
  const times = [];

  const look = (pressed, there) =>
    requestAnimationFrame(() => {
      if (there()) afterPainting((now) => times.push(now - pressed));
      else look(pressed, there);
    });

  addEventListener(
    "keydown",
    (event) => {
      if (!expected || ["Control", "Shift", "Alt", "Meta"].includes(event.key)) return;
      // When the key arrived, by the clock of the window where the page is told.
      const now = performance.now();
      const pressed = event.timeStamp > 0 && event.timeStamp <= now && now - event.timeStamp < 1000 ? event.timeStamp : now;
      look(pressed, expected(document.activeElement));
    },
    true,
  );

  /** Rows in view whose words are not there, or places where no row is. */
  const isBlank = () => {
    const list = document.querySelector("[role=listbox]");
    const { top, bottom } = list.getBoundingClientRect();
    let covered = 0;
    for (const row of list.querySelectorAll("[role=option]")) {
      const at = row.getBoundingClientRect();
      const seen = Math.min(at.bottom, bottom) - Math.max(at.top, top);
      if (seen <= 0) continue;
      if (!row.querySelector(".said")) return true;
      covered += seen;
    }
    return covered < bottom - top - 2;
  };

  let frames = null;
  const watch = (last) =>
    requestAnimationFrame((now) => {
      if (!frames) return;
      frames.push({ took: now - last, blank: isBlank() });
      watch(now);
    });

  return {
    /** From now on each key is timed until `there(focused)()` holds and is painted. */
    expect: (there) => {
      expected = there;
      times.length = 0;
    },
    times,
    /** Looks at every frame from now on. */
    watch: () => {
      frames = [];
      watch(performance.now());
    },
    /** What was seen of the frames: the first is left out, which began before anybody watched. */
    watched: () => {
      const seen = frames.slice(1);
      frames = null;
      return seen;
    },
  };
})();
