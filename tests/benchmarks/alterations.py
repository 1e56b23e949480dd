"""Ways to make a true sentence false, by rules that know nothing of the verifier."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from random import Random

from corpus.language import Language

Alteration = Callable[[str, Language, Random], Iterator[str]]

MONTHS: Mapping[Language, tuple[str, ...]] = {
    "id": ("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "Oktober"),
    "en": ("January", "February", "March", "April", "May", "June", "July", "August", "October"),
    "su": ("Januari", "Pébruari", "Maret", "April", "Méi", "Juni", "Juli", "Agustus", "Oktober"),
}
COUNTS: Mapping[Language, tuple[tuple[str, str], ...]] = {
    "id": (("kedua kota", "ketiga kota"), ("kedua negara", "keempat negara"), ("dua", "lima")),
    "en": (("two", "five"), ("both cities", "all three cities"), ("One", "Four")),
    "su": (("kadua kota", "katilu kota"), ("kadua nagara", "kaopat nagara"), ("dua", "lima")),
}
RANKS: Mapping[Language, tuple[str, str]] = {
    "id": ("pertama", "ketiga"),
    "en": ("first", "third"),
    "su": ("munggaran", "katilu"),
}
PLACES = ("Surabaya", "Medan", "Makassar", "Osaka", "Kyoto", "Beijing", "Melbourne", "Hamburg")
COUNTRIES: Mapping[Language, tuple[str, ...]] = {
    "id": ("Tiongkok", "Belanda", "Malaysia", "Filipina", "Korea Selatan"),
    "en": ("China", "the Netherlands", "Malaysia", "the Philippines", "South Korea"),
    "su": ("Cina", "Walanda", "Malaysia", "Filipina", "Koréa Kidul"),
}
PEOPLE = ("Santoso", "Wijaya", "Tanaka", "Hartono", "Nakamura", "Siregar")
CITIES = re.compile(r"\b(?:Jakarta|Tokyo|Bandung|Braunschweig)\b")
LANDS = re.compile(r"\b(?:Jepang|Japan|Jerman|Germany|Indonesia)\b")
NAMED = re.compile(
    r"\b(?:Situmorang|Mukti|Sitinjak|Parama|Tambunan|Khairunnisa|Wiyogo|Atmodarminto|Shunichi"
    r"|Suzuki)\b"
)
HOMOGLYPHS = str.maketrans({"a": "а", "o": "о"})

DENIED: Mapping[Language, tuple[tuple[str, str], ...]] = {
    "id": (
        (r"\bmerupakan\b", "bukan merupakan"),
        (r"\b(memiliki|menjadi|mencakup|membuka|membantu|menjalin|didukung|terdapat|dapat)\b",
         r"tidak \1"),
        (r"\b(resmi|berfokus|berhasil|diperlukan|diharapkan|bertujuan)\b", r"tidak \1"),
        (r"\btidak ", ""), (r"\bbelum ", ""), (r"\bbukan ", ""),
    ),
    "en": (
        (r"\b(is|are|was|were|can|has|have|will)\b(?! not)", r"\1 not"),
        (r"\b(can)not\b(?: yet)?", r"\1"), (r"\b(is|are|was) not\b", r"\1"),
        (r"\bno ", "a "), (r"\bdoes not ", ""), (r"\bnot only\b", "only"),
    ),
    "su": (
        (r"\bmangrupi\b", "sanés mangrupi"),
        (r"\b(gaduh|janten|ngawengku|muka|ngabantu|ngajalin|dirojong|tiasa|suksés|kacatet)\b",
         r"henteu \1"),
        (r"\b(museur|diperlukeun|dipiharep|dilaksanakeun)\b", r"henteu \1"),
        (r"\bhenteu ", ""), (r"\bteu acan ", ""), (r"\bteu (?!acan)", ""),
    ),
}  # fmt: skip
NOT_IDLE: Mapping[str, str] = {
    "id": r"(?<!diharapkan )(?<!agar )(?<!untuk )\b(?:dapat|mampu|bisa) (?!dikatakan)"
    r"(?=(?:me|di|ber|ter)\w+)",
    "su": r"(?<!dipiharep )(?<!supados )(?<!kanggo )\btiasa (?!disebatkeun)(?=(?:ng|ny|di|m)\w+)",
}
"""An ability that is more than the idle one of *diharapkan dapat* and *agar dapat*."""
WEAKENED: Mapping[Language, tuple[tuple[str, str], ...]] = {
    "id": (
        (r"\bdiharapkan (?:dapat|mampu) ", ""), (r"\bdiharapkan (?:dapat|mampu)\b", "terbukti"),
        (NOT_IDLE["id"], ""), (r"\bbelum dapat\b", "telah"),
        (r"\bpernah ", ""), (r"\bsecara tidak langsung ", ""), (r"\btidak langsung\b", "langsung"),
        (r"\bbertujuan untuk ", "berhasil "), (r"\bdilakukan untuk mengetahui\b", "mengetahui"),
        (r"\bdinilai ", ""), (r"\bdapat dikatakan (?:relatif )?", ""), (r"\bperlu\b", "sudah"),
        (r"\bakan (?=(?:me|di)\w+)", "telah "), (r"\bingin ", ""), (r"\bhanya ", ""),
        (r"\bmemungkinkan bagi\b", "membuat"), (r"\bdapat\b", "pasti"),
    ),
    "en": (
        (r"\b(?:is|are) (?:also )?expected to be able to ", "does "), (r"\bmay be able to\b", "do"),
        (r"\b(?:is|are) (?:also )?expected to\b", "has been proven to"), (r"\bcan\b", "always"),
        (r"\bcan be\b", "is"), (r"\b(?:can)not yet\b", "can"), (r"\bindirectly ", ""),
        (r"\bat some time ", ""), (r"\bindirectly\b", "directly"), (r"\baims to\b", "manages to"),
        (r"\bin order to know\b", "and found"), (r"\bto find out\b", "and found"),
        (r"\bjudged to be ", ""), (r"\bneeds? to\b", "already"), (r"\bwill be\b", "was"),
        (r"\bthat can be said to be relatively\b", "that is"), (r"\bcould\b", "does"),
        (r"\bseeks to\b", "managed to"),
    ),
    "su": (
        (r"\bdipiharep (?:tiasa|mampuh) ", ""), (r"\bdipiharep (?:tiasa|mampuh)\b", "kabuktian"),
        (NOT_IDLE["su"], ""), (r"\bteu acan tiasa\b", "parantos"),
        (r"\bkantos ", ""), (r"\bsacara teu langsung ", ""), (r"\bteu langsung\b", "langsung"),
        (r"\bgaduh tujuan kanggo\b", "suksés"), (r"\bdilaksanakeun kanggo terang\b", "terang"),
        (r"\bdipeunteun ", ""), (r"\btiasa disebatkeun (?:rélatif )?", ""),
        (r"\b(?:badé|bakal) (?=(?:ng|ny|di|m)\w+)", "parantos "), (r"\bhoyong ", ""),
        (r"\bperlu\b", "parantos"), (r"\btiasa\b", "pasti"), (r"\bmung ", ""),
    ),
}  # fmt: skip
TAILS: Mapping[Language, re.Pattern[str]] = {
    "id": re.compile(r",? (?:sehingga|di mana|dimana|yang mana) [^;:]+(?=\.)"),
    "en": re.compile(r",? (?:so that|where|which) [^;:]+(?=\.)|; [^;:]+(?=\.)"),
    "su": re.compile(r",? (?:ku kituna|anu mana|dimana) [^;:]+(?=\.)|; [^;:]+(?=\.)"),
}
HEADS: Mapping[Language, re.Pattern[str]] = {
    "id": re.compile(
        r"^(?:Lebih lanjut|Selain itu|Berangkat|Berdasarkan|Di Indonesia|Hal tersebut)[^,]*, "
    ),
    "en": re.compile(r"^(?:Furthermore|In addition|Proceeding|On the basis|Based)[^,]*, "),
    "su": re.compile(r"^(?:Salajengna|Salian|Ngawitan|Dumasar)[^,]*, "),
}
CITED = re.compile(r" ?\([^()]*\d{4}\)| ?\([\w.]+\)")
WEAK = re.compile(
    r"\b(?:jika|if|upami|lamun|diharapkan|expected|dipiharep|bukan|not|teu|henteu|tidak|can|dapat"
    r"|tiasa|mung|only|hanya)\b"
)
FEWEST_LEFT = 8


def digits(text: str, language: Language, random: Random) -> Iterator[str]:
    """Change a digit, a month, a number in words, a rank, or what a number counts."""
    for match in re.finditer(r"\d", text):
        other = random.choice([d for d in "123456789" if d != match[0]])
        yield text[: match.start()] + other + text[match.end() :]
        if random.random() < 0.2:
            wide = chr(ord("０") + int(other))
            yield (
                text[: match.start()]
                + random.choice((wide, other + "\u200b"))
                + text[match.end() :]
            )
    for month in MONTHS[language]:
        if re.search(rf"\b{month}\b", text):
            other = random.choice([one for one in MONTHS[language] if one != month])
            yield re.sub(rf"\b{month}\b", other, text)
    for one, other in (*COUNTS[language], RANKS[language]):
        if re.search(rf"\b{one}\b", text):
            yield re.sub(rf"\b{one}\b", other, text)
    if "%" in text:
        yield re.sub(r"(\d)%", r"\1 juta" if language != "en" else r"\1 million", text)


def names(text: str, language: Language, random: Random) -> Iterator[str]:
    """Put another city, country or person in a name's place, or letters that look alike."""
    for pattern, others in ((CITIES, PLACES), (LANDS, COUNTRIES[language]), (NAMED, PEOPLE)):
        for match in pattern.finditer(text):
            other = random.choice(others)
            yield text[: match.start()] + other + text[match.end() :]
            if random.random() < 0.1 and "a" in match[0]:
                yield text[: match.start()] + match[0].translate(HOMOGLYPHS) + text[match.end() :]


def negations(text: str, language: Language, _random: Random) -> Iterator[str]:
    """Deny what is affirmed, or affirm what is denied."""
    yield from _replaced(text, DENIED[language])


def hedges(text: str, language: Language, _random: Random) -> Iterator[str]:
    """Drop what weakens a statement, or put certainty in its place."""
    yield from _replaced(text, WEAKENED[language])


def quotes(text: str, _language: Language, random: Random) -> Iterator[str]:
    """Leave out a word, put two in the other order, change a letter, or drop a mark."""
    words = text.split(" ")
    at = random.randrange(1, len(words) - 2)
    yield " ".join((*words[:at], *words[at + 1 :]))
    yield " ".join((*words[:at], words[at + 1], words[at], *words[at + 2 :]))
    place = random.choice([i for i, char in enumerate(text) if char.isalpha()])
    letter = random.choice([c for c in "bcdfghklmnprstw" if c != text[place]])
    yield text[:place] + letter + text[place + 1 :]
    if "," in text:
        yield text.replace(",", "", 1)


def shortened(text: str, language: Language) -> list[str]:
    """Return a sentence without its citation, its first phrase, or its last clause."""
    found: dict[str, None] = {}
    bare = CITED.sub("", text).replace("..", ".")
    for pattern in (HEADS[language], TAILS[language]):
        match = pattern.search(bare)
        if match is None or WEAK.search(match[0]):
            continue
        rest = (bare[: match.start()] + bare[match.end() :]).strip()
        if len(rest.split()) >= FEWEST_LEFT:
            found[rest[0].upper() + rest[1:]] = None
    if bare != text:
        found[bare] = None
    return list(found)


ALTERED: Mapping[str, Alteration] = {
    "digits": digits,
    "names": names,
    "negations": negations,
    "hedges": hedges,
    "quotes": quotes,
}


def _replaced(text: str, rules: tuple[tuple[str, str], ...]) -> Iterator[str]:
    for pattern, put in rules:
        for match in re.finditer(pattern, text):
            changed = text[: match.start()] + match.expand(put) + text[match.end() :]
            yield changed[0].upper() + changed[1:]
