// What somebody typed who has no script and knows no HTML: as documents/typed.py of the workroom reads it.
const HEADINGS = { "## ": "h3", "### ": "h4" };
const BULLET = /^[-*•]\s+(?=\S)/;
const NUMBER = /^(\d{1,4})[.)]\s+(?=\S)/;

/** Add what was typed to a body: paragraphs, headings and lists. */
export function addTyped(body, words) {
  const blocks = words.replaceAll("\r\n", "\n").trim().split(/\n\s*\n/);
  body.append(...blocks.filter((block) => block.trim()).map((block) => made(body.ownerDocument, block.trim())));
}

function made(doc, block) {
  const lines = block.split("\n");
  const mark = Object.keys(HEADINGS).find((mark) => block.startsWith(mark));
  if (mark && lines.length === 1) return filled(doc.createElement(HEADINGS[mark]), block.slice(mark.length).trim());
  if (lines.every((line) => BULLET.test(line))) return list(doc, "ul", BULLET, lines);
  const numbers = lines.map((line) => Number(NUMBER.exec(line)?.[1] ?? NaN));
  if (lines.length > 1 && numbers.every((number, at) => number === numbers[0] + at)) {
    const ol = list(doc, "ol", NUMBER, lines);
    if (numbers[0] !== 1) ol.setAttribute("start", numbers[0]);
    return ol;
  }
  const p = doc.createElement("p");
  lines.forEach((line, at) => p.append(...(at ? [doc.createElement("br")] : []), line));
  return p;
}

function list(doc, tag, mark, lines) {
  const element = doc.createElement(tag);
  element.append(...lines.map((line) => filled(doc.createElement("li"), line.replace(mark, "").trim())));
  return element;
}

function filled(element, words) {
  element.append(words);
  return element;
}
