// Checks of pages and reports in a browser. `node checks.mjs FOLDER CHECK` runs one; it ends with 1 where something is not as it should be.
// `node checks.mjs FOLDER shots OUT` takes pictures for people to look at.

import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [, , folder, name, out] = process.argv;
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", headless: true, args: FLAGS });

/// Opens a file. Whatever goes wrong in it, or leaves the machine, fails the check.
async function open(file, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, ...options });
  const page = await context.newPage();
  page.trouble = [];
  page.on("pageerror", (error) => page.trouble.push(String(error)));
  page.on("console", (message) => { if (["error", "warning"].includes(message.type())) page.trouble.push(message.text()); });
  page.on("request", (request) => { if (!request.url().startsWith("file:")) page.trouble.push(request.url()); });
  page.on("dialog", (dialog) => { page.trouble.push(dialog.message()); dialog.dismiss(); });
  await page.goto(pathToFileURL(path.join(folder, file)).href);
  if (options.javaScriptEnabled !== false && (await page.$("script#proof"))) await page.waitForSelector("html[data-ready]", { state: "attached" });
  return page;
}

async function close(page) {
  assert.deepEqual(page.trouble, []);
  await page.context().close();
}

const rows = (page) => page.locator("[role=treeitem]").count();
const texts = (page, selector) => page.locator(selector).allTextContents();
/// What the row with the focus says, also in the terms of the rules.
const focused = (page) => page.evaluate(() => [...document.activeElement.querySelectorAll(".said, .formal")].map((part) => part.textContent).join(" "));

/// Serious and critical faults of the page as it is.
async function faults(page) {
  await page.evaluate(axe);
  const found = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
  assert.ok(found.passes.length > 10, "the rules were not applied");
  return found.violations.filter((fault) => ["serious", "critical"].includes(fault.impact))
    .map((fault) => `${fault.id}: ${fault.nodes.slice(0, 3).map((node) => `${node.html.slice(0, 400)} ${node.failureSummary}`).join(" | ")}`);
}

const checks = {
  /// Steps fold and unfold; a step that several others rest on is told once and referred to elsewhere.
  async outline() {
    const page = await open("lease.html");
    const first = await rows(page);
    assert.ok(first > 5 && first < 80, `${first} rows at first`);
    await page.getByRole("button", { name: "Unfold all" }).click();
    const all = await rows(page);
    assert.ok(all > first);
    assert.equal(await page.locator("[aria-expanded=false][role=treeitem]").count(), 0);
    await page.getByRole("button", { name: "Fold all", exact: true }).click();
    assert.equal(await rows(page), 1);
    await page.locator(".answer .line").first().click();
    assert.equal(await page.locator(".answer").getAttribute("aria-expanded"), "true");
    assert.match((await texts(page, ".answer .major")).join(), /Major premise/);
    assert.deepEqual(await texts(page, ".answer .minors"), ["Minor premises"]);
    const premises = await texts(page, "[aria-level='2']");
    assert.deepEqual(premises.map((text) => text.match(/(候选|明显低价|no 待核)\(/)[1]), ["候选", "明显低价", "no 待核"]);
    await page.locator(".answer .line").first().click();
    assert.equal(await rows(page), 1);
    await close(page);
  },

  /// Articles and records unfold on demand, records with their neighbours.
  async details() {
    const page = await open("lease.html");
    await page.getByRole("button", { name: "Unfold all" }).click();
    assert.equal(await page.locator(".panel").count(), 0);
    await page.locator(".answer button.more").first().click();
    assert.match((await texts(page, ".answer .panel.rule pre")).join(), /线索\(.*:-/s);
    const record = page.locator(".kind-record", { hasText: "租约(\"Z0001\"" }).first();
    await record.locator("button.more").click();
    const cells = await record.locator("tbody th").allTextContents();
    assert.ok(cells.length >= 3, cells.join());
    assert.equal(await record.locator("tr.this th").textContent(), "租约.csv, row 2");
    assert.equal(await record.locator("tr.this td").first().textContent(), "Z0001");
    assert.match(await record.locator(".digest").textContent(), /^租约\.csv: SHA-256 [0-9a-f]{64}$/);
    await record.locator("button.more").click();
    assert.equal(await record.locator("table").count(), 0);
    await close(page);

    // Where the program quotes the law, the words of the article are there, with dates and whether anybody compared them.
    const law = await open(path.join("law/proofs", readdirSync(path.join(folder, "law/proofs")).sort()[0]));
    await law.locator(".answer button.more").first().click();
    assert.ok((await texts(law, ".panel.article .law"))[0].length > 20);
    assert.match((await texts(law, ".panel.article .time"))[0], /施行/);
    await close(law);
  },

  /// The search jumps to hits, unfolds to them, and counts.
  async search() {
    const page = await open("lease.html");
    await page.keyboard.press("/");
    await page.keyboard.type("2317000");
    assert.equal(await page.locator(".count").textContent(), "0 of 2");
    await page.keyboard.press("Enter");
    assert.equal(await page.locator(".count").textContent(), "1 of 2");
    const hit = page.locator(".hit .said").first();
    assert.match(await hit.textContent(), /2317000/);
    assert.ok(await hit.isVisible());
    await page.keyboard.press("Enter");
    assert.equal(await page.locator(".hit").count(), 2);
    await page.locator("#search").fill("nowhere at all");
    assert.equal(await page.locator(".count").textContent(), "no hit");
    await page.locator("#search").press("Escape");
    assert.equal(await page.locator(".hit").count(), 0);
    await close(page);
  },

  /// The other language comes without loading anything, and what is unfolded stays so.
  async language() {
    const page = await open("lease.html");
    await page.getByRole("button", { name: "Unfold all" }).click();
    const before = await rows(page);
    await page.evaluate(() => { window.same = true; });
    await page.locator("button.language").click();
    assert.equal(await page.evaluate(() => document.documentElement.lang), "zh-CN");
    assert.equal(await page.evaluate(() => window.same), true);
    assert.equal(await rows(page), before);
    assert.match(await page.locator(".answer .major").textContent(), /大前提/);
    assert.match(await page.locator(".page").textContent(), /没有 待核/);
    await page.keyboard.press("l");
    assert.equal(await page.evaluate(() => document.documentElement.lang), "en");
    assert.match(await page.locator(".page").textContent(), /no 待核/);
    await close(page);
  },

  /// Everything goes without a mouse.
  async keyboard() {
    const page = await open("lease.html");
    await page.getByRole("button", { name: "Fold all", exact: true }).click();
    await page.locator("[role=treeitem]").first().focus();
    await page.keyboard.press("ArrowRight");
    assert.equal(await rows(page), 4);
    await page.keyboard.press("ArrowRight");
    assert.match(await focused(page), /候选\(/);
    await page.keyboard.press("End");
    assert.match(await focused(page), /no 待核\(/);
    await page.keyboard.press("ArrowLeft");
    assert.match(await focused(page), /线索\(/);
    await page.keyboard.press("Enter");
    assert.ok((await page.locator(".answer .panel").count()) > 0);
    await page.keyboard.press("Enter");
    assert.equal(await page.locator(".answer .panel").count(), 0);
    await page.keyboard.press("*");
    assert.equal(await page.locator("[aria-expanded=false][role=treeitem]").count(), 0);
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowLeft");
    assert.equal(await rows(page), 1);
    assert.equal(await page.locator("[role=treeitem][tabindex='0']").count(), 1);
    await page.keyboard.press("?");
    assert.ok(await page.getByRole("dialog", { name: "Help" }).isVisible());
    await page.keyboard.press("Escape");
    assert.equal(await page.locator("dialog[open]").count(), 0);
    await close(page);
  },

  /// The drawing shows the surroundings of a step and unfolds on demand.
  async graph() {
    const page = await open("lease.html");
    await page.keyboard.press("g");
    const first = await page.locator("g.box").count();
    assert.ok(first > 3 && first < 30, `${first} boxes at first`);
    await page.locator("g.box", { hasText: "the object of auction" }).first().click();
    assert.ok((await page.locator("g.box").count()) > first);
    assert.match(await page.locator(".about .said").textContent(), /is under the long lease/);
    await page.keyboard.press("ArrowUp");
    assert.match(await page.locator(".about .said").textContent(), /its rent was paid at once/);
    const boxes = await page.locator("g.box").evaluateAll((list) => list.map((box) => box.getBoundingClientRect()).map(({ x, y, width, height }) => [x, y, width, height]));
    for (const [at, a] of boxes.entries()) for (const b of boxes.slice(at + 1)) {
      assert.ok(a[0] + a[2] <= b[0] + 1 || b[0] + b[2] <= a[0] + 1 || a[1] + a[3] <= b[1] + 1 || b[1] + b[3] <= a[1] + 1, "boxes overlap");
    }
    await page.getByRole("button", { name: "Show in the outline" }).click();
    assert.match(await focused(page), /候选\(/);
    await close(page);
  },

  /// Ten thousand steps: open in two seconds, every step within reach, all of them unfolded.
  async large() {
    const times = [];
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const page = await open("chain.html");
      times.push(await page.evaluate(() => performance.getEntriesByType("mark").find((mark) => mark.name === "ready").startTime));
      if (attempt < 2) { await close(page); continue; }
      assert.ok((await page.locator("header .counts").textContent()).startsWith("20"), await page.locator("header .counts").textContent());
      await page.locator("#search").fill("path(0, 17)");
      await page.locator("#search").press("Enter");
      assert.ok(await page.locator(".hit .said", { hasText: "path(0, 17)" }).first().isVisible());
      await page.keyboard.press("Escape");
      await page.locator(".tools button", { hasText: "Unfold all" }).click();
      assert.ok((await rows(page)) >= 10_000);
      await page.locator(".tools button[data-view=graph]").click();
      assert.ok((await page.locator("g.box").count()) < 40);
      await close(page);
    }
    assert.ok(Math.min(...times) < 2000, `opened in ${times.map(Math.round)} ms`);
  },

  /// Of three hundred contributions a hundred are shown at a time.
  async many() {
    const page = await open("many.html");
    await page.getByRole("button", { name: "Fold all", exact: true }).click();
    await page.locator(".answer .line").click();
    await page.locator(".kind-aggregate .line").click();
    const members = () => page.locator("[aria-level='3']").count();
    assert.equal(await members(), 101);
    await page.getByRole("button", { name: "Show 100 more of 200" }).click();
    assert.equal(await members(), 201);
    await page.getByRole("button", { name: "Show 100 more of 100" }).click();
    assert.equal(await members(), 300);
    await close(page);
  },

  /// Nothing in a record is markup, nothing of it runs, and a cell of ten megabytes is cut with a note.
  async hostile() {
    const files = ["hostile.html", "hostile_lacking.html", "hostile/index.html", "hostile/clues-1.html", "hostile/sources.html"];
    files.push(...readdirSync(path.join(folder, "hostile/proofs")).map((file) => `hostile/proofs/${file}`));
    for (const file of files) {
      const bytes = readFileSync(path.join(folder, file));
      assert.ok(bytes.length < 400_000, `${file} has ${bytes.length} bytes`);
      assert.ok(!/<script>window|<img src=x|<svg onload|<b>x/.test(bytes.toString()), file);
      const page = await open(file);
      if (await page.$(".tools")) { await page.getByRole("button", { name: "Unfold all" }).click(); await page.keyboard.press("g"); await page.keyboard.press("g"); }
      assert.equal(await page.evaluate(() => window.owned), undefined, file);
      assert.equal(await page.locator("img, svg[onload], iframe, object").count(), 0);
      await close(page);
    }
    const page = await open("hostile.html");
    assert.match(await page.locator(".page").textContent(), /<script>window\.owned = 1<\/script>/);
    await page.getByRole("button", { name: "Unfold all" }).click();
    for (const button of await page.locator(".kind-record button.more").all()) await button.click();
    assert.match(await page.locator(".page").textContent(), /cut; 3500000 characters in the record/);
    // Even markup that came into the page could not run.
    const ran = await page.evaluate(() => new Promise((done) => {
      const script = document.createElement("script");
      script.textContent = "window.owned = 'injected'";
      document.body.append(script);
      const image = document.createElement("div");
      image.innerHTML = "<img src=x onerror=\"window.owned='handler'\">";
      document.body.append(image);
      setTimeout(() => done(window.owned), 200);
    }));
    assert.equal(ran, undefined);
    await page.context().close();
  },

  /// axe-core finds no serious or critical fault: both languages, both views, light and dark, lists and proofs.
  async accessible() {
    const found = [];
    for (const colorScheme of ["light", "dark"]) {
      for (const file of ["lease.html", "hostile.html", "near.html", "lacking.html", "open.html", "elements.html", path.join("law/proofs", readdirSync(path.join(folder, "law/proofs")).sort()[0])]) {
        const page = await open(file, { colorScheme });
        for (let language = 0; language < 2; language += 1) {
          await page.locator(".tools button", { hasText: /^(Unfold all|全部展开)$/ }).click();
          for (const button of (await page.locator("button.more").all()).slice(0, 6)) await button.click();
          found.push(...(await faults(page)).map((fault) => `${file} outline ${colorScheme}: ${fault}`));
          await page.locator(".tools button[data-view=graph]").click();
          found.push(...(await faults(page)).map((fault) => `${file} graph ${colorScheme}: ${fault}`));
          await page.locator(".tools button[data-view=outline]").click();
          await page.locator("button.language").click();
        }
        await page.keyboard.press("?");
        found.push(...(await faults(page)).map((fault) => `${file} help ${colorScheme}: ${fault}`));
        await page.context().close();
      }
      for (const file of ["report/index.html", "report/clues-1.html", "report/sources.html", "law/index.html", "law/open-1.html"]) {
        const page = await open(file, { colorScheme });
        for (let language = 0; language < 2; language += 1) {
          found.push(...(await faults(page)).map((fault) => `${file} ${colorScheme}: ${fault}`));
          await page.locator("button.language").click();
        }
        await page.context().close();
      }
    }
    assert.deepEqual(found, []);
  },

  /// On paper everything is unfolded and there are no controls; the screen is as it was before.
  async print() {
    const page = await open("lease.html");
    const before = await rows(page);
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    assert.equal(await page.locator("[aria-expanded=false][role=treeitem]").count(), 0);
    assert.ok((await page.locator(".panel.rule").count()) > 3);
    await page.emulateMedia({ media: "print" });
    for (const selector of [".tools", "button.more", "button.language"]) assert.equal(await page.locator(selector).first().isVisible(), false, selector);
    await page.emulateMedia({ media: "screen" });
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    assert.equal(await rows(page), before);
    const pdf = await page.pdf({ format: "A4" });
    assert.ok(pdf.length > 20_000);
    await close(page);
  },

  /// Of a fact that does not hold: rules tried, the first premise that fails, what comes near with its record, what is missing in turn.
  async why_not() {
    const page = await open("near.html");
    assert.equal(await page.locator("h1").textContent(), "late(\"O-3\") does not hold.");
    assert.equal(await page.locator(".top .kind").textContent(), "Why not");
    assert.equal(await page.locator("header .counts").textContent(), "3 rules examined, 3 near misses");
    assert.equal(await page.locator("[aria-expanded=false][role=treeitem]").count(), 0, "what is short is unfolded");
    const fails = page.locator(".kind-fails", { hasText: "order(i, \"甲公司\", s)" });
    assert.match(await fails.textContent(), /fails.*with i = "O-3".*none of the 3 facts of order fits/s);
    // What would rest on itself is said, not repeated.
    assert.match(await page.locator(".kind-fails", { hasText: "late(i)" }).textContent(), /here it would rest on itself/);
    const near = page.locator(".kind-near", { hasText: "甲公局" });
    assert.match(await near.textContent(), /nearest.*order\("O-3", "甲公局", d"2024-01-06"\).*customer is "甲公局" instead of "甲公司", 1 character off.*record: order\.csv, row 4/s);
    await near.locator("button.more").click();
    assert.equal(await near.locator("tr.this th").textContent(), "order.csv, row 4");
    assert.deepEqual(await near.locator("tbody th").allTextContents(), ["order.csv, row 2", "order.csv, row 3", "order.csv, row 4"]);
    await page.locator("#search").fill("甲公司");
    await page.locator("#search").press("Enter");
    assert.ok(await page.locator(".hit").first().isVisible());
    await page.locator("#search").press("Escape");
    const before = await rows(page);
    await page.locator("button.language").click();
    assert.equal(await rows(page), before);
    assert.equal(await page.locator("h1").textContent(), "late(\"O-3\") 不成立。");
    assert.match((await texts(page, ".kind-fails .role")).join(), /^不成立/);
    await page.keyboard.press("g");
    assert.ok((await page.locator("g.box").count()) > 3);
    await page.keyboard.press("g");
    await close(page);

    // Articles are there on demand, and a missing conclusion is followed into its rules.
    const lease = await open("lacking.html");
    await lease.getByRole("button", { name: "Unfold all" }).click();
    assert.ok((await lease.locator(".kind-lacking").count()) >= 3);
    assert.match((await texts(lease, ".kind-fails .note")).join(), /fails by 2158 days/);
    await lease.locator(".kind-attempt button.more").first().click();
    assert.ok((await texts(lease, ".panel.article .law"))[0].length > 20);
    await close(lease);

    // What is open is told apart from what is false, with whom to ask and how the elements stand.
    const waiting = await open("open.html");
    assert.match(await waiting.locator("h1").textContent(), /^逾期未申请\("Y12", d"2024-10-08"\) is undetermined/);
    await waiting.getByRole("button", { name: "Unfold all" }).click();
    assert.equal(await waiting.locator(".kind-point").count(), 1);
    assert.match(await waiting.locator(".kind-point").textContent(), /not declared complete/);
    assert.deepEqual((await texts(waiting, ".kind-met .role, .kind-unmet .role")), ["met", "not met", "not met", "met"]);
    await close(waiting);
    const elements = await open("elements.html");
    assert.match(await elements.locator(".answer .note").first().textContent(), /neither conditional nor undetermined/);
    assert.equal(await elements.locator(".kind-met").count(), 3);
    await elements.getByRole("button", { name: "Unfold all" }).click();
    assert.match(await elements.locator(".kind-ground").textContent(), /申请\.csv, row 4/);
    await close(elements);
  },

  /// A report works from a folder: every link leads somewhere inside it, the language stays chosen, proofs lead back.
  async report() {
    for (const report of ["report", "law"]) {
      const root = path.join(folder, report);
      const seen = new Set();
      const left = ["index.html"];
      let proofs = 0;
      let asked = 0;
      while (left.length > 0) {
        const file = left.pop();
        if (seen.has(file)) continue;
        seen.add(file);
        assert.ok(existsSync(path.join(root, file)), file);
        const html = readFileSync(path.join(root, file), "utf8");
        assert.ok(!html.includes(process.cwd()) && !/"\/(work|root|home|tmp)\//.test(html), `${file} says where it was made`);
        if (file.startsWith("proofs/")) { proofs += 1; continue; }
        if (file.startsWith("open/")) { asked += 1; continue; }
        for (const [, target] of html.matchAll(/(?:href|src)="([^"#]+)(?:#[^"]*)?"/g)) {
          assert.ok(!/^[a-z]+:|^\//.test(target), target);
          left.push(path.posix.normalize(path.posix.join(path.posix.dirname(file), target)));
        }
      }
      assert.equal(proofs, readdirSync(path.join(root, "proofs")).length);
      assert.ok(proofs > 3);
      assert.equal(asked, report === "law" ? readdirSync(path.join(root, "open")).length : 0);
    }
    const page = await open("report/index.html");
    assert.match(await page.locator("main").textContent(), /线索/);
    await page.locator("main a[href^='clues-1.html']").first().click();
    await page.locator("a.id", { hasText: "13d9a3267081ec86" }).click();
    await page.waitForSelector("html[data-ready]", { state: "attached" });
    assert.match(await page.locator("h1").textContent(), /P0006/);
    await page.locator("a.back").click();
    assert.match(page.url(), /report\/index\.html$/);
    assert.equal(await page.locator("h1 span[lang=en]").isVisible(), false);
    await page.locator("button.language").click();
    assert.equal(await page.locator("h1 span[lang=en]").isVisible(), true);
    await close(page);
    const asks = await open("law/open-1.html");
    assert.ok((await asks.locator(".open li").count()) > 0);
    const [candidate, point] = [await asks.locator(".open h3").first().textContent(), await asks.locator(".open li code").count()];
    assert.ok(point > 0);
    await asks.locator(".open h3 a").first().click();
    await asks.waitForSelector("html[data-ready]", { state: "attached" });
    assert.match(await asks.locator("h1").textContent(), new RegExp(`"${candidate.match(/Y\d+/)[0]}".*待认定`));
    assert.equal(await asks.locator(".kind-point").count(), 1);
    assert.ok((await asks.locator(".kind-met").count()) > 0);
    await asks.locator("a.back").click();
    assert.match(asks.url(), /law\/index\.html$/);
    await close(asks);
  },

  /// Without scripts there is an outline, and lists of a report are whole.
  async plain() {
    const page = await open("lease.html", { javaScriptEnabled: false });
    const lacking = await open("near.html", { javaScriptEnabled: false });
    assert.match(await lacking.locator("pre.plain").textContent(), /^- late\("O-3"\) does not hold\.\n {2}- rule late#1: fails at due\(i, _\)\n {4}- fails: due\(i, _\)\n/);
    await lacking.context().close();
    const text = await page.locator("pre.plain").textContent();
    assert.match(text, /^- #\d+ 线索\("P0006", "Z0001"\)\n {4}线索#1/);
    assert.match(text, /\n {2}- no 待核/);
    await page.context().close();
    const list = await open("report/clues-1.html", { javaScriptEnabled: false });
    assert.ok((await list.locator("a.id").count()) > 50);
    assert.equal(await list.locator("h1 span[lang=en]").isVisible(), false);
    await list.context().close();
  },

  /// Pictures for people.
  async shots() {
    mkdirSync(out, { recursive: true });
    const shot = async (page, file, fullPage = false) => { await page.screenshot({ path: path.join(out, file), fullPage }); };
    const proof = path.join("law/proofs", readdirSync(path.join(folder, "law/proofs")).sort()[0]);
    for (const [label, options] of [["desk", {}], ["phone", { viewport: { width: 390, height: 844 } }], ["dark", { colorScheme: "dark" }]]) {
      for (const [file, short] of [["lease.html", "lease"], [proof, "law"], ["near.html", "near"], ["lacking.html", "lacking"], ["open.html", "waiting"], ["elements.html", "elements"]]) {
        const page = await open(file, options);
        await shot(page, `${short}-${label}-1.png`);
        await page.locator("button.more").first().click();
        await page.locator("button.language").click();
        await shot(page, `${short}-${label}-2.png`, label === "phone");
        await page.keyboard.press("g");
        await shot(page, `${short}-${label}-3.png`);
        await page.context().close();
      }
      for (const [file, short] of [["report/index.html", "index"], ["report/clues-1.html", "clues"], ["report/sources.html", "sources"], ["law/index.html", "lawindex"], ["law/open-1.html", "open"]]) {
        const page = await open(file, options);
        await shot(page, `${short}-${label}-zh.png`);
        await page.locator("button.language").click();
        await shot(page, `${short}-${label}-en.png`);
        await page.context().close();
      }
    }
    for (const [file, short] of [["lease.html", "lease"], [proof, "law"], ["near.html", "near"], ["law/index.html", "index"]]) {
      const page = await open(file);
      await page.pdf({ path: path.join(out, `${short}.pdf`), format: "A4" });
      await page.context().close();
    }
  },
};

let failed = false;
try {
  await checks[name]();
} catch (error) {
  failed = true;
  console.error(error);
}
await browser.close();
process.exit(failed ? 1 : 0);
