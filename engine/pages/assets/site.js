// Lists of a report hold both languages; this shows one of them, and remembers which was chosen.
"use strict";
(() => {
  const html = document.documentElement;
  const button = document.querySelector("button.language");
  const speak = (lang) => {
    html.lang = lang;
    const zh = lang === "zh-CN";
    button.textContent = zh ? "English" : "中文";
    button.lang = zh ? "en" : "zh-CN";
    button.setAttribute("aria-label", zh ? "Switch to English" : "切换为中文");
  };
  const other = () => (html.lang === "zh-CN" ? "en" : "zh-CN");
  let known = null;
  try {
    known = localStorage.getItem("syllogist.lang");
  } catch {
    // Pages from a disk may have no memory.
  }
  button.addEventListener("click", () => {
    speak(other());
    try {
      localStorage.setItem("syllogist.lang", html.lang === "en" ? "en" : "zh");
    } catch {
      // As above.
    }
  });
  button.hidden = false;
  speak(known === "zh" ? "zh-CN" : known === "en" ? "en" : html.lang);
})();
