// The proof as a drawing: layers of steps, each above what it rests on. Only the surroundings of a step are drawn; others unfold.

const DRAWN_MAX = 120;
const FIRST_DRAWN = 24;
const DOWN_LEVELS = 2;
const ABOVE_MAX = 4;
const BOX = { width: 188, height: 58, across: 16, down: 44, joint: 10 };
const SVG = "http://www.w3.org/2000/svg";

const drawing = make("section", "drawing");
let drawn = new Set();
let focused = proof.answers[0];
let bounded = false;

/// All steps that a step rests on, each once, in text order.
function premisesOf(id) {
  const all = [];
  below(id).forEach((edge) => (edge.id !== undefined ? all.push(edge.id) : all.push(...edge.ids)));
  return [...new Set(all)];
}

/// Draws what is around a step.
function centre(id) {
  drawn = new Set([id]);
  focused = id;
  bounded = false;
  conclusions[id].slice(0, ABOVE_MAX).forEach((above) => drawn.add(above));
  let level = [id];
  for (let depth = 0; depth < DOWN_LEVELS; depth += 1) {
    const next = [];
    for (const above of level) {
      for (const premise of premisesOf(above)) {
        if (drawn.has(premise)) continue;
        if (drawn.size >= FIRST_DRAWN) break;
        drawn.add(premise);
        next.push(premise);
      }
    }
    level = next;
  }
  draw();
}

/// Draws the neighbours of a step as well.
function unfoldDrawn(id) {
  for (const next of [...premisesOf(id), ...conclusions[id]]) {
    if (drawn.size >= DRAWN_MAX) { bounded = true; break; }
    drawn.add(next);
  }
  focused = id;
  draw();
}

/// Layers by the longest way from the top. An edge that passes layers has a joint in each, so that it runs between boxes.
function layered() {
  const ids = [...drawn].sort((a, b) => b - a);
  const layer = new Map(ids.map((id) => [id, 0]));
  const edges = [];
  ids.forEach((id) => premisesOf(id).filter((premise) => drawn.has(premise)).forEach((premise) => {
    edges.push([id, premise]);
    layer.set(premise, Math.max(layer.get(premise), layer.get(id) + 1));
  }));
  const layers = [];
  const put = (thing, at) => (layers[at] ||= []).push(thing);
  const spots = new Map(ids.map((id) => [id, { id, width: BOX.width, near: [[], []] }]));
  ids.slice().reverse().forEach((id) => put(spots.get(id), layer.get(id)));
  const ways = edges.map(([above, under]) => {
    const way = [spots.get(above)];
    for (let at = layer.get(above) + 1; at < layer.get(under); at += 1) {
      const joint = { width: BOX.joint, near: [[], []] };
      put(joint, at);
      way.push(joint);
    }
    way.push(spots.get(under));
    way.slice(1).forEach((spot, at) => { spot.near[0].push(way[at]); way[at].near[1].push(spot); });
    return way;
  });
  return { layers, ways, spots };
}

const mean = (list) => list.reduce((sum, spot) => sum + spot.x, 0) / list.length;

/// Sets the spots of a layer side by side, each as near as possible to where it wants to be.
function settle(list) {
  let edge = -Infinity;
  let shift = 0;
  list.forEach((spot) => {
    const x = Math.max(spot.wanted, edge + spot.width / 2);
    shift += spot.wanted - x;
    spot.x = x;
    edge = x + spot.width / 2 + BOX.across;
  });
  list.forEach((spot) => { spot.x += shift / list.length; });
}

/// Places: each spot near those that it is connected with, in the layer above and below in turn.
function layout() {
  const { layers, ways, spots } = layered();
  layers.forEach((list) => {
    list.forEach((spot, at) => { spot.wanted = (at - (list.length - 1) / 2) * (BOX.width + BOX.across); });
    settle(list);
  });
  for (let sweep = 0; sweep < 8; sweep += 1) {
    const side = sweep % 2;
    const order = side === 0 ? layers : layers.slice().reverse();
    order.forEach((list) => {
      list.forEach((spot) => { spot.wanted = spot.near[side].length > 0 ? mean(spot.near[side]) : spot.x; });
      list.sort((a, b) => a.wanted - b.wanted || a.x - b.x);
      settle(list);
    });
  }
  const all = layers.flat();
  const left = Math.min(...all.map((spot) => spot.x - spot.width / 2)) - BOX.across;
  const right = Math.max(...all.map((spot) => spot.x + spot.width / 2)) + BOX.across;
  layers.forEach((list, at) => list.forEach((spot) => {
    spot.x -= left;
    spot.y = 12 + at * (BOX.height + BOX.down);
    spot.layer = at;
  }));
  const size = { width: right - left, height: layers.length * (BOX.height + BOX.down) - BOX.down + 24 };
  return { ways, spots, size, layers: layers.map((list) => list.filter((spot) => spot.id !== undefined).map((spot) => spot.id)) };
}

/// From the lower edge of the upper box to the upper edge of the lower one, straight through the layers in between.
function wayOf(way) {
  const last = way[way.length - 1];
  let path = `M${way[0].x} ${way[0].y + BOX.height}`;
  let at = { x: way[0].x, y: way[0].y + BOX.height };
  way.slice(1).forEach((spot) => {
    const bend = (spot.y - at.y) / 2;
    path += `C${at.x} ${at.y + bend} ${spot.x} ${spot.y - bend} ${spot.x} ${spot.y}`;
    if (spot !== last) path += `L${spot.x} ${spot.y + BOX.height}`;
    at = { x: spot.x, y: spot.y + BOX.height };
  });
  return path;
}

function svg(tag, attributes, text) {
  const element = document.createElementNS(SVG, tag);
  Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
  if (text !== undefined) element.textContent = text;
  return element;
}

const wide = (text) => [...text].reduce((sum, sign) => sum + (sign.codePointAt(0) > 0x2e7f ? 2 : 1), 0);

/// Up to three lines, broken at blanks and between wide characters; the third leaves room for what stands beside it.
function linesOf(text, beside) {
  const words = text.match(/[\u2e80-\uffff][，。；：、）》”]*|[^\s\u2e80-\uffff]{1,24}\s*|\s+/gu) || [];
  const lines = [""];
  for (const word of words) {
    const last = lines.length === 3;
    const room = last ? 25 - wide(beside) : 26;
    if (wide(lines[lines.length - 1] + word.trimEnd()) <= room) lines[lines.length - 1] += word;
    else if (last) return [...lines.slice(0, 2), `${lines[2].trim()}…`];
    else lines.push(word);
  }
  return lines.map((line) => line.trim());
}

let plan = null;

function draw() {
  plan = layout();
  const { ways, spots, size } = plan;
  const attributes = { viewBox: `0 0 ${size.width} ${size.height}`, width: size.width, height: size.height, role: "group", "aria-label": words().graph_name };
  const picture = svg("svg", attributes);
  const lines = svg("g", { "aria-hidden": "true" });
  ways.forEach((way) => {
    const touches = way[0].id === focused || way[way.length - 1].id === focused;
    lines.append(svg("path", { class: touches ? "way near" : "way", d: wayOf(way) }));
  });
  picture.append(lines);
  spots.forEach((spot, id) => picture.append(boxOf(id, spot)));
  const frame = make("div", "canvas");
  frame.append(picture);
  drawing.setAttribute("aria-label", words().graph_name);
  const scrolled = drawing.querySelector(".canvas");
  const at = scrolled && [scrolled.scrollLeft, scrolled.scrollTop];
  drawing.replaceChildren(make("p", "hint", words().graph_hint), frame, aboutFocused());
  if (at) [frame.scrollLeft, frame.scrollTop] = at;
  if (bounded) drawing.prepend(make("p", "note", words().bounded(DRAWN_MAX)));
}

function boxOf(id, { x, y }) {
  const node = nodes[id];
  const text = said(node.s);
  const hidden = [...premisesOf(id), ...conclusions[id]].filter((other) => !drawn.has(other)).length;
  const rest = hidden > 0 ? words().hidden(hidden) : "";
  const lines = linesOf(text, rest);
  const box = svg("g", {
    class: `box kind-${node.k}${id === focused ? " focused" : ""}${hits.has(id) ? " hit" : ""}`, transform: `translate(${x - BOX.width / 2} ${y})`,
    tabindex: id === focused ? "0" : "-1", role: "button", "aria-description": words().kinds[node.k], "data-id": id,
  });
  box.append(svg("rect", { width: BOX.width, height: BOX.height, rx: node.k === "record" || node.k === "given" ? 0 : 6 }));
  lines.forEach((line, at) => box.append(svg("text", { x: 10, y: BOX.height / 2 + 4 + (at - (lines.length - 1) / 2) * 15 }, line)));
  if (rest) box.append(svg("text", { class: "hidden", x: BOX.width - 8, y: BOX.height - 6, "text-anchor": "end" }, rest));
  return box;
}

/// The step in words, and where to go from it.
function aboutFocused() {
  const node = nodes[focused];
  const about = make("div", "about");
  about.append(make("p", "said", said(node.s)));
  if (node.r !== undefined) {
    const articles = (node.n || []).map((index) => said(proof.norms[index].title));
    about.append(make("p", "rule", [`${words().rule} ${proof.rules[node.r].label}`, ...articles].join(" · ")));
  }
  (node.d || []).slice(0, 3).forEach((note) => about.append(makeNote("note", said(note))));
  const again = make("button", "", words().centre);
  again.type = "button";
  again.addEventListener("click", () => { centre(focused); focusBox(); });
  const outline = make("button", "", words().in_outline);
  outline.type = "button";
  outline.addEventListener("click", () => { show("outline"); reveal(focused); });
  const buttons = make("p", "buttons");
  buttons.append(again, outline);
  about.append(buttons);
  return about;
}

/// Brings the focused step into the middle of what is seen of the drawing.
function inSight() {
  const spot = plan.spots.get(focused);
  const frame = drawing.querySelector(".canvas");
  frame.scrollLeft = spot.x - frame.clientWidth / 2;
  frame.scrollTop = spot.y + BOX.height / 2 - frame.clientHeight / 2;
}

function focusBox() {
  const box = drawing.querySelector(`g[data-id="${focused}"]`);
  box.focus({ preventScroll: true });
  inSight();
}

drawing.addEventListener("click", (event) => {
  const box = event.target.closest("g.box");
  if (!box) return;
  unfoldDrawn(Number(box.dataset.id));
  focusBox();
});

/// The next step in a direction: up and down along the edges, left and right within a layer.
function neighbour(key) {
  const place = plan.spots.get(focused);
  if (key === "ArrowDown") return premisesOf(focused).find((id) => drawn.has(id));
  if (key === "ArrowUp") return conclusions[focused].find((id) => drawn.has(id));
  const list = plan.layers[place.layer];
  return list[list.indexOf(focused) + (key === "ArrowRight" ? 1 : -1)];
}

drawing.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || !event.target.closest("g.box")) return;
  if (event.key === "Enter" || event.key === " ") {
    event.preventDefault();
    unfoldDrawn(focused);
    focusBox();
  } else if (event.key.startsWith("Arrow")) {
    event.preventDefault();
    const next = neighbour(event.key);
    if (next === undefined) return;
    focused = next;
    draw();
    focusBox();
  }
});
