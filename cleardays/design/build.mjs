// Builds the style sheets and the script into static/design/dist. `--watch` builds again on change.
import { cpSync, mkdirSync, watch, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
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
  await Promise.all(["site", "paper"].map(style));
  await build({
    entryPoints: [join(here, "scripts/workroom.js")],
    outfile: join(out, "workroom.js"),
    bundle: true,
    minify: true,
    target: "es2020",
    legalComments: "none",
  });
}

await everything();
if (process.argv.includes("--watch")) {
  let waiting;
  for (const folder of ["styles", "scripts"]) {
    watch(join(here, folder), () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => everything().catch((fault) => console.error(fault.message)), 50);
    });
  }
}
