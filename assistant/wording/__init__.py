"""Answers worded by a language model: prompt, stream, claims, and what happens when it fails."""
