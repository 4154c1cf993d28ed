// Characters that are told in any text: commands, those that nobody sees, those that no font of ours has; and
// marks of Markdown where every letter is shown. They follow vademecum/sources/text/invisible.py and
// characters.py.
(() => {
  "use strict";
  const CONTROL =
    /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufdd0-\ufdef\ufffe\uffff]/gu;
  const UNSEEN = new RegExp(
    "[\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200f\\u202a-\\u202e" +
      "\\u2060-\\u206f\\u2800\\u3164\\ufe00-\\ufe0f\\uffa0\\ufff9-\\ufffb]",
    "gu",
  );
  const LETTER = /\p{L}/u;
  // Scripts that put no space between words; scripts whose letters change by their neighbours.
  const SPACELESS = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u1a20-\u1aaf\u3040-\u30ff\u4e00-\u9fff]/;
  const JOINING =
    /[\u0600-\u07ff\u0840-\u0dff\u0f00-\u0fff\u1000-\u109f\u1780-\u18af\ufb50-\ufdcf\ufe70-\ufefe]/;
  const LEFTWARD = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
  const SIGNS = /[\p{So}\p{Sm}\p{Po}\p{Nd}\p{Lo}]/u;
  const EMOJI = new RegExp(
    String.raw`[\u{1f000}-\u{1faff}][\ufe0f\u{1f3fb}-\u{1f3ff}\u{1f1e6}-\u{1f1ff}\u{e0020}-\u{e007f}]*` +
      String.raw`(?:\u200d(?:[\u{1f000}-\u{1faff}]|[\u2190-\u2bff])[\ufe0f\u{1f3fb}-\u{1f3ff}]*)*`,
    "uy",
  );
  const MARKS = new RegExp(
    [
      String.raw`\*\*[^*\s][^*]{0,200}\*\*`,
      String.raw`(?<![\w*])\*[^*\s][^*]{0,200}(?<!\s)\*(?![\w*])`,
      String.raw`(?<!\w)__?[^\W_][^_]{0,200}_(?!\w)`,
      "`[^`]{1,200}`",
      String.raw`\[[^[\]]{1,200}\]\([^()\s]+\)`,
      String.raw`\[@[\w-]+[^[\]]{0,200}\]`,
      String.raw`<\/?[A-Za-z][^<>]{0,200}>`,
      String.raw`&(?:[a-zA-Z]{2,8}|#\d{1,6});`,
    ].join("|"),
  );
  const QUOTED = /^([«“])[ \u00a0\u202f]?([^«»“”]+)[ \u00a0\u202f]?([»”])$/;
  const CONFLICT = /^(?:<{7}|>{7})(?: .*)?$/m;

  const PRIVATE = /[\p{Co}\p{Cn}]/gu;

  const number = (character) => `U+${character.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`;

  // Steps from one number of a character to another, to the first and the last of a range by turns, as a class.
  function ranges(steps) {
    let at = 0;
    return steps.map((step, n) => `${n % 2 ? "-" : ""}\\u{${(at += step).toString(16)}}`).join("");
  }

  // What finds strange characters; `data` has the names of those that nobody sees, and the ranges of our
  // fonts.
  function finder(data) {
    const names = data.unseen;
    const lacking = new RegExp(`[^${ranges(data.printable)}]`, "gu");

    function characters(text) {
      const found = new Map(); // each once: {code, found} by what is told
      const tell = (code, told) => found.set(`${code} ${told}`, { code, values: { found: told } });
      const conflict = CONFLICT.exec(text);
      if (conflict) tell("conflict", conflict[0].slice(0, 60));
      for (const [one] of text.matchAll(CONTROL)) tell("control-character", number(one));
      for (const one of text.matchAll(UNSEEN))
        if (!needed(text, one.index, one[0]))
          tell("invisible-character", `${number(one[0])} ${names[one[0]] ?? ""}`.trim());
      for (const one of unprinted(text)) {
        const codes = [...one].map(number);
        const visible = one.replace(PRIVATE, (sign) => "<" + number(sign) + ">");
        tell(
          "unprintable-character",
          `${visible} (${codes.slice(0, 4).join(" ")}${codes.length > 4 ? " …" : ""})`,
        );
      }
      return [...found.values()];
    }

    // What no font of ours holds: the letters of a word in a row, an emoji with all its parts, any other
    // sign.
    function unprinted(text) {
      const found = [];
      lacking.lastIndex = 0;
      for (let one = lacking.exec(text); one; one = lacking.exec(text)) {
        let end = lacking.lastIndex;
        EMOJI.lastIndex = one.index;
        if (EMOJI.test(text)) end = EMOJI.lastIndex;
        else if (LETTER.test(one[0])) end = wordEnd(text, end);
        const said = text.slice(one.index, end);
        if (said.replace(CONTROL, "").replace(UNSEEN, "")) found.push(said);
        lacking.lastIndex = end;
      }
      return found;
    }

    function wordEnd(text, from) {
      let end = from;
      for (const letter of text.slice(from)) {
        lacking.lastIndex = 0;
        if (!LETTER.test(letter) || !lacking.test(letter)) break;
        end += letter.length;
      }
      return end;
    }

    return characters;
  }

  // Whether what stands around an invisible character needs it.
  function needed(text, at, character) {
    const [before, after] = [text.slice(at - 1, at), text.slice(at + 1, at + 2)];
    if (character === "\u00ad") return LETTER.test(before) && LETTER.test(after);
    if (character === "\u200c" || character === "\u200d")
      return (
        (JOINING.test(before) && JOINING.test(after)) ||
        (/[\udc00-\udfff\ufe0f]/.test(before) && after !== "")
      );
    if (character === "\u200e" || character === "\u200f" || character === "\u061c")
      return LEFTWARD.test(before) || LEFTWARD.test(after);
    if (character === "\u200b") return SPACELESS.test(before) && SPACELESS.test(after);
    if (character >= "\ufe00" && character <= "\ufe0f")
      return SIGNS.test(before) || /[\udc00-\udfff]/.test(before);
    return character >= "\u180b" && character <= "\u180f" && before >= "\u1820" && before <= "\u18aa";
  }

  // Marks in text that shows every letter.
  function plain(text) {
    const found = MARKS.exec(text);
    if (found) return [{ code: "marks-in-plain", values: { found: found[0].slice(0, 60) } }];
    const quoted = QUOTED.exec(text);
    if (!quoted) return [];
    const nearest = `"${quoted[2].trim().slice(0, 60)}"`;
    return [{ code: "quoted-whole", values: { found: text.slice(0, 60), nearest } }];
  }

  globalThis.vmCharacters = { finder, plain };
})();
