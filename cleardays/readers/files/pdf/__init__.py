"""PDFs: characters and ruled lines from pdfium, put together to paragraphs, lists and tables."""
