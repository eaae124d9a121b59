// Checks a public copy against the proof of the public log, here in the browser and without asking anybody: works offline too.
"use strict";

(() => {
  const form = document.querySelector("form[data-check]");
  const bytes = (text) => new TextEncoder().encode(text);
  const raw = (text) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  const hex = (data) => [...data].map((one) => one.toString(16).padStart(2, "0")).join("");
  const unhex = (text) => Uint8Array.from(text.match(/../g) || [], (pair) => parseInt(pair, 16));
  const joined = (...parts) => Uint8Array.from(parts.flatMap((part) => [...part]));
  const same = (one, other) => hex(one) === hex(other);
  const sha256 = async (...parts) => new Uint8Array(await crypto.subtle.digest("SHA-256", joined(...parts)));
  class Told extends Error {}
  const must = (holds, why) => { if (!holds) throw new Told(why); };
  const again = "无法核对：文件不完整或者不是这两种文件，请在决定页面上重新下载。";

  const keyOf = async (told) => {
    const [name, id, ...rest] = told.trim().split("+");
    const key = raw(rest.join("+"));
    const made = (await sha256(bytes(`${name}\n`), key)).slice(0, 4);
    must(key.length === 33 && key[0] === 1 && hex(made) === id, "无法核对：公钥不完整，请重新复制一次。");
    return { name, id, key: key.slice(1) };
  };

  const headOf = async (note, log) => {
    const cut = note.lastIndexOf("\n\n");
    const text = note.slice(0, cut + 1);
    const [origin, size, root] = text.split("\n");
    must(cut > 0 && origin === log.name, "不一致：证明出自另一本日志，请核对公钥。");
    const key = await crypto.subtle.importKey("raw", log.key, { name: "Ed25519" }, false, ["verify"]).catch(() => null);
    must(key, "无法核对：这个浏览器不会验证这种签名，请换新版浏览器，或者用上面的核对程序。");
    let signed = false;
    for (const line of note.slice(cut + 2).trimEnd().split("\n")) {
      const gap = line.lastIndexOf(" ");
      const value = raw(line.slice(gap + 1));
      if (line.slice(0, gap) !== `— ${log.name}` || hex(value.slice(0, 4)) !== log.id) continue;
      must(await crypto.subtle.verify({ name: "Ed25519" }, key, value.slice(4), bytes(text)), "不一致：日志头的签名不对。");
      signed = true;
    }
    must(signed, "不一致：日志没有在这个日志头上签名。");
    return { size: Number(size), root: raw(root) };
  };

  const rootFrom = async (leaf, index, size, path) => {
    must(index >= 0 && index < size, "不一致：日志里没有这一条。");
    let position = index, last = size - 1, reached = leaf;
    for (const neighbour of path) {
      must(last > 0 && neighbour.length === 32, "不一致：证明算不到日志头。");
      if (position % 2 || position === last) {
        reached = await sha256([1], neighbour, reached);
        while (position % 2 === 0 && position) { position = Math.floor(position / 2); last = Math.floor(last / 2); }
      } else reached = await sha256([1], reached, neighbour);
      position = Math.floor(position / 2);
      last = Math.floor(last / 2);
    }
    must(last === 0, "不一致：证明算不到日志头。");
    return reached;
  };

  const check = async (vkey, copy, proof) => {
    const cut = proof.indexOf("\n\n");
    const lines = proof.slice(0, cut).split("\n");
    const [extra, index] = [lines[1], lines[2]].map((line) => (line || "").split(" "));
    must(lines[0] === "c2sp.org/tlog-proof@v1" && extra[0] === "extra" && index[0] === "index", again);
    const told = JSON.parse(new TextDecoder().decode(raw(extra[1])));
    const leaf = JSON.parse(told.leaf);
    const head = await headOf(proof.slice(cut + 2), await keyOf(vkey));
    const reached = await rootFrom(await sha256([0], bytes(told.leaf)), Number(index[1]), head.size, lines.slice(3).map(raw));
    must(same(reached, head.root) && leaf.seq === Number(index[1]), "不一致：这一条不在日志里。");
    const salt = unhex(told.salt);
    must(salt.length === 32 && hex(await sha256([1], salt, copy)) === leaf.commit, "不一致：这份副本不是日志记录的那一份。请在决定页面上重新下载副本和证明再核对一次；仍不一致的，可以向公开机关申请更正。");
    return leaf;
  };

  const digestOf = async (file) => hex(await sha256(new Uint8Array(await file.arrayBuffer())));

  // A file by itself: only its fingerprint goes into the question.
  const lookup = document.querySelector("form[data-fingerprint]");
  if (lookup && globalThis.crypto && crypto.subtle) {
    lookup.addEventListener("submit", async (event) => {
      event.preventDefault();
      const file = lookup.querySelector("input[type=file]").files[0];
      if (!file) return;
      lookup.elements.n.value = await digestOf(file);
      lookup.submit();
    });
    lookup.hidden = false;
  }

  if (!form) return;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const result = form.querySelector("output");
    try {
      must(globalThis.crypto && crypto.subtle, "无法核对：这个浏览器在这里不能计算，请用 HTTPS 打开，或者用上面的核对程序。");
      const [copy, proof] = ["copy", "proof"].map((name) => form.elements[name].files[0]);
      must(copy && proof, "请先选好公开副本和存证证明两个文件。");
      const told = new Uint8Array(await copy.arrayBuffer());
      const leaf = await check(form.elements.key.value, told, await proof.text());
      const file = form.elements.file.files[0];
      if (file) {
        const files = Object.values(JSON.parse(new TextDecoder().decode(told)).files || {});
        must(files.includes(await digestOf(file)), "不一致：清单文件与指纹单上的都不同。");
      }
      result.value = `一致：日志第 ${leaf.seq} 条，${leaf.t.replace("T", " ").replace("Z", "")}（世界时）记录。`;
    } catch (fault) {
      result.value = fault instanceof Told ? fault.message : again;
    }
  });
  form.hidden = false;
})();
