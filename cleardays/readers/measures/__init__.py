"""Figures from files: observations as councils type them, and statistics of the DfE."""
