"""Framing: citations and silences put into the sentences that a reader sees."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.records import AbstainReason, Citation, Claim, Notice, QuoteVersion
from assistant.strings import MOST_TITLES, held_parts, say, title_in
from corpus.language import Language, language_name
from corpus.records import DocumentSummary, Metadata

__all__ = [
    "frame_candidates",
    "frame_choice",
    "frame_claims",
    "frame_documents",
    "frame_notices",
    "frame_silence",
    "version_for",
]

_ORDER = ("author", "person", "project", "model")


def version_for(citation: Citation, language: Language) -> QuoteVersion | None:
    """Return the version of a quote to show to a reader of ``language``, the author's first."""
    if citation.language == language:
        return None
    fitting = [version for version in citation.versions if version.language == language]
    return min(fitting, key=lambda v: _ORDER.index(v.origin.partition(":")[0]), default=None)


def frame_claims(
    citations: Sequence[Citation], language: Language, titles: Mapping[str, str] | None = None
) -> tuple[Claim, ...]:
    """Return one claim for each citation: the quote in its frame, then its version.

    Args:
        citations: What is quoted.
        language: Of the frame.
        titles: Titles by document id, where several documents must be told apart.
    """
    return tuple(
        Claim(_framed(citation, language, titles or {}), (citation.number,))
        for citation in citations
    )


def frame_documents(
    citations: Sequence[Citation], language: Language, titles: Mapping[str, str]
) -> tuple[Claim, ...]:
    """Return one claim for each document, in order: its quotes in their frames."""
    of_document: dict[str, list[Citation]] = {}
    for citation in citations:
        of_document.setdefault(citation.document_id, []).append(citation)
    return tuple(
        Claim(
            "\n".join(_framed(citation, language, titles) for citation in quoted),
            tuple(citation.number for citation in quoted),
        )
        for quoted in of_document.values()
    )


def frame_candidates(candidates: Sequence[DocumentSummary], language: Language) -> str:
    """Return the question which of these theses is meant, with a few of their titles."""
    titles = [title_in(summary.metadata, language) for summary in candidates[:MOST_TITLES]]
    lines = [f"{number}. {title}" for number, title in enumerate(titles, start=1)]
    if len(candidates) > MOST_TITLES:
        lines.append(say("more_documents", language, count=len(candidates) - MOST_TITLES))
    return "\n".join((say("which_thesis", language), *lines))


def frame_choice(candidates: Sequence[DocumentSummary], language: Language) -> Notice:
    """Return how to say which of these theses is meant."""
    ids = ", ".join(summary.document_id for summary in candidates[:MOST_TITLES])
    return Notice("which_document", say("choose_thesis", language, ids=ids))


def _framed(citation: Citation, language: Language, titles: Mapping[str, str]) -> str:
    title = titles.get(citation.document_id, "")
    place = f"{title} › {citation.heading}" if title else citation.heading
    fields = {"place": place, "quote": citation.quote, "number": citation.number}
    if citation.language == language:
        return say("quoted", language, **fields)
    named = language_name(citation.language, language)
    text = say("quoted_in", language, language=named, **fields)
    version = version_for(citation, language)
    return text if version is None else f"{text}\n{_framed_version(version, language)}"


def _framed_version(version: QuoteVersion, language: Language) -> str:
    """Return a version with the label that says where it is from."""
    kind, _, name = version.origin.partition(":")
    named = language_name(version.language, language)
    return say(f"version_{kind}", language, language=named, text=version.text, name=name)


def frame_notices(
    citations: Sequence[Citation], removed: int, language: Language
) -> tuple[Notice, ...]:
    """Return what a reader should know about the quotes and versions of an answer."""
    shown = [version_for(citation, language) for citation in citations]
    notices: list[Notice] = []
    if any(version is not None and version.origin != "author" for version in shown):
        code = "unofficial_translation"
        notices.append(Notice(code, say(code, language)))
    if any(
        version is None and citation.language != language
        for citation, version in zip(citations, shown, strict=True)
    ):
        named = language_name(language, language)
        notices.append(Notice("no_version", say("no_version", language, language=named)))
    if removed:
        notices.append(Notice("quote_removed", say("quote_removed", language, count=removed)))
    return tuple(notices)


def frame_silence(
    reason: AbstainReason,
    language: Language,
    held: Sequence[Metadata],
    *,
    said: str = "",
    detail: str = "",
    nearest: bool = True,
) -> str:
    """Return the text of an answer that abstains.

    Args:
        reason: Which kind of not it is.
        language: Of the answer.
        held: The records of the documents in scope.
        said: The key of the string that says so, by default the reason's own.
        detail: For ``part_not_held`` the part's name; for ``metadata_missing`` the field.
        nearest: Whether nearest passages are shown.
    """
    if reason == "metadata_missing":
        parts = [say(f"missing_{detail}", language)]
    elif reason == "part_not_held":
        parts = [say("part_not_held", language, part=detail)]
    else:
        parts = [say(said or reason, language)]
    if held:
        parts.append(say("held", language, parts=held_parts(held, language)))
    if nearest and reason in {"not_stated", "part_not_held", "metadata_missing"}:
        parts.append(say("nearest", language))
    return " ".join(parts)
