// Builds the style sheets and the scripts into static/design/dist and prints what each weighs.
// `--watch` builds again on change.
import { cpSync, mkdirSync, readFileSync, readdirSync, watch, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build, transform } from "esbuild";
import { compile } from "sass";

const here = dirname(fileURLToPath(import.meta.url));
const packages = join(here, "../../node_modules");
const out = join(here, "static/design/dist");

const FONTS = {
  "words.woff2": "source-sans-3/files/source-sans-3-latin-wght-normal.woff2",
  "words-italic.woff2": "source-sans-3/files/source-sans-3-latin-wght-italic.woff2",
  "headings.woff2": "source-serif-4/files/source-serif-4-latin-wght-normal.woff2",
};

async function style(name) {
  const { css } = compile(join(here, `styles/${name}.scss`), { loadPaths: [packages], quietDeps: true });
  const { code } = await transform(css, { loader: "css", minify: true, target: "es2020" });
  writeFileSync(join(out, `${name}.css`), code);
}

async function everything() {
  mkdirSync(join(out, "fonts"), { recursive: true });
  for (const [name, source] of Object.entries(FONTS)) {
    cpSync(join(packages, "@fontsource-variable", source), join(out, "fonts", name));
  }
  await Promise.all(["site", "paper", "editor"].map(style));
  await build({
    entryPoints: ["workroom", "editor"].map((name) => join(here, `scripts/${name}.js`)),
    outdir: out,
    bundle: true,
    minify: true,
    target: "es2020",
    legalComments: "none",
  });
}

function weights() {
  for (const name of readdirSync(out).filter((name) => /\.(css|js)$/.test(name))) {
    const file = readFileSync(join(out, name));
    const [whole, sent] = [file, gzipSync(file)].map(({ length }) => `${(length / 1000).toFixed(1)} kB`);
    console.log(`  ${name.padEnd(12)} ${whole.padStart(9)}, sent as ${sent}`);
  }
}

await everything();
weights();
if (process.argv.includes("--watch")) {
  let waiting;
  for (const folder of ["styles", "scripts"]) {
    watch(join(here, folder), { recursive: true }, () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => everything().catch((fault) => console.error(fault.message)), 50);
    });
  }
}
