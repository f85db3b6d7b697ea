"""Days and calendars for property tests, in years that councils keep papers of."""

from datetime import date

from hypothesis import strategies as st

from cleardays.law.calendar import Calendar

DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))
CLOSURES = st.dictionaries(
    st.dates(date(2024, 1, 1), date(2025, 12, 31)), st.just("Offices closed"), max_size=40
)
MEETINGS = st.dates(date(2024, 3, 1), date(2025, 12, 31))
CALENDARS = st.builds(Calendar.england, CLOSURES, counts_saturdays=st.booleans())
