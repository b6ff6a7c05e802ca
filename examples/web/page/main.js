// The page: the text on the left, what the program makes of it on the right.

import starters from "starters";
import { XzReadableStream } from "xz-decompress";
import { Editor } from "./editor.js";
import { packed, unpacked } from "./link.js";
import { words } from "./words.js";
import { Program, Stopped, TookTooLong } from "./worker.js";

const $ = (id) => document.getElementById(id);
const TABS = ["check", "report", "close", "whatif", "stress", "simulate", "show"];
/** How many numbers are to be moved. */
const SLIDERS = 8;
/** How far a number is moved, either way: in percents of it, or, where it is a percentage, in points. */
const FURTHEST = { part: 30, points: 10 };
/** How wide a letter of the answer is, in pixels, to tell the program how many of them fit. */
const LETTER = 7.9;

const state = { files: {}, current: "", language: navigator.language.startsWith("nl") ? "nl" : "en", tab: "check" };
let says = words(state.language);
let program;
let editor;
/** What is laid over the text by the sliders. */
let moved = new Map();
/** Counts what is asked for, so that a late answer to an earlier question is not shown. */
let turn = 0;

// ---- What is asked of the program.

function asked(args, more = {}) {
  const columns = Math.max(40, Math.min(120, Math.floor(($("answers").clientWidth - 32) / LETTER)));
  return { args: [...args, "--lang", state.language], files: state.files, columns, ...more };
}

async function ask(kind, args, more, heard) {
  $("busy").hidden = true;
  const slow = setTimeout(() => ($("busy").hidden = false), 300);
  try {
    return await program.ask(kind, asked(args, more), heard);
  } finally {
    clearTimeout(slow);
    if (!program.isBusy) $("busy").hidden = true;
  }
}

/** Does something that may be stopped, and tells if it was. */
async function attempted(deed) {
  const mine = ++turn;
  try {
    await deed(() => mine === turn);
  } catch (failure) {
    if (failure instanceof TookTooLong) tell(says.tooLong);
    else if (failure instanceof Stopped) {
      if (mine === turn) tell(says.stopped);
    } else tell(says.failed + failure.message);
  }
}

function tell(text) {
  $("told").textContent = text;
}

// ---- What is shown of it.

async function refresh() {
  await attempted(async (isLast) => {
    const { current } = state;
    const found = await ask("problems", ["check", current, "--format", "json"], { columns: 1000 });
    if (!isLast()) return;
    const told = JSON.parse(found.output);
    const problems = inWords(told.problems ?? told.warnings ?? [], found.errors);
    const here = problems.filter((problem) => problem.place?.file === current);
    editor.underline(here);
    list(problems);
    const wrong = found.code === 2;
    const answer = await ask("answer", ["check", current, "--quiet"]);
    if (!isLast()) return;
    $("answer").textContent = wrong ? says.wrong : answer.output.trim();
    $("answer").dataset.verdict = wrong ? "wrong" : told.verdict ?? "";
    tell("");
    if (wrong) $("shown").replaceChildren();
    else await SHOWN[state.tab](isLast);
    remember();
  });
}

/** Problems in the words for people, which stand beside those for programs, each with its code and place. */
function inWords(problems, errors) {
  const at = ({ code, file, line, column }) => `${code} ${file}:${line}:${column}`;
  const words = new Map();
  for (const block of errors.split(/\n\n/)) {
    const [, code, message] = /^\S+\[(\w+)\]: (.*)/.exec(block) ?? [];
    const [, file, line, column] = /--> (.*):(\d+):(\d+)$/m.exec(block) ?? [];
    const [, help] = /^ *= \S+: (.*)/m.exec(block) ?? [];
    if (code) words.set(at({ code, file, line, column }), { message, help });
  }
  return problems.map((problem) => ({ ...problem, ...words.get(at({ code: problem.code, ...problem.place })) }));
}

/** What is wrong, or worth saying, in a list of buttons that go there. */
function list(problems) {
  const items = problems.map((problem) => {
    const item = document.createElement("li");
    item.className = problem.severity;
    const go = document.createElement("button");
    const { place } = problem;
    const where = place ? `${place.file === state.current ? "" : `${place.file}, `}${says.line} ${place.line}: ` : "";
    go.textContent = where + problem.message;
    go.onclick = () => place && place.file === state.current && editor.goTo(place);
    item.append(go);
    if (problem.help) item.append(paragraph(problem.help));
    return item;
  });
  $("problems").replaceChildren(...items);
}

function paragraph(text) {
  const made = document.createElement("p");
  made.textContent = text;
  return made;
}

function plain(text) {
  const made = document.createElement("pre");
  made.tabIndex = 0;
  made.textContent = text;
  return made;
}

function button(text, deed) {
  const made = document.createElement("button");
  made.textContent = text;
  made.onclick = deed;
  return made;
}

/** The answer of a command, as a terminal shows it. */
const text = (...args) => async (isLast) => {
  const [command, ...options] = args;
  const { output, errors, code } = await ask("shown", [command, state.current, ...options]);
  if (isLast()) $("shown").replaceChildren(plain(code === 2 && !output ? errors : output));
};

const SHOWN = {
  check: text("check"),
  close: text("close"),
  stress: text("stress"),
  show: text("show"),
  report: async (isLast) => {
    const { made, errors } = await ask("shown", ["report", state.current, "-o", "report.html"], { made: "report.html" });
    if (!isLast()) return;
    if (!made) {
      $("shown").replaceChildren(plain(errors));
      return;
    }
    const frame = document.createElement("iframe");
    frame.title = says.report;
    frame.setAttribute("sandbox", "");
    frame.srcdoc = new TextDecoder().decode(made);
    const save = button(says.saveReport, () => download("report.html", made, "text/html"));
    $("shown").replaceChildren(save, button(says.saveWorkbook, saveWorkbook), frame);
  },
  simulate: async (isLast) => {
    const draws = plain("");
    $("shown").replaceChildren(draws);
    const heard = (line) => isLast() && (draws.textContent = line);
    const { output, errors } = await ask("shown", ["simulate", state.current], {}, heard);
    if (isLast()) draws.textContent = output || errors;
  },
  whatif: async (isLast) => {
    const { output, errors, code } = await ask("shown", ["sensitivity", state.current, "--format", "json"]);
    if (!isLast()) return;
    if (code === 2) $("shown").replaceChildren(plain(errors));
    else sliders(JSON.parse(output).inputs.slice(0, SLIDERS));
  },
};

async function saveWorkbook() {
  await attempted(async () => {
    const { made, errors } = await ask("saved", ["report", state.current, "-o", "report.xlsx"], { made: "report.xlsx" });
    if (made) download(state.current.replace(/\.toml$/, ".xlsx"), made, "application/octet-stream");
    else tell(errors);
  });
}

// ---- What if.

function sliders(inputs) {
  moved = new Map();
  const answer = paragraph("");
  answer.setAttribute("aria-live", "polite");
  answer.className = "if";
  const rows = inputs.map((input) => slider(input, answer));
  const back = button(says.back, () => rows.forEach((row) => row.back()));
  $("shown").replaceChildren(paragraph(says.sliders), answer, ...rows.map((row) => row.label), back);
  whatIf(answer);
}

function slider({ path, value, kind }, answer) {
  const points = value.endsWith("%") || ["percentage", "rate", "share", "interest"].includes(kind);
  const furthest = points ? FURTHEST.points : FURTHEST.part;
  const label = document.createElement("label");
  const name = document.createElement("span");
  const says_ = document.createElement("output");
  const range = document.createElement("input");
  Object.assign(range, { type: "range", min: -furthest, max: furthest, value: 0, step: 1 });
  name.textContent = `${path} = ${value}`;
  const shown = () => {
    const by = Number(range.value);
    const sign = by > 0 ? "+" : "";
    says_.textContent = by === 0 ? says.asWritten : points ? `${sign}${by} ${says.points}` : `${sign}${by}%`;
    if (by === 0) moved.delete(path);
    else moved.set(path, points ? `${sign}${by} points` : `${sign}${by}%`);
  };
  range.oninput = () => {
    shown();
    whatIf(answer);
  };
  shown();
  label.append(name, range, says_);
  const back = () => {
    range.value = 0;
    range.oninput();
  };
  return { label, back };
}

/** The answer with what the sliders say laid over the text: worked out by the program itself. */
async function whatIf(answer) {
  const laid = [...moved].flatMap(([path, change]) => ["--set", `${path}=${change}`]);
  try {
    const { output, errors } = await ask("whatif", ["check", state.current, "--quiet", ...laid]);
    answer.textContent = output.trim() || errors;
  } catch (failure) {
    if (failure instanceof TookTooLong) answer.textContent = says.tooLong;
  }
}

// ---- Files.

function edit(name) {
  state.current = name;
  editor.text = state.files[name];
  $("file").replaceChildren(...Object.keys(state.files).map((file) => new Option(file, file, false, file === name)));
  refresh();
}

function begin(name) {
  state.files = { [name]: starters[name] };
  edit(name);
}

async function opened(files) {
  const read = await Promise.all([...files].map(async (file) => [file.name, await file.text()]));
  if (!read.length) return;
  state.files = { ...(read.length > 1 ? {} : state.files), ...Object.fromEntries(read) };
  edit(read[0][0]);
}

function download(name, data, type) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([data], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

async function link() {
  const { files, current, language } = state;
  location.hash = await packed({ files, current, language });
  try {
    await navigator.clipboard.writeText(location.href);
    tell(says.linked);
  } catch {
    tell(says.notLinked);
  }
}

/** What was written here last, for who closes the page and comes back. */
function remember() {
  try {
    localStorage.setItem("bizcase", JSON.stringify({ files: state.files, current: state.current, language: state.language }));
  } catch {
    // A page from a disk may not be allowed to remember.
  }
}

function remembered() {
  try {
    const last = JSON.parse(localStorage.getItem("bizcase"));
    return last?.files?.[last.current] ? last : undefined;
  } catch {
    return undefined;
  }
}

// ---- The page itself.

function speak() {
  says = words(state.language);
  document.documentElement.lang = state.language;
  document.title = `bizcase: ${says.title}`;
  for (const element of document.querySelectorAll("[data-says]")) element.textContent = says[element.dataset.says];
  $("language").value = state.language;
  $("tabs").setAttribute("aria-label", says.answers);
  if (editor) editor.label = says.editor;
}

function show(tab) {
  state.tab = tab;
  for (const name of TABS) {
    const button = $(`tab-${name}`);
    button.setAttribute("aria-selected", String(name === tab));
    button.tabIndex = name === tab ? 0 : -1;
  }
  $("shown").setAttribute("aria-labelledby", `tab-${tab}`);
  refresh();
}

function makeTabs() {
  const buttons = TABS.map((tab, place) => {
    const made = button("", () => show(tab));
    Object.assign(made, { id: `tab-${tab}`, type: "button" });
    made.dataset.says = tab;
    made.setAttribute("role", "tab");
    made.setAttribute("aria-controls", "shown");
    made.onkeydown = ({ key }) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
      if (!step) return;
      const next = TABS[(place + step + TABS.length) % TABS.length];
      show(next);
      $(`tab-${next}`).focus();
    };
    return made;
  });
  $("tabs").replaceChildren(...buttons);
}

/** The program, unpacked from the page. */
async function engine() {
  const letters = atob($("engine").textContent.trim());
  const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
  const plain = new XzReadableStream(new Blob([bytes]).stream());
  return WebAssembly.compile(await new Response(plain).arrayBuffer());
}

async function start() {
  makeTabs();
  const linked = location.hash.length > 1 ? await unpacked(location.hash.slice(1)) : undefined;
  const last = linked ?? remembered();
  if (last) Object.assign(state, { files: last.files, current: last.current, language: last.language === "nl" ? "nl" : "en" });
  speak();
  try {
    program = new Program(await engine());
  } catch (failure) {
    tell(says.noEngine + failure.message);
    return;
  }
  let typing;
  editor = new Editor($("editor"), says.editor, (text) => {
    if (state.files[state.current] === text) return;
    state.files[state.current] = text;
    clearTimeout(typing);
    typing = setTimeout(refresh, 20);
  });
  $("begin").append(...Object.keys(starters).map((name) => new Option(name.replace(/\.toml$/, ""), name)));
  $("begin").onchange = ({ target }) => {
    if (target.value) begin(target.value);
    target.value = "";
  };
  $("file").onchange = ({ target }) => edit(target.value);
  $("language").onchange = ({ target }) => {
    state.language = target.value;
    speak();
    refresh();
  };
  $("open").onclick = () => $("chosen").click();
  $("chosen").onchange = ({ target }) => opened(target.files);
  $("save").onclick = () => download(state.current, state.files[state.current], "application/toml");
  $("link").onclick = link;
  $("stop").onclick = () => program.stop();
  document.ondragover = (event) => event.preventDefault();
  document.ondrop = (event) => {
    event.preventDefault();
    opened(event.dataTransfer.files);
  };
  // For who tests the page, and for who wants more of it: the program, and the text.
  window.bizcase = {
    run: (args, files, more) => program.ask(Math.random(), { args, files, columns: 80, ...more }),
    read: () => editor.text,
    write: (text) => (editor.text = text),
    marks: () => editor.marks(),
    open: (files) => {
      state.files = files;
      edit(Object.keys(files)[0]);
    },
  };
  show("check");
  if (last) edit(last.current);
  else begin(Object.keys(starters)[0]);
}

start();
