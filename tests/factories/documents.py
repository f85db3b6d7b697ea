"""Stored files and uploads, made through the actions that make them in life."""

from datetime import UTC, datetime

from cleardays.workroom.accounts.viewers import viewer_of
from cleardays.workroom.documents import actions

AT = datetime(2018, 1, 10, 9, 30, tzinfo=UTC)

REPORT = """Bins and Lamps Committee
Meeting to be held on Monday, 5 March 2018

Electoral Division affected:
(All Divisions);

Repairing the lamps of the High Street
(Appendix 'A' refers)

Contact for further information:
Lamp Officer, Tel: 01632 960001, lamps@council.example

Executive Summary

Nine lamps are dark. This report says what mending them would cost.

Recommendation

The Committee is asked to:
i. Note the state of the lamps; and
ii. Agree that they are mended.

Background and Advice

The lamps went out in a storm and have not been lit since.

Consultations

The shopkeepers were asked.

Implications:

This item has the following implications, as indicated:

Risk management

People may stumble.

Local Government (Access to Information) Act 1985
List of Background Papers

Paper
Date
Contact/Tel

NA

Reason for inclusion in Part II, if appropriate

NA
"""


def make_file(user, content=b"Some words.", name="words.txt"):
    return actions.keep_file([content], name, by=viewer_of(user, AT.date()), at=AT)


def make_upload(user, content=None, name="lamps.txt", **fields):
    by = viewer_of(user, AT.date())
    pieces = [REPORT.encode() if content is None else content]
    return actions.receive_upload(pieces, name, by=by, at=AT, **fields)
