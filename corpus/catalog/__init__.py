"""The catalog: the source of truth, over SQLAlchemy Core.

SQLite in WAL mode by default; no other package knows which database it is.
"""

from corpus.catalog.catalog import Catalog
from corpus.catalog.entries import EntryVectors
from corpus.catalog.feedback import KeptFeedback
from corpus.catalog.outbox import Pending
from corpus.catalog.postings import Posting
from corpus.catalog.state import CatalogState
from corpus.catalog.words import Vocabulary

__all__ = [
    "Catalog",
    "CatalogState",
    "EntryVectors",
    "KeptFeedback",
    "Pending",
    "Posting",
    "Vocabulary",
]
