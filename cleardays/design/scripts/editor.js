// The editor of formatted words: it takes the place of each text area that asks for it.
import { Area } from "./editor/area.js";

document.querySelectorAll("textarea[data-editor]").forEach((textarea) => new Area(textarea));
