"""How a follow-up opens and ends, in the three languages.

Patterns run over folded text (no accents, lower case).
"""

from __future__ import annotations

from typing import Final

from assistant.phrases import phrases

__all__ = [
    "CONNECTS",
    "CORRECTS",
    "ENDS_SWAP",
    "HOW_ABOUT",
    "OPENS_SWAP",
    "PREPOSES",
    "RETURNS",
]

_AND: Final = (
    r"(?:dan|lalu|terus|kemudian|trus|sareng|jeung|teras|tuluy|lajeng|saterusna|salajengna|and|"
    r"then|so|but|also|plus|ok(?:ay|e)?|jadi|tapi|nah|nya)"
)
_IF: Final = r"(?:kalau|kalo|klo|lamun|mun|upami|ari)"
_WHAT_ABOUT: Final = (
    r"(?:what about|how about|bagaimana (?:dengan|kalau)|gimana (?:dengan|kalau|kalo|klo)|"
    r"kumaha (?:upami|mun|lamun|ari|jeung|sareng))"
)
CONNECTS: Final = phrases(
    r"""
    ^\W*(?:<and>[\s,]+)*(?:<what_about>|<if>|<and>)
    """,
    **{"and": _AND, "if": _IF, "what_about": _WHAT_ABOUT},
)
"""How a follow-up opens."""
OPENS_SWAP: Final = phrases(
    r"""
    ^\W*(?:<and>[\s,]+)*(?:<what_about>|<if>|<and>)(?: (?:yang|nu|anu|the|untuk|keur|pikeun|for))*
    """,
    **{"and": _AND, "if": _IF, "what_about": _WHAT_ABOUT},
)
"""The same, with what may stand before the thing that takes another's place."""
RETURNS: Final = phrases(
    r"""
    ^\W*(?:<and>[\s,]+)*<back> (?P<topic>[^,:?]+)(?=[,:] \w)
    """,
    **{
        "and": _AND,
        "back": r"(?:(?:going )?back to|(?:kembali|balik|mulang)(?: lagi| deui)? (?:ke|ka)|"
        r"(?:soal|tentang|mengenai|perihal|ngeunaan|perkawis|about|regarding|as for|concerning))",
    },
)
"""*Back to the programme, …*: what a question is about stands in front of it."""
PREPOSES: Final = phrases(
    r"""
    ^\W*(?:<and>[\s,]+)*<if> [^,?]+(?:,| (?:teh|mah|itu))
    """,
    **{"and": _AND, "if": _IF},
)
"""*Kalau globalisasi, apa pengaruhnya …*: what it points to stands in front."""
ENDS_SWAP: Final = phrases(
    r"""
    ^\W*(?:(?:yang|nu|anu) )?\w+(?: \w+)? (?:(?:mah|teh) )?(?:kumaha|bagaimana|gimana)\W*$
    """
)
"""*Yang Bandung gimana?* and *Tokyo kumaha?* put a thing in another's place, too."""
HOW_ABOUT: Final = phrases(
    r"""
    (?:mah |teh )?(?:kumaha|bagaimana|gimana)(?: (?:atuh|tuh|dong|ya|nya))?\W*$
    (?:mah|teh|tuh|dong|ya|nya|atuh|saja|aja|wae|bae|too|instead)\W*$
    """
)
"""How *kalau Tokyo* may end without asking anything of its own."""
CORRECTS: Final = phrases(
    r"""
    ^\W*(?:<no>[\s,.;!-]+)?(?:<mean>)(?: <of>)?
    ^\W*<no>[\s,.;!-]+(?:maksudnya|maksadna|maksudna)(?: <of>)?
    ^\W*(?:bukan|sanes|lain|not)(?: [^\s,?]+){1,4}[\s,]+(?:tapi|tetapi|melainkan|nanging|but)
    ^\W*(?:bukan|sanes|not) (?:itu|eta|that)(?=[\s,.;]+\w+\W*$)
    ^\W*(?:no|nope|bukan|sanes)(?=[,.;!]+ \w+\W*$)
    ^\W*i (?:didn't|did not|don't|do not) mean [^,?]+,(?: but)? i mean(?:t)?
    """,
    no=r"(?:no|nope|salah|keliru|wrong|sorry|bukan|tidak|maaf|eh|oh|sanes|lain|henteu|punten|hapunten|actually)",
    mean=r"i mean(?:t)?|i was asking about|maksudku|maksud (?:saya|aku|abdi|kuring)|"
    r"yang saya maksud(?:kan)?|maksad abdi|(?:nu|anu) dimaksad(?: ku abdi)?",
    of=r"(?:the one (?:in|with|of|for)|about|itu|teh|mah|yang|nu|anu)",
)
"""*No, I meant Bandung*: what stands behind it takes the place of what was asked about."""
