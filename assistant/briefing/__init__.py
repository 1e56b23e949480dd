"""Briefings: what a thesis, a section or a topic comes to, in the text's own sentences."""
