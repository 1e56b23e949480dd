"""What a sentence does in a thesis, as its words say, in the three languages.

The kinds follow the argumentative zones of Teufel and Moens (*Summarizing scientific
articles*, Computational Linguistics 28(4), 2002). What is aimed at or hoped for is never
taken for what was found.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from assistant.briefing.records import BriefingRole
from assistant.evidence_types import is_aim
from assistant.phrases import phrases
from corpus.records import Sentence
from corpus.text import fold

__all__ = ["cue_roles", "is_hoped_for", "only_announces", "speaks_of_itself"]

_STUDY: Final = (
    r"(?:(?:this|the|our|present|ieu) ){0,2}(?:penelitian|skripsi|tesis|studi|kajian|riset"
    r"|research|study|thesis|paper|panalungtikan)(?: (?:ini|ieu))?"
)
_CUES: Final[Mapping[BriefingRole, str]] = {
    "subject": r"""
        berjudul|dengan judul|mengambil tema|bertema
        entitled|titled|on the theme|nu judulna|dijudulan
        <study> (?:membahas|mengkaji|meneliti|berfokus|berkaitan|menelaah|mengulas)
        <study> (?:examines?|examined|discusses|discussed|explores?|explored|focuses|focused|deals)
        <study> (?:medar|ngulik|ngabahas|nalungtik|museur)
        (?:peneliti|penulis) (?:akan )?(?:memfokuskan|mengkaji|membahas)
    """,
    "question": r"""
        ^\W*(?:bagaimana(?:kah)?|apa(?:kah)?(?: saja)?|mengapa|seberapa|sejauh mana|siapa)\b.*\?
        ^\W*(?:how|what|why|to what extent|which|does|do|is|are|who)\b.*\?
        ^\W*(?:kumaha|naon|naha|sabaraha|nepi ka mana|saha)\b.*\?
    """,
    "purpose": r"""
        <study> (?:\w+ )?(?:bertujuan|ditujukan|dimaksudkan|(?:dilakukan|dilaksanakan) untuk)
        (?:tujuan|maksud) (?:utama )?(?:dari |diadakannya )?<study>
        <study> (?:aims?|aimed|seeks?|sought|intends?)
        <study> (?:is|was) (?:conducted|carried out|done|intended) (?:in order )?to
        (?:aims?|purposes?|objectives?) of <study>
        <study> (?:boga|gaduh|miboga) tujuan|<study> (?:dilaksanakeun|dilakukeun) (?:pikeun|kanggo)
        (?:tujuan|maksud)(?:na)? (?:tina )?<study>
    """,
    "method": r"""
        (?:menggunakan|memakai|memanfaatkan|melalui|dengan) (?:\w+ )?<way_id>
        metode (?:yang|penelitian|pendekatan|kualitatif|kuantitatif|deskriptif|campuran|survei)
        pendekatan (?:kualitatif|kuantitatif|campuran)
        teknik (?:pengumpulan|pengambilan|analisis) data
        studi (?:kepustakaan|pustaka|kasus)|data (?:dikumpulkan|diperoleh|diolah|dianalisis)
        (?:memakai|menggunakan) (?:survei|wawancara|kuesioner|angket|observasi|eksperimen)
        sebanyak [\d.,]+ \w+ (?:terlibat|dilibatkan)|responden(?:nya)?|informan
        (?:uses?|used|using|employs?|employed|adopts?|adopted) (?:\w+ ){0,3}<way_en>
        (?:qualitative|quantitative|mixed)(?: \w+)? (?:methods?|approach|research|design)
        (?:method|technique)s? (?:used|of data)
        data (?:were|was) (?:collected|gathered|processed|analy\w+)
        (?:surveys?|surveyed|interviews?|interviewed|questionnaires?|experiments?|focus groups?)
        (?:wawancara|kuesioner|angket|survei|eksperimen|observasi|survey|observation)
        data collection|library research|case study|<study> (?:uses?|used)|the researcher used
        metode (?:anu|nu|kualitatif|kuantitatif|panalungtikan)
        (?:tehnik|teknik) (?:ngumpulkeun|nganalisis)
        <study> (?:ngagunakeun|make|nganggo|menggunakan|memakai)
        (?:peneliti|panalungtik) (?:memakai|make)
        data (?:dikumpulkeun|dicangking|diolah|dianalisis)|data anu geus kakumpul
    """,
    "result": r"""
        hasil (?:<study>|analisis|uji|wawancara|survei)(?: \w+)? <shows_id>
        (?:menunjukkan|memperlihatkan|membuktikan|ditemukan|(?<!yang )diketahui) bahwa|terbukti
        (?:results?|findings?|analysis|data) (?:\w+ ){0,6}?<shows_en>
        (?:findings|results) make clear|it (?:was|is) (?:found|shown) that
        hasil (?:tina )?<study> (?:nuduhkeun|nembongkeun|netelakeun|kanyahoan)|kapanggih yen
        tina hasil <study>|dari hasil <study>
        (?:tidak|henteu|teu) (?:menghasilkan|ngahasilkeun)|(?:does|did) not produce
    """,
    "conclusion": r"""
        (?:dapat |bisa )?(?:di|me ?ny?)simpulkan
        (?:ke)?simpulan(?:nya)?|conclu(?:de[sd]?|ding|sions?)
        (?:bisa |tiasa )?di(?:cindek|simpul)keun|kacindekan(?:a?na)?
    """,
    "suggestion": r"""
        (?:di|me ?ny?)sarankan|disarankeun|sebaiknya|hendaknya|saran(?:nya)?|direkomendasikan
        (?:is|are) (?:recommended|advised|suggested)|recommend(?:s|ed)? that|should
        sakuduna|sakedahna|saena|alusna
    """,
    "benefit": r"""
        (?:manfaat|kegunaan|kontribusi|sumbangan)(?:nya)?
        bermanfaat|berguna|rujukan|bahan pertimbangan
        diharapkan (?:\w+ ){0,2}(?:dapat|mampu|bisa|menjadi|menambah|membantu)
        diharapkan (?:\w+ ){0,2}(?:memberi|meningkat)\w*
        benefits?|contribut\w+|useful
        (?:hoped|expected) (?:\w+ ){0,2}(?:to|that)|may use the results
        (?:mangpaat|kagunaan|sumbangan)(?:na)?|mangpaat keur|bahan tinimbangan|bisa dipake
        dipiharep (?:\w+ ){0,2}(?:bisa|tiasa|mampuh|jadi|janten|nambah\w*)
    """,
}
_PARTS: Final = {
    "study": _STUDY,
    "way_id": r"(?:metode|pendekatan|desain|teknik)",
    "way_en": r"(?:methods?|approach|design)",
    "shows_id": r"(?:menunjukkan|memperlihatkan|diketahui)",
    "shows_en": r"(?:shows?|showed|indicates?|indicated|reveals?|revealed)",
}
_PATTERNS: Final = {role: phrases(table, **_PARTS) for role, table in _CUES.items()}
_PLANNED: Final = phrases(
    r"""
    semoga|(?:dilakukan|dilaksanakan|dirancang) untuk|akan (?:me\w+|di\w+)|will|would like to
    bakal|bade|dilaksanakeun (?:pikeun|kanggo)
    """
)
_ITSELF: Final = phrases(
    r"""
    (?:penelitian|skripsi|tesis|studi|kajian|riset) (?:ini|yang akan dilakukan)|peneliti|penulis
    (?:this|the present|our) (?:study|research|thesis|paper)|the (?:researchers?|authors?)
    ieu (?:panalungtikan|skripsi)|(?:panalungtikan|skripsi) ieu|panalungtik|panulis
    (?:hasil|tujuan) (?:penelitian|panalungtikan)|responden(?:nya)?|respondents|informan
    """
)
_ANNOUNCES: Final = phrases(
    r"""
    sebagai berikut|berikut ini|antara lain|as follows|the following|include|saperti kieu|kieu
    di antawisna|di antarana
    """
)
_SHORT: Final = 9
"""Words under which *as follows* and the like leave a sentence saying nothing."""


def cue_roles(sentence: Sentence) -> frozenset[BriefingRole]:
    """Return what the words of a sentence say that it does; often nothing.

    A sentence that says what is hoped for is no result and no conclusion.
    """
    folded = " ".join(fold(sentence.text).split())
    found = {role for role, pattern in _PATTERNS.items() if pattern.search(folded)}
    return frozenset(found - {"result", "conclusion"} if is_hoped_for(sentence) else found)


def is_hoped_for(sentence: Sentence) -> bool:
    """Tell whether a sentence says what is aimed at, expected or planned."""
    return is_aim(sentence) or _PLANNED.search(fold(sentence.text)) is not None


def speaks_of_itself(sentence: Sentence) -> bool:
    """Tell whether a thesis speaks of itself in a sentence, not of the world or of others."""
    return _ITSELF.search(fold(sentence.text)) is not None


def only_announces(sentence: Sentence) -> bool:
    """Tell whether a sentence only opens a list, so that it says nothing alone."""
    text = sentence.text.rstrip()
    if text.endswith(":"):
        return True
    return len(text.split()) < _SHORT and _ANNOUNCES.search(fold(text)) is not None
