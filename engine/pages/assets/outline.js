// The proof as an outline. Rows are made when they are first shown, and stand side by side whatever their level: a chain of ten
// thousand steps is as many rows, not as many boxes within boxes.

const PAGE_ROWS = 100;
const LEVELS_SHOWN = 14;
// A why-not is read down to what comes near, where it is short enough.
const FIRST_LEVELS = proof.about === "why-not" ? 9 : 2;
const FIRST_ROWS = 60;

const tree = make("div", "tree");
tree.setAttribute("role", "tree");
let current = null;
let hits = new Set();

/// A row that is not shown yet. `edge` says where it stands: below which step, as which premise.
function rowOf(edge, parent, level, at, of) {
  const isStep = edge.id !== undefined;
  const isReference = isStep && hasPremises(edge.id) && !isHome(edge);
  return { edge, parent, level, at, of, isReference, item: null, children: null, open: false, detailed: false, shown: PAGE_ROWS };
}

function isFoldable(row) {
  if (row.isReference || row.edge.rest) return false;
  return row.edge.id === undefined ? row.edge.ids.length > 0 : hasPremises(row.edge.id);
}

/// The rows below a row; of very many only the first, behind which one more tells of the rest.
function childrenOf(row) {
  const { edge } = row;
  let edges;
  if (edge.id === undefined) edges = edge.ids.map((id, member) => ({ id, from: edge.from, at: edge.at, member }));
  else edges = below(edge.id).map((premise, at) => ({ ...premise, from: edge.id, at, member: -1 }));
  const shown = edges.slice(0, row.shown);
  const known = row.children || [];
  const rows = shown.map((edge, at) => (known[at] && !known[at].edge.rest ? known[at] : rowOf(edge, row, row.level + 1, at, edges.length)));
  if (shown.length < edges.length) rows.push(rowOf({ rest: edges.length - shown.length }, row, row.level + 1, shown.length, edges.length));
  return rows;
}

const roots = proof.answers.map((id, at) => rowOf({ id, from: -1, at, member: -1 }, null, 0, at, proof.answers.length));

/// The row's element, made or made anew.
function item(row) {
  if (row.item === null) {
    row.item = make("div");
    row.item.setAttribute("role", "treeitem");
    row.item.tabIndex = -1;
    row.item.row = row;
  }
  const { item } = row;
  const node = row.edge.id === undefined ? null : nodes[row.edge.id];
  item.className = `row ${node ? `kind-${node.k}` : "kind-group"}${row.level === 0 ? " answer" : ""}`;
  if (node && hits.has(row.edge.id)) item.classList.add("hit");
  item.style.setProperty("--level", Math.min(row.level, LEVELS_SHOWN));
  item.setAttribute("aria-level", row.level + 1);
  item.setAttribute("aria-posinset", row.at + 1);
  item.setAttribute("aria-setsize", row.of);
  if (isFoldable(row)) item.setAttribute("aria-expanded", row.open);
  else item.removeAttribute("aria-expanded");
  item.replaceChildren(...lineOf(row, node));
  if (node) item.append(...underOf(row, node));
  return item;
}

function lineOf(row, node) {
  const line = make("div", "line");
  const mark = make("span", "mark", isFoldable(row) ? (row.open ? "▾" : "▸") : row.edge.rest ? "" : "·");
  mark.setAttribute("aria-hidden", "true");
  line.append(mark);
  if (row.level > LEVELS_SHOWN) line.append(make("span", "deep", `${words().level} ${row.level}`));
  if (row.edge.rest) {
    const button = make("button", "rest", words().more(Math.min(PAGE_ROWS, row.edge.rest), row.edge.rest));
    button.type = "button";
    button.tabIndex = -1;
    line.append(button);
    return [line];
  }
  const role = (row.level === 0 && words().conclusion) || (node && words().tags[node.k]);
  if (role) line.append(make("span", "role", role));
  line.append(node && node.k === "point" ? makeNote("said", said(node.s), "span") : make("span", "said", said(row.edge.line || node.s)));
  if (node && node.clue) line.append(make("span", "tag", words().clue(node.clue.id, node.clue.grade)));
  if (row.isReference) {
    const link = make("a", "see", `${words().see} ${node.i}`);
    link.href = `#step-${node.i}`;
    link.tabIndex = -1;
    line.append(link);
  } else if (node && hasPremises(row.edge.id) && references[row.edge.id] > 1) {
    line.append(make("span", "number", `${words().step} ${node.i}`));
  }
  if (node && !row.isReference && node.row !== undefined) line.append(more(row, words().record));
  return [line];
}

/// A button for what unfolds below a row. The keyboard has Enter for it.
function more(row, text) {
  const button = make("button", "more", text);
  button.type = "button";
  button.tabIndex = -1;
  button.setAttribute("aria-expanded", row.detailed);
  return button;
}

/// Formal line, notes, major premise, panels.
function underOf(row, node) {
  if (row.isReference) return [];
  const under = [];
  const formal = row.edge.formal || (row.edge.line ? null : node.f);
  if (formal) under.push(make("p", "formal", said(formal)));
  (node.d || []).forEach((note) => under.push(makeNote("note", said(note))));
  if (node.r !== undefined && (row.open || row.detailed || !hasPremises(row.edge.id))) under.push(majorOf(row, node));
  if (row.detailed) under.push(...panels(node));
  if (node.r !== undefined && row.open) under.push(make("p", "role minors", nodes[row.edge.id].b.length > 1 ? words().minors : words().minor));
  return under;
}

/// The rule with what it means and the articles that it states.
function majorOf(row, node) {
  const rule = proof.rules[node.r];
  const major = make("div", "major");
  const line = make("p", "");
  line.append(make("span", "role", words().major));
  const articles = (node.n || []).map((index) => proof.norms[index]);
  articles.forEach((norm) => {
    line.append(make("span", "cite", said(norm.title)));
    if (!norm.checked) line.append(make("span", "unverified", words().unverified));
  });
  (rule.norms || []).forEach((name) => line.append(make("span", "cite", name)));
  line.append(make("span", "rule", `${words().rule} ${rule.label}`));
  line.append(more(row, articles.length > 0 ? words().article : words().details));
  major.append(line);
  if (rule.doc) major.append(make("p", "doc", rule.doc));
  return major;
}

/// Shows what is below a row.
function unfold(row) {
  if (!isFoldable(row) || row.open) return;
  row.open = true;
  row.children = childrenOf(row);
  item(row);
  const rows = document.createDocumentFragment();
  shown(row.children).forEach((child) => rows.append(item(child)));
  row.item.after(rows);
}

function fold(row) {
  if (!row.open) return;
  row.open = false;
  while (row.item.nextSibling && row.item.nextSibling.row.level > row.level) row.item.nextSibling.remove();
  if (current && current !== row && isAbove(row, current)) choose(row, false);
  item(row);
}

/// Rows with everything open below them, in reading order.
function shown(rows) {
  const list = [];
  const open = rows.slice().reverse();
  while (open.length > 0) {
    const row = open.pop();
    list.push(row);
    if (row.open) open.push(...row.children.slice().reverse());
  }
  return list;
}

function isAbove(row, other) {
  for (let at = other.parent; at !== null; at = at.parent) if (at === row) return true;
  return false;
}

/// Draws all rows that are shown anew.
function redraw() {
  const focused = tree.contains(document.activeElement);
  // All at once: taking rows out of the page one by one is slow where there are many.
  tree.replaceChildren();
  const rows = document.createDocumentFragment();
  shown(roots).forEach((row) => rows.append(item(row)));
  tree.setAttribute("aria-label", words().outline_name);
  tree.replaceChildren(rows);
  choose(current || roots[0], focused);
}

/// Unfolds everything; with `detailed` also what lies below single steps.
function unfoldAll(detailed) {
  const open = roots.slice();
  while (open.length > 0) {
    const row = open.pop();
    if (detailed && row.edge.id !== undefined && !row.isReference) row.detailed = hasDetails(nodes[row.edge.id]);
    if (!isFoldable(row)) continue;
    row.open = true;
    row.shown = Infinity;
    row.children = childrenOf(row);
    open.push(...row.children);
  }
  redraw();
}

function foldAll() {
  const open = roots.slice();
  while (open.length > 0) {
    const row = open.pop();
    row.open = false;
    row.detailed = false;
    open.push(...(row.children || []));
  }
  current = null;
  redraw();
}

function moreRows(row) {
  const { parent } = row;
  parent.shown += PAGE_ROWS;
  const before = parent.children.length - 1;
  parent.children = childrenOf(parent);
  const rows = document.createDocumentFragment();
  parent.children.slice(before).forEach((child) => rows.append(item(child)));
  row.item.replaceWith(rows);
  choose(parent.children[before], true);
}

function toggleDetails(row) {
  if (row.edge.id === undefined || row.isReference || !hasDetails(nodes[row.edge.id])) return;
  row.detailed = !row.detailed;
  item(row);
}

/// Makes a row the one that the keyboard acts on.
function choose(row, focus) {
  if (current && current.item) current.item.tabIndex = -1;
  current = row;
  row.item.tabIndex = 0;
  if (focus) row.item.focus({ preventScroll: true });
  if (focus) row.item.scrollIntoView({ block: "nearest" });
}

/// Unfolds the way to a step and goes there.
function reveal(id) {
  const way = [];
  for (let edge = home[id]; edge.from >= 0; edge = home[edge.from]) way.push(edge);
  let row = roots[home[way.length > 0 ? way[way.length - 1].from : id].at];
  way.reverse().forEach((edge) => {
    row.shown = Math.max(row.shown, edge.at + 1);
    if (row.open && row.children.length <= edge.at + 1) row.open = false;
    if (!row.open) { row.open = true; row.children = childrenOf(row); }
    row = row.children[edge.at];
    if (edge.member >= 0) {
      row.shown = Math.max(row.shown, edge.member + 1);
      if (!row.open) { row.open = true; row.children = childrenOf(row); }
      row = row.children[edge.member];
    }
  });
  redraw();
  choose(row, true);
  row.item.scrollIntoView({ block: "center" });
}

/// The first rows: a few levels, not more than fit a screen or two.
function unfoldFirst() {
  let level = roots.slice();
  let count = level.length;
  for (let depth = 0; depth < FIRST_LEVELS; depth += 1) {
    const next = [];
    for (const row of level) {
      if (!isFoldable(row) || count > FIRST_ROWS) continue;
      row.open = true;
      row.children = childrenOf(row);
      count += row.children.length;
      next.push(...row.children);
    }
    level = next;
  }
  redraw();
}

tree.addEventListener("click", (event) => {
  const target = event.target.closest(".row");
  if (!target) return;
  const { row } = target;
  if (event.target.closest("a.see")) { event.preventDefault(); go(nodes[row.edge.id].i); return; }
  choose(row, true);
  if (event.target.closest("button.rest")) moreRows(row);
  else if (event.target.closest("button.more")) toggleDetails(row);
  else if (event.target.closest(".line") && !String(getSelection())) { if (row.open) fold(row); else unfold(row); }
});

tree.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || !current) return;
  const before = current.item.previousSibling;
  const behind = current.item.nextSibling;
  const acts = {
    ArrowDown: () => behind && choose(behind.row, true),
    ArrowUp: () => before && choose(before.row, true),
    ArrowRight: () => (current.open ? behind && choose(behind.row, true) : unfold(current)),
    ArrowLeft: () => (current.open ? fold(current) : current.parent && choose(current.parent, true)),
    Home: () => choose(tree.firstChild.row, true),
    End: () => choose(tree.lastChild.row, true),
    Enter: () => (current.edge.rest ? moreRows(current) : current.isReference ? go(nodes[current.edge.id].i) : toggleDetails(current)),
    " ": () => (current.open ? fold(current) : unfold(current)),
    "*": () => unfoldAll(false),
  };
  if (!acts[event.key]) return;
  event.preventDefault();
  acts[event.key]();
});
