// Words that say but that there is nothing to say: a field of which they are all, a section of a case.
//
// The patterns come with the form's data (vademecum/editing/form_patterns.py). They are asked as bodies.py and
// silences.py ask them.
(() => {
  "use strict";
  const { withoutCode } = globalThis.vmProse;
  const HEADING = /^ {0,3}#{1,6}(?:[ \t]|$)/;
  const ITEM = /^(?:[-*+]|\d+[.)]) +/;
  const LONGEST = { paragraph: 30, section: 60, note: 90 }; // letters
  const FIRST = "context"; // no case may be silent on it

  // Gives what tells of a field's text, and what tells of the text of a section by its name.
  function finder(patterns, noted) {
    const whole = (of) => new RegExp(`^(?:${patterns[of]})$`, "iu");
    const [anywhere, paragraph, section] = ["text", "paragraph", "section"].map(whole);
    const note = new RegExp(`^(?:${noted})$`, "u");
    const isNote = (words) => words.length <= LONGEST.note && note.test(words);
    const isNothing = (words) =>
      (words.length < LONGEST.paragraph && (anywhere.test(words) || paragraph.test(words))) || isNote(words);
    const isSilent = (words) => words.length <= LONGEST.section && section.test(words.replace(/[ .!]+$/, ""));

    // What stands under the section's own title. The section is empty where none of its parts says anything,
    // which is told once; else what is left in it is.
    function ofSection(text, name) {
      const told = [];
      const tell = (code, found) => told.push({ code, values: { found } });
      const blocks = withoutCode(text).split(/\n[ \t]*\n/).map((block) => block.trim()).filter(Boolean);
      const parts = blocks.findIndex((block) => HEADING.test(block));
      const isHeading = (block) => HEADING.test(block) && !block.includes("\n");
      let isEmpty = blocks.every((block) => isHeading(block) || isNothing(wordsOf(block)));
      blocks.forEach((block, n) => {
        const isAlone = name !== FIRST && blocks.length === 1; // as a paragraph, or a list of one item
        const words = isAlone ? wordsOf(block).replace(ITEM, "") : wordsOf(block);
        const isAllSilent = isAlone && isSilent(words);
        if (!isNothing(wordsOf(block)) && !isAllSilent) return;
        if ((parts >= 0 && n > parts) || !(isEmpty || isAllSilent)) tell("left-over", words);
        else if (name === FIRST) tell("context-without-text", words);
        else tell("section-without-text", words);
        isEmpty = false;
      });
      return told;
    }

    // `mayBeNote`: a note to oneself is one there, and no state that something has.
    const ofField = (text, mayBeNote) =>
      anywhere.test(text) || (mayBeNote && isNote(text.trim())) ? [{ code: "left-over", values: { found: text.slice(0, 60) } }] : [];

    return { ofSection, ofField };
  }

  // The words of a paragraph, without the marks that stand around all of it.
  const wordsOf = (block) => {
    const line = block.replace(/\s+/g, " ");
    return /^(\*{1,3}|_{1,3})(.+)\1$/.exec(line)?.[2] ?? line;
  };

  globalThis.vmUnsaid = { finder };
})();
