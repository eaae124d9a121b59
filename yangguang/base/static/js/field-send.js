// Hands over what waits on the telephone: announces each recording, sends it in parts (tus 1.0), asks the desk for the fingerprint
// of what it holds, and only when that is the one taken here removes the recording from the telephone.
"use strict";

window.Field = window.Field || {};

Field.desk = (() => {
  const page = () => document.querySelector("[data-field]").dataset;
  const token = () =>
    document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1] || document.querySelector("[name=csrfmiddlewaretoken]")?.value || "";
  const base64 = (bytes) => {
    let text = "";
    for (const byte of bytes) text += String.fromCharCode(byte);
    return btoa(text);
  };
  const asked = (method, address, { headers = {}, body, json } = {}) =>
    fetch(address, {
      method,
      headers: { "X-CSRFToken": token(), ...(json ? { "Content-Type": "application/json" } : { "Tus-Resumable": "1.0.0" }), ...headers },
      body: json ? JSON.stringify(json) : body,
      credentials: "same-origin",
      redirect: "manual",
      cache: "no-store",
    });
  return { page, base64, asked };
})();

// What the clock of the telephone is ahead of the desk's, from the quickest of three answers.
Field.clock = (() => {
  const measure = async () => {
    let best = null;
    for (let tries = 0; tries < 3; tries += 1) {
      const before = Date.now();
      const started = performance.now();
      const answer = await Field.desk.asked("GET", Field.desk.page().clock);
      if (!answer.ok) throw new Error(String(answer.status));
      const { now } = await answer.json();
      const trip = performance.now() - started;
      if (!best || trip < best.round_trip_ms) {
        best = { offset_ms: Math.round(before + trip / 2 - now), round_trip_ms: Math.round(trip), at: new Date(before).toISOString() };
      }
    }
    await Field.store.set("clock", best);
    return best;
  };
  return { measure, known: () => Field.store.setting("clock") };
})();

// What is still to be said before the desk takes a recording; the desk asks the same and more.
Field.lacking = (one) => {
  const found = [];
  if (one.state === "done") return found;
  if (one.mode !== "photo" && !one.unspoken_reason && Object.keys(Field.SPOKEN).some((name) => !one.spoken[name])) {
    found.push({ name: "unspoken_reason", label: "没有口述和告知的原因" });
  }
  one.gaps.forEach((gap, index) => {
    if (!gap.reason) found.push({ name: "gap", index, label: `${Field.hour(gap.from)} 中断的原因` });
  });
  if (one.broken_off && !one.failure_report) found.push({ name: "failure_report", label: "无法继续记录的原因，和怎样报告部门负责人" });
  for (const [name, label] of [["place", "地点"], ["matter", "事项"]]) if (!one[name]) found.push({ name, label });
  if (["dwelling", "hotel_room"].includes(one.place_kind) && !one.consent_words) {
    found.push({ name: "consent_words", label: "谁在什么时间明确同意，或者法律依据" });
  }
  if (one.refusal?.gates?.some((gate) => gate.gate === "full_recording")) {
    found.push({ name: "uncovered_reason", label: "这段时间没有记录的原因" });
  }
  return found;
};
Field.SPOKEN = { time: "时间", place: "地点", people: "人员", matter: "事项", told: "告知正在记录" };
Field.hour = (moment) => new Date(moment).toLocaleTimeString("zh-CN", { hour: "2-digit", minute: "2-digit", hour12: false });

Field.send = (() => {
  const LEAST = 1024 * 1024;
  const MOST = 16 * 1024 * 1024;
  const QUICK = 2000; // milliseconds: the next part may be larger
  const EVERY = 15000;
  const SAID = ["case", "mode", "began_at", "ended_at", "place", "place_kind", "consent", "consent_words", "people", "matter", "spoken",
    "unspoken_reason", "gaps", "broken_off", "failure_report", "whole", "arrived_at", "left_at", "uncovered_reason", "size", "sha256",
    "chosen", "recovered", "clock_offset_ms", "located"]; // prettier-ignore
  let busy = false;
  let words = "";
  const listeners = new Set();
  const changed = () => listeners.forEach((listen) => listen());

  class Stopped extends Error {}

  const problem = async (one, refusal) => {
    one.refusal = refusal;
    one.state = "problem";
    await Field.store.put(one);
    changed();
  };
  const isWords = (answer) => /^(text\/plain|application\/json)/.test(answer.headers.get("Content-Type") || "");
  const reached = (answer) => {
    if (answer.type === "opaqueredirect" || answer.status === 401) throw new Stopped("登录已经结束，请重新登录后接着上传。");
    if (answer.status === 403 && !isWords(answer)) throw new Stopped("服务器没有接收，请刷新页面后重试。");
    if (answer.status >= 500 || answer.status === 423) throw new Stopped("服务器暂时不能接收，稍后自动接着传。");
    return answer;
  };

  const announce = async (one) => {
    const json = { key: one.id, ...Object.fromEntries(SAID.map((name) => [name, one[name]])) };
    const answer = reached(await Field.desk.asked("POST", Field.desk.page().captures, { json }));
    const told = isWords(answer) ? await answer.json() : {};
    if (answer.status === 201) {
      one.ref = told.ref;
      await Field.store.put(one);
      return true;
    }
    await problem(one, { words: told.words || "案件不能再接收记录，本机文件仍然保留。", gates: told.gates || [] });
    return false;
  };

  const begin = async (one) => {
    const text = new TextEncoder();
    const metadata = Object.entries({ filename: one.name, filetype: one.type, case: one.case, capture: one.ref, device: one.device })
      .filter(([, value]) => value)
      .map(([name, value]) => `${name} ${Field.desk.base64(text.encode(value))}`)
      .join(",");
    const headers = { "Upload-Length": String(one.size), "Upload-Metadata": metadata };
    const answer = reached(await Field.desk.asked("POST", Field.desk.page().uploads, { headers }));
    if (answer.status !== 201) {
      const told = isWords(answer) ? await answer.text() : "案件不能再接收记录。";
      return problem(one, { words: `${told}本机文件仍然保留。`, gates: [] });
    }
    one.address = answer.headers.get("Location");
    one.sent = 0;
    return Field.store.put(one);
  };

  const part = async (one, size) => {
    const bytes = await Field.store.read(one.id, one.sent, size);
    if (!bytes.length) throw new Stopped("本机文件不完整，没有上传。");
    const digest = await Field.hash.whole(bytes.slice().buffer);
    const headers = { "Content-Type": "application/offset+octet-stream", "Upload-Offset": String(one.sent),
      "Upload-Checksum": `sha256 ${Field.desk.base64(digest)}` }; // prettier-ignore
    const answer = reached(await Field.desk.asked("PATCH", one.address, { headers, body: bytes }));
    if ([413, 415, 422].includes(answer.status)) {
      one.address = "";
      return problem(one, { words: `${await answer.text()}本机文件仍然保留，可以重新上传。`, gates: [] });
    }
    if (!answer.ok) throw new Stopped("这一段没有传到，稍后从断处接着传。");
    one.sent = Number(answer.headers.get("Upload-Offset"));
    return Field.store.put(one);
  };

  const bring = async (one) => {
    if (!one.ref && !(await announce(one))) return;
    if (one.address) {
      const answer = reached(await Field.desk.asked("HEAD", one.address));
      if (answer.ok) one.sent = Number(answer.headers.get("Upload-Offset"));
      else one.address = ""; // it ended meanwhile, or its file was refused: begin anew
    }
    if (!one.address) await begin(one);
    let size = LEAST;
    while (one.state === "waiting" && one.sent < one.size) {
      const started = Date.now();
      await part(one, size);
      if (Date.now() - started < QUICK) size = Math.min(size * 2, MOST);
      changed();
    }
    if (one.state !== "waiting") return;
    const told = await reached(await Field.desk.asked("GET", one.address)).json();
    if (told.state === "finished" && told.sha256 === one.sha256) await Field.store.handedOver(one);
    else await problem(one, { words: "服务器上的文件与本机指纹不一致，本机文件仍然保留。请重新上传。", gates: [] });
    changed();
  };

  const waiting = async () => (await Field.store.all(Field.desk.page().account)).filter((one) => one.state === "waiting" && !Field.lacking(one).length);

  const alone = (act) =>
    navigator.locks ? navigator.locks.request("field-send", { ifAvailable: true }, (lock) => (lock ? act() : undefined)) : act();

  const all = async () => {
    if (busy || !navigator.onLine) return;
    busy = true;
    words = "";
    try {
      await alone(async () => {
        for (const one of await waiting()) await bring(one);
      });
    } catch (fault) {
      words = fault instanceof Stopped ? fault.message : "";
    } finally {
      busy = false;
      changed();
    }
  };

  const start = () => {
    window.addEventListener("online", all);
    setInterval(all, EVERY);
    return all();
  };

  return { all, start, onChange: (listen) => listeners.add(listen), said: () => words, isBusy: () => busy };
})();
