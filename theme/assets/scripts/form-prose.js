// What a browser can find wrong in a text of Markdown: each finding with its code and what was found.
//
// The parser of the check knows more. What is told here, it tells too, in the same words.
(() => {
  "use strict";
  const ENTRIES = ["concept", "case", "chapter", "tool", "page", "index"];
  const OUTSIDE = ["http", "https", "mailto"];
  const BOXES = ["NOTE", "TIP", "WARNING", "IMPORTANT", "CAUTION"];
  const BARE =
    /^(?:www\.[\w-]|[\w.+-]+@[\w-]+\.\w|(?:[\w-]+\.)+(?:fr|com|org|net|eu|int|gouv|info|io|edu|uk|ch|be|de|ca)(?:[/?:#]|$))/i;
  const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\ufeff]/;
  const UNSEEN = /[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u2060-\u206f\u202a-\u202e\u2800\u3164\uffa0]/u;
  const TAG = /<(?:\/?[A-Za-z][^<>]*>|!--|!\[CDATA|\?)/g;
  const AUTOLINK = /^<(?:https?:\/\/[^\s<>]+|[\w.+-]+@[\w.-]+)>$/;
  const LINK = /(!?)\[((?:[^[\]\\]|\\.|\[[^[\]]*\])*)\]\(([^()\s]*(?:\([^()\s]*\)[^()\s]*)?)(?:\s+"[^"]*")?\)/g;
  const SPACED = /!?\[([^[\]\n]*)\]\(([^()\n"]*[^\s()"][ \t][^()\n"]*)\)/;
  const CITATION = /\[(@[^[\]]*)\](?!\()/g;
  const WORK = /^@([a-z0-9]+(?:-[a-z0-9]+)*)(?:,\s*(\S.*))?$/;
  const LOOSE = /(?<![\w.@/\\-])([(]?)@([a-z0-9][\w-]*)((?:[ \t]*,[^()[\]\n;]*)?)([)]?)/;
  const ATTRIBUTES = /\{(:\s*)?((?:[\w-]+=|#\w|\.\w)[^{}\n]*)\}/g;
  const MARKS =
    /\*\*[^*\s][^*]{0,200}\*\*|(?<![\w*])\*[^*\s][^*]{0,200}(?<!\s)\*(?![\w*])|(?<!\w)__?[^\W_][^_]{0,200}_(?!\w)|`[^`]{1,200}`|\[[^[\]]{1,200}\]\([^()\s]+\)|\[@[\w-]+[^[\]]{0,200}\]|<\/?[A-Za-z][^<>]{0,200}>|&(?:[a-zA-Z]{2,8}|#\d{1,6});/;
  const QUOTED = /^([«“])[ \u00a0\u202f]?([^«»“”]+)[ \u00a0\u202f]?([»”])$/;

  const sign = (character) =>
    `U+${character.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`;

  // Characters that are told in any text.
  function characters(text) {
    const found = [];
    const control = CONTROL.exec(text);
    const unseen = UNSEEN.exec(text);
    if (control) found.push({ code: "control-character", values: { found: sign(control[0]) } });
    if (unseen) found.push({ code: "invisible-character", values: { found: sign(unseen[0]) } });
    if (/^(?:<{7}|={7}|>{7})(?: |$)/m.test(text) && /^<{7} /m.test(text))
      found.push({ code: "conflict", values: { found: "<<<<<<<" } });
    return found;
  }

  // Marks in text that shows every letter.
  function plain(text) {
    const found = MARKS.exec(text);
    if (found) return [{ code: "marks-in-plain", values: { found: found[0].slice(0, 60) } }];
    const quoted = QUOTED.exec(text);
    if (!quoted) return [];
    return [
      { code: "quoted-whole", values: { found: text.slice(0, 60), nearest: `"${quoted[2].trim().slice(0, 60)}"` } },
    ];
  }

  // -- prose ------------------------------------------------------------------------------------------------

  // `known` gives the ids of each kind; `titles` are the sections', where the text is one of them.
  function prose(text, known, titles = null) {
    const told = [];
    const tell = (code, values = {}) => told.push({ code, values });
    if (unclosed(text)) tell("open-fence", { found: unclosed(text) });
    const bare = withoutCode(text);
    for (const [tag] of bare.matchAll(TAG))
      if (!AUTOLINK.test(tag)) tell("raw-html", { found: tag.slice(0, 60) });
    links(bare, known, tell);
    citations(bare, known, tell);
    headings(bare, titles, tell);
    notes(bare, tell);
    boxes(bare, tell);
    attributes(bare, tell);
    figures(bare, known, tell);
    rows(bare, tell);
    breath(bare, tell);
    return told;
  }

  // The opening line of a fence that nothing closes.
  function unclosed(text) {
    let open = "";
    for (const line of text.split("\n")) {
      const mark = /^ {0,3}(```+|~~~+)/.exec(line)?.[1];
      if (mark && !open) open = line.trim();
      else if (mark && mark[0] === open[0]) open = "";
    }
    return open;
  }

  const spaces = (text) => text.replace(/[^\n]/g, " ");
  const withoutCode = (text) =>
    text
      .replace(/^ {0,3}(```+|~~~+)[^\n]*\n[\s\S]*?^ {0,3}\1[^\n]*$/gm, spaces)
      .replace(/(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, spaces)
      .replace(/\\[!-/:-@[-`{-~]/g, "  ");

  function links(text, known, tell) {
    const spaced = SPACED.exec(text);
    if (spaced)
      tell("broken-link", { found: spaced[0].slice(0, 60), nearest: `[${spaced[1]}](${spaced[2].replace(/\s+/g, "%20")})` });
    for (const [whole, picture, words, address] of text.matchAll(LINK)) {
      if (picture) pictureAt(words, address, known, tell);
      else if (!address || !words.trim()) tell("empty-link", { found: whole });
      else leads(address, known, tell);
    }
  }

  function pictureAt(alt, address, known, tell) {
    if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(address)) tell("remote-picture", { found: address });
    else if (!known.picture.some((path) => path.endsWith(address.replace(/^(?:\.\.?\/)+/, ""))))
      tell("missing-picture", { found: address });
    if (!alt.trim()) tell("picture-without-text", { found: address });
  }

  function leads(address, known, tell) {
    const scheme = /^([a-z][a-z0-9+.-]*):(.*)$/i.exec(address);
    const kind = scheme?.[1].toLowerCase();
    if (address.startsWith("#") || OUTSIDE.includes(kind)) return;
    if (ENTRIES.includes(kind)) {
      const id = scheme[2].split("#")[0];
      if (known[kind] && !known[kind].has(id)) tell(`unknown-${kind}`, { found: id });
    } else if (kind || address.startsWith("//")) tell("scheme", { found: address });
    else if (BARE.test(address))
      tell("bare-address", { found: address, nearest: (address.split("/")[0].includes("@") ? "mailto:" : "https://") + address });
    else if (address.startsWith("/")) tell("absolute-path", { found: address });
    else if (!/\.(?:md|yml)(?:#|$)/.test(address)) tell("unknown-page", { found: address });
  }

  function citations(text, known, tell) {
    for (const [whole, inside] of text.matchAll(CITATION)) {
      const works = inside.split(/;\s*(?=@)/).map((part) => WORK.exec(part.replace(/\s+/g, " ").trim()));
      if (works.includes(null)) tell("bad-citation", { found: whole });
      else
        for (const [, id] of works) if (!known.reference.has(id)) tell("unknown-reference", { found: id });
    }
    const outside = text.replace(/\[[^[\]]*\]/g, spaces).replace(/<[^<>\s]+>/g, spaces);
    const loose = LOOSE.exec(outside);
    if (loose && known.reference.has(loose[2]))
      tell("loose-citation", { found: loose[0], nearest: `[@${loose[2]}${loose[3].trimEnd()}]` });
  }

  function headings(text, titles, tell) {
    let level = titles ? 2 : 1;
    for (const [line, marks, words] of text.matchAll(/^ {0,3}(#{1,6})(?:[ \t]+(.*?))?[ \t#]*$/gm)) {
      const found = line.trim();
      if (!words?.trim()) tell("empty-heading", { found });
      else if (marks.length === 1) tell("top-heading", { found: words });
      else if (titles && marks.length === 2)
        tell("section-unknown", { found: words, choices: Object.values(titles).join(", ") });
      else if (marks.length > level + 1) tell("skipped-level", { found: words });
      level = marks.length;
    }
    const tight = /^ {0,3}(#{2,6})([^\s#].*)$/m.exec(text);
    if (tight) tell("tight-heading", { found: tight[0].trim(), nearest: `${tight[1]} ${tight[2].trim()}` });
  }

  function notes(text, tell) {
    const defined = [...text.matchAll(/^ {0,3}\[\^([^\]\s]+)\]:/gm)].map((found) => found[1]);
    const calls = text.replace(/^ {0,3}\[\^[^\]\s]+\]:/gm, "");
    const called = [...calls.matchAll(/\[\^([^\]\s]+)\]/g)].map((found) => found[1]);
    for (const name of new Set(called)) if (!defined.includes(name)) tell("missing-footnote", { found: `[^${name}]` });
    for (const name of new Set(defined)) {
      if (!called.includes(name)) tell("unused-note", { found: `[^${name}]` });
      if (defined.filter((other) => other === name).length > 1) tell("duplicate-note", { found: `[^${name}]` });
    }
  }

  function boxes(text, tell) {
    for (const [, kind, more] of text.matchAll(/^ {0,3}>\s*\[!(\w+)\][ \t]*(.*)$/gm)) {
      if (!BOXES.includes(kind.toUpperCase()))
        tell("unknown-box", { found: kind, choices: "NOTE, TIP, WARNING" });
      else if (more.trim()) tell("box-title", { found: `[!${kind}] ${more}`, alert: kind.toUpperCase(), title: more });
    }
    const old = /^!!!\s+[\w-]+.*$/m.exec(text);
    if (old) tell("old-box", { found: old[0] });
  }

  function attributes(text, tell) {
    for (const found of text.matchAll(ATTRIBUTES)) {
      const [whole, old, said] = found;
      const before = text.slice(0, found.index);
      const heading = /(?:^|\n) {0,3}#{2,6} [^\n]*$/.test(before);
      if (old) tell("old-attributes", { found: whole, nearest: `{${said.trim()}}` });
      else if (heading ? !/^#[a-z][a-z0-9-]*$/.test(said.trim()) : !/^lang=[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(said.trim()))
        tell("attribute", { found: said.trim() });
      else if (!heading && !/[*_~)\]]$/.test(before)) tell("loose-attributes", { found: whole, nearest: `*…*{${said.trim()}}` });
    }
  }

  function figures(text, known, tell) {
    for (const [whole, id] of text.matchAll(/\{\{[ \t]*figure:[ \t]*([^{}\n]*?)[ \t]*\}\}/g)) {
      if (!known.figure.includes(id)) tell("unknown-figure", { found: id });
      const alone = text.split("\n").some((line) => line.trim() === whole);
      if (!alone) tell("figure-inline", { found: whole });
    }
  }

  function rows(text, tell) {
    const cells = (line) => line.trim().replace(/^\||\|$/g, "").split("|").length;
    const lines = text.split("\n");
    lines.forEach((line, n) => {
      if (!/^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/.test(line) || !line.includes("|") || !n) return;
      for (let at = n + 1; at < lines.length && lines[at].includes("|"); at += 1)
        if (cells(lines[at]) > cells(line))
          tell("row-too-long", { found: lines[at].trim().replace(/^\||\|$/g, "").split("|").slice(cells(line)).join("|").trim() });
    });
  }

  const LONGEST = 120;
  function breath(text, tell) {
    for (const paragraph of text.split(/\n\s*\n|\n(?= {0,3}(?:[-*+]|\d+[.)]) )/)) {
      const words = paragraph
        .replace(CITATION, "")
        .split(/\s+/)
        .filter((word) => /[\p{L}\p{N}]/u.test(word));
      if (words.length > LONGEST && !paragraph.includes("|"))
        tell("long-paragraph", { found: `${words.slice(0, 5).join(" ")} …`, length: words.length, limit: LONGEST });
    }
    const bullet = /^[•●○▪■–—·►✓➔→][ \t\u00a0\u202f]+(\S.*)$/m.exec(text);
    if (bullet) tell("pasted-bullet", { found: bullet[0].slice(0, 60), nearest: `- ${bullet[1].slice(0, 40)}` });
  }

  globalThis.vmProse = { characters, plain, prose };
})();
