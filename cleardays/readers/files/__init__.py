"""Files of every format into blocks, or a refusal by name."""
