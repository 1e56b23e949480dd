"""A report as lines for a terminal, in the report's language.

Whatever the given text holds, what is printed is plain: characters that steer a terminal
or turn the direction of writing are taken out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import asdict
from typing import Final

from assistant.checking.records import CheckReport, Finding
from assistant.checking.strings import say_check
from assistant.records import Citation
from corpus.language import Language
from corpus.text import visible

__all__ = ["plain_json", "report_lines"]

_LONGEST: Final = 400
_ESCAPES: Final = re.compile(
    r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|.)?", re.DOTALL
)
_CONTROLS: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_UNSEEN: Final = re.compile(r"[\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def report_lines(report: CheckReport) -> str:
    """Return a report as text: a summary, the findings in order, the notices."""
    language = report.language
    parts = [say_check("summary", language, **asdict(report.counts))]
    parts += [
        "\n".join(_lines(number, finding, language))
        for number, finding in enumerate(report.findings, start=1)
    ]
    parts += [f"({notice.text})" for notice in report.notices]
    return "\n\n".join(_plain(part) for part in parts)


def plain_json(text: str) -> str:
    """Return JSON with the characters escaped that could steer a terminal."""
    return _UNSEEN.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def _lines(number: int, finding: Finding, language: Language) -> Iterator[str]:
    kind = say_check(f"kind_{finding.kind}", language)
    yield f"{number}. [{kind}] {finding.said}"
    yield f"   “{_shortened(finding.text)}”"
    for difference in finding.differences:
        said = say_check(
            difference.operation, language, given=difference.given, original=difference.original
        )
        yield f"   ≠ {said}"
    yield from (f"   ! {remark.text}" for remark in finding.remarks)
    yield from (_cited(citation, language) for citation in finding.citations)


def _cited(citation: Citation, language: Language) -> str:
    paragraph = say_check("paragraph", language, number=citation.paragraph)
    place = f"{citation.passage_id} · {citation.heading} · {paragraph}"
    return f"   [{citation.number}] {place}\n       “{_shortened(citation.quote)}”"


def _shortened(text: str) -> str:
    whole = " ".join(text.split())
    return whole if len(whole) <= _LONGEST else f"{whole[:_LONGEST]} …"


def _plain(text: str) -> str:
    return _CONTROLS.sub("", visible(_ESCAPES.sub("", text)))
