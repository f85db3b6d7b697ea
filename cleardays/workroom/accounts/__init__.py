"""Users, and the roles that they hold in a body from a date to a date. Builds the Viewer."""
