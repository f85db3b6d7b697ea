"""What is measured: definitions and observations, and the arithmetic of what they show or hide."""
