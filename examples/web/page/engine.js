// The program itself, in a thread of its own: it is handed files and arguments as a process is, and gives back what it
// wrote. Nothing of it knows of a page.

import { ConsoleStdout, Directory, File, Inode, OpenFile, PreopenDirectory, WASI } from "@bjorn3/browser_wasi_shim";

const writes = new TextEncoder();
const reads = new TextDecoder();

/** A stream that keeps what is written to it. */
function kept() {
  const file = new File([]);
  return { open: new OpenFile(file), text: () => reads.decode(file.data) };
}

/** What marks the top of a copy of a repository: whatever stands below it may lead to one another. */
const MARK = ".gitignore";

/** The files of a folder, by their paths. */
function folder(files) {
  const top = new Map([[MARK, new File([])]]);
  for (const [path, text] of Object.entries(files)) {
    const parts = path.split("/");
    const name = parts.pop();
    let here = top;
    for (const part of parts) {
      if (!here.has(part)) here.set(part, new Directory(new Map()));
      here = here.get(part).contents;
    }
    here.set(name, new File(writes.encode(text)));
  }
  return new PreopenDirectory(".", top);
}

/** Runs the program once. What it says while it works goes to `heard`, line by line. */
function run(module, { args, files, input, columns, made }, heard) {
  const output = kept();
  const errors = kept();
  const disk = folder(files);
  const streams = [
    new OpenFile(new File(writes.encode(input ?? ""))),
    output.open,
    heard ? ConsoleStdout.lineBuffered(heard) : errors.open,
    disk,
  ];
  const surroundings = [`COLUMNS=${columns}`, "NO_COLOR=1"];
  const wasi = new WASI(["bizcase", ...args], surroundings, streams, { debug: false });
  const instance = new WebAssembly.Instance(module, { wasi_snapshot_preview1: wasi.wasiImport });
  const code = wasi.start(instance);
  const file = made && disk.dir.contents.get(made);
  const bytes = file instanceof Inode && file.data ? file.data : undefined;
  return { code, output: output.text(), errors: errors.text(), made: bytes };
}

let module;
self.onmessage = ({ data }) => {
  if (data.module) {
    module = data.module;
    return;
  }
  const { id, asked } = data;
  try {
    const heard = asked.watched ? (line) => self.postMessage({ id, heard: line }) : undefined;
    self.postMessage({ id, done: run(module, asked, heard) });
  } catch (failure) {
    self.postMessage({ id, failed: String(failure) });
  }
};
