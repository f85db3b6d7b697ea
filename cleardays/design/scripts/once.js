// A form is sent once: a second press within a second of the first does nothing.
const sent = new WeakMap();
document.addEventListener(
  "submit",
  (event) => {
    const last = sent.get(event.target);
    if (last && event.timeStamp - last < 1000) {
      event.preventDefault();
      event.stopImmediatePropagation();
    } else {
      sent.set(event.target, event.timeStamp);
    }
  },
  true,
);
