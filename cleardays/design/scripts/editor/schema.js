// What a part of a report can hold: exactly what the server's sanitiser lets through, and no more.
// A test compares the two (tests/browser/test_editor.py, documents/rendering.py).
import { Schema } from "prosemirror-model";

const SCHEMES = ["http:", "https:", "mailto:", "tel:"];

/** The address as it is where a reader may be sent there, else null; as the sanitiser judges. */
export function address(href) {
  const words = href?.trim();
  if (!words) return null;
  try {
    return SCHEMES.includes(new URL(words).protocol) ? words : null;
  } catch {
    return URL.canParse(words, "https://here.example") ? words : null;
  }
}

const number = (dom, name) => parseInt(dom.getAttribute(name), 10);
const spans = (dom) => ({
  colspan: Math.max(1, number(dom, "colspan") || 1),
  rowspan: Math.max(1, number(dom, "rowspan") || 1),
});
const given = (attributes) =>
  Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== null && value !== false));
const bare = (name) => ({ parseDOM: [{ tag: name }], toDOM: () => [name, 0] });

function cell(tag, role, more = {}) {
  return {
    content: "block+",
    tableRole: role,
    isolating: true,
    attrs: { colspan: { default: 1 }, rowspan: { default: 1 }, colwidth: { default: null }, ...more },
    parseDOM: [{ tag, getAttrs: (dom) => ({ ...spans(dom), ...(more.scope && { scope: dom.getAttribute("scope") }) }) }],
    toDOM: ({ attrs: { colwidth, ...rest } }) => [tag, given(rest), 0],
  };
}

const nodes = {
  doc: { content: "block+" },
  paragraph: { content: "inline*", group: "block", ...bare("p") },
  heading: {
    content: "inline*",
    group: "block",
    defining: true,
    attrs: { level: { default: 3 } },
    // The page has the first two levels for itself.
    parseDOM: [1, 2, 3, 4, 5, 6].map((level) => ({ tag: `h${level}`, attrs: { level: Math.max(3, level) } })),
    toDOM: (node) => [`h${node.attrs.level}`, 0],
  },
  bullet_list: { content: "list_item+", group: "block", ...bare("ul") },
  ordered_list: {
    content: "list_item+",
    group: "block",
    attrs: { start: { default: null }, type: { default: null }, reversed: { default: null } },
    parseDOM: [
      {
        tag: "ol",
        getAttrs: (dom) => ({
          start: dom.getAttribute("start"),
          type: dom.getAttribute("type"),
          reversed: dom.getAttribute("reversed"),
        }),
      },
    ],
    toDOM: (node) => ["ol", given(node.attrs), 0],
  },
  list_item: {
    content: "block+",
    defining: true,
    attrs: { value: { default: null } },
    parseDOM: [{ tag: "li", getAttrs: (dom) => ({ value: dom.getAttribute("value") }) }],
    toDOM: (node) => ["li", given(node.attrs), 0],
  },
  blockquote: { content: "block+", group: "block", defining: true, ...bare("blockquote") },
  definitions: { content: "(term | meaning)+", group: "block", ...bare("dl") },
  term: { content: "inline*", defining: true, ...bare("dt") },
  meaning: { content: "block+", defining: true, ...bare("dd") },
  preformatted: {
    content: "inline*",
    group: "block",
    defining: true,
    whitespace: "pre",
    parseDOM: [{ tag: "pre", preserveWhitespace: "full" }],
    toDOM: () => ["pre", 0],
  },
  rule: { group: "block", ...bare("hr"), toDOM: () => ["hr"] },
  // A table and its caption are two nodes side by side: the commands for tables want rows alone.
  captioned: {
    content: "caption table",
    group: "block",
    isolating: true,
    parseDOM: [{ tag: "div[data-captioned]" }],
    toDOM: () => ["div", { "data-captioned": "", class: "cd-editor__table" }, 0],
  },
  caption: {
    content: "inline*",
    parseDOM: [{ tag: "p[data-caption]", priority: 60 }],
    toDOM: () => ["p", { "data-caption": "", class: "cd-editor__caption" }, 0],
  },
  table: {
    content: "table_row+",
    tableRole: "table",
    isolating: true,
    parseDOM: [{ tag: "table" }],
    toDOM: () => ["table", ["tbody", 0]],
  },
  table_row: {
    content: "(table_cell | table_header)*",
    tableRole: "row",
    attrs: { section: { default: "tbody" } },
    parseDOM: [
      {
        tag: "tr",
        getAttrs: (dom) => ({
          section: dom.dataset.section || dom.closest("thead, tbody, tfoot")?.localName || "tbody",
        }),
      },
    ],
    toDOM: ({ attrs: { section } }) => ["tr", section === "tbody" ? {} : { "data-section": section }, 0],
  },
  table_cell: cell("td", "cell"),
  table_header: cell("th", "header_cell", { scope: { default: null } }),
  text: { group: "inline" },
  break: { group: "inline", inline: true, selectable: false, parseDOM: [{ tag: "br" }], toDOM: () => ["br"] },
};

const marks = {
  link: {
    attrs: { href: {} },
    inclusive: false,
    parseDOM: [
      {
        tag: "a[href]",
        getAttrs: (dom) => {
          const href = address(dom.getAttribute("href"));
          return href !== null && { href };
        },
      },
    ],
    toDOM: (mark) => ["a", { href: mark.attrs.href, rel: "noopener noreferrer" }, 0],
  },
  quote: bare("q"),
  abbreviation: {
    attrs: { title: { default: null } },
    parseDOM: [{ tag: "abbr", getAttrs: (dom) => ({ title: dom.getAttribute("title") }) }],
    toDOM: (mark) => ["abbr", given(mark.attrs), 0],
  },
  cite: bare("cite"),
  strong: { parseDOM: [{ tag: "strong" }, { tag: "b" }], toDOM: () => ["strong", 0] },
  emphasis: { parseDOM: [{ tag: "em" }, { tag: "i" }], toDOM: () => ["em", 0] },
  underlined: bare("u"),
  struck: { parseDOM: [{ tag: "s" }, { tag: "strike" }], toDOM: () => ["s", 0] },
  lowered: bare("sub"),
  raised: { ...bare("sup"), excludes: "lowered raised" },
  code: bare("code"),
};

export const schema = new Schema({ nodes, marks });
