"""What a statement claims, held against its source: names, numbers, negation, hedges, coverage."""
