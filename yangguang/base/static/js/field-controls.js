// The page with which an officer records: what stands before, what was spoken, where it stopped and why, and its end.
"use strict";

(() => {
  const { one, all, show, start, ask, taken, measured } = Field.page;
  const NAMES = { photo: "拍照", audio: "录音", video: "录像" };
  const PRIVATE = ["dwelling", "hotel_room"];
  let mode = "video";
  let stream = null;
  let last = null; // the recording that has just ended
  let form, view, video, main;

  const say = (words) => {
    one("[data-words]").textContent = words;
  };

  const said = () => {
    const values = form.elements;
    const isPrivate = PRIVATE.includes(values.place_kind.value);
    const whole = values.matter.selectedOptions[0].hasAttribute("data-whole");
    return {
      matter: values.matter.value,
      place: values.place.value.trim(),
      place_kind: values.place_kind.value,
      people: values.people.value.trim(),
      consent: isPrivate ? values.consent.value : "",
      consent_words: isPrivate ? values.consent_words.value.trim() : "",
      whole,
      arrived_at: whole && values.arrived_at.value ? new Date(values.arrived_at.value).toISOString() : null,
      locate: values.locate.checked,
    };
  };

  // Nothing is recorded in a dwelling or a hotel room without consent, nor before the case knows where and what.
  const mayBegin = () => {
    const told = said();
    if (!form.reportValidity()) return false;
    if (PRIVATE.includes(told.place_kind) && !(told.consent && told.consent_words)) {
      say("未经权利人明确同意，不得进入、拍摄住宅、宾馆房间等私密空间。请先写明谁在什么时间同意，或者法律依据。");
      form.elements.consent_words.focus();
      return false;
    }
    if (told.whole && !told.arrived_at) {
      say("请先填写到达现场时间：该行为应当全程无间断记录。");
      form.elements.arrived_at.focus();
      return false;
    }
    say("");
    return true;
  };

  const prompts = () => {
    const told = said();
    return {
      time: `现在是${new Date().toLocaleString("zh-CN", { year: "numeric", month: "long", day: "numeric", hour: "numeric", minute: "numeric" })}。`,
      place: `这里是${told.place}。`,
      people: `执法人员和在场人员是${told.people || "……"}。`,
      matter: `现在进行${told.matter}。`,
      told: "现在告知在场人员：正在录音录像。",
    };
  };

  const render = async () => {
    const recording = Field.record.current();
    const paused = Field.record.paused();
    const looking = Boolean(stream);
    document.body.dataset.stage = paused ? "paused" : recording ? "recording" : looking ? "looking" : "ready";
    show(form, !looking && !last);
    show(view, looking);
    show(video, mode !== "audio");
    show(one("[data-running]"), Boolean(recording));
    show(one("[data-spoken]"), Boolean(recording) && !paused);
    show(one("[data-pausing]"), Boolean(paused));
    show(one("[data-ending]"), Boolean(last));
    show(one("[data-pause]"), Boolean(recording) && !paused);
    show(one("[data-controls]"), !paused && !last);
    show(one(".field-modes"), !looking);
    show(one("[data-choose]").parentElement, !recording);
    main.setAttribute("aria-label", recording ? `结束${NAMES[mode]}` : looking ? "拍一张" : `开始${NAMES[mode]}`);
    for (const button of all("[data-mode]")) button.setAttribute("aria-pressed", String(button.dataset.mode === mode));
    for (const button of all("[data-tick]")) button.setAttribute("aria-pressed", String(Boolean(recording?.spoken[button.dataset.tick])));
    const next = recording && Object.entries(prompts()).find(([name]) => !recording.spoken[name]);
    one("[data-prompt]").textContent = !recording ? "" : next ? `接下来请口述：${next[1]}` : "结束以前，请口述结束时间和情况。";
    const left = (await Field.store.all(Field.desk.page().account)).filter((each) => !["done", "recording"].includes(each.state));
    one("[data-count]").textContent = left.length;
    if (Field.send.said()) say(Field.send.said());
  };

  const closed = () => {
    stream?.getTracks().forEach((track) => track.stop());
    stream = null;
    video.srcObject = null;
  };

  const opened = async () => {
    const wanted = mode === "audio" ? { audio: true } : { video: { facingMode: "environment" }, audio: mode === "video" };
    try {
      stream = await navigator.mediaDevices.getUserMedia(wanted);
    } catch {
      say("浏览器没有允许使用摄像头或者麦克风。请在浏览器设置中允许，或者选取本机已有的文件。");
      return false;
    }
    if (mode !== "audio") {
      video.srcObject = stream;
      await video.play();
    }
    return true;
  };

  const atEnd = (recording) => {
    closed();
    last = Field.lacking(recording).length ? recording : null;
    if (last) ask(one("[data-ending] [data-lacking]"), last);
    else say(`${recording.name} 已存在本机，指纹 ${recording.sha256.slice(0, 8)}…`);
    render();
  };

  const pressed = async () => {
    if (Field.record.current()) return Field.record.stop();
    if (stream && mode === "photo") {
      const made = await Field.record.picture(video, said());
      say(`已拍 ${made.name}，存在本机。`);
      return render();
    }
    if (!mayBegin()) return undefined;
    await measured();
    if (!(await opened())) return undefined;
    if (mode !== "photo") await Field.record.begin(stream, said(), mode, atEnd);
    return render();
  };

  const running = () => {
    const recording = Field.record.current();
    if (!recording) return;
    const seconds = Math.floor((Date.now() - Date.parse(recording.began_at)) / 1000);
    const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
    one("[data-timer]").textContent = parts.map((part) => String(part).padStart(2, "0")).join(":");
  };

  const chosen = async (input) => {
    if (!mayBegin()) {
      input.value = "";
      return;
    }
    for (const file of [...input.files]) {
      say(`正在保存 ${file.name}`);
      const made = await Field.record.chosen(file, said());
      say(`${made.name} 已存在本机，指纹 ${made.sha256.slice(0, 8)}…`);
    }
    input.value = "";
    render();
  };

  const whenChanged = () => {
    show(one("[data-when-private]"), PRIVATE.includes(form.elements.place_kind.value));
    show(one("[data-when-whole]"), form.elements.matter.selectedOptions[0].hasAttribute("data-whole"));
  };

  const wired = () => {
    main.addEventListener("click", pressed);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("change", whenChanged);
    for (const button of all("[data-mode]")) {
      button.addEventListener("click", () => ((mode = button.dataset.mode), render()));
    }
    for (const button of all("[data-tick]")) {
      button.addEventListener("click", () => (Field.record.tick(button.dataset.tick, button.getAttribute("aria-pressed") !== "true"), render()));
    }
    one("[data-pause]").addEventListener("click", () => (Field.record.pause(), render(), one("#pause-reason").focus()));
    one("[data-pausing]").addEventListener("submit", (event) => {
      event.preventDefault();
      Field.record.resume(event.target.elements.reason.value.trim());
      event.target.reset();
      render();
    });
    one("[data-give-up]").addEventListener("click", () => {
      Field.record.stop({ broken: true, report: one("#pause-reason").value.trim() });
    });
    one("[data-ending]").addEventListener("submit", async (event) => {
      event.preventDefault();
      taken(event.target, last);
      await Field.store.put(last);
      last = null;
      Field.send.all();
      render();
    });
    one("[data-later]").addEventListener("click", () => ((last = null), render()));
    one("[data-choose]").addEventListener("change", (event) => chosen(event.target));
    window.addEventListener("beforeunload", (event) => Field.record.current() && event.preventDefault());
    setInterval(running, 500);
  };

  document.addEventListener("DOMContentLoaded", async () => {
    [form, view, video, main] = ["[data-said]", "[data-view]", "[data-preview]", "[data-main]"].map(one);
    const able = Boolean(navigator.mediaDevices?.getUserMedia && window.MediaRecorder);
    show(one("[data-insecure]"), !able);
    main.disabled = !able;
    whenChanged();
    wired();
    await start(render);
  });
})();
