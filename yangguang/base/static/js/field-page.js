// What both pages for recording on the spot share: the network, the clocks, recordings a closed tab left behind, and the worker
// that keeps these pages for when there is no network.
"use strict";

window.Field = window.Field || {};

Field.page = (() => {
  const DEAD = 8000; // milliseconds without a sign of life: the tab that recorded is gone
  const all = (selector) => [...document.querySelectorAll(selector)];
  const one = (selector) => document.querySelector(selector);
  const show = (element, shown) => {
    if (element) element.hidden = !shown;
  };

  const keepForOffline = async () => {
    if (!navigator.serviceWorker) return;
    await navigator.serviceWorker.register(Field.desk.page().worker, { scope: "/desk/" });
    const { active } = await navigator.serviceWorker.ready;
    const { hasher, more } = Field.desk.page();
    const linked = all("link[rel=stylesheet], link[rel=icon], script[src]").map((each) => each.href || each.src);
    const channel = new MessageChannel();
    channel.port1.onmessage = () => document.documentElement.setAttribute("data-kept", "");
    active.postMessage({ keep: [location.pathname, ...more.split(" "), hasher, ...linked] }, [channel.port2]);
  };

  let reached = true; // a network that does not lead to the desk is none

  const network = () => {
    const online = navigator.onLine && reached;
    const badge = one("[data-net]");
    badge.classList.toggle("off", !online);
    one("[data-net-words]").textContent = online ? "在线" : "离线，存在本机";
    show(one("[data-offline]"), !online);
  };

  const measured = async () => {
    if (!navigator.onLine) return;
    try {
      await Field.clock.measure();
      reached = true;
    } catch (fault) {
      reached = !(fault instanceof TypeError); // the clock measured before still holds
    }
    network();
  };

  // A tab that was closed, or a telephone that ran empty: what had come until then is a recording like any other.
  const recover = async () => {
    const held = (await navigator.locks?.query())?.held.map((lock) => lock.name) ?? [];
    for (const left of await Field.store.all(Field.desk.page().account)) {
      const alive = navigator.locks ? held.includes(left.id) : Date.now() - left.alive < DEAD;
      if (left.state !== "recording" || alive) continue;
      if (!left.size) {
        await Field.store.forget(left.id);
        continue;
      }
      Field.hash.begin(left.id);
      for (let offset = 0; offset < left.size; ) {
        const bytes = await Field.store.read(left.id, offset, 4 * 1024 * 1024);
        if (!bytes.length) break;
        offset += bytes.length;
        Field.hash.add(left.id, bytes.slice().buffer);
      }
      left.sha256 = await Field.hash.end(left.id);
      left.ended_at = new Date(left.alive).toISOString();
      const open = left.gaps.at(-1);
      if (open && !open.to) open.to = left.ended_at;
      Object.assign(left, { state: "waiting", recovered: true, broken_off: true });
      await Field.store.put(left);
    }
    await forgetOld();
  };

  const forgetOld = async () => {
    for (const old of await Field.store.all(Field.desk.page().account)) {
      if (old.state === "done" && Date.now() - old.done_at > 24 * 3600 * 1000) await Field.store.forget(old.id);
    }
  };

  // The fields in which something is still to be said, made for a form; `taken` puts what was typed into the recording.
  const ask = (holder, recording) => {
    holder.replaceChildren();
    for (const { name, index, label } of Field.lacking(recording)) {
      const field = document.createElement("label");
      field.className = "field";
      const words = document.createElement("span");
      words.textContent = label;
      const input = document.createElement("input");
      Object.assign(input, { name, required: true, maxLength: 200 });
      if (index !== undefined) input.dataset.index = index;
      field.append(words, input);
      holder.append(field);
    }
  };
  const taken = (holder, recording) => {
    for (const input of holder.querySelectorAll("input")) {
      if (input.name === "gap") recording.gaps[Number(input.dataset.index)].reason = input.value.trim();
      else recording[input.name] = input.value.trim();
      if (input.name === "consent_words") recording.consent ||= "clear";
    }
    recording.refusal = null;
    if (recording.state === "problem") recording.state = "waiting";
  };

  const start = async (render) => {
    Field.send.onChange(render);
    for (const name of ["online", "offline"]) window.addEventListener(name, () => (network(), render()));
    network();
    navigator.storage?.persist?.().catch(() => false);
    await measured();
    await recover();
    await render();
    setInterval(async () => {
      await recover();
      await measured();
      await render();
    }, 20000);
    window.addEventListener("online", measured);
    keepForOffline().catch(() => undefined); // without TLS there is no worker; everything else works
    Field.send.start();
  };

  return { one, all, show, start, ask, taken, measured };
})();
