"""What is to be published, written in the action's own transaction. The door reads it."""
