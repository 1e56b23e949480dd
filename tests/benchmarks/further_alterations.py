"""More ways to make a sentence false, and to say the same otherwise.

They were written after those of ``alterations``, to try the verifier with what it was
not made for; like those they know nothing of it.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations
from pathlib import Path
from random import Random

from corpus.language import Language

RULES_FILE = Path(__file__).with_name("claim_trials") / "rules.tsv"
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

TURNED: Mapping[Language, str] = {
    "id": r"(?P<a>[^,;]+?)(?P<cue> disebabkan oleh | karena )(?P<b>[^,;]+)\.",
    "en": r"(?P<a>[^,;]+?)(?P<cue> (?:were|was) caused by | because of | because )(?P<b>[^,;]+)\.",
    "su": r"(?P<a>[^,;]+?)(?P<cue> disababkeun ku | kumargi | margi )(?P<b>[^,;]+)\.",
}
"""What causes and what is caused."""
FRAMES: Mapping[Language, tuple[str, ...]] = {
    "id": ("Menurut skripsi ini, ", "Penulis menyebutkan bahwa "),
    "en": ("According to the thesis, ", "The thesis states that "),
    "su": ("Numutkeun ieu skripsi, ",),
}
AND: Mapping[Language, str] = {"id": ", dan ", "en": ", and ", "su": ", sareng "}


@lru_cache(maxsize=1)
def rules() -> Mapping[tuple[str, str], Rules]:
    """Return the rules of each kind and language; those *said otherwise* change no meaning."""
    with RULES_FILE.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    return {
        key: tuple((r["pattern"], r["put"]) for r in rows if (r["kind"], r["language"]) == key)
        for key in {(row["kind"], row["language"]): None for row in rows}
    }


def replaced(text: str, rules: Rules) -> Iterator[str]:
    """Yield what each rule makes of each place that it fits."""
    for pattern, put in rules:
        for match in re.finditer(pattern, text):
            changed = text[: match.start()] + match.expand(put) + text[match.end() :]
            yield opened(changed)


def said_otherwise(text: str, language: Language) -> Iterator[str]:
    """Yield a sentence in other words, or with who says it before it."""
    yield from replaced(text, rules()["said otherwise", language])
    named = text.split(maxsplit=1)[0].strip(",") in {
        word for name in NAMES for word in name.split()
    }
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
    others = [
        match[0] for sentence in passage if sentence != text for match in NUMBER.finditer(sentence)
    ]
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
        yield (
            text[: match.start()]
            + match[0][:-1]
            + str((int(match[0][-1]) + 1) % 10)
            + text[match.end() :]
        )
    place = random.choice([i for i, char in enumerate(text) if char.islower()])
    yield text[:place] + text[place].upper() + text[place + 1 :]
    yield text[:place] + random.choice("bdgkmn".replace(text[place], "")) + text[place + 1 :]
    yield text.replace("a", "а", 1)


def joined(text: str, other: str, language: Language) -> str:
    """Return two sentences as one."""
    return text.rstrip(".") + AND[language] + other[:1].lower() + other[1:]
