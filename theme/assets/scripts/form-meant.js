// What somebody may have meant by a value that is not in its form: a date in words, a language's name, an address
// without its beginning. As vademecum/sources/meant/ guesses it, and no more: what is not sure is not said.
(() => {
  "use strict";
  const { slug } = globalThis.vmWords;
  const LONGEST = 80; // letters of a date in words
  const GLUED = /(?<!\d)([12]\d{3})([01]\d)([0-3]\d)(?!\d)/g;
  const HOUR = /(?<!\d)\d{1,2} ?[h:] ?(?:\d\d)?(?!\d)/g;
  // An issue, or a part of a year: its number is neither a day nor a month.
  const COUNTED =
    /(?:\bno? |\bnumero |\bvol |\bissue )\d+|(?:\d(?:er|e|eme|st|nd|rd|th) )?(?:semestre|trimestre|quarter|half)\b|\b[sqt][1-4]\b/g;
  const OTHER = /\b(?:avant|apres|before|after|annees|decennie|decade|siecle|century)\b|\d{4}s\b/;
  const DAY = /^(\d{1,2})(?:er|e|eme|st|nd|rd|th)?$/;
  const SCHEME =
    /^(?:https?:\/{0,2})*(h?t{1,3}ps?|h?tp{1,2}s?|https?)[:;]? ?[/\\]{0,3}(?=[\w-]+\.)/i;
  const HOST = /^(?:www\.)?[\w-]+(?:\.[\w-]+)+(?:\/[^\s<>"\\]*)?$/;
  const FILE = /^[\w-]+\.(?:pdf|docx?|odt|xlsx?|ods|pptx?|odp|rtf|txt|md|csv|zip|png|jpe?g|webp|gif|html?)$/i;

  // Letters as two spellings of one name share them; a sign alone stays.
  const bare = (text) => slug(text).replaceAll("-", " ") || text.trim();
  const two = (number) => String(number).padStart(2, "0");

  function address(found) {
    const text = found.replace(/^["'«»“”‘’\s]+|["'«»“”‘’\s]+$/g, "");
    if (/^10\.\d{4,9}\/\S+$/.test(text)) return `https://doi.org/${text}`;
    const begins = SCHEME.exec(text);
    const rest = begins ? text.slice(begins[0].length).replaceAll("\\", "/") : "";
    if (begins && !/\s/.test(rest)) return `http${/s$/i.test(begins[1]) ? "s" : ""}://${rest}`;
    return HOST.test(text) && !FILE.test(text) ? `https://${text}` : "";
  }

  function number(found) {
    const text = found.replace(/\s+/g, "").replace("−", "-");
    const digits = /^(-?\d[\d.,]*)(?:%|€|euros?|minutes?|min\.?|habitants?|hab\.?|inhabitants)?$/i.exec(text)?.[1];
    if (!digits || /\d,\s/.test(found)) return "";
    const whole = /^[1-9]\d{0,2}(?:,\d{3})+$/.test(digits) ? digits.replaceAll(",", "") : digits;
    const one = whole.includes(",") ? whole.replaceAll(".", "").replace(",", ".") : whole;
    return /^-?\d+(?:\.\d+)?$/.test(one) ? one : "";
  }

  // The month and day in some numbers and names of months, as far as they are sure.
  function within(numbers, months, isFirst) {
    if (!months.length && numbers.length === 1) [numbers, months] = [[], numbers];
    else if (!months.length && numbers.length === 2) {
      let [day, month] = isFirst ? [numbers[1], numbers[0]] : numbers;
      if (month > 12 && day <= 12 && !isFirst) [day, month] = [month, day];
      [numbers, months] = [[day], [month]];
    }
    if (months.length !== 1 || months[0] < 1 || months[0] > 12) return [];
    const days = [...new Set(numbers)];
    return days.length === 1 && days[0] <= 31 ? [two(months[0]), two(days[0])] : [two(months[0])];
  }

  // `isDay` says whether a calendar has a day.
  function meaning({ countries, meant: { months, tongues, no_end: ends, not_yet: later } }, isDay) {
    const isEnd = (text) => ends.includes(bare(text));
    const isLater = (text) => later.includes(bare(text));

    function date(found) {
      if (found.length > LONGEST) return "";
      const said = bare(found.replace(GLUED, "$1 $2 $3").replace(HOUR, " "));
      if (OTHER.test(said)) return "";
      const tokens = said.replace(COUNTED, " ").split(" ").filter(Boolean);
      const years = [...new Set(tokens.filter((token) => /^[12]\d{3}$/.test(token)))];
      if (years.length !== 1 || tokens.some((token) => /^\d{5,}$/.test(token))) return "";
      const numbers = tokens.map((token) => DAY.exec(token)?.[1]).filter(Boolean).map(Number);
      const named = [...new Set(tokens.map((token) => months[token]).filter(Boolean))];
      const made = [years[0], ...within(numbers, named, tokens[0] === years[0])].join("-");
      return made.length < 10 || isDay(made) ? made : "";
    }

    // FR may be a country's code and no language's: such capitals are left alone.
    function tongue(found) {
      const code = tongues[bare(found)];
      if (code) return code;
      const small = found.toLowerCase();
      const isTaken = countries.some(([country]) => country === found);
      return !isTaken && Object.values(tongues).includes(small) ? small : "";
    }

    const integer = (found) => (/^-?\d+$/.test(number(found)) ? number(found) : "");
    const day = (found) => (date(found).length === 10 ? date(found) : "");
    const guesses = { address, tongue, id: slug, date, day, number, integer };

    // The value in its form; "" where nothing can be guessed, or where that is what stands there.
    function nearest(form, found) {
      const guess = guesses[form]?.(found) ?? "";
      return guess === found ? "" : guess;
    }

    return { nearest, isEnd, isLater };
  }

  globalThis.vmMeant = { meaning };
})();
