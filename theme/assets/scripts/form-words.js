// Phrases filled in, names made of words, and findings in the words of the check: what is wrong; what was
// found; what to do. What the check says of files and their keys, the form says of fields by their labels.
(() => {
  "use strict";

  const filled = (phrase, values) =>
    phrase.replace(/\{\{|\}\}|\{(\w+)\}/g, (whole, name) => (name ? String(values[name] ?? "") : whole[0]));

  // As in checks/messages.py: what stands bare in a message is put between quotation marks where it begins or
  // ends with a sign that would be taken for the message's own.
  const BARE = /(?<!\S)(?<!«\s)\{(found|nearest)\}(?![^\s:;,])(?!\s»)/g;
  const UNLIKE_WORDS = /^(?:[,;:]|[.!?]?\s)|[\s,;:]$/;
  const quoting = (phrase, values, quotes) =>
    phrase.replace(BARE, (bare, name) =>
      UNLIKE_WORDS.test(String(values[name] ?? "")) ? quotes.replace("{}", bare) : bare,
    );

  // A text as addresses have it, by which two texts that say the same are known.
  const slug = (text) =>
    text
      .replace(/œ/gi, "oe")
      .replace(/æ/gi, "ae")
      .replace(/ß/g, "ss")
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-+|-+$/g, "");

  function wording(data) {
    const { findings, told, nearest, joint, quotes } = data.messages;

    function message({ code, values }) {
      const phrases = code in told ? [told[code]] : findings[code].parts;
      const said = phrases.map((phrase) => filled(quoting(phrase, values, quotes), values)).join(joint);
      const guesses = values.nearest && !phrases.at(-1).includes("{nearest}");
      return guesses ? `${said} (${filled(nearest, values)})` : said;
    }

    // What the form alone tells, that an entry is there already, is a fault.
    const isFault = ({ code }) => !(code in findings) || findings[code].level === "fault";
    // Where a finding is, in the words of the labels above it.
    const place = ({ labels }) => labels.filter(Boolean).join(" › ");
    return { message, isFault, place };
  }

  globalThis.vmWords = { filled, slug, wording };
})();
