"""Which part of a thesis a question asks for, as its aim or its method.

*What is the research question?* is answered by what stands in the section that formulates
the problem, in whatever words: no word of the question need stand there.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from assistant.briefing.records import BriefingRole
from assistant.briefing.role_cues import cue_roles
from assistant.briefing.role_headings import section_roles
from assistant.phrases import phrases
from corpus.records import Passage, Sentence
from corpus.text import fold

__all__ = ["FOUND", "asked_roles", "plays_role"]

FOUND: Final[frozenset[BriefingRole]] = frozenset({"result", "conclusion"})
"""What is asked for with the results."""
_BY_SECTION: Final = 0.7
_BY_CUE: Final = 0.6
_STUDY: Final = (
    r"(?:(?:this|the|her|his|their|ieu|eta) )*(?:author'?s?|writer'?s?|researcher'?s?|penelitian|"
    r"skripsi|tesis|studi|kajian|riset|research|study|thesis|paper|panalungtikan|penulis|peneliti|"
    r"panulis|panalungtik)(?: (?:ini|ieu|itu|teh|tersebut))?"
)
_LIMIT: Final = r"(?:ruang lingkup|(?:pem)?batasan|cakupan|watesan|wengkuan)"
_ASKED: Final[Mapping[BriefingRole, str]] = {
    "question": r"""
        (?:pe)?rumusan (?:masalah|pertanyaan)\w*|pertanyaan (?:penelitian|riset|utama)\w*
        research (?:questions?|problems?)|problem (?:statement|formulation)s?
        (?:which|what) (?:questions?|problems?) (?:does|did|is|are) <study>
        patarosan panalungtikan\w*|rumusan pasualan\w*|pasualan panalungtikan
    """,
    "purpose": r"""
        tujuan(?:nya|na|ana)?(?: utama(?:nya|na)?)?(?: dari| tina)? <study>|tujuan penelitian\w*
        <study> (?:teh )?(?:bertujuan|tujuan\w*|ditujukan|dimaksudkan|boga tujuan|gaduh tujuan)
        (?:aims?|purposes?|objectives?|goals?) of <study>
        <study>'?s? (?:aims?|purposes?|objectives?)
        (?:what|why) (?:does|did) <study> (?:aim|seek|intend|set out)\w*
        research (?:aims?|objectives?)
        (?:untuk apa|keur naon|kanggo naon|pikeun naon) <study>
    """,
    "benefit": r"""
        (?:manfaat|kegunaan|faedah|kontribusi|signifikansi|guna)(?:nya)?(?: \w+)?(?: dari)? <study>
        (?:mangpaat|kagunaan|paedah|gunana)(?:na)?(?: \w+)?(?: tina)? <study>
        (?:benefits?|uses?|usefulness|contributions?|significance)(?: \w+)? of <study>
        (?:how|who|whom) (?:is|will|can|does|did) <study> (?:useful|benefit|help|contribut)\w*
        (?:manfaat|mangpaat) (?:teoritis|teoretis|praktis|akademis|tioritis)\w*
        (?:theoretical|practical|academic) (?:benefit|use|contribution|significance)s?
    """,
    "method": r"""
        metod(?:e|ologi)(?:nya|na)?|methods?|methodology
        (?:jenis|desain|pendekatan) (?:penelitian|panalungtikan)
        (?:how|in what way) (?:is|was|were|did) <study> (?:done|carried|conducted|performed)
        (?:bagaimana|kumaha) (?:cara )?<study> (?:dilakukan|dilaksanakan|dilakukeun|dilaksanakeun)
        (?:teknik|tehnik) (?:pengumpulan|analisis|ngumpulkeun|nganalisis)
        (?:kind|type) of research
    """,
    "scope": r"""
        <limit>(?: masalah)?(?:nya|na)?(?: dari| tina)? <study>
        (?:scope|limits?|limitations?|delimitations?|boundar(?:y|ies)) of <study>
        (?:(?:pem)?batasan|watesan) masalah\w*
        <study> (?:is |are )?(?:limited|restricted|dibatasi|diwatesan|terbatas)
    """,
    "suggestion": r"""
        saran(?:nya|na)?|rekomendasi(?:nya|na)?|(?:suggest|recommend)(?:s|ed|ations?|ions?)?
    """,
}
_PATTERNS: Final = {
    role: phrases(table, study=_STUDY, limit=_LIMIT) for role, table in _ASKED.items()
}


def asked_roles(question: str) -> frozenset[BriefingRole]:
    """Return the parts of a thesis that a question asks for, mostly none."""
    folded = fold(question)
    return frozenset(role for role, pattern in _PATTERNS.items() if pattern.search(folded))


def plays_role(passage: Passage, sentence: Sentence, roles: frozenset[BriefingRole]) -> float:
    """Return how surely a sentence is part of what ``roles`` name, in [0, 1]."""
    if not roles:
        return 0.0
    there = bool(roles.intersection(section_roles(passage.path)))
    said = bool(roles & cue_roles(sentence))
    if there and said:
        return 1.0
    return _BY_SECTION if there else _BY_CUE if said else 0.0
