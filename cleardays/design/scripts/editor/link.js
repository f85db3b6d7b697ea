// Asking for the address of a link, in the page: no window that a keyboard could lose.
import { linkAround, setLink } from "./deeds.js";
import { address } from "./schema.js";

const MISTAKEN = "Enter an address that begins with https://, or an e-mail address";
let asked = 0;

/** The address that somebody meant, or null: www.example.org and a@example.org are understood. */
export function meant(typed) {
  const words = typed.trim();
  if (/\s/.test(words)) return null;
  if (/^[^@/:]+@[^@/:]+\.[^@/:]+$/.test(words)) return `mailto:${words}`;
  const whole = /^[\w-]+(\.[\w-]+)+([/?#:]|$)/.test(words) ? `https://${words}` : words;
  return URL.canParse(whole) ? address(whole) : null;
}

export class LinkPanel {
  constructor() {
    const id = `link-${(asked += 1)}`;
    this.element = document.createElement("div");
    this.element.className = "cd-editor__link";
    this.element.hidden = true;
    this.element.setAttribute("role", "group");
    this.element.setAttribute("aria-label", "Link");
    this.element.innerHTML = `
      <label class="govuk-label cd-label" for="${id}">Address of the page or e-mail</label>
      <p class="govuk-error-message" id="${id}-fault" hidden>${MISTAKEN}</p>
      <input class="govuk-input" id="${id}" type="text" inputmode="url" autocomplete="off" spellcheck="false" aria-describedby="${id}-fault">
      <div class="cd-editor__deeds">
        <button type="button" class="cd-editor__tool" data-deed="set">Set the link</button>
        <button type="button" class="cd-editor__tool" data-deed="remove">Remove the link</button>
        <button type="button" class="cd-editor__tool" data-deed="close">Cancel</button>
      </div>`;
    [this.input, this.fault] = ["input", "p"].map((tag) => this.element.querySelector(tag));
    this.element.addEventListener("click", (event) => this[event.target.dataset.deed]?.());
    this.element.addEventListener("keydown", (event) => this.key(event));
    // The address is not part of what is being written.
    this.element.addEventListener("input", (event) => event.stopPropagation());
  }

  open(view) {
    this.view = view;
    this.input.value = linkAround(view.state)?.mark.attrs.href ?? "";
    this.element.querySelector("[data-deed=remove]").hidden = !this.input.value;
    this.blame(false);
    this.element.hidden = false;
    this.input.focus();
  }

  set() {
    const href = meant(this.input.value);
    this.blame(href === null);
    if (href === null) this.input.focus();
    else this.do(setLink(href));
  }

  remove() {
    this.do(setLink(null));
  }

  do(command) {
    command(this.view.state, this.view.dispatch);
    this.close();
  }

  close() {
    this.element.hidden = true;
    this.view.focus();
  }

  key(event) {
    if (event.key === "Escape") this.close();
    else if (event.key === "Enter" && event.target === this.input) this.set();
    else return;
    event.preventDefault();
  }

  blame(isWrong) {
    this.fault.hidden = !isWrong;
    this.input.setAttribute("aria-invalid", String(isWrong));
    this.input.classList.toggle("govuk-input--error", isWrong);
  }
}
