"""What a spreadsheet, slides or a picture shows, for files that no report is written in."""
