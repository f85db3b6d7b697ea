"""Users, and the roles that they hold in a committee from a date to a date. Builds the Viewer."""
