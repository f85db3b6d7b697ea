"""Committee reports: their versions, parts, appendices, background papers and clearance."""
