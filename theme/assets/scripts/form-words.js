// Phrases filled in, names made of words, and findings in the words of the check: what is wrong; what was
// found; what to do. What the check says of files and their keys, the form says of fields by their labels.
(() => {
  "use strict";

  const filled = (phrase, values) =>
    phrase.replace(/\{\{|\}\}|\{(\w+)\}/g, (whole, name) => (name ? String(values[name] ?? "") : whole[0]));

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
    const { findings, told, nearest, joint } = data.messages;

    function message({ code, values }) {
      const phrases = code in told ? [told[code]] : findings[code].parts;
      const said = phrases.map((phrase) => filled(phrase, values)).join(joint);
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
