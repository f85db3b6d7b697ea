// What an author can do to the words, each as a command of ProseMirror.
import { chainCommands, exitCode, setBlockType, toggleMark } from "prosemirror-commands";
import { liftListItem, sinkListItem, splitListItem, wrapInList } from "prosemirror-schema-list";
import { Selection, TextSelection } from "prosemirror-state";
import { isInTable, selectedRect } from "prosemirror-tables";
import { schema } from "./schema.js";

const { nodes, marks } = schema;
const LISTS = [nodes.bullet_list, nodes.ordered_list];

/** The nearest node of one of these types around the selection, with where it begins. */
export function around(state, ...types) {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const node = $from.node(depth);
    if (types.includes(node.type)) return { node, at: $from.before(depth) };
  }
  return null;
}

export const bold = toggleMark(marks.strong);
export const italic = toggleMark(marks.emphasis);
export const isMarked = (mark) => (state) => {
  const { from, to, empty, $from } = state.selection;
  if (empty) return Boolean(mark.isInSet(state.storedMarks || $from.marks()));
  return state.doc.rangeHasMark(from, to, mark);
};

export const isHeading = (level) => (state) => around(state, nodes.heading)?.node.attrs.level === level;
export const heading = (level) => (state, dispatch) =>
  isHeading(level)(state)
    ? setBlockType(nodes.paragraph)(state, dispatch)
    : setBlockType(nodes.heading, { level })(state, dispatch);

export const isList = (type) => (state) => around(state, ...LISTS)?.node.type === type;
export const list = (type) => (state, dispatch) => {
  const found = around(state, ...LISTS);
  if (!found) return wrapInList(type)(state, dispatch);
  if (found.node.type === type) return outwards(state, dispatch);
  dispatch?.(state.tr.setNodeMarkup(found.at, type));
  return true;
};
export const inwards = sinkListItem(nodes.list_item);
export const outwards = liftListItem(nodes.list_item);
export const newItem = splitListItem(nodes.list_item);
export const lineBreak = chainCommands(exitCode, (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(nodes.break.create()).scrollIntoView());
  return true;
});

/** The link that the selection stands in or touches, from end to end; null for none. */
export function linkAround(state) {
  const { $from, from, to } = state.selection;
  const parent = $from.parent;
  let found = null;
  parent.forEach((child, offset) => {
    const start = $from.start() + offset;
    const mark = marks.link.isInSet(child.marks);
    if (!mark) return;
    if (found?.to === start && found.mark.eq(mark)) found.to += child.nodeSize;
    else if (!found || found.to < from || found.from > to) found = { mark, from: start, to: start + child.nodeSize };
  });
  return found && found.from <= to && found.to >= from ? found : null;
}

export function setLink(href) {
  return (state, dispatch) => {
    const { from, to } = linkAround(state) ?? state.selection;
    const tr = state.tr.removeMark(from, to, marks.link);
    if (from === to && href) tr.insertText(href.replace(/^(mailto|tel):/, ""), from);
    if (href) tr.addMark(from, from === to ? tr.mapping.map(to) : to, marks.link.create({ href }));
    dispatch?.(tr.removeStoredMark(marks.link).scrollIntoView());
    return true;
  };
}

export function insertTable(state, dispatch) {
  if (around(state, nodes.captioned)) return false;
  const row = (type, attrs) => nodes.table_row.create(null, [0, 1, 2].map(() => type.createAndFill(attrs)));
  const rows = [row(nodes.table_header, { scope: "col" }), row(nodes.table_cell), row(nodes.table_cell)];
  const made = nodes.captioned.create(null, [nodes.caption.create(), nodes.table.create(null, rows)]);
  if (dispatch) {
    const tr = state.tr.replaceSelectionWith(made);
    const at = tr.mapping.map(state.selection.from, -1);
    dispatch(tr.setSelection(Selection.near(tr.doc.resolve(at), 1)).scrollIntoView());
  }
  return true;
}

export function deleteTable(state, dispatch) {
  const found = around(state, nodes.captioned);
  if (!found) return false;
  const tr = state.tr.delete(found.at, found.at + found.node.nodeSize);
  dispatch?.(tr.setSelection(Selection.near(tr.doc.resolve(Math.min(found.at, tr.doc.content.size)))).scrollIntoView());
  return true;
}

/** From the caption into the first cell: Enter does not break a caption. */
export function leaveCaption(state, dispatch) {
  const { $from } = state.selection;
  if ($from.parent.type !== nodes.caption) return false;
  dispatch?.(state.tr.setSelection(TextSelection.near(state.doc.resolve($from.after()), 1)).scrollIntoView());
  return true;
}

const HEADS = {
  row: { scope: "col", cells: ({ map }) => ({ left: 0, top: 0, right: map.width, bottom: 1 }) },
  column: { scope: "row", cells: ({ map }) => ({ left: 0, top: 0, right: 1, bottom: map.height }) },
};

function headCells(state, side) {
  const rect = selectedRect(state);
  const inside = rect.map.cellsInRect(HEADS[side].cells(rect));
  return inside.map((at) => ({ at: rect.tableStart + at, cell: rect.table.nodeAt(at) }));
}

/** Whether the first row, or the first column, heads the table. */
export const isHeaded = (side) => (state) =>
  isInTable(state) && headCells(state, side).every(({ cell }) => cell.type === nodes.table_header);

/** Make the first row, or the first column, heads with their scope, or plain cells again. */
export const headed = (side) => (state, dispatch) => {
  if (!isInTable(state)) return false;
  const { tr } = state;
  const isOn = isHeaded(side)(state);
  for (const { at, cell } of headCells(state, side)) {
    const { scope, ...attrs } = cell.attrs;
    if (isOn) tr.setNodeMarkup(at, nodes.table_cell, attrs);
    else tr.setNodeMarkup(at, nodes.table_header, { ...attrs, scope: scope ?? HEADS[side].scope });
  }
  dispatch?.(tr);
  return true;
};
