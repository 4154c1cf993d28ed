// One result: its kind's shape, its title, the passage with the words marked, the sections that say more.
import { shown } from "./search-words.js";

const [JOINED, HIDDEN] = ["\u2060", "\u2063"];
const LONG = 34;                         // words of a passage
const LEAST = 10;                        // before a new section may end it
const SECTIONS = 2;                      // beside the passage

export class Hit {
  /** `words` are the interface's, `root` the address of the language's part of the site. */
  constructor(result, words, root) {
    this.result = result;
    this.said = words;
    this.root = root;
  }

  /** The result as an item of the list. */
  async element() {
    const all = await Promise.all(this.result.parts.map((part) => part.data()));
    this.data = all[0];
    this.language = document.documentElement.lang;
    this.words = this.data.raw_content.split(/[\r\n\s]+/);
    this.places = new Set(this.result.parts.flatMap((part) => part.words));
    this.href = this.root + this.data.raw_url.replace(/^\//, "");
    const item = document.createElement("li");
    item.className = "vm-hit";
    item.append(this.title(), this.kind(), this.passage(), ...this.sections());
    return item;
  }

  title() {
    const line = part("p", "vm-hit__title");
    const link = Object.assign(document.createElement("a"), { href: this.href, textContent: shown(this.data.meta.title, this.language) });
    line.append(link);
    return line;
  }

  /** The kind in words, its shape before it; and the name that was asked for, where it is not the title. */
  kind() {
    const line = part("p", `vm-hit__kind vm-sign vm-sign--${this.result.kind}`);
    line.append(this.said.kinds[this.result.kind]);
    const called = this.result.called;
    if (called?.as === "others") line.append("\u00a0· ", `${this.said.other} `, this.foreign(shown(called.name, this.language)));
    if (called?.as === "names" && this.result.kind === "concept") line.append("\u00a0· ", `${this.said.also} ${shown(called.name, this.language)}`);
    return line;
  }

  foreign(name) {
    return Object.assign(document.createElement("span"), { lang: this.language === "fr" ? "en" : "fr", textContent: name });
  }

  /** The passage with most of the words; a page that was asked for by its name begins at its beginning. */
  passage() {
    const from = this.result.called ? 0 : densest([...this.places].sort((one, other) => one - other), LONG);
    const line = part("p", "vm-hit__text");
    const start = Math.max(0, Math.min(from, this.words.length - LONG));
    const section = this.data.anchors.map(({ location }) => location).filter((location) => location > start + LEAST);
    let end = Math.min(this.words.length, start + LONG, ...section);
    while (this.words[end - 1]?.endsWith(JOINED) && end < this.words.length) end += 1;
    this.write(line, start, end);
    return line;
  }

  /** Words from one place to another, those that were found marked; what was cut for the index joined again. */
  write(line, from, to) {
    if (from > 0) line.append("… ");
    const heads = this.heads();
    let [into, before] = [line, ""];
    for (let at = from; at < to; at += 1) {
      const { first, last, stopped } = heads.get(at) ?? {};
      if (first) {
        if (before) line.append(" ");
        line.append((into = part("span", "vm-hit__head")));
        before = "";
      }
      before = this.word(into, last && !stopped ? this.words[at].replace(/\.$/, "") : this.words[at], at, before);
      if (last) into = line;
      if (last && at + 1 < to && /[\p{L}\p{N})\]\u2060]$/u.test(before)) line.append("\u00a0–");
    }
    if (to < this.words.length) line.append("\u00a0…");
  }

  /** Write a word after another; the last one that the reader sees. */
  word(line, word, at, before) {
    if (word.startsWith(HIDDEN)) {
      if (this.places.has(at)) mark(line);
      const stop = word.match(/[^\p{L}\p{N}\u2060]+$/u); // after the word before it
      if (stop) line.append(stop[0]);
      return before;
    }
    const close = word === "·" || (this.language === "fr" && (/^[;:!?»]/.test(word) || before.endsWith("«")));
    if (before) line.append(before.endsWith(JOINED) ? "" : close ? "\u00a0" : " ");
    const plain = word.replaceAll(JOINED, "");
    line.append(...(this.places.has(at) ? marked(plain) : [document.createTextNode(plain)]));
    return word;
  }

  /** Where headings begin and end: in a passage, which is one line, their words stand apart from the text. */
  heads() {
    const ends = new Map();
    for (const { element, location, text } of this.data.anchors) {
      if (!/^h\d$/.test(element) || !text.trim()) continue;
      const end = location + text.trim().split(/[\r\n\s]+/).length - 1;
      ends.set(location, { first: true });
      ends.set(end, { first: end === location, last: true, stopped: text.trim().endsWith(".") });
    }
    return ends;
  }

  /** The sections in which the words stand most often. */
  sections() {
    const anchors = this.data.anchors.filter(({ element, id, text }) => /^h\d$/.test(element) && id && text.trim());
    const starts = anchors.map(({ location }) => location);
    const counted = anchors.map(() => 0);
    for (const place of this.places) {
      const at = starts.findLastIndex((start) => start <= place);
      if (at >= 0) counted[at] += 1;
    }
    const best = anchors.map((anchor, at) => ({ anchor, at, count: counted[at] })).filter(({ count }) => count)
      .sort((one, other) => other.count - one.count || one.at - other.at).slice(0, SECTIONS).sort((one, other) => one.at - other.at);
    if (!best.length) return [];
    const list = part("ul", "vm-hit__sections");
    for (const { anchor } of best) {
      const item = document.createElement("li");
      item.append(Object.assign(document.createElement("a"), { href: `${this.href}#${anchor.id}`, textContent: shown(anchor.text, this.language) }));
      list.append(item);
    }
    return [list];
  }
}

const part = (name, className) => Object.assign(document.createElement(name), { className });

/** Mark the last word of a line: the word that the reader sees for one that only the index has. */
function mark(line) {
  const last = line.lastChild;
  if (last?.nodeType === Node.TEXT_NODE) last.replaceWith(...marked(last.textContent));
}

/** A word that was found, marked, and the signs about it, which are not. */
function marked(text) {
  const [, before, word, after] = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/u.exec(text);
  return [before, word && Object.assign(document.createElement("mark"), { textContent: word }), after].filter(Boolean);
}

/** Where a window of some length holds most of these places, which are in order; a few words before the first. */
function densest(places, long) {
  let [best, most, last] = [0, 0, 0];
  for (const [first, place] of places.entries()) {
    while (last < places.length && places[last] < place + long - 6) last += 1;
    if (last - first > most) [best, most] = [place, last - first];
  }
  return Math.max(0, best - 6);
}
