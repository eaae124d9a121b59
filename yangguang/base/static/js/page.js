// Small things of a page: print buttons, the stage strip shows its current stage, menus close when one clicks elsewhere.
"use strict";

(() => {
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-print]")) window.print();
    for (const menu of document.querySelectorAll("details.account[open], details.more[open]")) {
      if (!menu.contains(event.target)) menu.open = false;
    }
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of document.querySelectorAll("details.account[open], details.more[open]")) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });

  document.addEventListener("DOMContentLoaded", () => {
    for (const strip of document.querySelectorAll("[data-stage-strip]")) {
      const current = strip.querySelector('[aria-current="step"]');
      if (current) strip.scrollLeft = current.offsetLeft - (strip.clientWidth - current.clientWidth) / 2;
    }
  });
})();
