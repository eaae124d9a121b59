// Keys: / to the search, j and k through a list, o opens, ? lists the keys. Single keys can be switched off.
"use strict";

(() => {
  const OFF = "yangguang-single-keys-off";
  const rows = () => [...document.querySelectorAll("tr[data-row], .table tbody tr:has(a)")];
  const remembered = () => {
    try {
      return localStorage.getItem(OFF) === "1";
    } catch {
      return false;
    }
  };

  const typing = (target) => target.closest("input, select, textarea, [contenteditable]");
  const box = () => document.getElementById("keys");

  const move = (step) => {
    const all = rows();
    if (!all.length) return;
    const now = all.findIndex((row) => row.classList.contains("keyed"));
    const next = Math.min(all.length - 1, Math.max(0, now + step));
    all[now]?.classList.remove("keyed");
    all[next].classList.add("keyed");
    all[next].querySelector("a")?.focus();
  };

  const actions = {
    "/": () => document.querySelector("[data-search]")?.focus(),
    j: () => move(1),
    k: () => move(-1),
    o: () => document.querySelector("tr.keyed a")?.click(),
    "?": () => box()?.showModal(),
  };

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && event.target.matches("[data-search]")) event.target.blur(); // the keys work again
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || document.querySelector("dialog[open]")) return;
    if (remembered() || !(event.key in actions)) return;
    event.preventDefault();
    actions[event.key]();
  });

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-keys]")) box()?.showModal();
  });

  document.addEventListener("change", (event) => {
    if (event.target.matches("[data-keys-off]")) localStorage.setItem(OFF, event.target.checked ? "1" : "0");
  });

  document.addEventListener("DOMContentLoaded", () => {
    const off = document.querySelector("[data-keys-off]");
    if (off) off.checked = remembered();
  });
})();
