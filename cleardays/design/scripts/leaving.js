// A form marked data-guard asks before typed words are lost.
let changed = false;
const guarded = (event) => event.target.closest("form[data-guard]");
document.addEventListener("input", (event) => {
  if (guarded(event)) changed = true;
});
document.addEventListener("submit", () => {
  changed = false;
});
addEventListener("beforeunload", (event) => {
  if (changed) event.preventDefault();
});
