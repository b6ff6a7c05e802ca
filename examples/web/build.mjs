// Makes the page: one file that holds the program, the editor and the starter cases.
//
//     cargo build --profile page --target wasm32-wasip1      in the folder of the repository
//     npm ci && npm run build                           here: writes target/bizcase.html

import { build } from "esbuild";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const house = join(here, "..", "..");
const target = join(here, "target");
const program = process.env.BIZCASE_WASM ?? join(house, "target", "wasm32-wasip1", "page", "bizcase.wasm");
/** The case that one begins with stands first. */
const FIRST = "buurtkeuken.toml";

async function bundled(entry, virtual = {}) {
  const given = {
    name: "given",
    setup(build) {
      build.onResolve({ filter: /^(engine|starters)$/ }, ({ path }) => ({ path, namespace: "given" }));
      build.onLoad({ filter: /.*/, namespace: "given" }, ({ path }) => virtual[path]);
    },
  };
  const options = { bundle: true, minify: true, format: "iife", target: "es2022", write: false, legalComments: "inline" };
  const { outputFiles } = await build({ ...options, entryPoints: [join(here, "page", entry)], plugins: [given] });
  return outputFiles[0].text;
}

/** The worked cases of the repository that stand on their own. */
function starters() {
  const folder = join(house, "cases");
  const names = readdirSync(folder).filter((name) => name.endsWith(".toml")).sort();
  const texts = names.map((name) => [name, readFileSync(join(folder, name), "utf8")]);
  const alone = texts.filter(([, text]) => !/^extends/m.test(text));
  alone.sort(([one], [other]) => (other === FIRST) - (one === FIRST));
  return Object.fromEntries(alone.map(([name, text]) => [name, text.replace(/^#:schema.*\n/, "")]));
}

/** A file as xz packs it: a quarter smaller than what browsers unpack themselves. */
function packed(path) {
  return execFileSync("xz", ["-9e", "--keep", "--stdout", path], { maxBuffer: 1e9 });
}

const worker = await bundled("engine.js");
const script = (await bundled("main.js", {
  engine: { contents: worker, loader: "text" },
  starters: { contents: JSON.stringify(starters()), loader: "json" },
})).replaceAll("</script", "<\\/script");
const hash = createHash("sha256").update(script).digest("base64");
const policy = [
  "default-src 'none'",
  `script-src 'sha256-${hash}' 'wasm-unsafe-eval' blob:`,
  "worker-src blob:",
  "style-src 'unsafe-inline'",
  "img-src data:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");
const parts = {
  POLICY: policy,
  STYLE: readFileSync(join(here, "page", "style.css"), "utf8"),
  ENGINE: packed(program).toString("base64"),
  SCRIPT: script,
};
const template = readFileSync(join(here, "page", "page.html"), "utf8");
const page = template.replace(/%([A-Z]+)%/g, (_, part) => parts[part]);
mkdirSync(target, { recursive: true });
writeFileSync(join(target, "bizcase.html"), page);
console.log(`target/bizcase.html: ${page.length} bytes`);
