"""What a section is for, as its heading says, in the three languages.

The names are those of theses in general: *Rumusan Masalah*, *Research Questions*, *Kasang
Tukang*. A heading may name two (*Tujuan dan Kegunaan Penelitian*).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final, Literal

from assistant.briefing.records import BriefingRole
from assistant.phrases import phrases
from corpus.text import fold

__all__ = ["SectionRole", "heading_roles", "section_roles"]

SectionRole = BriefingRole | Literal["abstract"]

_HEADINGS: Final[Mapping[SectionRole, str]] = {
    "abstract": r"""
        abstra(?:k|ct|ksi)|ringk(?:esan|asan)|intisari|^sari$|(?:executive )?summary
    """,
    "background": r"""
        latar belakang(?: masalah| penelitian)?|kasang tukang|background|introduction
        pendahuluan|bubuka
    """,
    "question": r"""
        (?:pe)?rumusan(?: masalah)?|pertanyaan (?:penelitian|riset)|(?:identifikasi|fokus) masalah
        (?:research |study )(?:questions?|problems?)|problem (?:statement|formulation)s?
        (?:statement|formulation|identification) of (?:the )?(?:research )?problems?
        patarosan panalungtikan|pasualan panalungtikan
        fokus penelitian|focus of the (?:study|research)
    """,
    "purpose": r"""
        tujuan(?: penelitian| panalungtikan)?|maksud|aims?|objectives?|purposes?|goals?
    """,
    "benefit": r"""
        manfaat(?: penelitian)?|kegunaan|faedah|signifikansi|kontribusi|benefits?|significance
        contributions?|uses of|usefulness|mangpaat|kagunaan|paedah
    """,
    "scope": r"""
        (?:pem)?batasan(?: masalah| penelitian)?
        ruang lingkup|keterbatasan|scope|(?:de)?limitations?
        watesan|wengkuan
    """,
    "theory": r"""
        tinjauan (?:pustaka|literatur|teori)
        (?:landasan|dasar|kajian|kerangka) \w+|penelitian terdahulu
        literature|theor(?:y|ies|etical)
        (?:conceptual )?framework|previous (?:research|stud(?:y|ies))
        (?:ulikan|tatapakan|dadasar|dasar) \w+
        panalungtikan (?:samemehna|sateuacanna)|kajian pustaka
    """,
    "method": r"""
        metod(?:e|ologi)(?: penelitian| panalungtikan)?
        method(?:s|ology)?|(?:jenis|desain) penelitian
        pendekatan penelitian|teknik \w+|tehnik \w+
        (?:populasi|sampel)|research design|sampl(?:e|ing)
        populations?|data (?:collection|analysis)|(?:pengumpulan|analisis) data|place and time
        (?:tempat|lokasi)(?: dan| jeung| sareng)?(?: waktu)?(?: penelitian)?
        sumber data|instrumen\w*
        (?:ngumpulkeun|nganalisis) \w+|participants|respondents
    """,
    "result": r"""
        hasil(?: penelitian| panalungtikan)?|temuan|pembahasan|results?|findings?|discussions?
        papanggihan|timuan|pedaran
    """,
    "conclusion": r"""
        (?:ke)?simpulan|penutup|conclusions?|concluding \w+|kacindekan|panutup
    """,
    "suggestion": r"""
        saran(?:-saran)?|rekomendasi|implikasi|suggestions?|recommendations?|implications?
    """,
}
_PATTERNS: Final = {role: phrases(table) for role, table in _HEADINGS.items()}
_BROAD: Final = frozenset({"background", "conclusion", "result"})
"""Names of whole chapters: *PENDAHULUAN* says little of a section that has a name itself."""


@lru_cache(maxsize=8_192)
def heading_roles(heading: str) -> tuple[SectionRole, ...]:
    """Return what a heading says that its section is for, none when it does not say."""
    folded = fold(heading)
    return tuple(role for role, pattern in _PATTERNS.items() if pattern.search(folded))


def section_roles(path: Sequence[str]) -> tuple[SectionRole, ...]:
    """Return what a section is for: as its own heading says, else the nearest above that does.

    Args:
        path: The headings from the outermost down to the section's own.
    """
    for depth, heading in enumerate(reversed(path)):
        found = heading_roles(heading)
        if depth:
            found = tuple(role for role in found if depth == 1 or role not in _BROAD)
        if found:
            return found
    return ()
