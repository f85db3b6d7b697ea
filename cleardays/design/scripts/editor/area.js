// One text area with the editor in its place. What is posted is the text area, as without a script.
import { baseKeymap } from "prosemirror-commands";
import { gapCursor } from "prosemirror-gapcursor";
import { history, redo, undo } from "prosemirror-history";
import { keymap } from "prosemirror-keymap";
import { EditorState, Plugin } from "prosemirror-state";
import { tableEditing } from "prosemirror-tables";
import { EditorView } from "prosemirror-view";
import { Bar } from "./bar.js";
import * as deeds from "./deeds.js";
import { LinkPanel } from "./link.js";
import { inWords, pasted } from "./pasted.js";
import { read } from "./read.js";
import { schema } from "./schema.js";
import { write } from "./write.js";

const HOW = "Formatted text. Alt and F10 go to the tools, Escape comes back from them. Tab leaves.";

/** Under a table or a line there is always somewhere to write on. */
const needsLine = (doc) => ["captioned", "rule"].includes(doc.lastChild.type.name);
const line = () => schema.nodes.paragraph.create();
const lastLine = new Plugin({
  appendTransaction: (changes, before, { doc, tr }) => (needsLine(doc) ? tr.insert(doc.content.size, line()) : null),
});

export class Area {
  constructor(textarea) {
    this.textarea = textarea;
    this.link = new LinkPanel();
    this.label = document.querySelector(`label[for="${textarea.id}"]`);
    this.frame = document.createElement("div");
    this.frame.className = "cd-editor";
    this.frame.classList.toggle("cd-editor--error", textarea.getAttribute("aria-invalid") === "true");
    this.said = document.createElement("p");
    this.said.className = "cd-editor__said";
    this.said.setAttribute("role", "status");
    this.takePlace();
  }

  takePlace() {
    const { textarea, label } = this;
    const { id } = textarea;
    // Links to the field, as from a list of faults, lead to what is seen of it.
    textarea.removeAttribute("id");
    textarea.hidden = true;
    const hint = document.getElementById(`${id}_helptext`);
    if (hint && textarea.dataset.hint) hint.textContent = textarea.dataset.hint;
    if (label) {
      label.id = `${id}_label`;
      label.removeAttribute("for");
      label.addEventListener("click", () => this.view.focus());
    }
    const name = label?.firstChild?.data?.trim() || textarea.name;
    this.bar = new Bar(textarea.dataset.editor, name, id, () => this.link.open(this.view));
    textarea.after(this.frame);
    this.frame.append(this.bar.element, this.link.element);
    this.view = this.edit(id);
    this.frame.append(this.said);
    this.bar.update(this.view);
    // A browser that comes back to a page puts what was typed into the text area.
    addEventListener("pageshow", () => this.textarea.value !== this.last && this.restart());
  }

  state() {
    this.last = this.textarea.value;
    const doc = read(this.last);
    const begun = needsLine(doc) ? doc.copy(doc.content.addToEnd(line())) : doc;
    return EditorState.create({ doc: begun, plugins: this.plugins() });
  }

  plugins() {
    const keys = {
      "Mod-z": undo,
      "Mod-y": redo,
      "Shift-Mod-z": redo,
      "Mod-b": deeds.bold,
      "Mod-i": deeds.italic,
      "Mod-]": deeds.inwards,
      "Mod-[": deeds.outwards,
      "Mod-k": () => (this.link.open(this.view), true),
      "Alt-F10": () => (this.bar.focus(), true),
      "Shift-Enter": deeds.lineBreak,
    };
    const enter = keymap({ Enter: (...given) => deeds.leaveCaption(...given) || deeds.newItem(...given) });
    return [history(), keymap(keys), enter, keymap(baseKeymap), gapCursor(), tableEditing(), lastLine];
  }

  edit(id) {
    const { textarea, label } = this;
    const described = [textarea.getAttribute("aria-describedby"), `${id}_how`].filter(Boolean).join(" ");
    this.frame.insertAdjacentHTML("beforeend", `<p class="govuk-visually-hidden" id="${id}_how">${HOW}</p>`);
    return new EditorView(this.frame, {
      state: this.state(),
      attributes: {
        id,
        class: "cd-editor__words",
        role: "textbox",
        "aria-multiline": "true",
        "aria-describedby": described,
        ...(label ? { "aria-labelledby": label.id } : { "aria-label": textarea.name }),
        ...(textarea.getAttribute("aria-invalid") && { "aria-invalid": "true" }),
        spellcheck: "true",
        "data-rows": textarea.rows > 8 ? "many" : textarea.rows > 4 ? "some" : "few",
      },
      transformPastedHTML: (html) => this.paste(html),
      dispatchTransaction: (change) => this.change(change),
    });
  }

  change(change) {
    this.view.updateState(this.view.state.apply(change));
    this.bar.update(this.view);
    if (!change.docChanged) return;
    this.last = this.textarea.value = write(this.view.state.doc);
    this.textarea.dispatchEvent(new Event("input", { bubbles: true }));
  }

  paste(html) {
    this.said.textContent = "";
    if (html.includes("data-pm-slice")) return html; // copied in an editor of ours
    const { html: clean, left } = pasted(html);
    this.said.textContent = inWords(left);
    return clean;
  }

  restart() {
    this.view.updateState(this.state());
    this.bar.update(this.view);
  }
}
