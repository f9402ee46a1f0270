// What the page is about: steps, what they rest on, and where each of them is told.
const proof = JSON.parse(document.getElementById("proof").textContent);
const nodes = proof.nodes;

let lang = proof.lang;
try {
  const chosen = localStorage.getItem("syllogist.lang");
  if (chosen === "zh" || chosen === "en") lang = chosen;
} catch {
  // Pages from a disk may have no memory; they open in the language they were written in.
}
const spoken = (name) => (proof.about === "why-not" ? { ...WORDS[name], ...WHY_NOT_WORDS[name] } : WORDS[name]);
const known = { en: spoken("en"), zh: spoken("zh") };
const words = () => known[lang];

/// A text in the language of the page. One that is the same in both is stored once.
const said = (text) => (typeof text === "string" ? text : text[lang === "zh" ? 1 : 0]);

/// What a step rests on: `{id, line, formal}` for a step, `{line, ids}` for several that make one contribution.
function below(id) {
  const list = nodes[id].b || [];
  return list.map((edge) => {
    if (typeof edge === "number") return { id: edge };
    if (edge.m !== undefined) return { line: edge.m, ids: edge.c };
    return { id: edge[0], line: edge[1], formal: edge[2] };
  });
}

const hasPremises = (id) => (nodes[id].b || []).length > 0;

// A step that several others rest on is told where it is first met in reading order, and referred to elsewhere.
const home = new Array(nodes.length).fill(null);
const references = new Array(nodes.length).fill(0);
const conclusions = nodes.map(() => []);
(function visit() {
  const open = proof.answers.map((id, at) => ({ id, from: -1, at, member: -1 })).reverse();
  while (open.length > 0) {
    const edge = open.pop();
    references[edge.id] += 1;
    if (edge.from >= 0 && !conclusions[edge.id].includes(edge.from)) conclusions[edge.id].push(edge.from);
    if (home[edge.id] !== null) continue;
    home[edge.id] = edge;
    const next = [];
    below(edge.id).forEach((premise, at) => {
      if (premise.id !== undefined) next.push({ id: premise.id, from: edge.id, at, member: -1 });
      else premise.ids.forEach((id, member) => next.push({ id, from: edge.id, at, member }));
    });
    open.push(...next.reverse());
  }
})();

/// Whether an edge is the one at which its step is told.
const isHome = (edge) => {
  const known = home[edge.id];
  return known.from === edge.from && known.at === edge.at && known.member === edge.member;
};

/// An element with a class and a text.
function make(tag, name, text) {
  const element = document.createElement(tag);
  if (name) element.className = name;
  if (text !== undefined) element.textContent = text;
  return element;
}

/// An element, a paragraph unless told otherwise, in which what stands between grave accents is code.
function makeNote(name, text, tag = "p") {
  const element = make(tag, name);
  text.split("`").forEach((part, at) => element.append(at % 2 === 1 ? make("code", "", part) : part));
  return element;
}
