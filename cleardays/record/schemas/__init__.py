"""The public documents: what each kind may hold, field by field. This is the explicit list."""
