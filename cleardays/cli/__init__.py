"""The cleardays command: `main` names the module of each; the other modules are their parts."""
