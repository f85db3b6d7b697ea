"""Files of every format into blocks, or a refusal by name."""

from cleardays.readers.files.read import read_file

__all__ = ["read_file"]
