// Black boxes on the picture of a page: drawn by mouse or finger, or typed as numbers; the text field is what is sent.
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const sheet = document.querySelector("[data-blacken]");
  const field = document.querySelector("textarea[name=boxes]");
  const place = document.querySelector("[data-boxes]");
  if (!sheet || !field || !place) return;
  const page = Number(sheet.dataset.blacken);
  const SIDES = ["页", "左", "上", "右", "下"];
  const LEAST = 0.5; // percent: a touch that draws nothing is no box
  let boxes = [];
  let drawing = null;

  const rounded = (value) => Math.round(Math.min(100, Math.max(0, value)) * 10) / 10;
  const read = () => {
    boxes = field.value.split("\n").map((line) => line.trim()).filter(Boolean).map((line) => line.split(/[:：,，]/).map(Number));
    boxes = boxes.filter((box) => box.length === 5 && box.every(Number.isFinite));
  };
  const write = () => {
    field.value = boxes.map(([number, ...sides]) => `${number}:${sides.join(",")}`).join("\n");
  };

  const over = (box) => {
    const [left, right] = [box[1], box[3]].sort((a, b) => a - b);
    const [top, bottom] = [box[2], box[4]].sort((a, b) => a - b);
    return { left: `${left}%`, top: `${top}%`, width: `${right - left}%`, height: `${bottom - top}%` };
  };
  const paint = () => {
    for (const old of sheet.querySelectorAll(".black-box")) old.remove();
    for (const box of [...boxes, ...(drawing ? [drawing] : [])].filter((one) => one[0] === page)) {
      const shape = document.createElement("div");
      shape.className = "black-box";
      Object.assign(shape.style, over(box));
      sheet.append(shape);
    }
  };

  const row = (box, index) => {
    const line = document.createElement("div");
    line.className = "box-row";
    line.setAttribute("role", "group");
    line.setAttribute("aria-label", `第 ${index + 1} 处遮盖`);
    SIDES.forEach((name, at) => {
      const label = document.createElement("label");
      const input = document.createElement("input");
      Object.assign(input, { type: "number", min: at ? 0 : 1, max: at ? 100 : 300, step: at ? 0.1 : 1, value: box[at] });
      input.addEventListener("input", () => {
        box[at] = Number(input.value);
        write();
        paint();
      });
      label.append(at ? `${name}（%）` : name, input);
      line.append(label);
    });
    const gone = document.createElement("button");
    Object.assign(gone, { type: "button", className: "button", textContent: "删去" });
    gone.setAttribute("aria-label", `删去第 ${index + 1} 处遮盖`);
    gone.addEventListener("click", () => {
      boxes.splice(index, 1);
      write();
      show();
      place.querySelector("[data-add]").focus();
    });
    line.append(gone);
    return line;
  };

  const show = () => {
    const add = document.createElement("button");
    Object.assign(add, { type: "button", className: "button", textContent: "在这一页加一处遮盖" });
    add.dataset.add = "";
    add.addEventListener("click", () => {
      boxes.push([page, 10, 10, 30, 13]);
      write();
      show();
      place.querySelector(".box-row:last-of-type input:nth-of-type(1)")?.focus();
    });
    place.replaceChildren(...boxes.map(row), add);
    paint();
  };

  const at = (event) => {
    const frame = sheet.getBoundingClientRect();
    return [rounded(((event.clientX - frame.left) / frame.width) * 100), rounded(((event.clientY - frame.top) / frame.height) * 100)];
  };
  const finger = document.querySelector("[data-by-finger]");
  sheet.dataset.drawing = "";
  finger.hidden = !matchMedia("(any-pointer: coarse)").matches;
  finger.addEventListener("click", () => {
    sheet.dataset.drawing = sheet.dataset.drawing ? "" : "touch";
    finger.setAttribute("aria-pressed", String(sheet.dataset.drawing === "touch"));
  });
  sheet.addEventListener("dragstart", (event) => event.preventDefault());
  sheet.addEventListener("pointerdown", (event) => {
    if (event.button || !event.isPrimary || (event.pointerType === "touch" && !sheet.dataset.drawing)) return;
    const [x, y] = at(event);
    drawing = [page, x, y, x, y];
    sheet.setPointerCapture(event.pointerId);
    event.preventDefault();
  });
  sheet.addEventListener("pointermove", (event) => {
    if (!drawing) return;
    [drawing[3], drawing[4]] = at(event);
    paint();
  });
  const end = (event) => {
    if (!drawing) return;
    const box = drawing;
    drawing = null;
    if (event.type === "pointerup" && Math.abs(box[3] - box[1]) > LEAST && Math.abs(box[4] - box[2]) > LEAST) {
      const [left, right] = [box[1], box[3]].sort((a, b) => a - b);
      const [top, bottom] = [box[2], box[4]].sort((a, b) => a - b);
      boxes.push([page, left, top, right, bottom]);
      write();
      show();
    }
    paint();
  };
  sheet.addEventListener("pointerup", end);
  sheet.addEventListener("pointercancel", end);
  field.addEventListener("input", () => {
    read();
    show();
  });
  read();
  show();
});
