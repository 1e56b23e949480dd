"""Citations: a quotation with its number, its place, its versions and the works it cites."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from assistant.extractive import Quotation
from assistant.records import Citation, QuoteVersion
from corpus.catalog import Catalog
from corpus.errors import UnknownDocumentError
from corpus.records import CitedWork, Sentence, Version

__all__ = ["cite", "quoted_texts"]


def cite(quotations: Sequence[Quotation]) -> tuple[Citation, ...]:
    """Return the citations of quotations, numbered from 1 in order."""
    return tuple(_citation(number, q) for number, q in enumerate(quotations, start=1))


def quoted_texts(catalog: Catalog, citations: Sequence[Citation]) -> dict[str, str]:
    """Return the canonical text of each document that is cited, as it is held now.

    A document that was removed meanwhile has none, so that nothing of it reads back.
    """
    texts: dict[str, str] = {}
    for document_id in dict.fromkeys(citation.document_id for citation in citations):
        with suppress(UnknownDocumentError):
            texts[document_id] = catalog.canonical_text(document_id)
    return texts


def _citation(number: int, quotation: Quotation) -> Citation:
    passage, sentences = quotation.passage, quotation.sentences
    return Citation(
        number=number,
        passage_id=passage.passage_id,
        document_id=passage.document_id,
        section=passage.section,
        heading=passage.heading,
        paragraph=sentences[0].paragraph,
        page=passage.page,
        language=passage.language,
        quote=quotation.text,
        file=passage.file,
        start=sentences[0].start,
        end=sentences[-1].end,
        raw_start=sentences[0].raw_start,
        raw_end=sentences[-1].raw_end,
        versions=_versions(quotation),
        cited_works=_cited_works(sentences),
    )


def _versions(quotation: Quotation) -> tuple[QuoteVersion, ...]:
    """Return the versions that render every sentence of the quote, by language and origin."""
    found: dict[tuple[str, str], dict[int, Version]] = {}
    for version in quotation.passage.versions:
        if version.sentence is not None:
            key = (version.language, version.origin)
            found.setdefault(key, {}).setdefault(version.sentence, version)
    made: list[QuoteVersion] = []
    for _, versions in sorted(found.items()):
        if all(sentence.ordinal in versions for sentence in quotation.sentences):
            first = versions[quotation.sentences[0].ordinal]
            text = _joined([(s, versions[s.ordinal].text) for s in quotation.sentences])
            made.append(QuoteVersion(first.language, text, first.origin))
    return tuple(made)


def _joined(parts: Sequence[tuple[Sentence, str]]) -> str:
    """Join the versions of sentences; one that renders several of them is given once."""
    text = ""
    previous = ""
    for sentence, part in parts:
        if part == previous:
            continue
        separator = "\n" if sentence.kind == "list_item" else " "
        text += (separator if text else "") + part
        previous = part
    return text


def _cited_works(sentences: Sequence[Sentence]) -> tuple[CitedWork, ...]:
    """Return the works cited, ``this_sentence`` winning over ``possibly`` for one work."""
    scopes: dict[str, CitedWork] = {}
    for sentence in sentences:
        for cited in sentence.cited_works:
            if cited.work not in scopes or cited.scope == "this_sentence":
                scopes[cited.work] = cited
    return tuple(scopes.values())
