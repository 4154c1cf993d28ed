// The search as its reader sees it: on a page of its own, and in a dialog made from that page.
import { Engine } from "./search-engine.js";
import { Hit } from "./search-hit.js";

const FIRST = 5;                         // results shown at once; each is a request
const MORE = 10;
const PAUSE = 100;                       // milliseconds without a key before a question is put
const LONGER = 250;                      // while a word has but a letter or two: a great many words begin so
const SLASH = "vm-search-slash";

/** Open the search in a dialog, made from its page the first time. */
export async function openDialog(opener) {
  let dialog = document.querySelector("dialog.vm-search-dialog");
  if (!dialog) {
    dialog = await made(opener);
    document.body.append(dialog);
    new Box(dialog.querySelector("[data-vm-search-box]"), opener.href, true);
  }
  dialog.showModal();
  dialog.querySelector("input[type=search]").select();
}

/** Start the search on its own page, with the question of its address. */
export function start(box, opener) {
  box.hidden = false;
  const answered = new Box(box, opener.href, false).fromAddress();
  answered.finally(() => { delete document.documentElement.dataset.asked; });
}

async function made(opener) {
  const [answer] = await Promise.all([fetch(opener.href), styled(opener.dataset.style)]);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const dialog = document.createElement("dialog");
  dialog.className = "vm-search-dialog";
  const box = document.importNode(page.querySelector("[data-vm-search-box]"), true);
  box.hidden = false;
  for (const link of box.querySelectorAll("a")) link.href = new URL(link.getAttribute("href"), opener.href).href;
  box.querySelector("form").action = opener.href;      // what was written holds on the search's own page
  dialog.setAttribute("aria-label", box.dataset.name);
  dialog.append(box);
  const close = box.querySelector("[data-close]");
  close.hidden = false;
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  dialog.addEventListener("keydown", (event) => {      // in a search field Escape would empty it first
    if (event.key !== "Escape") return;
    event.preventDefault();
    dialog.close();
  });
  return dialog;
}

function styled(href) {
  if (document.querySelector(`link[rel=stylesheet][href="${CSS.escape(href)}"]`)) return null;
  return new Promise((done) => {
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href, onload: done, onerror: done });
    document.head.append(link);
  });
}

/** A field, the kinds of results with their numbers, and the results. */
class Box {
  /** `page` is the address of the search's own page, below the root of its language; `apart`: this is not it. */
  constructor(element, page, apart) {
    this.element = element;
    [this.page, this.apart] = [page, apart];
    this.root = new URL("../", page).href;
    this.engine = new Engine(this.root, document.documentElement.lang);
    this.words = JSON.parse(element.querySelector("script[type='application/json']").textContent);
    const find = (name) => element.querySelector(`[data-${name}]`);
    [this.status, this.kinds, this.list, this.more, this.all, this.near, this.ways] =
      ["status", "kinds", "list", "more", "all", "near", "ways"].map(find);
    this.form = element.querySelector("form");
    this.field = element.querySelector("input[type=search]");
    this.engine.open().catch(() => null);             // told when a question is put
    this.turn = 0;
    this.found = null;
    this.listen();
    this.slash(find("slash"));
  }

  listen() {
    this.field.addEventListener("input", () => {
      clearTimeout(this.pause);
      this.engine.expect(this.field.value.slice(0, 300)).catch(() => null);      // told when the question is put
      const begun = /(?:^|\s)\S{1,2}$/u.test(this.field.value);
      this.pause = setTimeout(() => this.ask(), begun ? LONGER : PAUSE);
    });
    this.form.addEventListener("submit", (event) => {
      if (this.apart) return;                          // the dialog's question goes to the page
      event.preventDefault();
      clearTimeout(this.pause);
      this.ask();
    });
    this.kinds.addEventListener("change", () => this.show());
    this.more.addEventListener("click", () => this.add(MORE, true));
    this.element.addEventListener("keydown", (event) => this.move(event));
    if (!this.apart) addEventListener("popstate", () => this.fromAddress());
  }

  /** The key / is the reader's to turn off. */
  slash(box) {
    try {
      box.checked = localStorage.getItem(SLASH) !== "off";
      box.addEventListener("change", () => localStorage.setItem(SLASH, box.checked ? "on" : "off"));
    } catch {
      box.closest("p").hidden = true;                 // this browser keeps nothing: the key stays as it is
    }
  }

  /** Arrows walk from the field through the results and back. */
  move(event) {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const stops = [this.field, ...this.list.querySelectorAll("a")];
    const at = stops.indexOf(document.activeElement);
    const next = stops[at + (event.key === "ArrowDown" ? 1 : -1)];
    if (at < 0 || !next) return;
    event.preventDefault();
    next.focus();
  }

  fromAddress() {
    const asked = new URLSearchParams(location.search);
    this.field.value = (asked.get("q") ?? "").slice(0, 300);
    const kind = [...this.kinds.elements].find((radio) => radio.value === (asked.get("kind") ?? ""));
    if (kind?.type === "radio") kind.checked = true;
    return this.ask();
  }

  kind() {
    return this.kinds.querySelector("input:checked").value;
  }

  /** Put the question of the field, unless another one came since. */
  async ask() {
    const [question, turn] = [this.field.value.slice(0, 300), ++this.turn];
    this.question = question;
    if (!question.trim()) return this.clear();
    this.status.textContent ||= this.words.looking;
    try {
      const found = await this.engine.ask(question);
      if (turn !== this.turn) return undefined;
      this.found = found;
      if (!found) return this.clear();
      return await this.show();
    } catch (error) {
      console.info(error);
      this.clear();
      this.status.textContent = this.words.failed;
    }
    return undefined;
  }

  clear() {
    this.found = null;
    this.status.textContent = "";
    this.list.replaceChildren();
    for (const part of [this.kinds, this.more, this.all, this.near, this.ways]) part.hidden = true;
    this.addressed();
  }

  /** Show what was found of the kind that is chosen. */
  async show() {
    const { counts, results } = this.found;
    for (const radio of this.kinds.querySelectorAll("input")) {
      const count = radio.value ? counts[radio.value] : results.length;
      radio.parentElement.querySelector("[data-count]").textContent = count;
      radio.disabled = !count && !radio.checked;
    }
    this.kinds.hidden = !results.length;
    const kind = this.kind();
    this.shown = results.filter((result) => !kind || result.kind === kind);
    this.status.textContent = this.said();
    this.at = 0;
    this.addressed();
    await this.nearest(results.length === 0);
    await this.add(FIRST, false, true);
  }

  /** What was found, in a sentence. */
  said() {
    const { corrected, words, results } = this.found;
    const fill = (sentence, parts) => sentence.replace(/\{(\w+)\}/g, (_, name) => parts[name]);
    const parts = { question: this.question.trim(), words: words.join(" "), count: this.shown.length };
    if (!results.length) return fill(this.words.nothing, parts);
    const count = fill(this.shown.length === 1 ? this.words.one : this.words.many, parts);
    if (corrected) return `${fill(this.words.corrected, parts)} ${count}`;
    const whole = results.some((result) => result.called || result.words >= words.length);
    return whole ? count : `${fill(this.words.partly, parts)} ${count}`;
  }

  /** Where nothing was found, the names of the lexicon that are nearest, and the lists. */
  async nearest(nothing) {
    this.ways.hidden = !nothing;
    const names = nothing ? await this.engine.near(this.question) : [];
    this.near.hidden = !names.length;
    this.near.querySelector("ul").replaceChildren(...names.map(({ name, address }) => {
      const item = document.createElement("li");
      item.append(Object.assign(document.createElement("a"), { href: this.root + address, textContent: name }));
      return item;
    }));
  }

  /** Show some more results; `follow` puts the focus on the first of them, `anew` takes the others away. */
  async add(count, follow, anew) {
    const [turn, next] = [this.turn, this.shown.slice(this.at, this.at + count)];
    const hits = await Promise.all(next.map((result) => new Hit(result, this.words, this.root).element()));
    if (turn !== this.turn) return;
    if (anew) this.list.replaceChildren(...hits);
    else this.list.append(...hits);
    this.at += next.length;
    this.more.hidden = this.apart || this.at >= this.shown.length;
    this.all.hidden = !this.apart || !this.shown.length;
    if (follow) hits[0]?.querySelector("a").focus();
  }

  /** The address of this question, on the search's page and in the dialog's link to it. */
  addressed() {
    const kind = this.kind();
    const asked = this.question?.trim();
    const query = new URLSearchParams({ ...(asked && { q: asked }), ...(kind && { kind }) });
    const ending = query.size ? "?" + query : "";
    if (this.apart) this.all.querySelector("a").href = this.page + "?" + query;
    else if (this.question !== undefined) history.replaceState(null, "", location.pathname + ending);
  }
}
