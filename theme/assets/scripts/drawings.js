// A drawing whose marks are links is one stop of the keyboard. Left and right go through them all, from west
// to east; up and down to the nearest mark that way; Home and End to the first and last. Without this script
// each mark is a stop.
(() => {
  "use strict";
  const STEPS = { ArrowLeft: -1, ArrowRight: 1 };
  const WAYS = { ArrowUp: -1, ArrowDown: 1 };

  const middle = (mark) => {
    const box = (mark.querySelector(".hit, .sign") ?? mark).getBoundingClientRect();
    return [box.x + box.width / 2, box.y + box.height / 2];
  };

  // The nearest mark above or below; what lies off the line counts double.
  const nearest = (marks, from, way) => {
    const [x, y] = middle(from);
    let best = null;
    let least = Infinity;
    for (const mark of marks) {
      if (mark === from) continue;
      const [mx, my] = middle(mark);
      const along = (my - y) * way;
      const far = along + 2 * Math.abs(mx - x);
      if (along > 0.5 && far < least) [best, least] = [mark, far];
    }
    return best;
  };

  for (const sheet of document.querySelectorAll(".vm-drawing svg")) {
    const marks = [...sheet.querySelectorAll("a")];
    if (marks.length < 2) continue;
    const stop = (mark) => {
      for (const one of marks) one.setAttribute("tabindex", one === mark ? "0" : "-1");
    };
    stop(marks[0]);
    sheet.addEventListener("focusin", (event) => {
      const mark = event.target.closest("a");
      if (mark) stop(mark);
    });
    sheet.addEventListener("keydown", (event) => {
      const here = event.target.closest("a");
      if (!here || event.ctrlKey || event.metaKey || event.altKey) return;
      const [step, way] = [STEPS[event.key], WAYS[event.key]];
      const ends = { Home: marks[0], End: marks.at(-1) };
      const next = step
        ? marks[marks.indexOf(here) + step]
        : way
          ? nearest(marks, here, way)
          : ends[event.key];
      if (!step && !way && !next) return;
      event.preventDefault();
      next?.focus();
    });
  }

  // On a phone the world is wider than the screen, so that its words can be read: keep of it what has marks and
  // names, which scrolls less or not at all.
  const EDGE = 8; // units around it
  for (const view of document.querySelectorAll(".vm-drawing.map .vm-sheet")) {
    if (view.scrollWidth <= view.clientWidth) continue;
    const sheet = view.querySelector("svg");
    const { width: whole, height: high } = sheet.viewBox.baseVal;
    const scale = sheet.clientWidth / whole;
    const boxes = Array.from(sheet.querySelectorAll("a :is(.hit, .words:not(.asked))"), (part) => part.getBBox());
    const span = (starts, ends, least, most) => {
      const [from, to] = [Math.min(...starts) - EDGE, Math.max(...ends) + EDGE];
      const size = Math.min(Math.max(to - from, least), most);
      return [Math.min(Math.max((from + to - size) / 2, 0), most - size), size];
    };
    const [left, wide] = span(boxes.map((box) => box.x), boxes.map((box) => box.x + box.width), view.clientWidth / scale, whole);
    const [top, tall] = span(boxes.map((box) => box.y), boxes.map((box) => box.y + box.height), view.clientWidth / scale, high);
    sheet.setAttribute("viewBox", `${left} ${top} ${wide} ${tall}`);
    sheet.style.width = `${wide * scale}px`;
    view.classList.add("window");
  }

  // A drawing that is wider than the screen begins where most of it happens, and fades where it goes on.
  for (const view of document.querySelectorAll(".vm-drawing .vm-sheet")) {
    if (view.scrollWidth <= view.clientWidth) continue;
    const marks = Array.from(view.querySelectorAll("a"), (mark) => middle(mark)[0]);
    const most = marks.reduce((sum, at) => sum + at, 0) / marks.length;
    const { left, width } = view.getBoundingClientRect();
    view.scrollLeft += most - left - width / 2;
    const fade = () => {
      view.classList.toggle("before", view.scrollLeft > 1);
      view.classList.toggle("after", view.scrollLeft + view.clientWidth < view.scrollWidth - 1);
    };
    view.addEventListener("scroll", fade, { passive: true });
    fade();
  }

  // What a mark leads to in a closed list is opened, in every browser.
  const open = () => {
    const place = document.querySelector(":target");
    const closed = place && place.closest("details:not([open])");
    if (closed) {
      closed.open = true;
      place.scrollIntoView();
    }
  };
  addEventListener("hashchange", open);
  open();
})();
