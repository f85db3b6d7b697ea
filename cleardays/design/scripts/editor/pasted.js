// What comes from Word, a web page or another editor: its structure, and nothing that it hides.
import { frameTables, parsed, styleOf } from "./read.js";
import { makeLists } from "./wordlists.js";

const NEVER =
  "script, style, template, title, meta, link, xml, object, embed, iframe, svg, math, canvas, audio, video, input, select, textarea, button";
const COMMENTS = ".MsoCommentReference, .msocomanchor, .msocomtxt, .msocomoff";
const DELETED = "del, .msoDel, .MsoDel";
const HIDES = /mso-hide:\s*all|display:\s*none|visibility:\s*(hidden|collapse)|font-size:\s*0(?![.\d])|opacity:\s*0(?![.\d])/i;
const IS_COMMENT = /mso-element:\s*comment|mso-special-character:\s*comment|mso-comment-author/i;
const LOOKS = [
  [/(^|[;\s])font-weight:\s*(bold|[6-9]00)/i, "strong"],
  [/(^|[;\s])font-style:\s*italic/i, "em"],
  [/vertical-align:\s*super/i, "sup"],
  [/vertical-align:\s*sub/i, "sub"],
];

/** The HTML to paste, and how many of which things were left out of it. */
export function pasted(html) {
  const body = parsed(html);
  const left = leaveOut(body);
  keepLooks(body);
  settleHeadings(body);
  makeLists(body);
  settleLinks(body);
  tidy(body);
  frameTables(body);
  return { html: body.innerHTML, left };
}

function leaveOut(body) {
  const styled = (pattern) => [...body.querySelectorAll("[data-was-style]")].filter((one) => pattern.test(styleOf(one)));
  take(body.querySelectorAll(NEVER));
  const references = body.querySelectorAll(".MsoCommentReference").length;
  const comments = take([...styled(IS_COMMENT), ...body.querySelectorAll(COMMENTS)]) && (references || 1);
  const deletions = take(body.querySelectorAll(DELETED));
  const hidden = take([...styled(HIDES), ...body.querySelectorAll("[hidden]")]);
  const pictures = take(body.querySelectorAll("img, picture, figure > svg"));
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_COMMENT);
  const remarks = [];
  while (walker.nextNode()) remarks.push(walker.currentNode);
  remarks.forEach((remark) => remark.remove());
  return { comments, deletions, hidden, pictures };
}

/** Remove them; return how many they were, those within others not counted. */
function take(found) {
  const all = [...found];
  const outer = all.filter((one) => !all.some((other) => other !== one && other.contains(one)));
  outer.forEach((one) => one.remove());
  return outer.length;
}

/** Bold and slanted words that a style says, as elements; headings have a look of their own. */
function keepLooks(body) {
  for (const b of body.querySelectorAll("b, strong")) {
    if (/(^|[;\s])font-weight:\s*(normal|400)/i.test(styleOf(b))) b.replaceWith(...b.childNodes);
  }
  for (const span of body.querySelectorAll("span[data-was-style], font[data-was-style]")) {
    if (span.closest("h1, h2, h3, h4, h5, h6")) continue;
    for (const [look, tag] of LOOKS) {
      if (!look.test(styleOf(span))) continue;
      const element = body.ownerDocument.createElement(tag);
      element.append(...span.childNodes);
      span.append(element);
    }
  }
}

/** The highest heading that was pasted becomes the highest that a part may have. */
function settleHeadings(body) {
  for (const title of body.querySelectorAll("p.MsoTitle")) rename(title, "h1");
  const headings = [...body.querySelectorAll("h1, h2, h3, h4, h5, h6")];
  const levels = headings.map((heading) => Number(heading.localName[1]));
  const highest = Math.min(...levels);
  headings.forEach((heading, at) => rename(heading, `h${Math.min(6, levels[at] - highest + 3)}`));
}

function rename(element, tag) {
  const renamed = element.ownerDocument.createElement(tag);
  for (const { name, value } of element.attributes) renamed.setAttribute(name, value);
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
}

/** Links that lead within a document, or to somebody's disk, lead nowhere from here. */
function settleLinks(within) {
  for (const a of within.querySelectorAll("a")) {
    if (!/^(https?|mailto|tel):/i.test(a.getAttribute("href") ?? "")) a.replaceWith(...a.childNodes);
  }
}

function tidy(within) {
  for (const one of within.querySelectorAll("thead td")) rename(one, "th");
  for (const one of within.querySelectorAll("thead th")) if (!one.hasAttribute("scope")) one.setAttribute("scope", "col");
  const walker = within.ownerDocument.createTreeWalker(within, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode;
    if (!text.parentElement.closest("pre")) text.data = text.data.replace(/[\s\u00a0]{2,}/g, " ");
  }
  for (const one of within.querySelectorAll("p, h3, h4, h5, h6")) if (!/[^\s\u00a0]/.test(one.textContent)) one.remove();
}

const WORDS = {
  comments: ["a comment", "comments"],
  deletions: ["a deleted passage", "deleted passages"],
  hidden: ["a hidden passage", "hidden passages"],
  pictures: ["a picture: say in words what it shows", "pictures: say in words what they show"],
};

/** What was left out, as a sentence; empty where nothing was. */
export function inWords(left) {
  const said = Object.entries(WORDS)
    .filter(([kind]) => left[kind])
    .map(([kind, [one, several]]) => (left[kind] === 1 ? one : `${left[kind]} ${several}`));
  return said.length ? `Left out of what you pasted: ${said.join("; ")}.` : "";
}
