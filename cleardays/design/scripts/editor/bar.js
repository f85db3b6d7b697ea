// The bar of tools above the words: one stop for Tab, arrows within it, Escape back to the words.
import { around } from "./deeds.js";
import { icon } from "./icons.js";
import { schema } from "./schema.js";
import { GROUPS, TABLE_TOOLS } from "./tools.js";

const made = (tag, attributes, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
};

export class Bar {
  /** `kind` is whole or short, `label` what the words are called, `openLink` asks for an address. */
  constructor(kind, label, controls, openLink) {
    this.openLink = openLink;
    this.buttons = new Map();
    this.tables = this.group(TABLE_TOOLS, "Table");
    this.tables.hidden = true;
    const groups = GROUPS[kind].map((tools) => this.group(tools, ""));
    this.element = made(
      "div",
      { class: "cd-editor__bar", role: "toolbar", "aria-label": `Tools for ${label}`, "aria-controls": controls },
      ...groups,
      this.tables,
    );
    this.element.addEventListener("keydown", (event) => this.move(event));
    this.element.addEventListener("focusin", (event) => this.rest(event.target));
    this.rest(this.shown()[0]);
  }

  group(tools, name) {
    const buttons = tools.map((tool) => this.button(tool));
    const naming = name ? { role: "group", "aria-label": name } : {};
    return made("div", { class: "cd-editor__group", ...naming }, ...buttons);
  }

  button(tool) {
    const title = tool.keys ? `${tool.name} (${tool.keys})` : tool.name;
    const button = made("button", { type: "button", class: "cd-editor__tool", title, tabindex: -1 });
    button.append(tool.words ?? icon(tool.icon));
    if (tool.words !== tool.name) button.setAttribute("aria-label", tool.words ? `${tool.words}: ${tool.name}` : tool.name);
    if (tool.isOn) button.setAttribute("aria-pressed", "false");
    // A press with the mouse leaves the selection in the words.
    button.addEventListener("mousedown", (event) => event.preventDefault());
    button.addEventListener("click", () => this.use(tool));
    this.buttons.set(button, tool);
    return button;
  }

  use(tool) {
    if (tool.opensLink) return this.openLink();
    tool.run(this.view.state, this.view.dispatch, this.view);
    this.view.focus();
  }

  /** Say of each tool whether it is pressed and whether it can be used now. */
  update(view) {
    this.view = view;
    const { state } = view;
    this.tables.hidden = !around(state, schema.nodes.captioned);
    for (const [button, tool] of this.buttons) {
      if (tool.isOn) button.setAttribute("aria-pressed", String(tool.isOn(state)));
      if (tool.run) button.setAttribute("aria-disabled", String(!tool.run(state)));
    }
    if (!this.shown().includes(this.resting)) this.rest(this.shown()[0]);
  }

  shown() {
    return [...this.buttons.keys()].filter((button) => !button.closest("[hidden]"));
  }

  rest(button) {
    if (!this.buttons.has(button)) return;
    if (this.resting) this.resting.tabIndex = -1;
    this.resting = button;
    button.tabIndex = 0;
  }

  move(event) {
    const shown = this.shown();
    const at = shown.indexOf(document.activeElement);
    const to = {
      ArrowRight: (at + 1) % shown.length,
      ArrowLeft: (at - 1 + shown.length) % shown.length,
      Home: 0,
      End: shown.length - 1,
    }[event.key];
    if (to !== undefined) shown[to].focus();
    else if (event.key === "Escape") this.view.focus();
    else return;
    event.preventDefault();
  }

  focus() {
    this.resting.focus();
  }
}
