// A document as the HTML that the server's sanitiser would make of it, so that it changes nothing.
const TAGS = {
  paragraph: "p",
  bullet_list: "ul",
  ordered_list: "ol",
  list_item: "li",
  blockquote: "blockquote",
  definitions: "dl",
  term: "dt",
  meaning: "dd",
  table_cell: "td",
  table_header: "th",
};
const MARKS = {
  link: "a",
  quote: "q",
  abbreviation: "abbr",
  cite: "cite",
  strong: "strong",
  emphasis: "em",
  underlined: "u",
  struck: "s",
  lowered: "sub",
  raised: "sup",
  code: "code",
};
// As the server's clean_html has it: each block ends its line, with no other white space around it.
const BLOCKS = "p|h[3-6]|ul|ol|li|dl|dt|dd|table|caption|thead|tbody|tfoot|tr|th|td|blockquote";
const SPACE = "[ \\t\\n\\f\\r]";
const AROUND_BLOCKS = new RegExp(`(<(?:${BLOCKS})(?: [^>]*)?>)${SPACE}+|${SPACE}+(?=</(?:${BLOCKS})>)`, "g");
const BETWEEN_BLOCKS = new RegExp(`(</(?:${BLOCKS})>)${SPACE}*(?=<)`, "g");
const UNSEEN = /[\0-\x08\x0b-\x1f\x7f]/g;
const LOOSE = ["list_item", "meaning", "table_cell", "table_header"];
const LISTS = ["bullet_list", "ordered_list"];

const signs = { "&": "&amp;", "\u00a0": "&nbsp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (words) => words.replace(UNSEEN, "").replace(/[&\u00a0<>]/g, (sign) => signs[sign]);
const quoted = (words) => words.replace(UNSEEN, "").replace(/[&\u00a0<>"]/g, (sign) => signs[sign]);

/** The HTML of a document, or nothing where it holds no words. */
export function write(doc) {
  return blocks(doc).replace(AROUND_BLOCKS, "$1").replace(BETWEEN_BLOCKS, "$1\n").trim();
}

function blocks(node) {
  const children = node.children;
  const [first, ...rest] = children;
  // One paragraph in an item or a cell, with lists under it perhaps, needs no <p> of its own.
  if (LOOSE.includes(node.type.name) && first?.type.name === "paragraph" && rest.every(isList)) {
    return inline(first) + rest.map(block).join("");
  }
  return children.map(block).join("");
}

const isList = (node) => LISTS.includes(node.type.name);

function block(node) {
  const { name } = node.type;
  if (name === "rule") return "<hr>";
  if (name === "captioned") return table(node);
  const words = node.inlineContent ? inline(node) : blocks(node);
  if (["paragraph", "heading"].includes(name) && !words.trim()) return "";
  if (name === "heading") return wrapped(`h${node.attrs.level}`, "", words);
  // A browser drops the line break that <pre> begins with.
  if (name === "preformatted") return wrapped("pre", "", words.replace(/^\n+/, ""));
  return wrapped(TAGS[name], attributes(node.attrs), words);
}

function table(node) {
  const [caption, grid] = node.children;
  const title = inline(caption);
  let section = "";
  let html = "";
  for (const row of grid.children) {
    if (row.attrs.section !== section) {
      html += section && `</${section}>`;
      section = row.attrs.section;
      html += `<${section}>`;
    }
    html += wrapped("tr", "", row.children.map(block).join(""));
  }
  return `<table>${title && wrapped("caption", "", title)}${html}</${section}></table>`;
}

function attributes(attrs) {
  return Object.entries(attrs)
    .filter(([name, value]) => value !== null && !(/span$/.test(name) && value === 1))
    .map(([name, value]) => ` ${name}="${quoted(String(value))}"`)
    .join("");
}

const wrapped = (tag, more, words) => `<${tag}${more}>${words}</${tag}>`;

/** Text with its marks, each opened once for as long as it lasts. */
function inline(node) {
  let html = "";
  let open = [];
  for (const child of node.children) {
    const kept = open.findIndex((mark, at) => !child.marks[at]?.eq(mark));
    const shared = kept < 0 ? open.length : kept;
    html += open.slice(shared).reverse().map(closing).join("");
    html += child.marks.slice(shared).map(opening).join("");
    open = [...child.marks];
    html += child.isText ? escaped(child.text) : "<br>";
  }
  return html + open.reverse().map(closing).join("");
}

function opening(mark) {
  const rel = mark.type.name === "link" ? ' rel="noopener noreferrer"' : "";
  return `<${MARKS[mark.type.name]}${attributes(mark.attrs)}${rel}>`;
}

const closing = (mark) => `</${MARKS[mark.type.name]}>`;
