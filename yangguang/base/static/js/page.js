// Small things of a page: print buttons, the stage strip shows its current stage, menus close when one clicks elsewhere, and a
// row that an address names is open.
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

  const openNamed = () => {
    const named = location.hash && document.getElementById(location.hash.slice(1));
    if (!named || named.tagName !== "DETAILS") return;
    named.open = true;
    named.scrollIntoView();
  };
  window.addEventListener("hashchange", openNamed);

  document.addEventListener("DOMContentLoaded", () => {
    openNamed();
    // Where one is stands in view, however many entries the bar has.
    const bar = document.querySelector(".nav-inside");
    const here = bar?.querySelector('[aria-current="page"]');
    if (here) bar.scrollTop = here.offsetTop - bar.clientHeight / 2;
    for (const strip of document.querySelectorAll("[data-stage-strip]")) {
      const current = strip.querySelector('[aria-current="step"]');
      if (current) strip.scrollLeft = current.offsetLeft - (strip.clientWidth - current.clientWidth) / 2;
    }
  });
})();
