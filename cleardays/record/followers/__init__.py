"""Followers of the log: each reads from a sequence number on and can be rebuilt."""
