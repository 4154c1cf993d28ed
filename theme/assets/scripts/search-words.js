// Words: how a question is read, how near a misspelt word is to another, how an indexed text is shown.

// Words that stand everywhere; a town too: of a commune Pagefind knows the stem, which is that of communication.
const STOP = {
  fr: "a à ai après au aux avant avec c ça ce ces cela cet cette comment d dans de des du elle en entre est et eux faire faut il ils j je l la le les leur leurs lui m ma mes mon n ne nos notre nous on ou où par pas pour pourquoi puis role definition definitions definir exemple exemples difference liste qu quand que quel quelle quelles quels qui quoi s sa sans se ses si son sont sur t ta te tes ton un une vers vos votre vous y quest sert servir peut peuvent doit etre est-ce combien trop tres moins encore aussi tout toute tous toutes mais donc si alors chez soi moi toi celui celle ceux fait font ont avons avez sommes etes suis veut veulent veux voulons c'est vraiment reellement concretement quelque chose quelqu'un peux dois devons faudrait voudrais aimerais cherche bonjour merci svp commune communes",
  en: "a about after an and are definition define definitions difference example examples list meaning mean means role as at be by can do does for from get has have how i in into is it its my of on or our out should that the their there these they this to was we what when where which who why will with you your me us who whom he him she her any some no not if but than them then would could may might must need needs want wants between during so too very really only just also been being am were did done doing make makes gets got out there here many much more most while whether really actually please looking getting going someone something anything thing things town towns",
};
const ELIDED = /(^|[^\p{L}])(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’](?=\p{L})/giu;
const IZED = /^(\p{L}{2,})(i|ly)z(e[ds]?|ers?|ing|ations?|ational)$/u;
// What English elides at a word's end, and words that are nothing but a negation: don't, what's, the town's.
const CONTRACTED = /(?<!\p{L})\p{L}+n['’]t(?!\p{L})|['’](?:s|m|re|ve|ll|d)(?!\p{L})/gu;
// A French question turned round: sont-ils, a-t-on, savez-vous. Not rendez-vous.
const TURNED = /(?<!^rendez)-(?:t-)?(?:ils?|elles?|on|je|tu|nous|vous|ce)$/u;
// American spellings beside -ize; texts have the British ones.
const AMERICAN = [
  [/^(behavi|col|endeav|fav|harb|hon|lab|neighb)or(s|ed|ing|hoods?|ly|able|ite)?$/u, "$1our$2"], [/^(cent|theat)er(s?)$/u, "$1re$2"],
  [/^(cancel|channel|council|counsel|label|model|signal|travel)(ed|ing|ers?|ors?)$/u, "$1l$2"], [/^program(s?)$/u, (_, more) => `programme${more}`],
  [/^aging$/u, "ageing"], [/^(def|off)ense(s?)$/u, "$1ence$2"],
];
const CUT = /\u2060 /g;               // a word that was cut for the index
const ADDED = / \u2063\S*?(?=[^\p{L}\p{N}]*(?:\s|$))/gu; // a word for the index alone, without the stop after it
const NARROW = [[/ ([;:!?»])/g, "\u00a0$1"], [/« /g, "«\u00a0"]];

/** A word without capitals, accents and ligatures. */
export const folded = (word) =>
  word.toLowerCase().replace(/œ/g, "oe").replace(/æ/g, "ae").normalize("NFD").replace(/\p{M}/gu, "").normalize("NFC");

/** The words of a question that say what is sought: short of elisions, signs and words that stand everywhere. */
export function asked(question, language) {
  const words = plain(question, language).replace(/(\p{L})['’](\p{L})/gu, "$1$2").split(/[^\p{L}\p{M}\p{N}&-]+/u)
    .map((word) => word.replace(/^-+|-+$/g, "")).map((word) => (language === "fr" ? word.replace(TURNED, "") : word)).filter(Boolean);
  const stop = new Set(STOP[language].split(" ").map(folded));
  const telling = words.filter((word) => !stop.has(folded(word)));
  return (telling.length ? telling : words).map((word) => british(word, language));
}

/** A question in small letters, short of what its language elides. */
function plain(question, language) {
  const small = question.normalize("NFC").toLowerCase().replace(/œ/g, "oe").replace(/æ/g, "ae");
  return language === "en" ? small.replace(CONTRACTED, "") : small.replace(ELIDED, "$1");
}

/** An English word as the index has it: in -ise, and as the British spell it. */
function british(word, language) {
  if (language !== "en") return word;
  return AMERICAN.reduce((made, [from, to]) => made.replace(from, to), word.replace(IZED, "$1$2s$3"));
}

/** A question as one word, as an index holds the names of pages: its letters and digits, short of elisions. */
export const inOne = (question, language) =>
  question.normalize("NFC").toLowerCase().replace(ELIDED, "$1").replace(/œ/g, "oe").replace(/æ/g, "ae").split(/[^\p{L}\p{M}\p{N}]+/u)
    .map((word) => british(word, language)).join("");

/** An indexed text as a reader sees it. */
export function shown(text, language) {
  const plain = text.replace(CUT, "").replace(ADDED, "");
  return language === "fr" ? NARROW.reduce((made, [from, to]) => made.replace(from, to), plain) : plain;
}

/** How many letters two words begin with alike. */
export function begun(one, other) {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
}

/** Whether a word of a text is what was asked, short of a plural, or goes on from it. */
export function same(word, wanted) {
  const [one, other] = [folded(word), folded(wanted)];
  return one.startsWith(other) || (one.length > 2 && other.startsWith(one) && other.length - one.length < 3);
}

/** Whether a word of a text begins as what was asked does, for six tenths of it: évaluer, évaluation. */
export const like = (word, wanted) => begun(folded(word), folded(wanted)) >= Math.max(3, 0.6 * wanted.length);

/** Letters to change, add, drop or swap to make one word the other (optimal string alignment), up to `most`; more is `most` + 1. */
export function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let [before, row] = [[], Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const cost = one[i - 1] === other[j - 1] ? 0 : 1;
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + cost);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    [before, row] = [row, next];
    if (Math.min(...row) > most) return most + 1;
  }
  return row[other.length];
}

/** How many wrong letters a word may have: one, two in a long word. */
export const forgiven = (word) => (word.length > 8 ? 2 : 1);

/** The choice nearest to a word or to what it is the plural of, within some wrong letters; null where none is so near. */
export function nearest(word, choices, most = forgiven(word)) {
  const wanted = folded(word);
  const single = wanted.length > 5 ? wanted.replace(/[sx]$/, "") : wanted;
  let [best, found] = [most + 1, null];
  if (wanted.length < 4) return null;
  for (const choice of choices) {
    const name = folded(choice);
    if (name[0] !== wanted[0]) continue;                              // few mistake the first letter: Lille is no ville
    const far = Math.min(distance(wanted, name, most), single === wanted ? most + 1 : distance(single, name, most));
    if (far < best) [best, found] = [far, choice];
  }
  return found;
}
