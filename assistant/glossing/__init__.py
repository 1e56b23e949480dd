"""A gloss for text in another language, word by word; never called a translation."""
