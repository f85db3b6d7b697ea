"""The demonstration: Lancashire's case of 2018 and 2019 in our own words, and meetings to come.

The words are in ``data``; everything else here only brings them in, through the workroom's actions
and then through the door, as a council would.
"""
