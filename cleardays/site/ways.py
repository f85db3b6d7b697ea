"""The ways back up that many pages share."""

from cleardays.design.values import Link

HOME = (Link("Home", "/"),)
COMMITTEES = (*HOME, Link("Committees", "/committees/"))
INSPECTIONS = (*HOME, Link("Inspections", "/inspections/"))
PLANS = (*HOME, Link("Plans", "/plans/"))
MEASURES = (*HOME, Link("Measures", "/measures/"))
ASKS = (*HOME, Link("What committees asked", "/asks/"))
RECORD = (*HOME, Link("The record", "/record/"))
