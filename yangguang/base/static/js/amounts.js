// Amounts: what is typed is said back in capitals, so that a slip of a digit is seen before the paper says it.
"use strict";

(() => {
  const DIGITS = "零壹贰叁肆伍陆柒捌玖";
  const PLACES = ["", "拾", "佰", "仟"];
  const GROUPS = ["", "万", "亿", "万亿"];

  const group = (four) => {
    let said = "";
    [...four].forEach((digit, n) => {
      const place = PLACES[four.length - 1 - n];
      if (digit !== "0") said += DIGITS[digit] + place;
      else if (said && !said.endsWith("零")) said += "零";
    });
    return said.replace(/零$/, "");
  };

  const capitals = (yuan, jiao, fen) => {
    let said = "";
    const groups = yuan.replace(/^0+/, "").match(/\d{1,4}(?=(\d{4})*$)/g) ?? [];
    groups.forEach((four, n) => {
      const words = group(four);
      if (!words) return;
      if (said && (four.startsWith("0") || groups[n - 1] === "0000")) said += "零";
      said += words + GROUPS[groups.length - 1 - n];
    });
    said = said ? `${said}元` : "";
    if (jiao === "0" && fen === "0") return `${said || "零元"}整`;
    if (jiao !== "0") said += `${DIGITS[jiao]}角`;
    else if (said) said += "零";
    return fen === "0" ? `${said}整` : `${said}${DIGITS[fen]}分`;
  };

  const read = (typed) => {
    const plain = typed.normalize("NFKC").replace(/[\s,，]/g, "").replace(/元$/, "");
    const found = /^(\d{1,12})(?:\.(\d)(\d)?)?$/.exec(plain);
    return found ? capitals(found[1], found[2] ?? "0", found[3] ?? "0") : "";
  };

  for (const input of document.querySelectorAll("input[data-amount]")) {
    const place = document.createElement("output");
    place.className = "hint";
    place.htmlFor = input.id;
    const say = () => {
      const words = read(input.value);
      place.textContent = words && `大写：${words}`;
    };
    input.after(place);
    input.addEventListener("input", say);
    say();
  }
})();
