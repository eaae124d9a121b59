// What lies on this telephone: what waits, what lacks a word, what the desk holds under the same fingerprint.
"use strict";

(() => {
  const { one, show, start, ask, taken } = Field.page;
  const KINDS = { photo: "照片", audio: "录音", video: "录像" };
  const MEGABYTE = 1024 * 1024;
  const shown = new Map(); // id → its line, so that what somebody types into it stays

  const sized = (bytes) => (bytes < MEGABYTE ? `${Math.ceil(bytes / 1024)} KB` : bytes < 1024 * MEGABYTE ? `${(bytes / MEGABYTE).toFixed(1)} MB` : `${(bytes / 1024 / MEGABYTE).toFixed(2)} GB`);
  const here = (one) => new Date(Date.parse(one.began_at) - (one.clock_offset_ms || 0)); // by the clock of the desk
  const day = (one) => here(one).toLocaleDateString("sv-SE");
  const written = (iso) => `${Number(iso.slice(5, 7))}月${Number(iso.slice(8, 10))}日`;

  const due = (recording) => {
    const found = JSON.parse(Field.desk.page().due || "{}")[day(recording)];
    return found ? `　${written(found)}前入库` : "";
  };

  const stateOf = (recording) => {
    if (recording.state === "done") return "服务器上的指纹与本机一致，本机文件已删除。";
    if (recording.refusal) return recording.refusal.words;
    if (Field.lacking(recording).length) return "还要说明下面的情况，才能上传。";
    if (!recording.sent) return navigator.onLine ? "排队" : "等待网络";
    return `已传 ${Math.floor((recording.sent * 100) / recording.size)}%${navigator.onLine ? "" : "，等待网络"}`;
  };

  const lineOf = (recording) => {
    const line = one("[data-item]").content.firstElementChild.cloneNode(true);
    const form = line.querySelector("[data-missing]");
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const fresh = await Field.store.get(recording.id);
      taken(form, fresh);
      await Field.store.put(fresh);
      shown.delete(recording.id);
      await Field.send.all();
      render();
    });
    line.querySelector("[data-again]").addEventListener("click", async () => {
      const fresh = await Field.store.get(recording.id);
      Object.assign(fresh, { refusal: null, address: "", sent: 0, state: "waiting" });
      await Field.store.put(fresh);
      await Field.send.all();
      render();
    });
    ask(form.querySelector("[data-lacking]"), recording);
    return line;
  };

  const filled = (line, recording) => {
    const lacks = recording.state !== "done" && Field.lacking(recording).length > 0;
    const kind = KINDS[recording.mode] ? `${KINDS[recording.mode]}　` : "";
    line.querySelector("[data-name]").textContent = recording.name;
    line.querySelector("[data-about]").textContent = `${kind}${written(day(recording))} ${Field.hour(here(recording))}　${sized(recording.size)}${recording.state === "done" ? "" : due(recording)}`;
    line.querySelector("[data-state]").textContent = stateOf(recording);
    line.querySelector("[data-hash]").textContent = recording.sha256;
    const bar = line.querySelector("progress");
    show(bar, recording.state === "waiting" && recording.sent > 0);
    Object.assign(bar, { max: recording.size, value: recording.sent || 0 });
    bar.setAttribute("aria-label", `${recording.name} 上传进度`);
    show(line.querySelector("[data-missing]"), lacks);
    show(line.querySelector("[data-again]"), recording.state === "problem" && !lacks);
    line.classList.toggle("wrong", Boolean(recording.refusal) || lacks);
  };

  const listed = (holder, recordings) => {
    const lines = recordings.map((recording) => {
      const lacks = recording.state === "done" ? "" : Field.lacking(recording).map((each) => `${each.name}${each.index ?? ""}`).join();
      const known = shown.get(recording.id);
      const line = known?.lacks === lacks ? known.line : lineOf(recording);
      shown.set(recording.id, { line, lacks });
      filled(line, recording);
      return line;
    });
    if (lines.length !== holder.children.length || lines.some((line, index) => holder.children[index] !== line)) holder.replaceChildren(...lines);
  };

  const room = async () => {
    const told = await navigator.storage?.estimate?.();
    if (told?.quota) one("[data-room]").textContent = `还可以存 ${sized(told.quota - told.usage)}`;
    const clock = await Field.clock.known();
    if (!clock) return;
    const seconds = Math.abs(clock.offset_ms / 1000);
    const long = seconds < 120 ? `${seconds.toFixed(1)} 秒` : seconds < 7200 ? `${Math.round(seconds / 60)} 分钟` : `${Math.round(seconds / 3600)} 小时`;
    const words = `比单位服务器${clock.offset_ms > 0 ? "快" : "慢"} ${long}，入库时折算`;
    one("[data-clock-words]").textContent = seconds < 1 ? "与单位服务器一致" : words;
  };

  const render = async () => {
    const all = (await Field.store.all(Field.desk.page().account)).filter((each) => each.state !== "recording");
    const done = all.filter((each) => each.state === "done");
    const problems = all.filter((each) => each.state !== "done" && (each.state === "problem" || Field.lacking(each).length));
    const waiting = all.filter((each) => !done.includes(each) && !problems.includes(each));
    listed(one("[data-waiting]"), waiting);
    listed(one("[data-problems]"), problems);
    listed(one("[data-done]"), done);
    one("[data-count]").textContent = waiting.length;
    one("[data-problem-count]").textContent = problems.length;
    one("[data-sum]").textContent = waiting.length ? `共 ${sized(waiting.reduce((sum, each) => sum + each.size, 0))}` : "";
    show(one("[data-none]"), !waiting.length);
    show(one("[data-problem-card]"), problems.length > 0);
    show(one("[data-done-card]"), done.length > 0);
    one("[data-words]").textContent = Field.send.said();
    await room();
  };

  document.addEventListener("DOMContentLoaded", () => start(render));
})();
