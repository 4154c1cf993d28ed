// What tools keep for a reader: in this browser alone, where it lets them, and in files that readers save.
(() => {
  "use strict";

  // One thing kept under a name. Where the browser keeps nothing, `works` is false and nothing fails.
  function kept(name) {
    const key = `vade-mecum:${name}`;
    const attempt = (action) => {
      try {
        return action();
      } catch {
        return undefined;
      }
    };
    const works =
      attempt(() => {
        localStorage.setItem(`${key}?`, "");
        localStorage.removeItem(`${key}?`);
        return true;
      }) ?? false;
    return {
      works,
      read: () => attempt(() => JSON.parse(localStorage.getItem(key))) ?? null,
      write: (data) => attempt(() => localStorage.setItem(key, JSON.stringify(data))),
      erase: () => attempt(() => localStorage.removeItem(key)),
    };
  }

  // Offer data, or a text, as a file; the browser asks where, or puts it among what was downloaded.
  function save(name, data) {
    const plain = typeof data === "string";
    const text = plain ? data : `${JSON.stringify(data, null, 2)}\n`;
    const type = plain ? "text/plain;charset=utf-8" : "application/json";
    const address = URL.createObjectURL(new Blob([text], { type }));
    const link = document.createElement("a");
    link.href = address;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  }

  globalThis.vmKeeping = { kept, save };
})();
