"""Which thesis is meant, which theses match, and what is on record of each."""
