// The blocks and marks of a text as nodes, roughly as the site draws them: no word of it is left out, and what
// is not drawn here stands as it is written. Nothing in a text is ever taken for HTML: every node is made here.
(() => {
  "use strict";
  const { element } = globalThis.vmControls;
  const SEMICOLON = document.documentElement.lang === "fr" ? "\u202f; " : "; ";
  const INLINE = new RegExp(
    [
      "\\\\([!-/:-@[-`{-~])",
      "(`+)([\\s\\S]*?[^`])\\2(?!`)",
      String.raw`\*\*(?=\S)([\s\S]*?\S)\*\*`,
      String.raw`(?<![\w*])\*(?=\S)([\s\S]*?\S)\*(?![\w*])`,
      String.raw`\[(@[^[\]]*)\](?!\()`,
      String.raw`\[\^([^\]\s]+)\](?!:)`,
      String.raw`\[([^[\]]*)\]\(([^()\s]*)\)`,
      String.raw`\{lang=[\w-]+\}`,
    ].join("|"),
  );

  // A text's inline marks as nodes.
  function inline(text, labels) {
    const nodes = [];
    let rest = text;
    for (let found = INLINE.exec(rest); found; found = INLINE.exec(rest)) {
      const [whole, escaped, , code, strong, emphasis, cited, note, words, address] = found;
      nodes.push(rest.slice(0, found.index));
      if (escaped) nodes.push(escaped);
      else if (code) nodes.push(element("code", {}, code));
      else if (strong) nodes.push(element("strong", {}, ...inline(strong, labels)));
      else if (emphasis) nodes.push(element("em", {}, ...inline(emphasis, labels)));
      else if (cited) nodes.push(element("span", { class: "citations" }, `(${citation(cited, labels)})`));
      else if (note) nodes.push(element("sup", {}, note));
      else if (address !== undefined)
        nodes.push(element("span", { class: "vm-link", title: address }, ...inline(words, labels)));
      rest = rest.slice(found.index + whole.length);
    }
    return [...nodes, rest].filter((node) => node !== "");
  }

  const citation = (text, labels) =>
    text
      .split(/;\s*(?=@)/)
      .map((work) => {
        const [, id, locator] = /^@([^,\s]*)(?:,\s*(.*))?$/s.exec(work.trim()) ?? [null, work, ""];
        return [labels.get(id) ?? id, locator].filter(Boolean).join(", ");
      })
      .join(SEMICOLON);

  // What begins a block of its own, whatever stands on the line above it.
  const HEADING = /^ {0,3}(#{1,6})(?:[ \t]+(.*))?$/;
  const QUOTE = /^ {0,3}>/;
  const ITEM = /^( {0,3})([-*+]|\d{1,9}[.)])(?:[ \t]+(.*))?$/;
  const NOTE = /^ {0,3}\[\^([^\]\s]+)\]:[ \t]*(.*)$/;
  const FENCE = /^ {0,3}(`{3,}|~{3,})/;
  const RULE = /^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*(?::?-+:?[ \t]*)?)*$/;
  const indent = (line) => line.length - line.trimStart().length;
  const isBlank = (line) => line === undefined || !line.trim();
  // A year at the start of a line goes on with the sentence.
  const isItem = (line, inText) =>
    ITEM.test(line) && (!inText || (/^ {0,3}(?:[-*+]|1[.)])[ \t]/.test(line) && !isBlank(ITEM.exec(line)[3])));
  // Whether a line is the next item of the list that begins with `first`: what is shifted is in an item.
  const isNext = (first, line) =>
    isItem(line, false) &&
    indent(line) < ITEM.exec(first)[1].length + ITEM.exec(first)[2].length + 1 &&
    /\d/.test(ITEM.exec(first)[2]) === /\d/.test(ITEM.exec(line)[2]);
  const isTable = (lines, at) =>
    lines[at].includes("|") && (lines[at + 1] ?? "").includes("|") && RULE.test(lines[at + 1]);
  const begins = (lines, at) =>
    isItem(lines[at], true) ||
    [HEADING, QUOTE, NOTE, FENCE].some((sign) => sign.test(lines[at])) ||
    isTable(lines, at);

  // What draws texts, `words` being the form's.
  function texts(words) {
    // A text's blocks as nodes: each takes its lines, and no line is left out.
    function blocks(text, labels) {
      const lines = text.split("\n");
      const nodes = [];
      for (let at = 0; at < lines.length; ) {
        if (isBlank(lines[at])) {
          at += 1;
          continue;
        }
        const [end, draw] = block(lines, at);
        nodes.push(...draw(lines.slice(at, end), labels));
        at = end;
      }
      return nodes;
    }

    // Where the block that begins at a line ends, and what draws it.
    function block(lines, at) {
      const until = (stops) => {
        let end = at + 1;
        while (end < lines.length && !stops(end)) end += 1;
        return end;
      };
      if (HEADING.test(lines[at])) return [at + 1, heading];
      const fence = FENCE.exec(lines[at]);
      if (fence) {
        const closing = until((n) => lines[n].trim().startsWith(fence[1]));
        return [Math.min(lines.length, closing + 1), (taken) => [asWritten(taken)]];
      }
      if (isTable(lines, at)) return [until((n) => isBlank(lines[n])), table];
      if (QUOTE.test(lines[at]))
        return [until((n) => isBlank(lines[n]) || (!QUOTE.test(lines[n]) && begins(lines, n))), quote];
      if (isItem(lines[at], false)) return [until((n) => endsList(lines, at, n)), list];
      return [until((n) => isBlank(lines[n]) || begins(lines, n)), NOTE.test(lines[at]) ? note : paragraph];
    }

    // Whether a list is over: at a block at the margin, an item of the other kind, or an empty line without an
    // item or shifted text below.
    function endsList(lines, first, at) {
      if (isBlank(lines[at])) return isBlank(lines[at + 1]) || !goesOn(lines, first, at + 1);
      return !goesOn(lines, first, at) && (isItem(lines[at], false) || begins(lines, at));
    }

    const goesOn = (lines, first, at) =>
      isNext(lines[first], lines[at]) || /^(?: {2}|\t)/.test(lines[at]);

    const asWritten = (lines) => element("pre", {}, lines.join("\n"));
    const paragraph = (lines, labels) => [element("p", {}, ...inline(lines.join("\n"), labels))];

    function heading([line], labels) {
      const [, signs, title = ""] = HEADING.exec(line);
      return [element(`h${Math.min(6, signs.length + 1)}`, {}, ...inline(title, labels))];
    }

    function quote(lines, labels) {
      const inner = lines
        .map((line) => line.replace(/^ {0,3}> ?/, ""))
        .filter((line) => !/^\[!\w+\]$/.test(line.trim()));
      return [element("blockquote", {}, ...blocks(inner.join("\n"), labels))];
    }

    function note(lines, labels) {
      const [, id, first] = NOTE.exec(lines[0]);
      const text = [first, ...lines.slice(1)].join("\n");
      return [element("p", { class: "vm-note" }, `${id}. `, ...inline(text, labels))];
    }

    // Tables are left to the site.
    const table = (lines) => [element("p", {}, element("em", {}, words.table)), asWritten(lines)];

    function list(lines, labels) {
      const items = [];
      for (const line of lines) {
        if (isNext(lines[0], line)) items.push([ITEM.exec(line)[3] ?? ""]);
        else items.at(-1).push(line.replace(/^(?: {1,4}|\t)/, ""));
      }
      const number = /^\s*(\d+)/.exec(lines[0])?.[1];
      const drawn = items.map((item) => element("li", {}, ...itemOf(item.join("\n"), labels)));
      return [number ? element("ol", { start: number }, ...drawn) : element("ul", {}, ...drawn)];
    }

    // An item's words; a paragraph is one only beside others.
    function itemOf(text, labels) {
      const nodes = blocks(text, labels);
      return nodes[0]?.tagName === "P" && !nodes[0].className ? [...nodes[0].childNodes, ...nodes.slice(1)] : nodes;
    }

    return { blocks };
  }

  globalThis.vmBlocks = { inline, texts };
})();
