"""What follows from a plan's dates and figures: pure arithmetic, the same for both sides."""
