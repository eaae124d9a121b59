// A recording: our own controls under the picture, a track one can click, the marks and acts that follow what is played.
// Without this script the browser's own controls stand there, and every instant is a link.
"use strict";

(() => {
  const STEP = 5; // seconds
  const RATES = [1, 1.5, 2, 4, 0.5];
  const player = document.querySelector("[data-player]");
  if (!player) return;

  const find = (name) => player.querySelector(`[data-${name}]`);
  const [media, screen, bar, clock, stamp] = ["media", "screen", "bar", "clock", "stamp"].map(find);
  const [track, played, head] = ["track", "played", "head"].map(find);
  const wave = track.querySelector(".wave");
  const length = Number(player.dataset.length) / 1000;
  const began = Number(player.dataset.began);
  const rows = [...document.querySelectorAll("[data-instants] > [data-at]")];
  const button = (name) => bar.querySelector(`[data-do="${name}"]`);
  const paused = button("play").innerHTML;

  const two = (number) => String(Math.floor(number)).padStart(2, "0");
  const told = (seconds) => `${two(seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}`;
  const moment = new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeStyle: "medium", timeZone: "Asia/Shanghai" });
  const typing = (target) => target.closest("input, select, textarea, button, a, summary, [contenteditable]");
  const keysOff = () => {
    try {
      return localStorage.getItem("yangguang-single-keys-off") === "1";
    } catch {
      return false;
    }
  };

  // Until the film's head has come, where to go is remembered.
  let wanted = Number(player.dataset.start) / 1000;
  const seek = (seconds) => {
    const at = Math.min(Math.max(seconds, 0), length);
    if (media.readyState > 0) media.currentTime = at;
    else wanted = at;
    show(at);
  };

  const show = (at) => {
    clock.textContent = `${told(at)} / ${told(length)}`;
    stamp.textContent = moment.format(new Date((began + at) * 1000));
    const across = length ? Math.min(at / length, 1) * 400 : 0;
    played.setAttribute("width", across);
    for (const end of ["x1", "x2"]) head.setAttribute(end, across);
    const passed = rows.filter((row) => Number(row.dataset.at) <= at * 1000 + 50);
    for (const row of rows) {
      const now = passed.length > 0 && row === passed[passed.length - 1];
      row.classList.toggle("now", now);
      if (now) row.setAttribute("aria-current", "time");
      else row.removeAttribute("aria-current");
    }
    for (const link of document.querySelectorAll("[data-with-instant]")) {
      const address = new URL(link.href);
      address.searchParams.set("t", told(at));
      link.href = address.pathname + address.search;
    }
  };

  const turn = () => {
    if (media.paused) media.play().catch(() => {}); // the browser's own words stand in the picture
    else media.pause();
  };

  const next = () => {
    const ahead = rows.map((row) => Number(row.dataset.at) / 1000).find((at) => at > media.currentTime + 0.1);
    if (ahead !== undefined) seek(ahead);
  };

  const deeds = {
    play: turn,
    back: () => seek(media.currentTime - STEP),
    on: () => seek(media.currentTime + STEP),
    next,
    rate: () => {
      media.playbackRate = RATES[(RATES.indexOf(media.playbackRate) + 1) % RATES.length];
      button("rate").textContent = `${media.playbackRate}×`;
    },
    mute: () => {
      media.muted = !media.muted;
      button("mute").setAttribute("aria-pressed", media.muted);
    },
    full: () => (document.fullscreenElement ? document.exitFullscreen() : screen.requestFullscreen()),
  };

  media.controls = false; // the browser's own full screen would leave the watermark behind
  bar.hidden = stamp.hidden = false;
  bar.addEventListener("click", (event) => deeds[event.target.closest("[data-do]")?.dataset.do]?.());
  media.addEventListener("click", turn);
  media.addEventListener("timeupdate", () => show(media.currentTime));
  media.addEventListener("loadedmetadata", () => {
    if (wanted) seek(wanted);
  });
  for (const name of ["play", "pause", "ended"]) {
    media.addEventListener(name, () => {
      button("play").setAttribute("aria-label", media.paused ? "播放" : "暂停");
      if (media.paused) button("play").innerHTML = paused;
      else button("play").textContent = "❚❚";
    });
  }
  wave.addEventListener("click", (event) => {
    const box = wave.getBoundingClientRect();
    seek(((event.clientX - box.left) / box.width) * length);
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-seek]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    seek(Number(link.dataset.seek) / 1000);
  });

  const keys = {
    " ": turn,
    ArrowLeft: deeds.back,
    ArrowRight: deeds.on,
    m: () => document.querySelector("[data-with-instant]")?.click(),
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || document.querySelector("dialog[open]")) return;
    if (!(event.key in keys) || (event.key === "m" && keysOff())) return;
    event.preventDefault();
    keys[event.key]();
  });

  show(wanted);
})();
