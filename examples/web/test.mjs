// The page in a real browser: the same bytes as the program, what is wrong underlined where it stands, nothing that
// leaves the page, nothing told to the console, nothing that axe-core finds, and quick.
//
//     BIZCASE=../../target/release/bizcase npm test     needs Chromium (CHROMIUM, else /usr/bin/chromium)

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const here = dirname(fileURLToPath(import.meta.url));
const house = join(here, "..", "..");
const page_file = join(here, "target", "bizcase.html");
const program = process.env.BIZCASE ?? join(house, "target", "release", "bizcase");
const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

let browser;
let page;
const told = [];
const requests = [];

before(async () => {
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
  page = await opened();
});

after(() => browser?.close());

/** The page, once it has an answer. */
async function opened(hash = "", viewport = { width: 1280, height: 800 }) {
  const context = await browser.newContext({ viewport, locale: "nl-NL", bypassCSP: false });
  const made = await context.newPage();
  made.on("console", (message) => told.push(message.text()));
  made.on("pageerror", (failure) => told.push(String(failure)));
  made.on("request", (request) => requests.push(request.url()));
  await made.goto(`file://${page_file}${hash}`);
  await made.waitForFunction(() => document.getElementById("answer").textContent !== "", undefined, { timeout: 60_000 });
  return made;
}

/** What the program prints in a terminal of nobody's. */
function ours(args, files, input) {
  const { stdout, stderr, status } = spawnSync(program, args, {
    cwd: house, input, encoding: "utf8", env: { NO_COLOR: "1", COLUMNS: "80" }, maxBuffer: 1e9,
  });
  return { code: status, output: stdout, errors: stderr };
}

const inPage = (args, files) => page.evaluate(([args, files]) => window.bizcase.run(args, files), [args, files]);
const toml = (folder) => readdirSync(join(house, folder)).filter((name) => name.endsWith(".toml")).map((name) => `${folder}/${name}`);
const text = (path) => readFileSync(join(house, path), "utf8");

/** All files below a folder that a case or a fund there may lead to. */
function around(...folders) {
  return Object.fromEntries(folders.flatMap(toml).map((path) => [path, text(path)]));
}

const FORMATS = ["text", "json", "csv"];
const COMMANDS = [
  ...["check", "show", "close", "stress", "sensitivity", "sources", "compare"].flatMap((command) => FORMATS.map((format) => [command, format])),
  ["simulate", "text"],
  ["simulate", "json"],
  ["check", "sarif"],
  ["check", "ndjson"],
];

test("every command gives the bytes of the program on every case", async () => {
  const files = around("cases", "cases/funds", "cases/prices", "examples/kwekerij");
  let held = 0;
  for (const path of [...toml("cases"), ...toml("examples/kwekerij")]) {
    for (const [command, format] of COMMANDS) {
      const args = [command, path, "--format", format, ...(command === "simulate" ? ["--draws", "300"] : [])];
      const { made, ...found } = await inPage(args, files);
      assert.deepEqual(found, ours(args), args.join(" "));
      held += 1;
    }
  }
  for (const path of toml("cases/funds")) {
    for (const format of FORMATS) {
      const args = ["fund", path, "--format", format];
      const { made, ...found } = await inPage(args, files);
      assert.deepEqual(found, ours(args), args.join(" "));
      held += 1;
    }
  }
  console.log(`${held} answers are the program's, to the byte`);
});

test("what is wrong is underlined where the terminal underlines it", async () => {
  const folders = ["tests/problems/case", "tests/problems/entry", "tests/problems/syntax"].filter((folder) => {
    try { return readdirSync(join(house, folder)).length > 0; } catch { return false; }
  });
  let held = 0;
  for (const path of folders.flatMap(toml)) {
    const input = text(path);
    const problems = JSON.parse(ours(["check", "-", "--format", "json"], {}, input).output || "{}").problems ?? [];
    if (!problems.length || problems.some((problem) => !problem.place || /[\r\0]/.test(input))) continue;
    const marks = await page.evaluate(async (input) => {
      const before = document.getElementById("problems").firstChild;
      window.bizcase.write(input);
      await new Promise((done) => {
        const look = () => (document.getElementById("problems").firstChild === before ? setTimeout(look, 5) : done());
        look();
      });
      return window.bizcase.marks();
    }, input);
    const places = problems.map(({ place }) => `${place.line}:${place.column}`).sort();
    assert.deepEqual(marks.sort(), places, path);
    held += 1;
  }
  assert.ok(held > 30, String(held));
  console.log(`${held} examples of mistakes are underlined in their place`);
});

test("a hostile case is shown as text", async () => {
  const files = { "case.toml": text("tests/hostile_texts/case.toml") };
  await page.evaluate((files) => window.bizcase.open(files), files);
  await page.click("#tab-report");
  await page.waitForSelector("#shown iframe");
  const made = await page.evaluate(() => document.querySelectorAll("#answers script, #answers img, #answers a").length);
  assert.equal(made, 0);
});

test("a link holds the whole case", async () => {
  await page.evaluate((files) => window.bizcase.open(files), { "mijn.toml": text("cases/taalmaatjes.toml") });
  await page.click("#link");
  await page.waitForFunction(() => location.hash.length > 100);
  const other = await opened(await page.evaluate(() => location.hash));
  assert.equal(await other.evaluate(() => window.bizcase.read()), text("cases/taalmaatjes.toml"));
  await other.context().close();
});

test("axe-core finds nothing, on a screen and on a phone, and nothing is wider than the phone", async () => {
  for (const viewport of [{ width: 1280, height: 800 }, { width: 360, height: 740 }]) {
    const looked = await opened("", viewport);
    const wide = await looked.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= viewport.width, `${wide} of ${viewport.width}`);
    for (const tab of ["check", "whatif", "report"]) {
      await looked.click(`#tab-${tab}`);
      await looked.waitForFunction(() => document.getElementById("busy").hidden && document.getElementById("shown").childElementCount > 0);
      await looked.waitForTimeout(300);
      await looked.evaluate(readFileSync(axe, "utf8"));
      const { violations } = await looked.evaluate(() => window.axe.run({ iframes: false }));
      assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 200))]), [], tab);
    }
    await looked.context().close();
  }
});

test("what takes long is stopped with a word, and the page goes on", async () => {
  const looked = await opened();
  const stopped = await looked.evaluate(async () => {
    const long = window.bizcase.run(["simulate", "case.toml", "--draws", "1000000"], { "case.toml": window.bizcase.read() });
    setTimeout(() => document.getElementById("stop").click(), 500);
    try { return String(await long); } catch (failure) { return failure.constructor.name; }
  });
  assert.notEqual(stopped, "[object Object]");
  await looked.click("#tab-stress");
  await looked.waitForFunction(() => document.querySelector("#shown pre")?.textContent.length > 200);
  await looked.context().close();
});

test("nothing leaves the page, and nothing is told to the console", () => {
  assert.deepEqual(requests.filter((url) => !/^(file|blob|data|about):/.test(url)), []);
  assert.deepEqual(told, []);
});

test("it is small, and quick", async () => {
  const { size } = statSync(page_file);
  assert.ok(size < 3_000_000, `${size} bytes`);
  const before = performance.now();
  const looked = await opened();
  const opens = performance.now() - before;
  const strokes = await looked.evaluate(async () => {
    const times = [];
    for (let stroke = 0; stroke < 20; stroke += 1) {
      const start = performance.now();
      await window.bizcase.run(["check", "case.toml", "--quiet"], { "case.toml": `${window.bizcase.read()}\n# ${stroke}` });
      times.push(performance.now() - start);
    }
    return times.sort((one, other) => one - other)[10];
  });
  console.log(`${size} bytes; opens with an answer in ${opens.toFixed(0)} ms; an answer takes ${strokes.toFixed(1)} ms`);
  await looked.context().close();
});
