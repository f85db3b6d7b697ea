// Word has no lists on the clipboard, only paragraphs that say at which level of which list they are.
import { styleOf } from "./read.js";

const ITEM = /mso-list:\s*l(\d+)\s+level(\d+)/i;
const MARKER = /mso-list:\s*Ignore/i;
const DIGITS = /^\(?(\d+)[.)]?$/;
const LETTERS = /^\(?([a-z]|[ivxlc]+)[.)]$/i;
const ROMAN = { i: 1, v: 5, x: 10, l: 50, c: 100 };

/** Put the paragraphs of Word's lists into lists; a number like 2.1, which others cite, stays as words. */
export function makeLists(body) {
  let open = [];
  let last = null;
  for (const paragraph of [...body.querySelectorAll("p")]) {
    const item = itemOf(paragraph);
    if (!item) continue;
    if (!last || nextElement(last) !== paragraph) open = [];
    open = place(paragraph, item, open);
    last = open[0].list;
  }
  for (const marker of markersIn(body)) marker.replaceWith(`${wordsOf(marker)} `);
}

const nextElement = (list) => {
  let next = list.nextSibling;
  while (next && next.nodeType === Node.TEXT_NODE && !next.data.trim()) next = next.nextSibling;
  return next;
};
const markersIn = (element) => [...element.querySelectorAll("span")].filter((one) => MARKER.test(styleOf(one)));
const wordsOf = (marker) => marker.textContent.replace(/[\s\u00a0]+/g, " ").trim();

function itemOf(paragraph) {
  const found = ITEM.exec(styleOf(paragraph));
  const [marker] = markersIn(paragraph);
  if (!found || !marker) return null;
  const kind = kindOf(wordsOf(marker));
  return kind && { level: Number(found[2]), marker, ...kind };
}

/** What sort of list a marker belongs to, and its number; null where the marker has to stay. */
function kindOf(marker) {
  const digits = DIGITS.exec(marker);
  if (digits) return { tag: "ol", type: "1", number: Number(digits[1]) };
  const letters = LETTERS.exec(marker)?.[1];
  if (letters) return { tag: "ol", letters };
  return /\d/.test(marker) ? null : { tag: "ul" };
}

function place(paragraph, item, open) {
  const outer = open.filter(({ level }) => level < item.level);
  const same = open.find(({ level, tag }) => level === item.level && tag === item.tag);
  const lists = same ? [...outer, same] : [...outer, begin(paragraph, item, outer.at(-1) ?? open[0])];
  const li = paragraph.ownerDocument.createElement("li");
  item.marker.remove();
  li.append(...paragraph.childNodes);
  lists.at(-1).list.append(li);
  paragraph.remove();
  return lists;
}

/** A new list: in the last item of the one around it, or where its first paragraph stands. */
function begin(paragraph, item, around) {
  const list = paragraph.ownerDocument.createElement(item.tag);
  if (item.tag === "ol") number(list, item);
  if (around && around.level < item.level) around.list.lastElementChild.append(list);
  else paragraph.before(list);
  return { list, level: item.level, tag: item.tag };
}

function number(list, { type, number: first, letters }) {
  const isRoman = /^i+$/i.test(letters ?? "") || letters?.length > 1;
  const kind = type ?? (isRoman ? "i" : "a");
  const start = first ?? (isRoman ? roman(letters.toLowerCase()) : letters.toLowerCase().charCodeAt(0) - 96);
  if (kind !== "1") list.setAttribute("type", letters === letters.toUpperCase() ? kind.toUpperCase() : kind);
  if (start > 1) list.setAttribute("start", start);
}

function roman(letters) {
  const values = [...letters].map((letter) => ROMAN[letter]);
  return values.reduce((sum, value, at) => sum + (value < values[at + 1] ? -value : value), 0);
}
