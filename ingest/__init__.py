"""How a document gets in: read, repaired, split, aligned, stored.

Meets ``assistant`` only at what is stored in ``corpus``.
"""

__all__: list[str] = []
