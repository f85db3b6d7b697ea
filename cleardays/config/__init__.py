"""Settings, URL maps and WSGI entry points."""
