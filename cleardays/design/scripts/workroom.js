// Everything here is a convenience: each page works without it. One file for each behaviour.
import "htmx.org";
import "./csrf.js";
import "./errors.js";
import "./leaving.js";
import "./once.js";
