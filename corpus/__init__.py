"""The corpus: what is held, what it is made of, and where it is kept.

Imports no sibling package. Its modules are its rooms: ``records`` (the nouns),
``language``, ``errors``, ``settings``, ``text`` and ``canonical`` (text and offsets),
``catalog`` (the source of truth), ``index`` (vectors), ``store`` (both, opened
together) and ``encoder`` (text to vectors).
"""

import os

from corpus.language import LANGUAGES, Language
from corpus.settings import Settings, load_settings

# The matrices multiplied here are small: sharing one out among threads takes twice the time,
# and several times when others compute as well. numpy reads this when it is first imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

__all__ = ["LANGUAGES", "Language", "Settings", "load_settings"]
