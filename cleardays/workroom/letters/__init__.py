"""What the public wrote, brought in by the door, until somebody has answered it."""
