"""The inspectors' reports into findings, dates and who is responsible."""
