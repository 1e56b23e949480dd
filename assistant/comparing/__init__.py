"""Theses side by side, as the table of earlier research (*penelitian terdahulu*) has them."""
