"""OpenDocument texts (.odt), walked as XML: no LibreOffice is needed for them."""
