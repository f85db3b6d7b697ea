"""From workroom rows to public documents: each names every field that it carries."""
