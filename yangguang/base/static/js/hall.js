// The screen of a hall: pages of a panel turn every twenty seconds, the whole is fetched anew every minute. What cannot be
// fetched stays, and says since when; people of another day are not shown. Whoever wants no motion turns by hand.
"use strict";

(() => {
  const TURN = 20_000;
  const FETCH = 60_000;
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  let paused = calm.matches;
  let fetchedAt = new Date();
  let place = 0;

  const clock = (at) => at.toLocaleTimeString("zh-CN", { hour: "2-digit", minute: "2-digit", hour12: false, timeZone: "Asia/Shanghai" });
  const dayOf = (at) => at.toLocaleDateString("sv-SE", { timeZone: "Asia/Shanghai" });
  const moved = () => {
    for (const panel of document.querySelectorAll(".hall-panel")) {
      const pages = [...panel.querySelectorAll("[data-page]")];
      const shown = pages.length ? ((place % pages.length) + pages.length) % pages.length : 0;
      pages.forEach((page, index) => {
        const turns = page.hidden && index === shown;
        page.hidden = index !== shown;
        page.classList.toggle("turned", turns && !calm.matches);
      });
      let mark = panel.querySelector("[data-place]");
      if (pages.length > 1) {
        if (!mark) {
          mark = document.createElement("span");
          mark.dataset.place = "";
          panel.querySelector("h2").append(" ", mark);
        }
        mark.textContent = `${shown + 1}/${pages.length}`;
      }
    }
  };
  const turn = (step) => {
    place += step;
    moved();
  };

  const tell = () => {
    const now = new Date();
    document.querySelector("[data-clock]").textContent = clock(now);
    document.body.classList.toggle("outdated", dayOf(now) !== document.body.dataset.day);
  };
  const stale = (words) => {
    const line = document.querySelector("[data-stale]");
    line.hidden = !words;
    if (line.textContent !== words) line.textContent = words;
  };

  const fetched = async () => {
    try {
      const answer = await fetch(location.href, { cache: "no-store", credentials: "same-origin" });
      if (!answer.ok) throw new Error(String(answer.status));
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
      for (const part of [".hall-head h1", ".hall-now > p:last-child", "[data-content]"]) {
        const there = fresh.querySelector(part);
        const here = document.querySelector(part);
        if (!there) throw new Error(part);
        if (there.innerHTML !== here.innerHTML || part === "[data-content]") here.replaceWith(document.importNode(there, true));
      }
      document.body.dataset.day = fresh.body.dataset.day;
      fetchedAt = new Date();
      stale("");
      moved();
    } catch {
      stale(`网络中断，以下是 ${dayOf(fetchedAt)} ${clock(fetchedAt)} 的内容，恢复后自动更新`);
    }
    tell();
  };

  const pause = (button, wanted) => {
    paused = wanted;
    button.setAttribute("aria-pressed", String(paused));
    button.textContent = paused ? "继续翻页" : "暂停翻页";
  };

  const button = document.querySelector("[data-pause]");
  pause(button, paused);
  button.addEventListener("click", () => pause(button, !paused));
  document.addEventListener("keydown", (event) => {
    if (event.key === "ArrowRight") turn(1);
    if (event.key === "ArrowLeft") turn(-1);
  });
  calm.addEventListener("change", () => pause(button, calm.matches));
  moved();
  tell();
  setInterval(() => paused || turn(1), TURN);
  setInterval(tell, 10_000);
  setInterval(fetched, FETCH);
})();
