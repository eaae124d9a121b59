// Forms: saved by themselves, asked once more when an act has consequences, sent once, dependent fields shown in time.
"use strict";

(() => {
  const SAVE_AFTER = 1500;

  const fieldValue = (form, name) => {
    const found = form.elements[name];
    if (!found) return "";
    if (found.type === "checkbox") return found.checked ? "true" : "false";
    return found.value ?? "";
  };

  const showDependents = (form) => {
    for (const part of form.querySelectorAll("[data-shown-when]")) {
      const [name, wanted] = part.dataset.shownWhen.split("=");
      const value = fieldValue(form, name);
      const shown = wanted === "*" ? value.trim() !== "" : wanted.split("|").includes(value);
      part.hidden = !shown;
      for (const control of part.querySelectorAll("input, select, textarea")) control.disabled = !shown;
    }
  };

  const say = (form, words) => {
    for (const place of form.querySelectorAll("[data-save-state]")) place.textContent = words;
  };

  const save = async (form) => {
    const body = new FormData(form);
    for (const [name, value] of [...body.entries()]) if (value instanceof File) body.delete(name);
    body.delete("once");
    try {
      const answer = await fetch(form.dataset.autosave, { method: "POST", body, headers: { "X-Autosave": "1" } });
      if (!answer.ok) throw new Error(String(answer.status));
      say(form, `已暂存 ${(await answer.json()).saved_at}`);
    } catch {
      say(form, "没有暂存成功，填写的内容还在本页，请不要关闭");
    }
  };

  const watchAutosave = (form) => {
    let waiting = 0;
    const later = () => {
      if (form.dataset.sent) return;
      clearTimeout(waiting);
      waiting = setTimeout(() => save(form), SAVE_AFTER);
    };
    form.addEventListener("input", later);
    form.addEventListener("change", later);
    form.addEventListener("submit", () => clearTimeout(waiting));
  };

  const askOnceMore = (words, confirmed) => {
    const box = document.createElement("dialog");
    box.className = "confirm";
    box.setAttribute("aria-label", "请核对后果");
    const text = document.createElement("p");
    text.textContent = words;
    const row = document.createElement("form");
    row.method = "dialog";
    row.className = "row";
    for (const [value, label, css] of [["yes", confirmed.textContent.trim(), "button primary"], ["", "再看一遍", "button"]]) {
      const button = document.createElement("button");
      button.value = value;
      button.className = css;
      button.textContent = label;
      row.append(button);
    }
    box.append(text, row);
    document.body.append(box);
    box.addEventListener("close", () => {
      box.remove();
      if (box.returnValue !== "yes") return confirmed.focus();
      confirmed.dataset.confirmed = "1";
      confirmed.form.requestSubmit(confirmed);
    });
    box.showModal();
  };

  document.addEventListener("submit", (event) => {
    const form = event.target;
    const button = event.submitter;
    if (form.method !== "post" || event.defaultPrevented) return;
    if (button?.dataset.consequence && !button.dataset.confirmed) {
      event.preventDefault();
      askOnceMore(button.dataset.consequence, button);
      return;
    }
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "1";
    button?.setAttribute("aria-busy", "true");
  });

  // Coming back with the browser's own button: the form may be sent again.
  window.addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-sent]")) {
      delete form.dataset.sent;
      for (const button of form.querySelectorAll("[aria-busy]")) button.removeAttribute("aria-busy");
    }
  });

  document.addEventListener("DOMContentLoaded", () => {
    for (const form of document.querySelectorAll("form")) {
      if (form.querySelector("[data-shown-when]")) {
        showDependents(form);
        form.addEventListener("input", () => showDependents(form));
      }
      if (form.dataset.autosave) watchAutosave(form);
    }
    document.querySelector("[data-error-list]")?.focus();
  });
})();
