// 大字版: sets the class before the page is drawn, and remembers the choice; without scripts the form does it.
"use strict";

(() => {
  const root = document.documentElement;
  const chosen = () => document.cookie.split("; ").includes("large_type=1");

  root.classList.add("with-scripts");
  if (chosen()) root.classList.add("large-type");

  document.addEventListener("submit", (event) => {
    if (!event.target.matches("[data-large-type]")) return;
    event.preventDefault();
    const large = root.classList.toggle("large-type");
    document.cookie = `large_type=${large ? 1 : 0}; path=/; max-age=31536000; samesite=lax`;
    say();
  });

  const say = () => {
    for (const words of document.querySelectorAll("[data-large-type-words]")) {
      words.textContent = root.classList.contains("large-type") ? "标准字号" : "大字版";
    }
  };
  document.addEventListener("DOMContentLoaded", say);
})();
