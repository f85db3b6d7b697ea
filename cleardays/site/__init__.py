"""The public side: pages, feeds and data made from the record and nothing else."""
