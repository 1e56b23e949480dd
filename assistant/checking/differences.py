"""In which words a statement differs from the sentence that it comes nearest to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.checking.bare import without_references
from assistant.checking.records import Difference, Finding
from assistant.checking.scope import CheckScope, Given
from assistant.checking.strings import say_check
from assistant.records import Citation
from assistant.values.reading import Value, read_values
from assistant.verification import Problem
from corpus.language import Language
from corpus.text import words

__all__ = ["differences_of", "number_findings"]


def differences_of(
    bare: str, language: Language, problems: Sequence[Problem], citation: Citation
) -> tuple[Difference, ...]:
    """Return what differs, with what the text has instead where that can be told."""
    found: list[Difference] = []
    for problem in problems:
        if problem.code == "number":
            found.extend(
                Difference("replaced" if original else "added", value.text, original)
                for value, original in _departing(bare, language, citation)
            )
        elif problem.code == "name":
            found.append(Difference("added", problem.detail, ""))
    return tuple(dict.fromkeys(found))


def number_findings(
    given: Given, bare: str, citation: Citation, scope: CheckScope
) -> Iterator[Finding]:
    """Yield a finding for each number of a statement that its source does not have.

    Args:
        given: The statement.
        bare: Its text without references, as long as the text.
        citation: What it was compared with.
        scope: Says in which language to put it.
    """
    for value, original in _departing(bare, given.language, citation):
        part = given.part(value.start, value.end)
        key = "altered_number" if original else "unsupported_number"
        yield part.finding(
            "number",
            "altered" if original else "unsupported",
            say_check(key, scope.language, original=original),
            citations=(citation,),
            differences=(Difference("replaced", value.text, original),) if original else (),
        )


def _departing(bare: str, language: Language, citation: Citation) -> list[tuple[Value, str]]:
    """Return the values that the source lacks, each with the source's own, if it is plain."""
    texts = _texts(citation)
    keys = {value.key for text, of in texts for value in read_values(text, language=of)}
    given = [value for value in read_values(bare, language=language) if not value.soft]
    said = {value.key for value in given}
    lacking = [value for value in given if value.key not in keys]
    near = [text for text, of in texts if of in {language, citation.language}]
    return [(value, _counterpart(value, bare, near, said)) for value in lacking]


def _counterpart(value: Value, bare: str, texts: Sequence[str], said: set[str]) -> str:
    """Return the value of the source that stands where ``value`` does, empty when unsure."""
    unit = _unit(bare, value)
    for text in texts:
        others = [
            other
            for other in read_values(text)
            if other.kind == value.kind and other.key not in said and not other.soft
        ]
        fitting = [other for other in others if unit and _unit(text, other) == unit]
        chosen = fitting if len(fitting) == 1 else others
        if len(chosen) == 1:
            at = next(iter(chosen))
            return text[at.start : at.end]
    return ""


def _texts(citation: Citation) -> list[tuple[str, Language]]:
    """Return a quote and its versions without the works that they cite, and their years."""
    versions = [(version.text, version.language) for version in citation.versions]
    texts = [(citation.quote, citation.language), *versions]
    return [(without_references(text, ()), language) for text, language in texts]


def _unit(text: str, value: Value) -> str:
    """Return the folded word behind a value: what it counts."""
    if value.text.endswith("%"):
        return "%"
    return next(iter(words(text[value.end : value.end + 40])), "")
