"""What needs whoever has signed in: gathered from every noun of the workroom."""
