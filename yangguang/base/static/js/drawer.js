// The drawer: opens the page a link leads to beside the work, for explanations. A failed answer is never shown as text:
// the browser then simply goes to the page. Esc closes and the focus goes back to the link.
"use strict";

(() => {
  const build = (title) => {
    const drawer = document.createElement("dialog");
    drawer.className = "drawer";
    drawer.setAttribute("aria-label", title);
    const head = document.createElement("div");
    head.className = "drawer-head";
    const words = document.createElement("span");
    words.textContent = title;
    const form = document.createElement("form");
    form.method = "dialog";
    form.className = "push";
    const close = document.createElement("button");
    close.className = "button text";
    close.textContent = "关闭";
    const key = document.createElement("kbd");
    key.textContent = "Esc";
    key.setAttribute("aria-hidden", "true");
    close.append(" ", key);
    form.append(close);
    head.append(words, form);
    drawer.append(head);
    return drawer;
  };

  const open = async (link) => {
    let answer;
    try {
      answer = await fetch(link.href, { headers: { "X-Requested-With": "drawer" } });
    } catch {
      answer = null;
    }
    if (!answer?.ok || !(answer.headers.get("Content-Type") || "").includes("text/html")) {
      location.assign(link.href);
      return;
    }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const main = page.querySelector("main");
    if (!main) return location.assign(link.href);
    const drawer = build(main.querySelector("h1")?.textContent.trim() || page.title);
    const body = document.createElement("div");
    body.className = "drawer-body";
    body.append(...main.childNodes);
    drawer.append(body);
    document.body.append(drawer);
    drawer.addEventListener("close", () => {
      drawer.remove();
      link.focus();
    });
    drawer.addEventListener("click", (event) => {
      if (event.target === drawer) drawer.close();
    });
    drawer.showModal();
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-drawer]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    open(link);
  });
})();
