"""Reports in the manners of different councils: invented places, posts and people."""

from tests.readers.reports.samples.authorities import COMBINED, HEALTH
from tests.readers.reports.samples.councils import COUNTY, LONDON, UNITARY
from tests.readers.reports.samples.layouts import CONTACTS, NESTED, TABLED, TABLES, YES_NO
from tests.readers.reports.samples.marks import CAPITALS, EXEMPT, MARKED_EXEMPT, NO_HEADING

SAMPLES = (
    COUNTY, LONDON, UNITARY, COMBINED, HEALTH, NESTED, TABLES, TABLED, YES_NO, CONTACTS, EXEMPT,
    MARKED_EXEMPT, CAPITALS, NO_HEADING,
)  # fmt: skip
