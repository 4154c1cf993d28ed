// Choosing two to four cases to compare: a box on each card, kept in the address, and the way to the comparison.
(() => {
  "use strict";
  const cases = globalThis.vmCases;
  if (!cases?.data.compare) return;
  const { data, rows, list, element } = cases;
  const words = data.words.compare;
  const MOST = 4;
  const chosen = new Set();
  const boxes = new Map();

  const go = element("a", { class: "go" });
  const count = element("span", { role: "status" });
  const none = element("button", { type: "button" }, words.none);
  const bar = element("div", { class: "comparing", hidden: "" }, count, go, none);
  list.after(bar);

  for (const row of rows) {
    const id = row.dataset.case;
    const input = element("input", { type: "checkbox", value: id });
    const title = row.querySelector(".name").textContent.trim();
    const label = element("label", { class: "pick" }, input, element("span", {}, words.pick));
    input.setAttribute("aria-label", words.pick_named.replace("{}", title));
    input.addEventListener("change", () => {
      if (input.checked) chosen.add(id);
      else chosen.delete(id);
      show();
      write();
    });
    boxes.set(id, input);
    row.append(label);
  }
  none.addEventListener("click", () => {
    const first = boxes.get([...chosen][0]);
    chosen.clear();
    show();
    write();
    first?.focus();
  });

  function show() {
    for (const [id, input] of boxes) {
      input.checked = chosen.has(id);
      input.disabled = !input.checked && chosen.size >= MOST;
    }
    bar.hidden = !chosen.size;
    const ready = chosen.size > 1;
    count.textContent = chosen.size ? words[ready ? "chosen" : "one_more"].replace("{}", chosen.size) : "";
    go.hidden = !ready;
    go.textContent = words.go;
    go.href = `${data.compare}?cases=${[...chosen].join(",")}`;
  }

  function read() {
    chosen.clear();
    const asked = new URLSearchParams(location.search).get("compare") ?? "";
    for (const id of asked.split(",")) if (boxes.has(id) && chosen.size < MOST) chosen.add(id);
  }

  function write() {
    const query = new URLSearchParams(location.search);
    query.delete("compare");
    if (chosen.size) query.set("compare", [...chosen].join(","));
    const text = query.toString().replaceAll("%2C", ",");
    history.replaceState(null, "", text ? `?${text}` : location.pathname);
  }

  read();
  show();
  addEventListener("popstate", () => {
    read();
    show();
  });
})();
