"""The only way from the workroom to the record: projections, release checks, recall."""
