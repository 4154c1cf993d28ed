// What a browser can find wrong in a text of Markdown: each finding with its code and what was found.
//
// The parser of the check knows more. What is told here, it tells too, in the same words.
(() => {
  "use strict";
  const { AUTOLINK, CITATION, links, citations } = globalThis.vmLinks;
  const BOXES = ["NOTE", "TIP", "WARNING", "IMPORTANT", "CAUTION"];
  const TAG = /<!--[\s\S]*?(?:-->|$)|<\?[\s\S]*?(?:\?>|$)|<!\[CDATA\[|<[!/]?[A-Za-z][^<>]*>/g;
  const ATTRIBUTES = /\{(:\s*)?((?:[\w-]+=|[#.][^\s{}])[^{}\n]*)\}/g;
  const ANCHOR = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
  const LANG = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;
  const HEADING = /^ {0,3}(#{1,6})(?:[ \t]+(.*?))?[ \t#]*$/;
  const HEADINGS = new RegExp(HEADING.source, "gm");
  // A paragraph that becomes a heading by a line of signs under it; what begins with these signs is none.
  const UNDERLINED = new RegExp(
    String.raw`^(?:(?<![^\n]\n)|(?<=^(?:-{3,}|#{1,6} .*)\n))` +
      String.raw`(?: {0,3}(?![-*+>#|]|\d+[.)] )\S[^\n]*\n)+? {0,3}(=+|-+)[ \t]*$`,
    "gm",
  );
  const CALL = /\{\{[^{}\n]*\}\}|\{[ \t]*figure[^{}\n]*\}\}?|\{\{[ \t]*figure[^{}\n]*\}?/gi;
  const GOOD_CALL = /^\{\{[ \t]*figure:[ \t]*([^{}\n]*?)[ \t]*\}\}$/;

  // `known` gives the ids of each kind; `titles` are the sections', where the text is one of them.
  function prose(text, known, titles = null) {
    const told = [];
    const tell = (code, values = {}) => told.push({ code, values });
    if (unclosed(text)) tell("open-fence", { found: unclosed(text) });
    const bare = withoutCode(text);
    html(bare.replace(AUTOLINK, ""), tell);
    links(bare, known, tell);
    citations(bare, known, tell);
    headings(bare, titles, tell);
    notes(bare, tell);
    boxes(bare, tell);
    attributes(bare, tell);
    figures(bare, known, tell);
    rows(bare, tell);
    breath(bare, tell);
    shapes(bare, titles, tell);
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

  // A closing tag says nothing that its opening tag has not said.
  function html(text, tell) {
    const tags = [...text.matchAll(TAG)].map((at) => [at[0].split("\n\n")[0], text.slice(at.index, at.index + 60)]);
    const opening = tags.filter(([tag]) => !tag.startsWith("</"));
    for (const [found, rest] of opening.length ? opening : tags)
      if (/^<br *\/?>/i.test(rest)) tell("raw-break", { found });
      else if (/^<sup> *\d{1,2} *<\/sup>/i.test(rest)) tell("raw-note", { found });
      else if (/^<!--|^<[a-zà-ÿ]{2,}(?: [a-zà-ÿ’']+){1,6}>/.test(rest)) tell("raw-blank", { found });
      else tell("raw-html", { found });
  }

  // -- blocks -----------------------------------------------------------------------------------------------

  function headings(text, titles, tell) {
    let level = titles ? 2 : 1;
    const heading = (depth, words, found) => {
      if (!words) tell("empty-heading", { found });
      else if (titles && depth === 1) tell("step-heading", { found: `# ${words}`, nearest: `### ${words}` });
      else if (depth === 1) tell("top-heading", { found: words });
      else if (titles && depth === 2) section(words, titles, tell);
      else if (depth > level + 1) tell("skipped-level", { found });
      level = depth;
    };
    for (const [line, marks, words] of text.matchAll(HEADINGS))
      heading(marks.length, (words ?? "").replace(ATTRIBUTES, "").trim(), line.trim());
    for (const [whole, rule] of text.matchAll(UNDERLINED)) {
      const words = whole.slice(0, whole.lastIndexOf("\n")).replace(/\s+/g, " ").trim();
      heading(rule[0] === "=" ? 1 : 2, words, words);
    }
    const tight = /^ {0,3}(#{2,6})([^\s#].*)$/m.exec(text);
    if (tight) tell("tight-heading", { found: tight[0].trim(), nearest: `${tight[1]} ${tight[2].trim()}` });
  }

  function section(words, titles, tell) {
    const twice = Object.values(titles).some((title) => title.toLowerCase() === words.toLowerCase());
    if (twice) tell("section-twice", { found: words });
    else tell("step-heading", { found: `## ${words}`, nearest: `### ${words}` });
  }

  // The titles that stand as headings in a section's text; what an open fence swallows holds none.
  function titlesIn(text) {
    const open = unclosed(text);
    const read = withoutCode(open ? text.slice(0, text.lastIndexOf(open)) : text);
    const titles = [...read.matchAll(HEADINGS)].filter(([, marks]) => marks.length === 2);
    return titles.map(([, , words]) => (words ?? "").trim().toLowerCase());
  }

  function notes(text, tell) {
    const defined = [...text.matchAll(/^ {0,3}\[\^([^\]\s]+)\]:/gm)].map((found) => found[1]);
    const calls = text.replace(/^ {0,3}\[\^[^\]\s]+\]:/gm, "");
    const called = [...calls.matchAll(/\[\^([^\]\s]+)\]/g)].map((found) => found[1]);
    for (const name of new Set(called))
      if (!defined.includes(name)) tell("missing-footnote", { found: `[^${name}]` });
    for (const name of new Set(defined)) {
      if (!called.includes(name)) tell("unused-note", { found: `[^${name}]` });
      if (defined.filter((other) => other === name).length > 1)
        tell("duplicate-note", { found: `[^${name}]` });
    }
  }

  function boxes(text, tell) {
    for (const [, kind, more] of text.matchAll(/^ {0,3}>\s*\[!(\w+)\][ \t]*(.*)$/gm)) {
      const alert = kind.toUpperCase();
      if (!BOXES.includes(alert)) tell("unknown-box", { found: kind, choices: "NOTE, TIP, WARNING" });
      else if (more.trim()) tell("box-title", { found: `[!${kind}] ${more}`, alert, title: more });
    }
    const old = /^!!!\s+[\w-]+.*$/m.exec(text);
    if (old) tell("old-box", { found: old[0] });
  }

  function attributes(text, tell) {
    const anchors = new Set();
    for (const found of text.matchAll(ATTRIBUTES)) {
      const [whole, old, written] = found;
      const said = written.trim();
      const before = text.slice(0, found.index);
      if (old) tell("old-attributes", { found: whole, nearest: `{${said}}` });
      else if (/(?:^|\n) {0,3}#{1,6} [^\n]*$/.test(before)) anchor(said, anchors, tell);
      else if (!/[*_~)\]]$/.test(before))
        tell("loose-attributes", { found: whole, nearest: `*…*{${said}}` });
      else if (!/^lang=\S*$/.test(said)) tell("attribute", { found: said });
      else if (!LANG.test(said.slice(5))) tell("bad-lang", { found: said.slice(5) });
    }
  }

  // What stands behind a heading; an anchor that another has already is told.
  function anchor(said, anchors, tell) {
    const name = said.slice(1);
    if (!/^#\S+$/.test(said)) tell("attribute", { found: said });
    else if (!ANCHOR.test(name)) tell("bad-anchor", { found: name });
    else if (anchors.has(name)) tell("duplicate-anchor", { found: name });
    anchors.add(name);
  }

  function figures(text, known, tell) {
    const lines = text.split("\n").map((line) => line.trim());
    for (const [found] of text.matchAll(CALL)) {
      const id = GOOD_CALL.exec(found)?.[1];
      if (id === undefined && /\p{L}/u.test(found)) tell("figure-call", { found, nearest: meantCall(found) });
      else if (id !== undefined && !lines.includes(found)) tell("figure-inline", { found });
      else if (id !== undefined && !known.figure.includes(id)) tell("unknown-figure", { found: id, id });
    }
  }

  function meantCall(found) {
    const [, kind, other] = /^\{\{\s*(tool|case|concept|chapter)\s*:\s*([a-z0-9-]+)\s*\}\}$/.exec(found) ?? [];
    if (kind) return `[…](${kind}:${other})`;
    const id = found.replace(/^[{\s]*(?:figures?|fig\.?|image|tableau|table)?[\s:.=]*|[}\s]*$/gi, "");
    return id && `{{ figure: ${id} }}`;
  }

  function rows(text, tell) {
    const inside = (line) =>
      line
        .trim()
        .replace(/^\||\|$/g, "")
        .split("|");
    const lines = text.split("\n");
    lines.forEach((line, n) => {
      if (!/^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/.test(line) || !line.includes("|") || !n) return;
      const columns = inside(line).length;
      let at = n + 1;
      for (; at < lines.length && lines[at].includes("|"); at += 1)
        if (inside(lines[at]).length < columns)
          tell("row-too-short", { found: inside(lines[at]).length, limit: columns });
        else if (inside(lines[at]).length > columns)
          tell("row-too-long", { found: inside(lines[at]).slice(columns).join("|").trim() });
      if (/^\s*[\p{L}\p{N}]/u.test(lines[at] ?? "")) tell("row-runs-on", { found: lines[at].trim().slice(0, 60) });
    });
  }

  const LONGEST = 120;
  function breath(text, tell) {
    for (const paragraph of text.split(/\n\s*\n|\n(?= {0,3}(?:[-*+]|\d+[.)]) )/)) {
      const words = paragraph
        .replace(CITATION, "")
        .split(/\s+/)
        .filter((word) => /[\p{L}\p{N}]/u.test(word));
      const found = `${words.slice(0, 5).join(" ")} …`;
      if (words.length > LONGEST && !paragraph.includes("|"))
        tell("long-paragraph", { found, length: words.length, limit: LONGEST });
    }
    const bullet = /^[•●○▪■–—·►✓➔→][ \t\u00a0\u202f]+(\S.*)$/m.exec(text);
    if (bullet)
      tell("pasted-bullet", { found: bullet[0].slice(0, 60), nearest: `- ${bullet[1].slice(0, 40)}` });
  }

  const RULER = /^\|?[ :|-]*-[ :|-]*$/;

  // What is nearly a heading, a table, emphasis or a paragraph, and is shown as it was typed.
  function shapes(text, titles, tell) {
    const names = Object.values(titles ?? {});
    const blocks = text.split(/\n[ \t]*\n/).filter((block) => block.trim());
    blocks.forEach((block, n) => {
      const bold = /^ {0,3}(?:\*\*|__)([^*_\n]{1,88}?)(?:\*\*|__)[ :\u00a0]*$/.exec(block)?.[1].trim();
      const lines = block.split("\n").map((line) => line.trim());
      const row = lines.find((line) => /^\|.*\|$/.test(line));
      const indented = /^(?: {4}|\t)[ \t]*(\S.*)/.exec(block)?.[1];
      const words = bold?.replace(/[ :\u00a0]+$/, "");
      if (words && !/[.!…]$/.test(words) && !names.includes(words))
        tell("bold-heading", { found: `**${words}**`, nearest: `${names.length ? "###" : "##"} ${words}` });
      const cut = (blocks[n - 1] ?? "").trim().split("\n").pop().startsWith("|");
      if (row && (cut ? !RULER.test(lines[1] ?? "") : !lines.some((line) => RULER.test(line)))) {
        const values = { found: row.slice(0, 60), nearest: `|${" --- |".repeat(row.split("|").length - 2)}` };
        if (cut) tell("parted-table", values);
        else if (!RULER.test((blocks[n + 1] ?? "").trim().split("\n")[0])) tell("raw-table", values);
      }
      if (indented && !/^\s*(?:[-*+]|\d+[.)])[ \t]|^\s*\[\^/.test(blocks[n - 1] ?? ""))
        tell("indented-code", { found: indented });
      const loose = block.replace(/\*\*(?=\S)[^*]*?[^\s*]\*\*/g, spaces).search(/\*\*/);
      if (loose >= 0) tell("loose-mark", { found: block.slice(loose, loose + 30) });
    });
    emptySections(text, tell);
  }

  function emptySections(text, tell) {
    const found = [...text.matchAll(HEADINGS)].filter(([, marks, words]) => marks.length > 1 && words);
    found.forEach((heading, n) => {
      const [line, marks, words] = heading;
      const next = found[n + 1];
      const under = text.slice(heading.index + line.length, next?.index ?? text.length);
      if (!under.trim() && !(next && next[1].length > marks.length))
        tell("empty-section", { found: `${marks} ${words}` });
    });
  }

  globalThis.vmProse = { prose, titlesIn, withoutCode };
})();
