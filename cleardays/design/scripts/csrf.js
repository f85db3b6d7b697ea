// Requests made by htmx outside a form carry Django's token, as a form would.
document.addEventListener("htmx:config:request", (event) => {
  const token = document.cookie.match(/(?:^|; )cleardays_csrf=([^;]+)/);
  const request = event.detail.ctx.request;
  if (token && request.method !== "GET") request.headers["X-CSRFToken"] = token[1];
});
