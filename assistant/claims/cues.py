"""Words that make a statement weaker than plain fact, in the three languages.

A longer cue at the same place wins, and ``none`` marks phrases that only look like a
cue (*not only*).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from assistant.claims.cue_kinds import CueKind
from assistant.claims.cues_english import ENGLISH_CUES
from assistant.claims.cues_indonesian import INDONESIAN_CUES
from assistant.claims.cues_sundanese import SUNDANESE_CUES
from corpus.language import Language

__all__ = ["CUES"]

CUES: Final[Mapping[Language, Mapping[CueKind, re.Pattern[str]]]] = {
    "id": INDONESIAN_CUES,
    "en": ENGLISH_CUES,
    "su": SUNDANESE_CUES,
}
"""The cues of each language."""
