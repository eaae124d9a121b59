// One recording from its first second to its last: every second goes to disk and into the fingerprint before the next one comes.
"use strict";

window.Field = window.Field || {};

Field.record = (() => {
  const EVERY = 1000; // milliseconds of a piece
  const SIGN_OF_LIFE = 2000;
  const TYPES = {
    video: ["video/webm;codecs=vp8,opus", "video/webm", "video/mp4"],
    audio: ["audio/webm;codecs=opus", "audio/webm", "audio/mp4"],
  };
  const SUFFIX = { "video/webm": ".webm", "audio/webm": ".webm", "video/mp4": ".mp4", "audio/mp4": ".m4a", "image/jpeg": ".jpg" };
  const PIECE = 4 * 1024 * 1024;
  let live = null; // { recorder, recording, tail, pulse }

  const now = () => new Date().toISOString();
  const stamp = () => new Date().toLocaleString("sv-SE").replace(/[-: ]/g, "");

  const described = async (said, mode, type) => {
    const clock = await Field.clock.known();
    return {
      ...said, id: Field.store.newId(), account: Field.desk.page().account, case: Field.desk.page().case, mode, type, state: "recording",
      name: `${said.matter}-${stamp()}${SUFFIX[type] || ""}`, began_at: now(), ended_at: now(), alive: Date.now(), size: 0, sha256: "",
      spoken: {}, unspoken_reason: "", gaps: [], broken_off: false, failure_report: "", uncovered_reason: "", left_at: null,
      chosen: false, recovered: false, clock_offset_ms: clock ? clock.offset_ms : null, sent: 0, ref: "", address: "", refusal: null,
    }; // prettier-ignore
  };

  const located = () =>
    new Promise((resolve) => {
      const found = ({ coords }) => resolve({ latitude: coords.latitude, longitude: coords.longitude, accuracy: coords.accuracy });
      navigator.geolocation.getCurrentPosition(found, () => resolve(null), { timeout: 8000, maximumAge: 60000 });
    });

  // To disk first, then into the fingerprint, in the order the pieces came.
  const kept = (recording, buffer) =>
    Field.store.addPart(recording, buffer).then(() => Field.hash.add(recording.id, buffer));

  const ended = async (recording) => {
    recording.sha256 = await Field.hash.end(recording.id);
    if (recording.whole) recording.left_at = recording.ended_at;
    recording.state = "waiting";
    await Field.store.put(recording);
    Field.send.all();
    return recording;
  };

  const watched = (track, mine) => {
    track.onended = () => live === mine && stop({ broken: true });
    track.onmute = () => live === mine && track.kind === "video" && pauseBy("");
    track.onunmute = () => live === mine && track.kind === "video" && mine.recorder.state === "paused" && resume("");
  };

  // While it holds, other tabs know that this recording is being made.
  const held = (recording) => {
    let over = () => undefined;
    navigator.locks?.request(recording.id, () => new Promise((resolve) => (over = resolve)));
    return () => over();
  };

  const begin = async (stream, said, mode, onEnd) => {
    const type = TYPES[mode].find((each) => MediaRecorder.isTypeSupported(each));
    const recorder = new MediaRecorder(stream, { mimeType: type, videoBitsPerSecond: 2500000 });
    const recording = await described(said, mode, type.split(";")[0]);
    const mine = { recorder, recording, over: held(recording), tail: Field.store.put(recording) };
    Field.hash.begin(recording.id);
    recorder.ondataavailable = ({ data }) => {
      mine.tail = mine.tail.then(async () => data.size && kept(recording, await data.arrayBuffer()));
    };
    recorder.onstop = async () => {
      clearInterval(mine.pulse);
      if (live === mine) {
        recording.broken_off = true;
        live = null;
      }
      recording.ended_at = now();
      closeGap(recording, null);
      await mine.tail;
      await ended(recording);
      mine.over();
      onEnd(recording);
    };
    mine.pulse = setInterval(() => {
      recording.alive = Date.now();
      mine.tail = mine.tail.then(() => Field.store.put(recording));
    }, SIGN_OF_LIFE);
    stream.getTracks().forEach((track) => watched(track, mine));
    recorder.start(EVERY);
    recording.began_at = now();
    live = mine;
    if (said.locate) located().then((where) => (recording.located = where));
    return recording;
  };

  const closeGap = (recording, reason) => {
    const open = recording.gaps.at(-1);
    if (!open || open.to) return;
    open.to = now();
    if (reason !== null) open.reason = reason;
  };

  const pauseBy = (reason) => {
    if (live?.recorder.state !== "recording") return;
    live.recorder.pause();
    live.recording.gaps.push({ from: now(), to: "", reason });
  };

  const resume = (reason) => {
    closeGap(live.recording, reason);
    live.recorder.resume();
  };

  const stop = ({ broken = false, report = "" } = {}) => {
    const mine = live;
    live = null;
    if (broken) Object.assign(mine.recording, { broken_off: true, failure_report: report });
    mine.recorder.stop();
  };

  const tick = (name, spoken) => {
    if (spoken) live.recording.spoken[name] = now();
    else delete live.recording.spoken[name];
  };

  // A picture, or a file that lay on the telephone before: whole at once, piece by piece to disk.
  const whole = async (blob, said, mode, more = {}) => {
    const recording = Object.assign(await described(said, mode, blob.type), more);
    if (said.locate) recording.located = await located();
    const over = held(recording);
    Field.hash.begin(recording.id);
    await Field.store.put(recording);
    for (let at = 0; at < blob.size; at += PIECE) await kept(recording, await blob.slice(at, at + PIECE).arrayBuffer());
    await ended(recording);
    over();
    return recording;
  };

  const picture = async (video, said) => {
    const canvas = document.createElement("canvas");
    Object.assign(canvas, { width: video.videoWidth, height: video.videoHeight });
    canvas.getContext("2d").drawImage(video, 0, 0);
    const blob = await new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.92));
    return whole(blob, said, "photo");
  };

  const chosen = (file, said) => {
    const kind = file.type.split("/")[0];
    const mode = { image: "photo", audio: "audio", video: "video" }[kind] || "video";
    const taken = new Date(Math.min(file.lastModified, Date.now())).toISOString();
    return whole(file, said, mode, { name: file.name, chosen: true, began_at: taken, ended_at: taken });
  };

  return { begin, pause: () => pauseBy(""), resume, stop, tick, picture, chosen, current: () => live?.recording, paused: () => live?.recorder.state === "paused" };
})();
