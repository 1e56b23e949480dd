"""Follow-ups made to stand alone: what is carried from turn to turn, and when."""
