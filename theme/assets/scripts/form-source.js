// The text of a file that is corrected: what nobody touched stays as it was written, with its comments; what
// changed is written anew, key by key.
(() => {
  "use strict";
  const FENCED = /^---[ \t]*\n([\s\S]*?\n)---[ \t]*\n/;
  const KEY = /^"?([\w-]+)"?[ \t]*:/;

  // `write` gives the lines of some [key, value] pairs.
  function sources(write) {
    const linesOf = (pairs) => Object.fromEntries(pairs.map((pair) => [pair[0], write([pair])]));

    // What to remember of a file: its `text`, and what the form would write for what stands in it.
    function remember(text, pairs, body) {
      const whole = text.replace(/\r\n?/g, "\n");
      const fenced = body === null ? null : FENCED.exec(whole);
      if (body !== null && !fenced) return null;
      const front = fenced ? fenced[1] : whole;
      const rest = fenced ? whole.slice(fenced[0].length) : "";
      return { front, rest, keys: linesOf(pairs), body };
    }

    // The lines of `pairs`, those of keys that say the same as in the file as they stand there.
    function front(source, pairs) {
      const now = linesOf(pairs);
      const { blocks, end } = cut(source.front);
      const kept = blocks
        .filter(({ key }) => key in now || !(key in source.keys)) // what the form does not write stays
        .map((block) => ({ key: block.key, text: standing(block, now, source.keys) }));
      pairs.forEach(([key], n) => {
        if (blocks.some((block) => block.key === key)) return;
        const before = pairs.slice(0, n).map(([other]) => other);
        const at = kept.findLastIndex((one) => before.includes(one.key)) + 1;
        kept.splice(at, 0, { key, text: now[key] });
      });
      return kept.map(({ text }) => text).join("") + end;
    }

    const standing = (block, now, was) =>
      now[block.key] === was[block.key] ? block.above + block.text : block.above + now[block.key];

    const body = (source, text) => (text === source.body ? source.rest : `\n${text}`);

    return { remember, front, body };
  }

  // The keys of a file, each with its lines and what stands above it; what stands below the last.
  function cut(text) {
    const blocks = [];
    let above = "";
    for (const line of text.split(/(?<=\n)/)) {
      const key = KEY.exec(line)?.[1];
      if (key) blocks.push({ key, above, text: line });
      else if (!blocks.length || /^(?:#|\s*$)/.test(line)) {
        above += line;
        continue;
      } else blocks.at(-1).text += above + line;
      above = "";
    }
    return { blocks, end: above };
  }

  globalThis.vmSource = { sources };
})();
