// The page around both views: heading, tools, search, help, language, printing.

const body = make("div", "page");
document.body.append(body);
const byNumber = new Map(nodes.map((node, id) => [node.i, id]));
let view = "outline";
let asked = "";
let found = [];
let foundAt = -1;
let texts = null;

const field = make("input");
field.type = "search";
field.id = "search";
field.autocomplete = "off";
field.spellcheck = false;
const count = make("output", "count");
count.htmlFor = "search";
const help = make("dialog", "help");
const stage = make("main");
stage.id = "stage";

/// What is searched of a step: its words in both languages, its values, its rule and articles.
function textOf(node) {
  const parts = [node.s, node.f, ...(node.d || [])].flat();
  if (node.r !== undefined) parts.push(proof.rules[node.r].label, proof.rules[node.r].doc);
  (node.n || []).forEach((index) => parts.push(...[proof.norms[index].title].flat(), proof.norms[index].text));
  if (node.row !== undefined) parts.push(...proof.records[node.rel][node.row][1].flat().map(String));
  if (node.clue) parts.push(node.clue.id);
  return parts.filter(Boolean).join("\n").toLowerCase();
}

function search(text) {
  asked = text.trim().toLowerCase();
  texts ||= nodes.map(textOf);
  found = [];
  if (asked) texts.forEach((known, id) => { if (known.includes(asked) && home[id] !== null) found.push(id); });
  // In reading order: conclusions have the higher numbers.
  found.reverse();
  hits = new Set(found);
  foundAt = -1;
  tell();
}

function tell() {
  count.textContent = asked ? words().hits(foundAt + 1, found.length) : "";
}

function step(by) {
  if (found.length === 0) return;
  foundAt = (foundAt + by + found.length) % found.length;
  tell();
  if (view === "graph") { centre(found[foundAt]); inSight(); }
  else reveal(found[foundAt]);
}

/// Goes to the step with this number.
function go(number) {
  const id = byNumber.get(number);
  if (id === undefined) return;
  history.replaceState(null, "", `#step-${number}`);
  if (view === "graph") { centre(id); focusBox(); } else reveal(id);
}

function show(next) {
  view = next;
  document.documentElement.dataset.view = next;
  for (const button of body.querySelectorAll("button[data-view]")) button.setAttribute("aria-pressed", button.dataset.view === next);
  if (next === "graph") centre(current && current.edge.id !== undefined ? current.edge.id : proof.answers[0]);
  stage.replaceChildren(next === "graph" ? drawing : tree);
  if (next === "graph") inSight();
}

function tool(name, text, act, label) {
  const button = make("button", name, text);
  button.type = "button";
  if (label) button.setAttribute("aria-label", label);
  button.addEventListener("click", act);
  return button;
}

/// The heading: what is concluded, and on how much it rests.
function heading() {
  const header = make("header");
  const top = make("div", "top");
  if (proof.site) {
    const back = make("a", "back", `← ${words().report}`);
    back.href = proof.site;
    top.append(back);
  }
  top.append(make("p", "kind", words().title), tool("language", words().language, otherLanguage, words().language_name));
  top.lastChild.lang = lang === "zh" ? "en" : "zh-CN";
  const first = nodes[proof.answers[0]];
  const answers = proof.answers.filter((id) => nodes[id].k !== "elements").length;
  const one = answers === 1;
  header.append(top, make("h1", "", one ? said(first.s) : words().answers(answers)));
  if (one && first.clue) header.append(make("p", "clue", words().clue(first.clue.id, first.clue.grade)));
  const records = nodes.filter((node) => node.k === "record");
  const of = (kind) => nodes.filter((node) => node.k === kind).length;
  const open = proof.norms.filter((norm) => !norm.checked).length;
  const line = make("p", "counts", words().counts(nodes.length, records.length, proof.sources, proof.norms.length, of));
  if (open > 0) line.append(make("span", "unverified", words().unverified_norms(open)));
  header.append(line);
  if (proof.more) header.append(make("p", "note", words().more_answers));
  header.append(make("p", "legend", words().legend));
  return header;
}

function tools() {
  const bar = make("div", "tools");
  bar.setAttribute("role", "toolbar");
  bar.setAttribute("aria-label", words().title);
  for (const name of ["outline", "graph"]) {
    const button = tool("view", words()[name], () => show(name));
    button.dataset.view = name;
    button.setAttribute("aria-pressed", view === name);
    bar.append(button);
  }
  field.setAttribute("aria-label", words().search);
  field.placeholder = words().search_hint;
  const searching = make("span", "searching");
  searching.setAttribute("role", "search");
  searching.append(field, count);
  bar.append(searching, tool("", words().unfold, () => { show("outline"); unfoldAll(false); }),
    tool("", words().fold, () => { show("outline"); foldAll(); }), tool("", words().print, () => print()),
    tool("", "?", () => help.showModal(), words().help));
  return bar;
}

function fillHelp() {
  help.setAttribute("aria-label", words().help);
  const list = make("dl");
  words().keys.forEach(([key, text]) => {
    const term = make("dt");
    key.split(" ").forEach((part) => term.append(make("kbd", "", part), " "));
    list.append(term, make("dd", "", text));
  });
  help.replaceChildren(make("h2", "", words().help), list, tool("", words().close, () => help.close()));
}

function otherLanguage() {
  speak(lang === "zh" ? "en" : "zh");
  try {
    localStorage.setItem("syllogist.lang", lang);
  } catch {
    // A page from a disk may have no memory.
  }
}

/// The page in a language. What is unfolded stays so.
function speak(next) {
  lang = next;
  document.documentElement.lang = lang === "zh" ? "zh-CN" : "en";
  document.title = `${said(nodes[proof.answers[0]].s)} · ${words().title}`;
  body.replaceChildren(heading(), tools(), stage, help);
  fillHelp();
  tell();
  redraw();
  if (view === "graph") draw();
}

field.addEventListener("input", () => search(field.value));
field.addEventListener("keydown", (event) => {
  if (event.key === "Enter") { event.preventDefault(); step(event.shiftKey ? -1 : 1); field.focus(); }
  if (event.key === "Escape") { field.value = ""; search(""); redraw(); }
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target === field || help.open) return;
  const acts = {
    "/": () => field.focus(), "?": () => help.showModal(), n: () => step(1), N: () => step(-1),
    g: () => show(view === "graph" ? "outline" : "graph"), l: otherLanguage,
  };
  if (!acts[event.key]) return;
  event.preventDefault();
  acts[event.key]();
});

addEventListener("hashchange", () => {
  const number = /^#step-(\d+)$/.exec(location.hash);
  if (number) go(Number(number[1]));
});

// Paper has no buttons: everything is unfolded for it, and the view on the screen comes back afterwards.
let before = null;
addEventListener("beforeprint", () => {
  if (before !== null) return;
  before = { view, open: shown(roots).filter((row) => row.open || row.detailed).map((row) => [row, row.open, row.detailed]) };
  show("outline");
  unfoldAll(true);
});
addEventListener("afterprint", () => {
  const { view: was, open } = before;
  before = null;
  foldAll();
  open.forEach(([row, isOpen, detailed]) => { row.open = isOpen; row.detailed = detailed; });
  redraw();
  show(was);
});

for (const old of document.querySelectorAll("noscript, .plain")) old.remove();
stage.append(tree);
unfoldFirst();
speak(lang);
show("outline");
const asks = /^#step-(\d+)$/.exec(location.hash);
if (asks) go(Number(asks[1]));
performance.mark("ready");
document.documentElement.dataset.ready = "true";
