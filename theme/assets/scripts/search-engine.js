// Asks Pagefind, and puts in order what it answers. Nothing here touches the page.
import { asked, begun, distance, folded, forgiven, inOne, like, nearest, same, shown } from "./search-words.js";

// What a page is called, and asked for by, weighs more than what it says; whole names and phrases, each in one word, count where they
// are all that is asked, and the words of a phrase for less than those of a text. Words of other questions that a page answers weigh a little.
const WEIGHTS = { exact: 0, title: 6, names: 4, others: 3, asked: 4, phrases: 0.5, taught: 2, about: 2 };
const NAMED = { exact: 20, title: 0, names: 0, others: 0, asked: 0, phrases: 0, taught: 0, about: 0 };
const AROUND = ["about", "taught"];      // what a page is not called
const CALLED = ["title", "names", "others", "phrases"];
// Measured on questions.*.yml: of a word that many pages have, a page has little; whose title Pagefind finds a word in many times
// has no more of it than others; chapters are long, and each of their words counts for less, though they answer most.
const FEW = 5;
const MOST = 30;
const CHAPTER = 1.25;
const MOST_LETTERS = 30;                 // of a name that is written with hyphens
const LEAST_LETTERS = 3;                 // of a word whose file is asked for before the question is put
const NEAR = 25;                         // words from one to the other, at most, that are told together
const [ALIKE, LEAST_STEM] = [0.7, 5];   // of the letters of a word that nothing has: how many its kin begins with
const LOOKED_AT = 5;                     // pages whose names are compared with what was asked
const KINDS = { co: "concept", ca: "case", ch: "chapter", pa: "page" };      // by what an id begins with

export class Engine {
  /** `root` is the address of the language's part of the site. */
  constructor(root, language) {
    this.root = root;
    this.language = language;
    [this.choices, this.names] = [{}, {}];
  }

  /** What was found: {words, corrected, counts, results}; a result is {id, score, kind, places, data()}. */
  async ask(question) {
    await this.open();
    const typed = asked(question, this.language);
    if (!typed.length) return null;
    const sought = (await Promise.all(typed.map((word) => this.words(word)))).flat();
    const [words, found] = [sought.map(({ word }) => word), sought.map(({ results }) => results)];
    const corrected = sought.some(({ word, typed: wanted }) => word !== wanted);
    const hyphened = words.length > 1 ? await this.hyphened(question) : [];
    const named = await this.named(corrected ? words.join(" ") : question, sought);
    const results = ranked(found, hyphened, named);
    const counts = Object.fromEntries(Object.values(KINDS).map((kind) => [kind, results.filter((result) => result.kind === kind).length]));
    return { words, corrected, counts, results };
  }

  /** Ask for what every question needs, once. */
  open() {
    return (this.ready ??= this.load());
  }

  /** Ask for the files of a question's words, while its reader may be typing still. */
  async expect(question) {
    await this.open();
    const words = new Set([...asked(question, this.language), inOne(question, this.language)]);
    await Promise.all([...words].filter((word) => word.length >= LEAST_LETTERS).map((word) => this.pagefind.preload(word)));
  }

  /** The words that a misspelt one may mean, those of names first: they begin as it does. Read as one question: each by itself takes ten times as long. */
  meant(word) {
    const letter = first(word);
    if (!letter) return [];
    return (this.choices[letter] ??= this.file(`words/${letter}`).then((words) => new Set(asked(words, this.language))));
  }

  async file(name) {
    return (await fetch(`${this.root}pagefind/${name}.json`)).json();
  }

  /** The names of the lexicon and of the cases that are nearest to a question, at most three: a word of each begins as it does. */
  async near(question) {
    const [wanted, letter] = [folded(question.trim()), first(question.trim())];
    if (!letter) return [];
    const most = Math.max(2, Math.floor(0.4 * wanted.length));
    const far = (name) => Math.min(...[name, ...name.split(/[^\p{L}\p{M}]+/u)].map((part) => distance(wanted, folded(part), most)));
    const named = await (this.names[letter] ??= this.file(`names/${letter}`));
    const names = named.map(([name, address]) => ({ name, address, far: far(name) })).filter((one) => one.far <= most);
    names.sort((one, other) => one.far - other.far);
    return names.filter((one, at) => names.findIndex(({ address }) => address === one.address) === at).slice(0, 3);
  }

  async load() {
    const { createInstance } = await import(`${this.root}pagefind/pagefind.js`);
    this.pagefind = createInstance({
      basePath: `${this.root}pagefind/`, language: this.language, noWorker: true, metaCacheTag: "1", ranking: { metaWeights: WEIGHTS },
    });
  }

  async search(words) {
    return (await this.pagefind.search(words)).results;
  }

  /** Results for the pages that are called just so, with the name: their title, another name, or one in the other language. */
  async named(question, sought) {
    const wanted = folded(inOne(question, this.language));
    if (sought.length === 1 && folded(sought[0].word) === wanted && !sought[0].exact) return [];      // found without, by the same word
    await this.pagefind.options({ ranking: { metaWeights: NAMED } });
    const results = (await this.search(wanted)).filter(isCalled).slice(0, LOOKED_AT);
    await this.pagefind.options({ ranking: { metaWeights: WEIGHTS } });
    const found = await Promise.all(results.map(async (result) => {
      const { meta } = await result.data();
      const called = CALLED.flatMap((as) => (meta[as] ?? "").split(" · ").map((name) => ({ as, name })));
      return { result, called: called.find(({ name }) => alike(folded(inOne(shown(name, this.language), this.language)), wanted)) };
    }));
    const order = ({ called, result }) => CALLED.indexOf(called.as) + (result.id.startsWith("co") ? 0 : 0.5);
    return found.filter(({ called }) => called).sort((one, other) => order(one) - order(other));
  }

  /** Results for pages that write all of a question with hyphens: hauts de france. */
  async hyphened(question) {
    const wanted = inOne(question, this.language);
    const results = wanted.length < MOST_LETTERS ? await this.search(wanted) : [];
    return (await this.held(results)).some((one) => folded(one).replaceAll("-", "") === folded(wanted)) ? results : [];
  }

  /** Results for a word, each with what was typed; where nothing has a hyphened one, for its parts. */
  async words(word) {
    const whole = { typed: word, ...(await this.word(word)) };
    const parts = word.includes("-") && !whole.results.length ? asked(word.replaceAll("-", " "), this.language) : [];
    const telling = parts.filter((part) => part.length > 1);          // the 1 of L1115-1 stands everywhere
    if (!telling.length) return [whole];
    return Promise.all(telling.map(async (part) => ({ typed: part, ...(await this.word(part)) })));
  }

  /** Results for a word; where no text has it, for the nearest one that may be meant, which stands for it then. */
  async word(word) {
    const results = await this.search(word);                          // for each word that begins so, too: logement, logique
    const exact = results.some(isCalled);
    const known = new Set((await this.search(`"${word}"`)).map(({ id }) => id));     // for the word alone, without scores
    if (known.size) return { word, exact, results: results.filter(({ id }) => known.has(id)) };
    const held = await this.held(results);
    if (held.some((one) => same(one, word))) return { word, exact, results };
    const kin = held.some((one) => like(one, word));                  // else Pagefind went by ever fewer letters
    const meant = nearest(word, await this.meant(word), kin ? 1 : forgiven(word));
    const goesOn = kin && meant && same(meant, word);                 // diagnostique is no slip for diagnostiquer
    if (meant && !goesOn) return { word: meant, exact: true, results: await this.search(meant) };
    return { word, exact, results: kin ? results : await this.akin(word) };
  }

  /** Results for words that begin as a long one does that nothing has: bureaucratic for bureaucracy. */
  async akin(word) {
    const stem = word.slice(0, Math.floor(ALIKE * word.length));
    const results = stem.length < LEAST_STEM ? [] : await this.search(stem);
    return (await this.held(results)).some((one) => folded(one).startsWith(folded(stem))) ? results : [];
  }

  /** The words for which the first result was found, and those that its page is called by. */
  async held(results) {
    if (!results.length) return [];
    const { raw_content: text, meta } = await results[0].data();
    const words = text.split(/[\r\n\s]+/);
    const called = Object.values(meta).flatMap((value) => value.split(/\s+/));
    return [...results[0].words.map((place) => words[place] ?? ""), ...called].map((one) => one.replace(/[^\p{L}\p{N}&-]/gu, ""));
  }
}

/** The letter that words begin with, without its accent; "" for another sign. */
const first = (words) => folded(words).match(/^[a-z]/)?.[0] ?? "";

/** Whether a page may be called just what was asked: `exact` holds its names, each in one word. */
const isCalled = ({ matchedMetaFields }) => matchedMetaFields?.includes("exact");

/** Whether two names in one word are the same but for a plural. */
function alike(one, other) {
  return one === other || (begun(one, other) >= Math.max(4, Math.min(one.length, other.length) - 2) && Math.abs(one.length - other.length) < 3);
}

/** How much more a page tells of words together than apart: twice as much where each stands near each other one, or is asked for by name. */
function told(parts, words) {
  const isAsked = ({ matchedMetaFields }) => matchedMetaFields?.some((field) => !AROUND.includes(field));
  const isNear = (one, other) => one.words.some((place) => other.words.some((away) => Math.abs(away - place) <= NEAR));
  const pairs = parts.flatMap((one, at) => parts.slice(at + 1).map((other) => isAsked(one) || isAsked(other) || isNear(one, other)));
  return words > 1 ? 1 + pairs.filter(Boolean).length / (words * (words - 1) / 2) : 1;
}

/**
 * Results for each word and for pages that have all as one, as a list: pages called so; then the more words a page has, the nearer to each other
 * and the rarer, the higher.
 */
function ranked(found, hyphened, named) {
  const pages = new Map();
  const add = (results, words) => {
    const rarity = 1 / Math.log(FEW + results.length);
    for (const result of results) {
      const page = pages.get(result.id) ?? { id: result.id, kind: KINDS[result.id.slice(0, 2)], score: 0, words: 0, parts: [] };
      page.score += Math.min(result.score, MOST) * rarity;
      page.words += words;
      page.parts.push(result);
      pages.set(result.id, page);
    }
  };
  for (const results of found) add(results, 1);
  for (const page of pages.values()) page.score *= told(page.parts, found.length);
  add(hyphened, found.length);
  for (const page of pages.values()) page.score *= page.words * (page.kind === "chapter" ? CHAPTER : 1);
  for (const [at, { result, called }] of named.entries()) {
    if (!pages.has(result.id)) add([result], 0);
    Object.assign(pages.get(result.id), { score: Number.MAX_SAFE_INTEGER - at, called });
  }
  return [...pages.values()].sort((one, other) => other.score - one.score);
}
