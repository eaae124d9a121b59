// Checks a public copy against the proof of the public log, here in the browser and without asking anybody: works offline too.
"use strict";

(() => {
  const form = document.querySelector("form[data-check]");
  if (!form) return;
  const bytes = (text) => new TextEncoder().encode(text);
  const raw = (text) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  const hex = (data) => [...data].map((one) => one.toString(16).padStart(2, "0")).join("");
  const unhex = (text) => Uint8Array.from(text.match(/../g) || [], (pair) => parseInt(pair, 16));
  const joined = (...parts) => Uint8Array.from(parts.flatMap((part) => [...part]));
  const same = (one, other) => hex(one) === hex(other);
  const sha256 = async (...parts) => new Uint8Array(await crypto.subtle.digest("SHA-256", joined(...parts)));
  const must = (holds, why) => { if (!holds) throw new Error(why); };

  const keyOf = async (told) => {
    const [name, id, ...rest] = told.trim().split("+");
    const key = raw(rest.join("+"));
    const made = (await sha256(bytes(`${name}\n`), key)).slice(0, 4);
    must(key.length === 33 && key[0] === 1 && hex(made) === id, "公钥不对");
    return { name, id, key: key.slice(1) };
  };

  const headOf = async (note, log) => {
    const cut = note.lastIndexOf("\n\n");
    const text = note.slice(0, cut + 1);
    const [origin, size, root] = text.split("\n");
    must(cut > 0 && origin === log.name, "日志头是另一本日志的");
    const key = await crypto.subtle.importKey("raw", log.key, { name: "Ed25519" }, false, ["verify"]);
    let signed = false;
    for (const line of note.slice(cut + 2).trimEnd().split("\n")) {
      const gap = line.lastIndexOf(" ");
      const value = raw(line.slice(gap + 1));
      if (line.slice(0, gap) !== `— ${log.name}` || hex(value.slice(0, 4)) !== log.id) continue;
      must(await crypto.subtle.verify({ name: "Ed25519" }, key, value.slice(4), bytes(text)), "日志头的签名不对");
      signed = true;
    }
    must(signed, "日志没有在这个日志头上签名");
    return { size: Number(size), root: raw(root) };
  };

  const rootFrom = async (leaf, index, size, path) => {
    must(index >= 0 && index < size, "日志里没有这一条");
    let position = index, last = size - 1, reached = leaf;
    for (const neighbour of path) {
      must(last > 0 && neighbour.length === 32, "证明不对");
      if (position % 2 || position === last) {
        reached = await sha256([1], neighbour, reached);
        while (position % 2 === 0 && position) { position = Math.floor(position / 2); last = Math.floor(last / 2); }
      } else reached = await sha256([1], reached, neighbour);
      position = Math.floor(position / 2);
      last = Math.floor(last / 2);
    }
    must(last === 0, "证明不对");
    return reached;
  };

  const check = async (vkey, copy, proof) => {
    const cut = proof.indexOf("\n\n");
    const lines = proof.slice(0, cut).split("\n");
    const [extra, index] = [lines[1], lines[2]].map((line) => (line || "").split(" "));
    must(lines[0] === "c2sp.org/tlog-proof@v1" && extra[0] === "extra" && index[0] === "index", "这不是存证证明");
    const told = JSON.parse(new TextDecoder().decode(raw(extra[1])));
    const leaf = JSON.parse(told.leaf);
    const head = await headOf(proof.slice(cut + 2), await keyOf(vkey));
    const reached = await rootFrom(await sha256([0], bytes(told.leaf)), Number(index[1]), head.size, lines.slice(3).map(raw));
    must(same(reached, head.root) && leaf.seq === Number(index[1]), "这一条不在日志里");
    const salt = unhex(told.salt);
    must(salt.length === 32 && hex(await sha256([1], salt, copy)) === leaf.commit, "副本与日志的记录不一致");
    return leaf;
  };

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const result = form.querySelector("output");
    try {
      must(globalThis.crypto && crypto.subtle, "这个浏览器在这里不能计算，请用 HTTPS 打开，或者用核对程序");
      const [copy, proof] = ["copy", "proof"].map((name) => form.elements[name].files[0]);
      must(copy && proof, "请选好两个文件");
      const leaf = await check(form.elements.key.value, new Uint8Array(await copy.arrayBuffer()), await proof.text());
      result.value = `一致：日志第 ${leaf.seq} 条，${leaf.t.replace("T", " ").replace("Z", "")}（世界时）记录。`;
    } catch (fault) {
      result.value = `不一致或者无法核对：${fault.message}`;
    }
  });
  form.hidden = false;
})();
