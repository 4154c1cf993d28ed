// Phrases filled in, names made of words, and findings in the words of the check: what is wrong; what was
// found; what to do. What the check says of a file's keys, the form says of its fields.
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
    const { findings, nearest, joint, none, otherwise, longList } = data.messages;
    const { told } = data.words;

    function message({ code, values }) {
      if (code in told) return filled(told[code], values);
      const own = { ...values, in: data.language }; // the folder of texts in the reader's language
      if (own.choices === "") own.choices = none;
      const parts = findings[code].parts.map((part) => filled(part, own));
      const hint = findings[code].parts[2];
      if (own.nearest && !hint.includes("{nearest}")) {
        const meant = filled(nearest, own);
        const long = hint.includes("{choices}") && (own.choices ?? "").length > longList;
        parts[2] = long ? `${meant} ${otherwise} ${parts[2]}` : `${parts[2]} (${meant})`;
      }
      return parts.join(joint);
    }

    const isFault = ({ code }) => code === "taken" || findings[code].level === "fault";
    // Where a finding is, in the words of the labels above it.
    const place = ({ labels }) => labels.filter(Boolean).join(" › ");
    return { message, isFault, place };
  }

  globalThis.vmWords = { filled, slug, wording };
})();
