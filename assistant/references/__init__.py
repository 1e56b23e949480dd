"""References: what a reader puts beside a quote and in the list of works, style by style."""
