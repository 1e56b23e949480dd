"""What a question asks for, told from its words in the three languages, plain and polite.

Patterns run over folded text (no accents, lower case). A type is what the answer must
hold: ``when`` a date, ``who`` a person, ``list`` several items.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, Literal

from assistant.phrases import phrases
from corpus.text import fold, words

__all__ = [
    "FUNCTION_WORDS",
    "SELF_WORDS",
    "AnswerType",
    "answer_types",
    "asks_of_today",
    "frame_words",
    "names_office",
    "names_result",
]

AnswerType = Literal[
    "definition",
    "how",
    "how_long",
    "how_many",
    "list",
    "result",
    "website",
    "when",
    "where",
    "who",
    "why",
    "yes_no",
]

_PATTERNS: Final[Mapping[AnswerType, re.Pattern[str]]] = {
    "when": phrases(
        r"""
        ^when
        (?<=[,;?]\s)when
        (?:and|or|exactly|since)\s+when
        when (?:was|were|did|is|are|will|has)
        (?:what|which) (?:year|date|day|month)
        how long ago
        kapan(?:kah)?
        iraha
        (?:tahun|taun|tanggal|bulan|hari) (?:berapa|apa|sabaraha|naon|mana)
        """
    ),
    "who": phrases(
        r"""
        siapa(?:kah)?
        saha
        who|whose|whom|who's
        """
    ),
    "where": phrases(
        r"""
        di ?mana(?:kah)?|ke ?mana|dari mana
        ka ?mana|ti ?mana
        where
        (?:kota|negara|nagara|daerah|tempat) (?:apa|mana|naon)
        (?:what|which) (?:\w+ ){0,2}(?:city|country|place|town)
        """
    ),
    "how_many": phrases(
        r"""
        berapa(?:kah)?|seberapa
        sabaraha
        how (?:many|much|large|big)
        jumlah(?:na|nya)?
        what (?:is the )?(?:share|percentage|proportion|percent|number|amount)
        persen|percent
        """
    ),
    "how_long": phrases(
        r"""
        (?:for )?how long(?! ago)|for how many (?:days|weeks|months|years)
        (?:se|untuk )?berapa lama(?:nya|kah)?|untuk berapa (?:hari|minggu|bulan|tahun)
        sabaraha lila(?:na)?|sabaraha (?:poe|minggu|bulan|taun) lilana
        """
    ),
    "website": phrases(
        r"""
        situs|laman|website|web ?site|web
        """
    ),
    "why": phrases(
        r"""
        mengapa(?:kah)?|kenapa|apa sebab(?:nya)?
        alasan(?:nya|ana|na)?|penyebab(?:nya)?
        naha|kunaon|ku naon|naon sababna
        why|how come|reasons?|what (?:makes|made)
        """
    ),
    "how": phrases(
        r"""
        bagaimana(?:kah)?|gimana|dengan cara apa
        kumaha|ku cara naon
        how
        """
    ),
    "list": phrases(
        r"""
        apa saja(?:kah)?|siapa saja|mana saja|sebutkan
        naon (?:wae|bae)|saha (?:wae|bae)|mana wae|sebatkeun|sebutkeun
        poin-poin|macam-macam|rupa-rupa
        list|enumerate|name the
        what (?:\w+ ){0,3}are|which (?:\w+ ){0,2}are
        what (?:things|kinds|factors|fields|points)
        what (?:\w+ )?\w+[^s\W]s (?:do|does|did|are|were|have|has|can|will)
        """
    ),
    "result": phrases(
        r"""
        (?:hasil|temuan|kesimpulan|simpulan)(?:nya|na)?
        (?:kacindekan|papanggihan|timuan)(?:ana|na)?
        results?|findings?|conclusions?|concludes?|concluded|found out
        what (?:did|does|has|have|was) (?:the |this )?(?:\w+ )?(?:find|found|discover|conclude)
        (?:apa|naon) (?:yang|anu|nu) (?:ditemukan|disimpulkan|kapanggih|dicindekkeun)
        """
    ),
    "definition": phrases(
        r"""
        apa (?:itu|yang dimaksud|arti|pengertian|definisi|maksud(?:nya)?)
        artinya|pengertian|definisi
        naon (?:ari|nu dimaksud|anu dimaksad|anu dimaksud|hartina|maksudna)
        ari(?= [^,?]* naon\W*$)|hartosna|hartina
        definition|define|meaning
        what (?:is|are) (?:meant|an?)
        what does \w+(?: \w+)? mean
        """
    ),
    "yes_no": phrases(
        r"""
        ^(?:(?:maaf|permisi|punten|mangga)\W+)?(?:apakah|benarkah|adakah|bisakah|dapatkah|bolehkah)
        ^(?:punten\W+)?(?:naha leres|leres|enya|bener|naha bener)
        ^(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)
        """
    ),
}

FUNCTION_WORDS: Final[frozenset[str]] = frozenset(
    words(
        """
        ada adakah adalah agar aja akan aku anda antara apa apakah atas atau bagaimana bagaimanakah
        deh jadinya kemudian lagi lho loh memang nah sebenarnya sejak semenjak sendiri trus udah
        bagi bahwa banget begitu benarkah berapa berapakah bila bisa bisakah boleh bolehkah buat
        bukan bukankah cuma dalam dan dapat dapatkah dari daripada dengan di dia dimana dimanakah
        dong gimana hal hanya ia ini ingin itu itukah jadi jelaskan jika juga kah kalau kami kamu
        kan kapan kapankah karena ke kenapa ketika kira kita kok lah lalu maaf maka mana mau melalui
        mengapa mengapakah mengenai menurut mereka mohon namun nih nya oleh pada permisi pula punya
        saat saja saya sebagai sebutkan seperti sih siapa siapakah soal sudah supaya tadi tahu tapi
        tentang terhadap terus tersebut tolong tuh untuk waktu ya yaitu yakni yang
        a about according all am an and any are as at be been being but by can could did do does
        done for from had has have he her him his how i if in into is it its know like many may
        me might much my of on or our out please she should so some such tell than that the
        their them then there
        these they this those to up us was we were what when where which who whom whose why will
        with would you your actually again also anyway between exactly just okay really since then
        well
        atuh aya deui ge jadina kitu nyalira sabenerna saprak sorangan tuda
        briefly ringkasna ringkasnya ringkesna shortly singkatna singkatnya intina intinya
        abdi ai anjeun anjeunna anu aos ari asa atanapi atawa ayeuna baris bade bae bilih bisa boh
        bari cenah cik dina dugi engke etateh eta geus ges hente henteu hoyong iraha ieu jadi jeung
        jelaskeun ka kajelaskeun kan kana kanggo katut keur ku kudu kumaha kunaon lamun leuh mah
        mana manawi mangga mun naha naon naonkah nepi neda ngadenge ngan ngeunaan nu numutkeun nya
        nyaeta nyaho oge parantos perkawis pikeun pisan punten saha sabaraha sami salaku sangkan
        sanes sapertos sareng saur sebatkeun sebutkeun sih sok supados teh tea ti tiasa tos tuh
        tuluy lajeng tulung upami urang wae we wios yen
        """
    )
)
"""Words that say little about what is asked; they weigh little in a match."""


_FRAMES: Final = phrases(
    r"""
    (?:(?:apa|naon) )?(?:yang |anu |nu )?(?:di)?maks[au]d(?:na|nya|kan)?(?: dengan| ku)?
    (?:apa|naon) (?:itu |ari )?<meaning>(?:na|nya)?(?: dari| tina)?
    <meaning>(?:na|nya)?(?: dari| tina)?(?: istilah)?
    (?:the )?(?:meaning|definition)(?: of)?(?: the term)?
    (?:the term )?mean(?:s|t)?(?: by)?|defined?
    (?:bagaimana|apa|kumaha|naon) (?:bunyi|isi|uni|eusi)(?:na|nya)?
    (?:terangkan|uraikan|gambarkan|paparkan|beritahu|berikan|rincikan|daftarkan)
    (?:terangkeun|pertelakeun|bejakeun|pasihan terang|gambarkeun|rincikeun)
    (?:explain|describe|list|name|enumerate|summari[sz]e|mention)(?: (?:all|the|of))*
    (?:menurut|di ?dalam|dalam|pada|numutkeun|dina|nurutkeun) <text>(?: <this>)?(?: teh)?
    (?:according to|in|from) (?:the|this) (?:thesis|text)
    in the (?:author|writer)'?s (?:own )?words
    (?:menurut|kata|numutkeun|saur|ceuk) (?:penulis|panulis|peneliti|panalungtik)(?:nya|na)?
    (?:situs|laman|web|web ?site|alamat)(?: web)?|(?:di|pang)?(?:kutip|cutat)|cited|quoted
    (?:bagian|bab|bagean|sub ?bab|section|chapter|part)
    what (?:is|are|was|were) the (?:main )?(?:conclusion|result|finding)s?(?: of)?<thesis>?
    (?:apa|naon|kumaha|bagaimana) <result>(?:nya|na|ana)?(?: dari| tina)?(?: <text>(?: <this>)?)?
    how long(?: ago)?|how many|how much|how come
    (?:se|untuk )?berapa (?:lama|banyak|besar)(?:nya|kah)?
    sabaraha (?:lila|loba|seueur|ageung|gede)(?:na)?
    """,
    meaning=r"(?:arti|pengertian|definisi|pangertian|harti|hartos)",
    result=r"(?:hasil|kesimpulan|simpulan|temuan|kacindekan|timuan|papanggihan)",
    thesis=r"(?: (?:the|this) thesis)",
    text=r"(?:skripsi|naskah|tesis)",
    this=r"(?:ini|ieu|itu|tersebut|eta|kasebat)",
)
"""What only frames a question: *the meaning of*, *berapa lama*."""


SELF_WORDS: Final = frozenset(words("skripsi tesis naskah thesis"))
"""What a question calls the thesis that it is asked of."""


def frame_words(question: str) -> frozenset[str]:
    """Return the folded words of ``question`` that stand only in its frame."""
    folded = fold(question)
    rest = words(_FRAMES.sub(" ", folded))
    return frozenset(words(folded)) - frozenset(rest)


_TODAY: Final = phrases(
    r"""
    sekarang|saat ini|dewasa ini|kini|hari ini
    ayeuna|kiwari
    now|nowadays|today|current(?:ly)?|at (?:present|the moment)
    """
)


def names_result(word: str) -> bool:
    """Tell whether a folded word of a question is what it calls a result."""
    return _PATTERNS["result"].fullmatch(word) is not None


_OFFICE: Final = phrases(
    r"""
    jabatan(?:nya)?|kedudukan(?:nya)?|kalungguhan(?:ana|na)?|jabatanana
    position|office|job title|job|post
    """
)


def names_office(word: str) -> bool:
    """Tell whether a folded word of a question is what it calls somebody's office."""
    return _OFFICE.fullmatch(word) is not None


def asks_of_today(question: str) -> bool:
    """Tell whether ``question`` asks how something is now."""
    return _TODAY.search(fold(question)) is not None


_HOPED: Final = phrases(r"expected|hoped|diharapkan|harapan|dipiharep|diharepkeun")
"""What is hoped of a result is no result."""


def answer_types(question: str) -> frozenset[AnswerType]:
    """Return what the answer to ``question`` must hold; several parts give several types."""
    folded = fold(question).strip()
    found = {kind for kind, pattern in _PATTERNS.items() if pattern.search(folded)}
    if "result" in found and _HOPED.search(folded):
        found.discard("result")
    if "result" in found:
        found.discard("list")
    if "how_long" in found:
        found -= {"how", "how_many"}
    if "how_many" in found or re.search(r"\bhow long\b", folded):
        found.discard("how")
    if re.search(r"\b(?:tahun|taun|tanggal) (?:berapa|sabaraha)\b", folded):
        found.discard("how_many")
    if "definition" in found and found & {"when", "who", "how_many", "why", "list"}:
        found.discard("definition")
    if found - {"yes_no"} - {"list"} and "yes_no" in found:
        found.discard("yes_no")
    return frozenset(found)
