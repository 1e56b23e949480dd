"""Words that stand for something said before, in the three languages.

Patterns run over folded text (no accents, lower case).
"""

from __future__ import annotations

from typing import Final

from assistant.phrases import phrases

__all__ = [
    "BINDS",
    "BOTH",
    "FORMER",
    "INCLUDED",
    "LATTER",
    "PERSON",
    "POINTED",
    "POINTS",
    "STARTS_INSIDE",
    "THEY",
]

POINTS: Final = phrases(
    r"""
    ia|tersebut|tadi|begitu|demikian
    (?<!apa )(?<!apakah )itu|itu(?=\W*$)|apakah itu(?= (?:\w+\W*$|<still>))
    eta|kitu|tea
    (?<!is )(?<!was )it|it(?= (?!true|possible|correct|right)\w)|it(?=\W*$)
    those|ones|(?:the|that|this|which|\w+) one(?=\W*$| (?:in|with|of|from|at|for|between))
    (?:of|among) (?:them|those|these)
    which one(?= (?:is|was|are|has|had|does))|which of (?:them|these|those)
    this(?=\W*$)|(?:is|are|was|does|did|has) this(?! (?:thesis|research|study|paper|work))
    (?:is|was) that(?= (?:before|after|the|a|an|still|also|why|how|where|when|because))
    the same|the former|the latter|back then|at the time
    the others?(?: one)?(?=\W*$)
    that(?=\W*$)|that (?:is|was|did|does|has|happen(?:ed)?)
    (?:of|from|to|by|with|for|about|after|before|like|in) that(?:(?! \w+ \w+ \w)|(?= <before>))
    (?:done|do|does|did|is|was) that(?:(?! \w+ \w+ \w)|(?= <before>))
    that (?:program(?:me)?|agreement|city|project|partnership|cooperation|year|date|person|place)
    that (?:concept|term|idea|approach|method|treaty|document|standard|problem|issue|case|goal|aim)
    that (?:field|reason|topic|country|man|woman|sentence|part|result|number|percentage)
    """,
    before=r"(?:for|in|to|by|on|at|with|and|from|between)",
    still=r"(?:masih|sudah|belum|akan|tetap|benar|juga|bisa|dapat|berarti|termasuk)",
)
"""A word that stands for something said before."""
BINDS: Final = phrases(
    r"""
    dia|beliau|mereka|(?:di |ke |dari )?(?:sana|situ)
    anjeunna|aranjeunna|manehna|maranehna|(?:di|ka|ti ?)(?:dinya|ditu)
    its|they|them|their|theirs|he|she|him|her|his|hers
    (?<!is )(?<!are )(?<!was )(?<!were )there(?! (?:is|are|was|were|any))
    """
)
"""The same, unless the question itself has what it may stand for, before it."""
BOTH: Final = phrases(
    r"""
    (?:both|(?:the|these|those) two)(?= \w+s(?!\w))|both of (?:them|these|those)|they both
    keduanya|kedua(?= (?:kota|negara|pihak|daerah|belah))
    duanana|kadua(?= (?:kota|nagara|pihak|daerah))
    """
)
"""The two that were named last."""
FORMER: Final = phrases(r"the former|yang disebut (?:lebih )?(?:dulu|dahulu)|nu disebut tiheula")
LATTER: Final = phrases(r"the latter|yang disebut terakhir|(?:nu|anu) disebut panungtung(?:an)?")
INCLUDED: Final = phrases(
    r"""
    (?:one of|among|part of) (?:them|those|these)|included(?=\W*$)
    (?:termasuk|kaasup)(?= \w+\W*$)
    (?:termasuk|kaasup|lebet)(?: (?:tidak|henteu|teu|gak|nggak|juga|oge|di (?:sana|dinya)))*(?=\W*$)
    """
)
"""Whether what is named is one of those spoken of."""
PERSON: Final = phrases(r"beliau|dia|ia|anjeunna|manehna|he|she|him|his|her|hers")
"""A pronoun that stands for a person where one was named, else for a thing."""
THEY: Final = phrases(r"mereka|they|them|their|theirs|aranjeunna|maranehna|maranehanana")
"""The same for several."""
POINTED: Final = phrases(
    r"""
    (?P<before>kerja sama|gawe bareng|\w+) (?:itu|tersebut|tadi|eta|tea|kasebat|ieu)
    eta (?P<su>gawe bareng|\w+)
    (?:that|this|those|these) (?P<en>\w+)
    """
)
"""A noun with a word that points: *program itu*, *éta program*, *that agreement*."""
STARTS_INSIDE: Final = phrases(
    r"""
    ^\W*(?:mana (?:yang|nu|anu)|(?:yang|nu|anu) mana|yang|nu|anu)
    ^\W*(?:oleh|dengan|dari|untuk|di|ke|pada|melalui|sejak|sampai)
    ^\W*(?:ku|jeung|sareng|tina|ti|pikeun|keur|kana|ka|dina|ngaliwatan|liwat)
    ^\W*(?:by|with|from|for|in|at|on|through|to|since|until)
    """
)
"""A question that opens with a preposition is seldom whole when it is short."""
