// What unfolds below a step: its rule, the articles of law, the record with its neighbours.

const ROWS_AROUND = 2;

function definition(list, term, text, name) {
  list.append(make("dt", "", term), make("dd", name || "", text));
}

/// Title, time, whether it was compared with its source, and the words of an article.
function articlePanel(index) {
  const norm = proof.norms[index];
  const panel = make("section", "panel article");
  panel.append(make("h3", "", `${said(norm.title)}`));
  const time = norm.to ? words().until(norm.from, norm.to) : words().since(norm.from);
  const line = make("p", "time", time);
  const checked = norm.checked ? words().checked(norm.checked.on, norm.checked.against) : words().unverified;
  line.append(make("span", norm.checked ? "checked" : "unverified", checked));
  panel.append(line);
  const text = make("blockquote", "law", norm.text || words().no_text);
  if (norm.text) text.lang = "zh-CN";
  panel.append(text);
  return panel;
}

/// The rule as it is written, and the values of its variables.
function rulePanel(node) {
  const rule = proof.rules[node.r];
  const panel = make("section", "panel rule");
  panel.append(make("h3", "", `${words().rule_text} · ${rule.place}`), make("pre", "source", rule.text));
  if (node.v && node.v.length > 0) {
    const list = make("dl", "values");
    node.v.forEach(([name, value]) => definition(list, name, value));
    panel.append(make("h3", "", words().variables), list);
  }
  return panel;
}

/// The record among those that stand before and behind it in its source.
function recordPanel(node) {
  const relation = proof.relations[node.rel];
  const panel = make("section", "panel record");
  panel.append(make("h3", "", `${words().neighbours} · ${relation.name}`));
  const rows = proof.records[node.rel] || {};
  const table = make("table");
  const head = make("tr");
  head.append(headCell("", words().record), ...relation.columns.map((name) => headCell("", name)));
  const top = make("thead");
  top.append(head);
  const body = make("tbody");
  for (let at = node.row - ROWS_AROUND; at <= node.row + ROWS_AROUND; at += 1) {
    const row = rows[at];
    if (!row) continue;
    const line = make("tr", at === node.row ? "this" : "");
    const first = headCell("", said(row[0]));
    first.scope = "row";
    if (at === node.row) first.setAttribute("aria-current", "true");
    line.append(first, ...row[1].map((value) => valueCell(value)));
    body.append(line);
  }
  table.append(top, body);
  const frame = make("div", "frame");
  frame.append(table);
  panel.append(frame, ...(node.in || []).map((file) => make("p", "digest", words().digest(file, proof.digests[file]))));
  return panel;
}

function headCell(name, text) {
  const cell = make("th", name, text);
  cell.scope = "col";
  return cell;
}

/// A value; one that was cut says how long it is in the record.
function valueCell(value) {
  const cell = make("td", "", typeof value === "string" ? value : value[0]);
  if (typeof value !== "string") cell.append(make("span", "cut", ` (${words().cut(value[1])})`));
  return cell;
}

/// Whether anything unfolds below a step.
const hasDetails = (node) => node.r !== undefined || node.row !== undefined || (node.n || []).length > 0;

function panels(node) {
  const all = (node.n || []).map(articlePanel);
  if (node.r !== undefined) all.push(rulePanel(node));
  if (node.row !== undefined) all.push(recordPanel(node));
  return all;
}
