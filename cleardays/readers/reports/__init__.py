"""Committee reports in the manner of any council into their parts; knows no file format."""

from cleardays.readers.reports.as_json import as_json
from cleardays.readers.reports.draft import ReportDraft
from cleardays.readers.reports.read import read_report

__all__ = ["ReportDraft", "as_json", "read_report"]
