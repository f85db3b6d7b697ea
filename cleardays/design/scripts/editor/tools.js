// The tools of the bar: what each is called, what it does, and when it counts as pressed.
import { redo, undo } from "prosemirror-history";
import { addColumnAfter, addColumnBefore, addRowAfter, addRowBefore, deleteColumn, deleteRow } from "prosemirror-tables";
import * as deeds from "./deeds.js";
import { schema } from "./schema.js";

const { nodes, marks } = schema;

const WORDS = [
  { name: "Bold", icon: "bold", keys: "Ctrl+B", run: deeds.bold, isOn: deeds.isMarked(marks.strong) },
  { name: "Italic", icon: "italic", keys: "Ctrl+I", run: deeds.italic, isOn: deeds.isMarked(marks.emphasis) },
];
const HEADINGS = [
  { name: "Heading", words: "Heading", run: deeds.heading(3), isOn: deeds.isHeading(3) },
  { name: "Subheading", words: "Subheading", run: deeds.heading(4), isOn: deeds.isHeading(4) },
];
const LISTS = [
  { name: "Bulleted list", icon: "bullets", run: deeds.list(nodes.bullet_list), isOn: deeds.isList(nodes.bullet_list) },
  { name: "Numbered list", icon: "numbers", run: deeds.list(nodes.ordered_list), isOn: deeds.isList(nodes.ordered_list) },
  { name: "Item under the one above", icon: "inwards", keys: "Ctrl+]", run: deeds.inwards },
  { name: "Item one level up", icon: "outwards", keys: "Ctrl+[", run: deeds.outwards },
];
const LINK = { name: "Link", icon: "link", keys: "Ctrl+K", opensLink: true, isOn: (state) => Boolean(deeds.linkAround(state)) };
const TABLE = { name: "Insert a table", icon: "table", run: deeds.insertTable };
const BACK = [
  { name: "Undo", icon: "undo", keys: "Ctrl+Z", run: undo },
  { name: "Redo", icon: "redo", keys: "Ctrl+Y", run: redo },
];

/** The groups of tools for a whole part, and for a short one such as a recommendation. */
export const GROUPS = {
  whole: [HEADINGS, WORDS, LISTS, [LINK, TABLE], BACK],
  short: [WORDS, LISTS, [LINK], BACK],
};

/** What can be done to a table while the cursor is in one. */
export const TABLE_TOOLS = [
  { name: "First row heads the columns", words: "Heading row", run: deeds.headed("row"), isOn: deeds.isHeaded("row") },
  { name: "First column heads the rows", words: "Heading column", run: deeds.headed("column"), isOn: deeds.isHeaded("column") },
  { name: "Row above", words: "Row above", run: addRowBefore },
  { name: "Row below", words: "Row below", run: addRowAfter },
  { name: "Column before", words: "Column before", run: addColumnBefore },
  { name: "Column after", words: "Column after", run: addColumnAfter },
  { name: "Remove row", words: "Remove row", run: deleteRow },
  { name: "Remove column", words: "Remove column", run: deleteColumn },
  { name: "Remove table", words: "Remove table", run: deeds.deleteTable },
];
