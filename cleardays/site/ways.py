"""The ways back up that many pages share."""

from cleardays.design.values import Link

HOME = (Link("Home", "/"),)
COMMITTEES = (*HOME, Link("Committees", "/committees/"))
RECORD = (*HOME, Link("The record", "/record/"))
