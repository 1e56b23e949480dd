"""Check my text: a reader's own paragraph held against the corpus, finding by finding."""
