"use strict";
const page = document.documentElement;
page.classList.add("js");

// The language.
const languages = document.querySelectorAll("[data-lang]");
function speak(lang) {
  page.lang = lang;
  for (const button of languages) button.setAttribute("aria-pressed", String(button.dataset.lang === lang));
}
for (const button of languages) button.addEventListener("click", () => speak(button.dataset.lang));
speak(page.lang);

// What folds out.
for (const button of document.querySelectorAll(".fold")) {
  button.addEventListener("click", () => {
    const open = button.getAttribute("aria-expanded") !== "true";
    button.setAttribute("aria-expanded", String(open));
    document.getElementById(button.getAttribute("aria-controls")).classList.toggle("open", open);
  });
}

// The order of rows. A body of a table moves as a whole; equal ones stay as they are.
for (const table of document.querySelectorAll(".sortable")) {
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => {
    const button = head.querySelector("button");
    if (!button) return;
    const text = button.dataset.kind === "text";
    button.addEventListener("click", () => {
      const first = text ? "ascending" : "descending";
      const other = text ? "descending" : "ascending";
      const order = head.getAttribute("aria-sort") === first ? other : first;
      heads.forEach((each) => each.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", order);
      const key = (body) => body.rows[0].cells[column].dataset.sort;
      const compare = (a, b) => text ? key(a).localeCompare(key(b), page.lang) : Number(key(a)) - Number(key(b));
      const sign = order === "ascending" ? 1 : -1;
      const bodies = [...table.tBodies].sort((a, b) => sign * compare(a, b));
      table.tBodies[0]?.before(...bodies);
    });
  });
}
