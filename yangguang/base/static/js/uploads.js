// Recordings go in parts (tus 1.0) and go on where they stopped: after a lost line by themselves, after a closed page once the same
// file is chosen again. Without this script the form is sent as a whole.
"use strict";

(() => {
  const LEAST = 4 * 1024 * 1024; // a part, whose checksum is promised, comes whole or not at all: small where the line is slow
  const MOST = 64 * 1024 * 1024;
  const QUICK = 2000; // milliseconds: the next part may be larger
  const PAUSES = [1, 2, 5, 10, 20, 30]; // seconds before the next try
  const HOPELESS = new Set([400, 401, 403, 404, 410, 412, 413, 415]);

  class Refused extends Error {}

  const base64 = (bytes) => {
    let text = "";
    for (const byte of bytes) text += String.fromCharCode(byte);
    return btoa(text);
  };
  const told = (values) =>
    Object.entries(values)
      .filter(([, value]) => value)
      .map(([name, value]) => `${name} ${base64(new TextEncoder().encode(value))}`)
      .join(",");

  const asked = async (form, method, address, more = {}, body = undefined) => {
    const headers = { "Tus-Resumable": "1.0.0", "X-CSRFToken": form.elements.csrfmiddlewaretoken.value, ...more };
    const answer = await fetch(address, { method, headers, body, credentials: "same-origin", redirect: "error" });
    if (answer.ok) return answer;
    const words = (answer.headers.get("Content-Type") || "").startsWith("text/plain") ? await answer.text() : "";
    if (HOPELESS.has(answer.status)) throw new Refused(words || "服务器没有接收，请刷新页面后重试。");
    throw new Error(String(answer.status));
  };

  // Where a file that was begun before goes on: the browser remembers the address, the server how much it has.
  const keyOf = (form, file) => `upload:${form.dataset.case}:${file.name}:${file.size}:${file.lastModified}`;
  const remembered = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  const remember = (key, address) => {
    try {
      if (address) localStorage.setItem(key, address);
      else localStorage.removeItem(key);
    } catch {
      // private windows keep nothing: the upload still goes on while the page is open
    }
  };

  const begin = async (form, file) => {
    const taken = form.elements.taken_at.value;
    const metadata = told({
      filename: file.name,
      filetype: file.type,
      case: form.dataset.case,
      occurredat: taken ? `${taken}${taken.length === 16 ? ":00" : ""}+08:00` : "",
      officer: form.elements.officer_name.value,
      device: form.elements.device_number.value,
      devicetime: new Date().toISOString(),
    });
    const answer = await asked(form, "POST", form.dataset.upload, { "Upload-Length": String(file.size), "Upload-Metadata": metadata });
    return answer.headers.get("Location");
  };

  const offsetOf = async (form, address) => Number((await asked(form, "HEAD", address)).headers.get("Upload-Offset"));

  const checksumOf = async (part) => {
    if (!window.crypto?.subtle) return {}; // a page that did not come over TLS
    const digest = await crypto.subtle.digest("SHA-256", await part.arrayBuffer());
    return { "Upload-Checksum": `sha256 ${base64(new Uint8Array(digest))}` };
  };

  const sendPart = async (form, address, file, offset, size) => {
    const part = file.slice(offset, offset + size);
    const headers = { "Content-Type": "application/offset+octet-stream", "Upload-Offset": String(offset), ...(await checksumOf(part)) };
    const answer = await asked(form, "PATCH", address, headers, part);
    return Number(answer.headers.get("Upload-Offset"));
  };

  const pause = (seconds) =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, seconds * 1000);
      window.addEventListener("online", () => (clearTimeout(timer), resolve()), { once: true });
    });

  const lineOf = (list, file) => {
    const line = document.createElement("li");
    const name = document.createElement("strong");
    name.textContent = file.name;
    const bar = document.createElement("progress");
    bar.max = file.size;
    bar.value = 0;
    bar.setAttribute("aria-label", `${file.name} 上传进度`);
    const words = document.createElement("span");
    words.className = "under";
    const stop = document.createElement("button");
    stop.type = "button";
    stop.className = "button small";
    stop.textContent = "取消";
    line.append(name, bar, words, stop);
    list.append(line);
    return { line, bar, words, stop };
  };

  const begunAgain = async (form, key) => {
    const known = remembered(key);
    if (!known) return null;
    try {
      return { address: known, offset: await offsetOf(form, known) };
    } catch (fault) {
      if (!(fault instanceof Refused)) throw fault;
      remember(key, null); // it ended meanwhile
      return null;
    }
  };

  // One file from wherever it stands to its end; returns whether it arrived.
  const bring = async (form, file, shown, state) => {
    const key = keyOf(form, file);
    let at = null;
    let size = LEAST;
    for (let tries = 0; !state.stopped; ) {
      try {
        at ??= (await begunAgain(form, key)) ?? { address: await begin(form, file), offset: 0 };
        state.address = at.address;
        remember(key, at.address);
        while (at.offset < file.size && !state.stopped) {
          shown.bar.value = at.offset;
          shown.words.textContent = `已上传 ${Math.floor((at.offset * 100) / file.size)}%`;
          const started = Date.now();
          at.offset = await sendPart(form, at.address, file, at.offset, size);
          if (Date.now() - started < QUICK) size = Math.min(size * 2, MOST);
          tries = 0;
        }
        if (state.stopped) break;
        remember(key, null);
        shown.bar.value = file.size;
        shown.words.textContent = "已传完并入库，等候归入证据。";
        return true;
      } catch (fault) {
        if (fault instanceof Refused) {
          shown.words.textContent = fault.message;
          remember(key, null);
          return false;
        }
        at = null; // ask the server again how much it has
        size = LEAST;
        const seconds = PAUSES[Math.min(tries++, PAUSES.length - 1)];
        shown.words.textContent = `连接中断，${seconds} 秒后从断处续传。`;
        await pause(seconds);
      }
    }
    if (state.address) await asked(form, "DELETE", state.address).catch(() => undefined);
    remember(key, null);
    shown.words.textContent = "已取消。";
    return false;
  };

  const begun = async (form) => {
    const list = form.querySelector("[data-uploads]");
    const button = form.querySelector('button[type="submit"], button:not([type])');
    const files = [...form.elements.file.files];
    button.disabled = true;
    const leaving = (event) => event.preventDefault();
    window.addEventListener("beforeunload", leaving);
    let arrived = 0;
    for (const file of files) {
      const shown = lineOf(list, file);
      const state = { stopped: false, address: "" };
      shown.stop.addEventListener("click", () => {
        state.stopped = true;
      });
      if (await bring(form, file, shown, state)) arrived += 1;
      shown.stop.remove();
    }
    window.removeEventListener("beforeunload", leaving);
    button.disabled = false;
    form.elements.file.value = "";
    if (arrived === files.length) location.reload();
  };

  document.addEventListener("DOMContentLoaded", () => {
    for (const form of document.querySelectorAll("form[data-upload]")) {
      form.elements.file.multiple = true;
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        if (form.reportValidity()) begun(form);
      });
    }
  });
})();
