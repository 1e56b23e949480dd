"""Dates and numbers of a text, the same for the same value in all three languages."""
