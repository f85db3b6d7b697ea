"""The demonstration: Lancashire's case from 2017 to 2026 in our own words, and meetings to come.

The words are in ``data``; everything else here only brings them in, through the workroom's actions
and then through the door, as a council would.
"""
