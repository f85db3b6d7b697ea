// After a form comes back with faults, the reader starts at the list of them.
document.querySelector("[data-error-summary]")?.focus();
