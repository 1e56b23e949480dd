"""Words by which a question leans on what was said before, in the three languages.

Patterns run over folded text (no accents, lower case).
"""

from __future__ import annotations

from typing import Final

from assistant.phrases import phrases
from assistant.which_documents.thesis_words import PLACES
from corpus.text import words

__all__ = [
    "BINDS",
    "BOOK_PARTS",
    "BOTH",
    "CONNECTS",
    "CORRECTS",
    "EDGES",
    "ENDS_SWAP",
    "FORMER",
    "GENERIC",
    "HOW_ABOUT",
    "INCLUDED",
    "INTERROGATIVES",
    "IN_LANGUAGE",
    "LATTER",
    "LIGHT",
    "NO_ENDING",
    "OF_PEOPLE",
    "OPENS_SWAP",
    "PERSON",
    "POINTED",
    "POINTS",
    "PREPOSES",
    "STARTS_INSIDE",
    "TITLES",
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
IN_LANGUAGE: Final = phrases(
    r"""
    ^\W*(?:<and>[\s,]+)*<say>(?:in|dalam|dengan|pakai|ke|kana|dina|into) <id>\W*$
    """,
    **{
        "and": _AND,
        "say": r"(?:(?:tolong|mohon|bisa|coba|jelaskan|punten|jelaskeun|can you|please|say|explain|"
        r"translate|terjemahkan|tarjamahkeun|it|that|itu|eta) )*",
        "id": r"(?:bahasa |basa )?(?P<language>english|inggris|indonesian?|sundan?(?:ese)?)"
        r"(?: (?:please|dong|ya|atuh|tolong|punten))?",
    },
)
"""The same again, in another language."""
HOW_ABOUT: Final = phrases(
    r"""
    (?:mah |teh )?(?:kumaha|bagaimana|gimana)(?: (?:atuh|tuh|dong|ya|nya))?\W*$
    (?:mah|teh|tuh|dong|ya|nya|atuh|saja|aja|wae|bae|too|instead)\W*$
    """
)
"""How *kalau Tokyo* may end without asking anything of its own."""

POINTS: Final = phrases(
    r"""
    ia|tersebut|tadi|begitu|demikian
    (?<!apa )(?<!apakah )itu|itu(?=\W*$)|apakah itu(?= (?:\w+\W*$|<still>))
    eta|kitu|tea
    (?<!is )(?<!was )it|it(?= (?!true|possible|correct|right)\w)|it(?=\W*$)
    those|ones|(?:the|that|this|which|\w+) one(?=\W*$| (?:in|with|of|from|at|for|between))
    (?:of|among) (?:them|those|these)
    the same|the former|the latter|back then|at the time
    the others?(?: one)?(?=\W*$)
    that(?=\W*$)|that (?:is|was|did|does|has|happen(?:ed)?)
    (?:of|from|to|by|with|for|about|after|before|like|in) that(?:(?! \w+ \w+ \w)|(?= <before>))
    (?:done|do|does|did|is|was) that(?:(?! \w+ \w+ \w)|(?= <before>))
    that (?:program(?:me)?|agreement|city|project|partnership|cooperation|year|date|person|place)
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
    (?:termasuk|kaasup|lebet)(?: (?:tidak|henteu|teu|gak|nggak|juga|oge|di (?:sana|dinya)))*(?=\W*$)
    """
)
"""Whether what is named is one of those spoken of."""
PERSON: Final = phrases(r"beliau|dia|ia|anjeunna|manehna|he|she|him|his|her|hers")
"""A pronoun that stands for a person where one was named, else for a thing."""
POINTED: Final = phrases(
    r"""
    (?P<before>kerja sama|gawe bareng|\w+) (?:itu|tersebut|tadi|eta|tea|kasebat|ieu)
    eta (?P<su>gawe bareng|\w+)
    (?:that|this|those|these) (?P<en>\w+)
    """
)
"""A noun with a word that points: *program itu*, *éta program*, *that agreement*."""
CORRECTS: Final = phrases(
    r"""
    ^\W*(?:<no>[\s,.;!-]+)?(?:<mean>)(?: <of>)?
    ^\W*<no>[\s,.;!-]+(?:maksudnya|maksadna|maksudna)(?: <of>)?
    ^\W*(?:bukan|sanes|lain|not)(?: [^\s,?]+){1,4}[\s,]+(?:tapi|tetapi|melainkan|nanging|but)
    ^\W*(?:bukan|sanes|not) (?:itu|eta|that)(?=[\s,.;]+\w+\W*$)
    ^\W*(?:no|nope|bukan|sanes)(?=[,.;!]+ \w+\W*$)
    """,
    no=r"(?:no|nope|sorry|bukan|tidak|maaf|eh|oh|sanes|lain|henteu|punten|hapunten|actually)",
    mean=r"i mean(?:t)?|i was asking about|maksudku|maksud (?:saya|aku|abdi|kuring)|"
    r"yang saya maksud(?:kan)?|maksad abdi|(?:nu|anu) dimaksad(?: ku abdi)?",
    of=r"(?:the one (?:in|with|of|for)|about|itu|teh|mah|yang|nu|anu)",
)
"""*No, I meant Bandung*: what stands behind it takes the place of what was asked about."""
STARTS_INSIDE: Final = phrases(
    r"""
    ^\W*(?:oleh|dengan|dari|untuk|di|ke|pada|melalui|ku|jeung|sareng|tina|ti|pikeun|keur|kana|ka|
    """.strip()
    + r"""dina|ngaliwatan|liwat|by|with|from|for|in|at|on|through|to|since|until|sejak|sampai)
    """
)
"""A question that opens with a preposition is seldom whole when it is short."""

OF_PEOPLE: Final[frozenset[str]] = frozenset(
    words(
        """
        jabatannya namanya gelarnya usianya umurnya istrinya suaminya perannya posisinya asalnya
        kalungguhanana jabatanna namina wastana yuswana garwana asalna pangkatna pangkatnya
        """
    )
)
"""What people have, said with *his* or *her*."""
NO_ENDING: Final[frozenset[str]] = frozenset(
    words(
        """
        hanya punya tanya biasanya akhirnya sebenarnya umumnya khususnya selanjutnya lainnya
        artinya maksudnya misalnya sebelumnya kenya karena dimana bagaimana mana sana situ
        bencana rencana sarana prasarana dana wacana sederhana istana warna makna guna pidana
        sarjana perdana cina kumaha saha dina tina kana hartina hartosna sanesna sejenna saterusna
        salajengna biasana nyana ayana ngarana samemehna
        unina salah salahna
        """
    )
)
"""Words that end as if they said *its*."""

GENERIC: Final[frozenset[str]] = PLACES | frozenset(
    words(
        """
        tahun tanggal bulan hari orang hal jumlah nama alasan sebab lanjut lagi lebih detail rinci
        sendiri saja lain lainnya lengkap selengkapnya contoh contohnya dulu sekarang balik kembali
        taun tanggal poe jalma urang deui leuwih langkung sorangan nyalira wungkul wae bae sejen
        sejenna sanesna conto contona kaayaan kalayan atuh mah
        year date month day time people person thing things name number reason more else further
        further other others detail details example exactly alone itself themselves himself only
        same again elaborate continue go back
        terangkan jelasin lanjutkan teruskan ceritakan maksudnya maksud terangkeun teraskeun
        caritakeun maksadna hartina artinya
        cara carana today now ayeuna kiwari get gets getting got become becomes go goes going gone
        parah buruk awon worse worst better best makin semakin beuki kian
        anything something everything nothing antaranya diantaranya
        beliau mereka aranjeunna manehna maranehna dinya ditu theirs hers both duanana keduanya
        former latter meant
        come comes came happen happens happened take takes took make makes making
        """
    )
)
"""Words that a question can have without being about anything of its own."""

LIGHT: Final[frozenset[str]] = frozenset(
    words(
        """
        ikut ikutan mengikuti mengikutinya diikuti terlibat bergabung gabung peserta pesertanya
        menghasilkan dihasilkan dihasilkannya mendapat mendapatkan dapatkan memberi memberikan
        memilih dipilih pilih memilihnya mengusulkan diusulkan pengusul pengusulnya pencetus
        penggagas penggagasnya menggagas digagas menciptakan pencipta bermula berasal asal asalnya
        jabatan jabatannya posisi posisinya kedudukan kedudukannya peran perannya gelar gelarnya
        berjalan jalan berlangsung bertahan berlaku menghambat dihambat terhambat penghalang
        join joins joined joining participate participates participated attend enter apply yield
        yields yielded produce produced deliver bring brings brought gain gained achieve achieved
        pick picked choose chose chosen select selected propose proposed proposer invent invented
        invents founder initiated initiator start started begin began begun last lasted lasts
        position positions role roles title rank office job status instead otherwise originally
        hold holds holding held stop stops stopping keep keeps keeping allowed eligible
        milu miluan ngiluan ngiring ngiringan ilubiung pamilon pamilonna gabung ngagabung
        ngahasilkeun hasilkeun dihasilkeun nampi ninggang meunang kenging milih dipilih
        ngusulkeun diusulkeun ngagagas ngagagasna digagas panggagas panggagasna nyiptakeun asalna
        kalungguhan kalungguhanana jabatanna pangkat pangkatna lumangsung lumaku mimitina
        """
    )
)
"""Words of doing, taking part and standing that a follow-up may ask with: they tell little of
what it is about, so that it need not stay silent where the corpus has them not."""
INTERROGATIVES: Final[frozenset[str]] = frozenset(
    words(
        """
        apa apakah apaan siapa siapakah kapan kapankah berapa berapakah bagaimana bagaimanakah
        gimana mengapa mengapakah kenapa mana manakah dimana dimanakah kemana adakah benarkah
        sebutkan jelaskan tolong mohon
        what who whom whose when where why how which
        naon saha iraha sabaraha kumaha kunaon naha punten sebutkeun sebatkeun jelaskeun tulung
        """
    )
)
"""Words that ask; a topic is what a question has besides them."""
EDGES: Final[frozenset[str]] = frozenset(
    words(
        """
        sejak since much many long banyak tahun taun tanggal year date dimaksud dimaksad maksud arti
        artinya hartina pengertian definisi meant mean means definition loba seueur saja aja
        exactly saja sajakah kira kinten mun trus nah tapi kemudian teras saterusna salajengna balik
        lagi kembali back okay gimana mah atuh sorangan sendiri
        """
    )
)
"""Words that belong to what is asked, when they stand at the edge of a topic."""

TITLES: Final[frozenset[str]] = PLACES | frozenset(
    words(
        """
        sister service smart city program programme gubernur governor gupernur ketua pupuhu chair
        speaker pemerintah pamarentah government memorandum understanding undang bab chapter
        perjanjian perjangjian agreement treaty walikota mayor presiden president bapak ibu mr mrs
        """
    )
)
"""Words that are often capitalised beside a name and are none."""

BOOK_PARTS: Final[frozenset[str]] = frozenset(
    words(
        """
        rumusan kesimpulan simpulan hipotesis abstrak metode metodologi judul penulis peneliti
        pengarang pembimbing penguji halaman pustaka lampiran bab batasan pembatasan pembahasan
        method methods methodology conclusion conclusions hypothesis hypotheses abstract title
        author writer researcher supervisor pages chapter chapters bibliography appendix
        kacindekan ringkesan panulis panalungtik pangarang pangaping panguji
        """
    )
)
"""What only a thesis has: *kesimpulannya* needs nothing from before."""
