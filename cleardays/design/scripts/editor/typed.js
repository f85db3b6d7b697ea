// What somebody typed who has no script and knows no HTML: as documents/typed.py of the workroom reads it.
const HEADINGS = { "## ": "h3", "### ": "h4" };
const BULLET = /^[-*•]\s+(?=\S)/;
const NUMBER = /^(\d{1,4})[.)]\s+(?=\S)/;
const ROW = /^\s*\|.*\|\s*$/;
const DASHES = /^\s*:?-{3,}:?\s*$/;
const TAG = /<[a-z/!][^>]*>/i;
const ELEMENT = /<(\/?)([a-z][a-z0-9]*)[^>]*>/gi;
const EMPTY = ["br", "hr"];
const BLOCK = /^<(p|h\d|ul|ol|dl|table|blockquote|pre|hr)\b/i;
const STRESS = [
  [/\*\*(?=\S)([^*\n]+?)(?<=\S)\*\*/g, "strong"],
  [/(?<![\p{L}\p{N}_])_(?=\S)([^_\n]+?)(?<=\S)_(?![\p{L}\p{N}_])/gu, "em"],
];

/** The HTML of what was typed; a block that has tags is HTML already. */
export function htmlOf(words) {
  const blocks = blocksOf(words.replaceAll("\r\n", "\n").trim());
  return blocks.every((block) => TAG.test(block)) ? words : blocks.map(made).join("");
}

/** What empty lines part; an element goes on until it is closed. */
function blocksOf(words) {
  const blocks = [];
  let held = "";
  for (const block of words.split(/\n\s*\n/)) {
    held = held ? `${held}\n\n${block}` : block.trim();
    if (depth(held) > 0) continue;
    if (held) blocks.push(held);
    held = "";
  }
  return held ? [...blocks, held] : blocks;
}

function depth(html) {
  const tags = [...html.matchAll(ELEMENT)].filter(([, , name]) => !EMPTY.includes(name.toLowerCase()));
  return tags.reduce((sum, [, closes]) => sum + (closes ? -1 : 1), 0);
}

function made(block) {
  if (TAG.test(block)) return BLOCK.test(block) ? block : `<p>${block}</p>`;
  const lines = block.split("\n");
  const mark = Object.keys(HEADINGS).find((mark) => block.startsWith(mark));
  if (mark && lines.length === 1) return element(HEADINGS[mark], inline(block.slice(mark.length)));
  if (lines.every((line) => ROW.test(line))) return table(lines.map(cells));
  if (lines.every((line) => BULLET.test(line))) return element("ul", items(BULLET, lines));
  const numbers = lines.map((line) => Number(NUMBER.exec(line)?.[1] ?? NaN));
  if (lines.length > 1 && numbers.every((number, at) => number === numbers[0] + at)) {
    return element("ol", items(NUMBER, lines), numbers[0] === 1 ? "" : ` start="${numbers[0]}"`);
  }
  return element("p", stressed(lines.map(escaped).join("<br>")));
}

function table(rows) {
  const head = rows.length > 1 && rows[1].every((cell) => DASHES.test(cell));
  const width = Math.max(...rows.map((row) => row.length));
  const row = (cells, tag, more = "") =>
    element("tr", Array.from({ length: width }, (_, at) => element(tag, inline(cells[at] ?? ""), more)).join(""));
  const body = rows.slice(head ? 2 : 0).map((cells) => row(cells, "td"));
  const top = head ? element("thead", row(rows[0], "th", ' scope="col"')) : "";
  return element("table", top + element("tbody", body.join("")));
}

const cells = (line) =>
  line.trim().split(/(?<!\\)\|/).slice(1, -1).map((cell) => cell.trim().replaceAll("\\|", "|"));
const items = (mark, lines) => lines.map((line) => element("li", inline(line.replace(mark, "")))).join("");
const element = (tag, html, attributes = "") => `<${tag}${attributes}>${html}</${tag}>`;
const inline = (words) => stressed(escaped(words.trim()));
const escaped = (words) => words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const stressed = (html) => STRESS.reduce((said, [mark, tag]) => said.replace(mark, element(tag, "$1")), html);
