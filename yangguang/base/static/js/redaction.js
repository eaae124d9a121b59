// Places to hide: J and K go through them, the space bar or a touch turns one over. Without this the plain form does the same.
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const OFF = "yangguang-single-keys-off";
  const ORDER = ["private", "harmless"];
  const STATE = { private: "hidden", harmless: "kept" };
  const TOLD = { hidden: "隐去", kept: "保留", asked: "待判断" };
  const list = document.querySelector("[data-places]");
  if (!list) return;
  const places = [...list.querySelectorAll(".place")];
  const bar = list.querySelector("[data-places-bar]");
  const said = list.querySelector("[data-places-said]");
  const also = document.querySelector("textarea[name=also_private]");
  let now = -1;

  const keysOff = () => {
    try {
      return localStorage.getItem(OFF) === "1";
    } catch {
      return false;
    }
  };
  const answers = (place) => [...place.querySelectorAll("input[type=radio]")];
  const spots = (place) => document.querySelectorAll(`[data-pairs] [data-key="${place.dataset.key}"]`);
  const stateOf = (place) => ["asked", "hidden", "kept"].find((one) => place.classList.contains(`is-${one}`));
  const tell = (place) => {
    const words = place.querySelector(".place-text").textContent.trim();
    said.value = `第 ${places.indexOf(place) + 1} 项，共 ${places.length} 项：${words}，${TOLD[stateOf(place)]}`;
  };

  const show = (place) => {
    const given = answers(place).find((one) => one.checked);
    if (!given) return;
    for (const one of [place, ...spots(place)]) {
      one.classList.remove("is-asked", "is-hidden", "is-kept");
      one.classList.add(`is-${STATE[given.value]}`);
      const words = one.querySelector(":scope > .visually-hidden");
      if (words && one.classList.contains("spot")) words.textContent = `${TOLD[STATE[given.value]]}：`;
    }
    const open = list.querySelector(".card-head .tag");
    const left = places.filter((one) => stateOf(one) === "asked").length;
    if (open && open.dataset.left !== String(left)) {
      open.dataset.left = String(left);
      open.lastChild.textContent = left ? `待判断 ${left}` : "没有待判断的";
      open.classList.toggle("soon", left > 0);
      open.classList.toggle("ok", left === 0);
    }
  };

  const select = (place, focus) => {
    for (const one of document.querySelectorAll(".current")) one.classList.remove("current");
    now = places.indexOf(place);
    for (const one of [place, ...spots(place)]) one.classList.add("current");
    if (focus) {
      place.focus({ preventScroll: true });
      place.scrollIntoView({ block: "nearest" });
      spots(place)[0]?.scrollIntoView({ block: "center" });
    }
    tell(place);
  };

  const step = (by) => {
    if (places.length) select(places[Math.min(places.length - 1, Math.max(0, now + by))], true);
  };

  const turn = (place) => {
    const all = answers(place);
    if (!all.length) {
      said.value = "必须隐去，不能更改。";
      return;
    }
    const at = ORDER.indexOf(all.find((one) => one.checked)?.value);
    const next = all.find((one) => one.value === ORDER[(at + 1) % ORDER.length]);
    next.checked = true;
    next.dispatchEvent(new Event("change", { bubbles: true }));
    tell(place);
  };

  const hideSelected = document.createElement("button");
  hideSelected.type = "button";
  hideSelected.className = "button hide-selected";
  hideSelected.textContent = "隐去所选文字";
  hideSelected.hidden = true;
  const chosen = () => {
    const selection = document.getSelection();
    const inside = selection.anchorNode?.parentElement?.closest("[data-pairs] .pair:not(.head) > p:first-child");
    const words = inside ? selection.toString().trim() : "";
    return words.length > 1 && words.length <= 100 && !words.includes("\n") ? { words, box: selection.getRangeAt(0).getBoundingClientRect() } : null;
  };

  if (also) {
    document.body.append(hideSelected);
    document.addEventListener("selectionchange", () => {
      const picked = chosen();
      hideSelected.hidden = !picked;
      if (!picked) return;
      hideSelected.style.left = `${Math.max(8, Math.min(picked.box.left, innerWidth - 140))}px`;
      hideSelected.style.top = `${Math.min(picked.box.bottom + 8, innerHeight - 60)}px`;
    });
    hideSelected.addEventListener("pointerdown", (event) => event.preventDefault());
    hideSelected.addEventListener("click", () => {
      const picked = chosen();
      if (!picked) return;
      also.value = [also.value.trim(), picked.words].filter(Boolean).join("\n");
      said.value = `“${picked.words}”已经写入“还要隐去的文字”。`;
      document.querySelector("button[name=preview]")?.click();
    });
  }

  for (const place of places) {
    place.addEventListener("focusin", () => select(place, false));
    place.addEventListener("change", () => show(place));
    for (const spot of spots(place)) {
      if (answers(place).length) spot.dataset.live = "";
      spot.addEventListener("click", () => {
        if (String(document.getSelection())) return;
        select(place, false);
        place.scrollIntoView({ block: "nearest" });
        turn(place);
      });
    }
    show(place);
  }
  bar.hidden = !places.length;
  bar.querySelector("[data-turn]").hidden = !places.some((one) => answers(one).length);
  bar.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button?.dataset.step) step(Number(button.dataset.step));
    else if (button && now >= 0) turn(places[now]);
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || keysOff() || document.querySelector("dialog[open]")) return;
    const typing = event.target.closest("input:not([type=radio]), select, textarea, [contenteditable]");
    if (typing) return;
    const key = event.key.toLowerCase();
    if (key === "j" || key === "k") {
      event.preventDefault();
      step(key === "j" ? 1 : -1);
    } else if (key === " " && event.target.matches(".place")) {
      event.preventDefault();
      turn(event.target);
    }
  });
});
