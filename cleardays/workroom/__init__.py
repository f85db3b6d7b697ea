"""The private side: every page needs a sign-in, every change is an action."""
