// What a text leads to: links, pictures, works cited, and what was nearly one of these.
(() => {
  "use strict";
  const ENTRIES = ["concept", "case", "chapter", "tool", "page", "index"];
  const OUTSIDE = ["http", "https", "mailto"];
  const BARE = new RegExp(
    String.raw`^(?:www\.[\w-]|[\w.+-]+@[\w-]+\.\w|(?:[\w-]+\.)+` +
      "(?:fr|com|org|net|eu|int|gouv|info|io|edu|uk|ch|be|de|ca)(?:[/?:#]|$))",
    "i",
  );
  const LINK =
    /(!?)\[((?:[^[\]\\]|\\.|\[[^[\]]*\])*)\]\(([^()\s]*(?:\([^()\s]*\)[^()\s]*)?)(?:\s+"[^"]*")?\)/g;
  const DEFINED = /^ {0,3}\[([^\]^@][^\]]*)\]:[ \t]*<?([^\s>]+)>?/gm;
  const AUTOLINK = /<([a-z][a-z0-9+.-]{1,31}:[^\s<>]*)>/gi;
  // Nearly links: spaces in the address, between the two brackets; the brackets exchanged; one missing.
  const SPACED = /!?\[([^[\]\n]*)\]\(([^()\n"]*[^\s()"][ \t][^()\n"]*)\)/g;
  const APART = /\[([^[\]\n]*)\][ \t]+\(((?:https?:\/\/|www\.|mailto:|(?:chapter|concept|case|tool):)[^()\s]*)\)/g;
  const SWAPPED = /\(([^()\n]+)\)\[((?:https?:\/\/|www\.|(?:chapter|concept|case|tool):)[^[\]\s]+)\]/g;
  const UNCLOSED = /\]\((?=https?:\/\/|mailto:|www\.|(?:chapter|concept|case|tool):|\.\.?\/)([^()\s]*)/g;
  // An alternative text that says nothing: the name of a file, or what every picture is.
  const NO_ALT = new RegExp(
    String.raw`^(?:[\p{L}\p{M}\p{N}_ -]+\.(?:png|jpe?g|webp|gif)|image|photo|picture|` +
      String.raw`img[\p{L}\p{N}_-]*|sans titre|untitled)$`,
    "iu",
  );
  const CITATION = /\[(@[^[\]]*)\](?!\()/g;
  const WORK = /^@([\w-]+)\s*(?:,\s*(.+))?$/s;
  // A work in no brackets or in round ones; an id in brackets without its sign.
  const LOOSE = /(?<![\w.@/\\-])([(]?)@([a-z0-9][\w-]*)((?:[ \t]*,[^()[\]\n;]*)?)([)]?)/g;
  const NO_AT = /[([]([a-z0-9]+(?:-[a-z0-9]+)+)((?:[ \t]*,[^()[\]\n]*)?)[)\]](?![([:])/g;
  const spaces = (text) => text.replace(/[^\n]/g, " ");

  function links(text, known, tell) {
    for (const [whole, picture, words, address] of text.matchAll(LINK)) {
      if (picture) pictureAt(words, address, known, tell);
      else if (!address || !words.trim()) tell("empty-link", { found: whole });
      else leads(address, known, tell);
    }
    for (const [, address] of text.matchAll(AUTOLINK)) leads(address, known, tell);
    const elsewhere = text.replace(DEFINED, spaces).toLowerCase();
    for (const [, name, address] of text.matchAll(DEFINED))
      if (elsewhere.includes(`[${name.toLowerCase()}]`)) leads(address, known, tell);
    nearly(text.replace(LINK, spaces), tell);
  }

  function nearly(text, tell) {
    for (const [found, words, address] of text.matchAll(SPACED)) {
      const joined = address
        .trim()
        .replace(/^(https?|chapter|concept|case|tool|mailto):\s+/, "$1:")
        .replace(/\s+/g, "%20");
      tell("broken-link", { found, nearest: `[${words}](${joined})` });
    }
    for (const form of [APART, SWAPPED])
      for (const [found, words, address] of text.matchAll(form))
        tell("broken-link", { found, nearest: `[${words}](${address})` });
    for (const [found, address] of text.replace(SPACED, spaces).matchAll(UNCLOSED))
      tell("broken-link", { found, nearest: `[…](${address})` });
  }

  function pictureAt(alt, address, known, tell) {
    const name = address.replace(/^(?:\.\.?\/)+/, "");
    if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(address)) tell("remote-picture", { found: address });
    else if (!known.picture.some((path) => path.endsWith(name))) tell("missing-picture", { found: address });
    const said = alt.trim();
    if (!said || NO_ALT.test(said)) tell("picture-without-text", { found: said || address });
  }

  // Whether an address of the web can lead nowhere: begun twice, of one machine alone, without a domain.
  function nowhere(address) {
    const host = /^https?:\/\/([^/?#:]*)/i.exec(address)?.[1] ?? "";
    return !/[^.,\s]\.[^.,\s]/.test(host) || /^https?:\/*https?\b|^(?:127|192\.168|10)\.[\d.]+$|[,]/i.test(host);
  }

  function leads(address, known, tell) {
    const scheme = /^([a-z][a-z0-9+.-]*):(.*)$/i.exec(address);
    const kind = scheme?.[1].toLowerCase();
    if (/^https?$/.test(kind) && nowhere(address)) tell("bad-address", { found: address });
    if (address.startsWith("#") || OUTSIDE.includes(kind)) return;
    if (ENTRIES.includes(kind)) {
      const id = scheme[2].split("#")[0];
      if (known[kind] && !known[kind].has(id)) tell(`unknown-${kind}`, { found: id });
    } else if (kind || address.startsWith("//")) tell("scheme", { found: address });
    else if (BARE.test(address)) {
      const beginning = address.split("/")[0].includes("@") ? "mailto:" : "https://";
      tell("bare-address", { found: address, nearest: beginning + address });
    } else if (address.startsWith("/")) tell("absolute-path", { found: address });
    else if (!/\.(?:md|yml)(?:#|$)/.test(address)) tell("unknown-page", { found: address });
  }

  function citations(text, known, tell) {
    for (const [whole, inside] of text.matchAll(CITATION)) {
      const works = inside.split(/;\s*(?=@)/).map((part) => WORK.exec(part.replace(/\s+/g, " ").trim()));
      if (works.includes(null)) tell("bad-citation", { found: whole });
      else for (const [, id] of works) if (!known.reference.has(id)) tell("unknown-reference", { found: id });
    }
    const outside = text.replace(LINK, spaces).replace(/<[^<>\s]+>/g, spaces);
    for (const [found, id, rest] of outside.matchAll(NO_AT))
      if (known.reference.has(id)) tell("loose-citation", { found, nearest: `[@${id}${rest.trimEnd()}]` });
    for (const [found, , id, rest] of outside.replace(/\[[^[\]]*\]/g, spaces).matchAll(LOOSE))
      if (known.reference.has(id)) tell("loose-citation", { found, nearest: `[@${id}${rest.trimEnd()}]` });
  }

  globalThis.vmLinks = { AUTOLINK, CITATION, links, citations, nowhere };
})();
