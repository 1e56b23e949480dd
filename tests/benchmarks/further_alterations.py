"""More ways to make a sentence false, and to say the same otherwise.

They were written after those of ``alterations``, to try the verifier with what it was
not made for; like those they know nothing of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from random import Random

from corpus.language import Language

NAMES = (
    *("Hasan Wiratmaja", "Kenji Morita", "Garut", "Nagoya", "Cikajang", "Bayongbong", "Sukamaju"),
    *("Mekarsari", "Rasinah", "Sujana", "Indramayu", "Cirebon", "Karya Bakti", "Bumi Jaya"),
    *("Hartati", "Collins", "Tarogong", "Sapawarga", "Wiyogo Atmodarminto", "Shunichi Suzuki"),
    *("Bandung", "Braunschweig", "Tanjung Priok"),
)
UNEQUAL = (
    ("Hasan Wiratmaja", "Kenji Morita"),
    ("Garut", "Nagoya"),
    ("Cikajang", "Bayongbong"),
    ("Sukamaju", "Mekarsari"),
    ("Rasinah", "Sujana"),
    ("Indramayu", "Cirebon"),
    ("Karya Bakti", "Bumi Jaya"),
    ("Wiyogo Atmodarminto", "Shunichi Suzuki"),
    ("Bandung", "Braunschweig"),
)
"""Names that cannot change places in any sentence without making it false."""
NUMBER = re.compile(r"(?<![\w.,-])\d+(?:[.,]\d+)*(?![\w-]|\))")
YEAR = re.compile(r"1\d{3}|20\d\d")

Rules = tuple[tuple[str, str], ...]

UNITS: Mapping[Language, Rules] = {
    "id": (
        (r"\bmm\b", "cm"), (r"\bmeter\b", "kilometer"), (r"\bjuta\b", "miliar"),
        (r"\bribu\b", "juta"), (r"(?<=\d )persen\b", "orang"), (r"\bjam per minggu", "jam per hari"),
        (r"\bper tahun\b", "per bulan"), (r"tiga tahun", "tiga bulan"), (r"\bRp", "US$"),
        (r"\bguru\b", "kepala sekolah"), (r"\brumah\b", "sekolah"), (r"47 kota", "47 negara"),
        (r"21 kota", "21 provinsi"), (r"\bdolar\b", "yen"), (r"setiap hari", "setiap bulan"),
    ),
    "en": (
        (r"\bmm\b", "cm"), (r"\bmetres\b", "kilometres"), (r"\bmillion\b", "billion"),
        (r"\bthousand\b", "million"), (r"(?<=\d )percent\b", "people"), (r"hours a week", "hours a day"),
        (r"\bmm a year\b", "mm a month"), (r"three years", "three months"), (r"\bRp", "US$"),
        (r"\bteachers\b", "principals"), (r"\bhouses\b", "schools"), (r"47 cities", "47 countries"),
        (r"21 other cities", "21 other provinces"), (r"\bdollars\b", "yen"), (r"every day", "every month"),
    ),
    "su": (
        (r"\bmm\b", "cm"), (r"\bméter\b", "kilométer"), (r"\bjuta\b", "milyar"),
        (r"\brébu\b", "juta"), (r"(?<=\d )persén\b", "urang"), (r"\bjam per minggu", "jam per dinten"),
        (r"\bper taun\b", "per sasih"), (r"tilu taun", "tilu sasih"), (r"\bRp", "US$"),
        (r"\bguru\b", "kapala sakola"), (r"\bimah\b", "sakola"), (r"47 kota", "47 nagara"),
        (r"21 kota", "21 propinsi"), (r"\bdolar\b", "yén"), (r"unggal dinten", "unggal sasih"),
    ),
}  # fmt: skip
QUANTITIES: Mapping[Language, Rules] = {
    "id": (
        (r"(?i)\bsebagian besar\b", "semua"), (r"\bpaling sedikit\b", "paling banyak"),
        (r"\bpaling banyak\b", "paling sedikit"), (r"\bhampir ", ""), (r"\bkurang dari\b", "lebih dari"),
        (r"\bsekitar\b", "tepat"), (r"(?i)\btidak semua\b", "semua"), (r"\bbeberapa\b", "semua"),
        (r"\bsalah satu\b", "satu-satunya"), (r"\bterbanyak\b", "paling sedikit"),
        (r"\bbanyak\b", "semua"), (r"\bkedua kota\b", "semua kota"), (r"\bsekitar ", "lebih dari "),
    ),
    "en": (
        (r"(?i)\bmost of\b", "all of"), (r"\bat least\b", "at most"), (r"\bat most\b", "at least"),
        (r"\balmost ", ""), (r"\bless than\b", "more than"), (r"\babout (?=\d)", "exactly "),
        (r"(?i)\bnot all\b", "all"), (r"\bseveral\b", "all"), (r"\bone of the\b", "the only one of the"),
        (r"\bone form\b", "the only form"), (r"\bmany\b", "all"), (r"\babout (?=\d)", "more than "),
    ),
    "su": (
        (r"(?i)\bsabagian ageung\b", "sadaya"), (r"\bsahenteuna\b", "pangseueurna"),
        (r"\bpangseueurna\b", "sahenteuna"), (r"\bampir ", ""), (r"\bkirang ti\b", "langkung ti"),
        (r"\bkira-kira\b", "persis"), (r"(?i)\bhenteu sadaya\b", "sadaya"), (r"\bsababaraha\b", "sadaya"),
        (r"\bsalah sahiji\b", "hiji-hijina"), (r"\bseueur\b", "sadaya"),
        (r"\bkira-kira\b", "langkung ti"),
    ),
}  # fmt: skip
OPPOSED: Mapping[Language, Rules] = {
    "id": (
        (r"\blebih tinggi\b", "lebih rendah"), (r"\bturun\b", "naik"), (r"\bnaik\b", "turun"),
        (r"\bmeningkat\b", "menurun"), (r"\bdikurangi\b", "ditambah"), (r"\blambat\b", "cepat"),
        (r"\bmudah\b", "sulit"), (r"\bsetuju\b", "menolak"), (r"\bmenolak", "menyetujui"),
        (r"\bmewajibkan\b", "melarang"), (r"\bsetelah\b", "sebelum"), (r"\bmembantu\b", "menghambat"),
        (r"\bdiperkuat\b", "dibongkar"), (r"\bmengizinkan\b", "melarang"), (r"\bmuda\b", "tua"),
        (r"\bresmi\b", "informal"), (r"\bterbesar\b", "terkecil"), (r"\baktif\b", "pasif"),
        (r"\btinggi\b", "rendah"), (r"\bmendukung\b", "menentang"), (r"\berat\b", "renggang"),
        (r"\bmemajukan\b", "menghambat"), (r"\bberhasil\b", "gagal"), (r"\blebih menentukan\b", "kurang menentukan"),
        (r"\bpositif\b", "negatif"), (r"\bdijual ke\b", "dibeli dari"), (r"\bmemungkinkan\b", "menyulitkan"),
    ),
    "en": (
        (r"\bhigher than\b", "lower than"), (r"\bfell\b", "rose"), (r"\bdoubled\b", "halved"),
        (r"\bincreased\b", "decreased"), (r"\bcut\b", "extended"), (r"\bslow\b", "fast"),
        (r"\beasy\b", "difficult"), (r"\bagreed\b", "disagreed"), (r"\brejected\b", "accepted"),
        (r"\bobliges\b", "forbids"), (r"\bafter\b", "before"), (r"\bhelped\b", "hindered"),
        (r"\bstrengthened\b", "demolished"), (r"\ballowed\b", "forbade"), (r"\byoung\b", "old"),
        (r"\bofficially\b", "unofficially"), (r"\blargest\b", "smallest"), (r"\bactively\b", "passively"),
        (r"\bhigh\b", "low"), (r"\bsupports\b", "opposes"), (r"\bclose\b", "distant"),
        (r"\badvance\b", "hold back"), (r"\bsucceeded in\b", "failed at"), (r"\bmatter more\b", "matter less"),
        (r"\bpositive\b", "negative"), (r"\bsold to\b", "bought from"), (r"\bsustainable\b", "unsustainable"),
        (r"\befficient\b", "inefficient"), (r"\bformally\b", "informally"),
    ),
    "su": (
        (r"\blangkung luhur\b", "langkung handap"), (r"\bturun\b", "naék"), (r"\bnaék\b", "turun"),
        (r"\bngaronjat\b", "nurun"), (r"\bdikirangan\b", "ditambahan"), (r"\blaun\b", "gancang"),
        (r"\bgampil\b", "sesah"), (r"\bsatuju\b", "nolak"), (r"\bnolak\b", "satuju"),
        (r"\bngawajibkeun\b", "ngalarang"), (r"\bsaparantos\b", "sateuacan"), (r"\bngabantos\b", "ngahalangan"),
        (r"\bdikuatan\b", "dibongkar"), (r"\bngidinan\b", "ngalarang"), (r"\bngora\b", "kolot"),
        (r"\bpangageungna\b", "pangalitna"), (r"\bluhur\b", "handap"), (r"\bdeukeut\b", "jauh"),
        (r"\bsuksés\b", "gagal"), (r"\blangkung nangtukeun\b", "kirang nangtukeun"), (r"\bdijual ka\b", "dipésér ti"),
        (r"\bngadukung\b", "ngalawan"), (r"\bsacara aktif\b", "sacara pasif"),
    ),
}  # fmt: skip
TURNED: Mapping[Language, str] = {
    "id": r"(?P<a>[^,;]+?)(?P<cue> disebabkan oleh | karena )(?P<b>[^,;]+)\.",
    "en": r"(?P<a>[^,;]+?)(?P<cue> (?:were|was) caused by | because of | because )(?P<b>[^,;]+)\.",
    "su": r"(?P<a>[^,;]+?)(?P<cue> disababkeun ku | kumargi | margi )(?P<b>[^,;]+)\.",
}
"""What causes and what is caused."""
ASPECTS: Mapping[Language, Rules] = {
    "id": (
        (r"\bakan (?=(?:me|di)\w+)", "sudah "), (r"\bbelum pernah\b", "sudah pernah"),
        (r"\bbelum\b", "sudah"), (r"\bbelum ", ""), (r"\bbaru berlaku\b", "belum berlaku"),
        (r"\btelah\b", "belum"), (r"\bbertujuan untuk ", "telah "), (r"\bdirancang\b", "gagal dirancang"),
        (r"\bingin (?=m)", "telah "), (r"\bakan (?=(?:me|di)\w+)", ""),
    ),
    "en": (
        (r"\bwill (?=\w+)", "did "), (r"\bhave not yet\b", "have"), (r"\bis not yet\b", "is already"),
        (r"\bnot yet\b", "already"), (r"\baims to find out\b", "found out"), (r"\bhas been\b", "will be"),
        (r"\bis conducted in order to find out\b", "found"), (r"\bwill be built\b", "was built"),
        (r"\bhad been approved\b", "had not been approved"), (r"\bwishes to\b", "did"),
    ),
    "su": (
        (r"\bbadé (?=\w+)", "parantos "), (r"\bteu acan kantos\b", "parantos kantos"),
        (r"\bteu acan\b", "parantos"), (r"\bteu acan ", ""), (r"\btujuanana kanggo\b", "suksés"),
        (r"\bparantos\b", "teu acan"), (r"\bdilaksanakeun kanggo mikauninga\b", "mikauninga"),
        (r"\bhoyong ", "parantos "), (r"\bbadé ", ""),
    ),
}  # fmt: skip
DENIALS: Mapping[Language, Rules] = {
    "id": (
        (r"(?<!tidak )(?<!dapat )(?<!untuk )\b((?:mem|men|meng|ber|ter|di)\w{4,})", r"tidak \1"),
        (r"\btidak (?!semua|langsung)", ""), (r", bukan ", ", juga "), (r"\btanpa\b", "dengan"),
        (r"\bkecuali\b", "termasuk"), (r"\bsetiap\b", "tanpa satu pun"),
    ),
    "en": (
        (r"\b(is|are|was|were|has|have|can|may|will)\b(?! not| no)", r"\1 never"),
        (r"\b(cannot)\b", "can"), (r"\bdo not ", ""), (r"\bdid not (\w+)", r"did \1"),
        (r"\bfound no\b", "found a"), (r"\bwithout\b", "with"), (r", not to\b", ", and also to"),
        (r"\bexcept\b", "including"), (r"\bare not always\b", "are always"),
    ),
    "su": (
        (r"(?<!henteu )(?<!teu )\b((?:di|ng|ny)\w{4,})", r"henteu \1"),
        (r"\bhenteu (?!sadaya)", ""), (r", sanés ", ", ogé "), (r"\btanpa\b", "nganggo"),
        (r"\bkajaba\b", "kalebet"),
    ),
}  # fmt: skip
UNHEDGED: Mapping[Language, Rules] = {
    "id": (
        (r"\bsecara tidak langsung ", ""), (r"(?<!belum )\bpernah ", ""), (r"\bmungkin akan ", "akan "),
        (r"\bdiharapkan dapat ", ""), (r"\bdiperkirakan ", ""), (r"^Jika [^,]+, (\w)", r"\1"),
        (r"^Menurut [^,]+, (\w)", r"\1"), (r"\bdapat (?=dikenai)", ""), (r", kecuali [^.]+", ""),
        (r"\bdiharapkan (?=memiliki|mampu)", ""), (r"\bmenilai (layanan \w+) ", r"membuktikan \1 "),
        (r"\bHanya\b", "Semua"), (r"\bumum terjadi\b", "selalu terjadi"),
    ),
    "en": (
        (r"\bindirectly ", ""), (r"\bonce studied\b", "still study"), (r"\bmay decrease\b", "decreased"),
        (r"\bis expected to bring\b", "brings"), (r"\bis estimated to have been\b", "was"),
        (r"^If [^,]+, (\w)", r"\1"), (r"^According to [^,]+, (\w)", r"\1"), (r"\bmay be fined\b", "are fined"),
        (r", except [^.]+", ""), (r"\bCollins argues that ", ""), (r"\bit is hoped that\b", "it is proven that"),
        (r"\bmay decrease\b", "will decrease"), (r"\bis judged\b", "is proven"), (r"\bcommonly occur\b", "always occur"),
        (r"\bUsers judge (the .*?) to be slow\b", r"\1 is slow"),
    ),
    "su": (
        (r"\bsacara teu langsung ", ""), (r"(?<!acan )\bkantos ", ""), (r"\btiasa janten bakal\b", "bakal"),
        (r"\bdipiharep tiasa ", ""), (r"\bdiperkirakeun ", ""), (r"^Upami [^,]+, (\w)", r"\1"),
        (r"^Numutkeun [^,]+, (\w)", r"\1"), (r"\btiasa didenda\b", "didenda"), (r", kajaba [^.]+", ""),
        (r"\bdipiharep (?=gaduh|mampuh)", ""), (r"Collins gaduh pamadegan yén ", ""),
        (r"\bPara pamaké nganggap (palayanan \w+)", r"\1"),
    ),
}  # fmt: skip
CERTAIN: Mapping[Language, Rules] = {
    "id": ((r"\b(merupakan|memiliki|menjadi|dapat|membantu)\b", r"pasti \1"), (r"\b(di Indonesia)\b", r"di seluruh dunia")),
    "en": ((r"\b(is|are|has|can|helped|helps)\b", r"\1 always"), (r"\bin Indonesia\b", "in the whole world")),
    "su": ((r"\b(mangrupi|gaduh|janten|tiasa|ngabantos)\b", r"pasti \1"), (r"\bdi Indonesia\b", "di sakuliah dunya")),
}  # fmt: skip
SAID_OTHERWISE: Mapping[Language, Rules] = {
    "id": (
        (r"\bdapat\b", "bisa"), (r"\btidak\b", "tak"), (r"\bkarena\b", "sebab"), (r"\bjika\b", "apabila"),
        (r"^Jika\b", "Apabila"), (r"\b(\d+) persen\b", r"\1%"), (r"(\d)%", r"\1 persen"), (r"\bsekitar\b", "kira-kira"),
        (r"\btahun (\d{4})\b", r"\1"), (r"\bmemiliki\b", "mempunyai"), (r"\bsetelah\b", "sesudah"),
        (r"\bsangat\b", "amat"), (r"\btetapi\b", "namun"), (r"\bakan\b(?= me)", "bakal"), (r"\bhanya\b", "cuma"),
    ),
    "en": (
        (r"\bbecause of\b", "owing to"), (r"\b(\d+) percent\b", r"\1%"), (r"(\d)%", r"\1 percent"),
        (r"\babout (?=\d)", "around "), (r"\bcannot\b", "can not"), (r"\bhold a permit\b", "have a permit"),
        (r"\b(\d{1,2}) (March|July|October|December|May) (\d{4})\b", r"\2 \1, \3"), (r"\bwhereas\b", "while"),
        (r"\bbut\b", "yet"), (r"\balmost\b", "nearly"), (r"\bobliges\b", "requires"), (r"\bonly\b", "just"),
    ),
    "su": (
        (r"\btiasa\b", "bisa"), (r"\bhenteu\b", "teu"), (r"\bkumargi\b", "kusabab"), (r"\bupami\b", "lamun"),
        (r"^Upami\b", "Lamun"), (r"\b(\d+) persén\b", r"\1%"), (r"(\d)%", r"\1 persén"), (r"\bgaduh\b", "boga"),
        (r"\bsareng\b", "jeung"), (r"\bsaparantos\b", "sanggeus"), (r"\bnanging\b", "tapi"), (r"\bkanggo\b", "pikeun"),
        (r"\bbadé\b", "bakal"), (r"\bparantos\b", "geus"), (r"\bmung\b", "ngan"), (r"\bngabantos\b", "ngabantu"),
    ),
}  # fmt: skip
"""Rules that change no meaning."""
FRAMES: Mapping[Language, tuple[str, ...]] = {
    "id": ("Menurut skripsi ini, ", "Penulis menyebutkan bahwa "),
    "en": ("According to the thesis, ", "The thesis states that "),
    "su": ("Numutkeun ieu skripsi, ",),
}
AND: Mapping[Language, str] = {"id": ", dan ", "en": ", and ", "su": ", sareng "}

RULES: Mapping[str, Mapping[Language, Rules]] = {
    "units": UNITS,
    "quantities": QUANTITIES,
    "opposites": OPPOSED,
    "aspects": ASPECTS,
    "denials": DENIALS,
    "hedges": UNHEDGED,
    "certainty": CERTAIN,
}


def replaced(text: str, rules: Rules) -> Iterator[str]:
    """Yield what each rule makes of each place that it fits."""
    for pattern, put in rules:
        for match in re.finditer(pattern, text):
            changed = text[: match.start()] + match.expand(put) + text[match.end() :]
            yield opened(changed)


def said_otherwise(text: str, language: Language) -> Iterator[str]:
    """Yield a sentence in other words, or with who says it before it."""
    yield from replaced(text, SAID_OTHERWISE[language])
    named = text.split()[0].strip(",") in {word for name in NAMES for word in name.split()}
    framed = text if named or text[1:2].isupper() else text[:1].lower() + text[1:]
    for frame in FRAMES[language]:
        yield frame + framed


def opened(text: str) -> str:
    """Return a sentence with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def roles(text: str) -> Iterator[str]:
    """Put two names in each other's place."""
    for one, other in UNEQUAL:
        if one in text and other in text:
            yield text.replace(one, "\0").replace(other, one).replace("\0", other)


def borrowed_names(text: str, passage: Sequence[str]) -> Iterator[str]:
    """Put a name of another sentence of the passage, or of this one, in a name's place."""
    around = " ".join(passage)
    here = [name for name in NAMES if name in text]
    for name in here:
        for other in NAMES:
            if other in around and other != name and (" " in other) == (" " in name):
                yield text.replace(name, other)


def swapped_numbers(text: str) -> Iterator[str]:
    """Put two numbers of a sentence in each other's place, but for those of one date."""
    found = list(NUMBER.finditer(text))
    for one, other in combinations(found, 2):
        between = text[one.end() : other.start()].split()
        if one[0] != other[0] and len(between) > 1:
            yield (
                text[: one.start()] + other[0] + text[one.end() : other.start()]
                + one[0] + text[other.end() :]
            )  # fmt: skip


def borrowed_numbers(text: str, passage: Sequence[str]) -> Iterator[str]:
    """Put a number of another sentence of the passage in a number's place."""
    others = [match[0] for sentence in passage if sentence != text for match in NUMBER.finditer(sentence)]
    for match in NUMBER.finditer(text):
        for other in others:
            years = bool(YEAR.fullmatch(match[0])), bool(YEAR.fullmatch(other))
            if other not in text and years[0] == years[1]:
                yield text[: match.start()] + other + text[match.end() :]


def turned(text: str, language: Language) -> Iterator[str]:
    """Let the effect be the cause."""
    match = re.fullmatch(TURNED[language], text)
    if match is not None:
        cause = match["b"][:1].upper() + match["b"][1:]
        yield f"{cause}{match['cue']}{match['a'][:1].lower()}{match['a'][1:]}."


def misquoted(text: str, passage: Sequence[str], random: Random) -> Iterator[str]:
    """Yield quotes that stand nowhere: joined from two places, a mark, a digit or a letter off."""
    words = text.split()
    other = random.choice([one for one in passage if one != text] or [text[::-1]])
    half, tail = len(words) // 2, other.split()
    yield " ".join((*words[:half], *tail[len(tail) // 2 :]))
    for mark, put in ((", ", "; "), (".", "!"), (" – ", "-")):
        if mark in text[:-1]:
            yield text.replace(mark, put, 1)
    for match in NUMBER.finditer(text):
        yield text[: match.start()] + match[0][:-1] + str((int(match[0][-1]) + 1) % 10) + text[match.end() :]
    place = random.choice([i for i, char in enumerate(text) if char.islower()])
    yield text[:place] + text[place].upper() + text[place + 1 :]
    yield text[:place] + random.choice("bdgkmn".replace(text[place], "")) + text[place + 1 :]
    yield text.replace("a", "а", 1)


def joined(text: str, other: str, language: Language) -> str:
    """Return two sentences as one."""
    return text.rstrip(".") + AND[language] + other[:1].lower() + other[1:]
