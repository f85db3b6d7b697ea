// What stands in the text area as a document: HTML, or plain paragraphs as somebody types them.
import { DOMParser as Reader } from "prosemirror-model";
import { schema } from "./schema.js";
import { htmlOf } from "./typed.js";

/** The document of what a text area holds. */
export function read(words) {
  const body = parsed(htmlOf(words));
  frameTables(body);
  return Reader.fromSchema(schema).parse(body);
}

/** HTML as nodes that nothing runs in and no policy has to look at: styles and handlers are renamed. */
export function parsed(html) {
  const tame = html
    .replace(/<style\b[\s\S]*?(<\/style\s*>|$)/gi, "")
    .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/(\s|["'/])(style|on\w+)(?=\s*=)/gi, "$1data-was-$2"));
  return new DOMParser().parseFromString(tame, "text/html").body;
}

/** The style that an element had before it was tamed. */
export const styleOf = (element) => element.getAttribute("data-was-style") ?? "";

/** Put each table beside its caption, as the schema has them. */
export function frameTables(body) {
  for (const table of body.querySelectorAll("table")) {
    if (table.parentElement?.hasAttribute("data-captioned")) continue;
    const frame = body.ownerDocument.createElement("div");
    const caption = body.ownerDocument.createElement("p");
    frame.setAttribute("data-captioned", "");
    caption.setAttribute("data-caption", "");
    for (const found of table.querySelectorAll(":scope > caption")) {
      caption.append(...found.childNodes);
      found.remove();
    }
    for (const inner of caption.querySelectorAll("p")) inner.replaceWith(" ", ...inner.childNodes);
    table.replaceWith(frame);
    frame.append(caption, table);
    if (!table.querySelector("td, th")) frame.replaceWith(...caption.childNodes);
  }
}
