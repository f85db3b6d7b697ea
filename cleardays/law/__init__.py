"""Rules of law as pure functions of dates and small values, each with its authority."""
