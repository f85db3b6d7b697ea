"""Plans that answer inspections: actions, dates and their changes, measures, versions."""
