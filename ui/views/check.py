"""Checking one's own text: the form, and the report of what was found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from assistant import CheckReport, Citation, Difference, Finding
from corpus.language import Language
from ui.markup import button, element, icon, text, void
from ui.strings import label
from ui.views.places import place
from ui.views.thread import Fault

__all__ = ["check_fault", "check_form", "check_report"]


def check_form(language: Language) -> str:
    """Return the box for a text, which also takes a file."""
    box = element(
        "textarea",
        "",
        id="check-text",
        rows=8,
        aria_label=label("check_label", language),
        placeholder=label("check_label", language),
    )
    file = element(
        "label",
        icon("file") + element("span", text(label("check_file", language)))
        + void("input", type="file", id="check-file", accept=".txt,.md"),
        class_="file-button",
    )  # fmt: skip
    send = element(
        "button",
        text(label("check_send", language)),
        type="submit",
        class_="strong",
        id="check-send",
    )
    heading = element("h2", text(label("check_heading", language)))
    said = element("p", text(label("check_text", language)), class_="aside")
    form = element(
        "form", (box, element("div", (send, file), class_="row")), class_="check-form dropping"
    )
    return element("div", (heading, said, form), class_="page", lang=language)


def check_fault(fault: Fault, language: Language) -> str:
    """Return why a text could not be checked."""
    detail = " " + element("span", text(fault.detail), lang="en") if fault.detail else ""
    line = element("p", text(label(fault.key, language)) + detail, class_="fault")
    return element("div", line, class_="page", lang=language)


def check_report(report: CheckReport, given: str) -> str:
    """Return what a check found, and the given text with the findings marked in it."""
    spoken = report.language
    counts = asdict(report.counts)
    tally = (
        element("li", text(f"{count} {label(f'verdict_{verdict}', spoken)}"), class_=verdict)
        for verdict, count in counts.items()
        if count
    )
    findings = (
        _finding(number, finding, spoken) for number, finding in enumerate(report.findings, start=1)
    )
    parts = (
        element("h2", text(label("check_report", spoken)), id="report-heading", tabindex=-1),
        element("ul", tally, class_="tally"),
        *(element("p", text(notice.text), class_="notice") for notice in report.notices),
        element("ol", findings, class_="findings"),
        element("h3", text(label("check_yours", spoken))),
        element(
            "div", _given(report, given), class_="given", dir="auto", lang=report.text_language
        ),
    )
    return element("div", parts, class_="page report", lang=spoken)


def _finding(number: int, finding: Finding, spoken: Language) -> str:
    kind = label(f"finding_{finding.kind}", spoken)
    verdict = label(f"verdict_{finding.verdict}", spoken)
    head = element(
        "p",
        element("span", text(verdict), class_=f"verdict {finding.verdict}")
        + element("span", text(f"{number}. {kind}"), class_="aside"),
        class_="finding-head",
    )
    words = element("blockquote", text(finding.text), lang=finding.language, dir="auto")
    said = element("p", text(finding.said))
    changes = [element("li", text(_change(one, spoken))) for one in finding.differences]
    remarks = [element("li", text(remark.text)) for remark in finding.remarks]
    places = [_place(citation, spoken) for citation in finding.citations]
    inside = (
        head,
        words,
        said,
        element("ul", (*changes, *remarks), class_="changes") if changes or remarks else "",
        element("div", places, class_="finding-places") if places else "",
    )
    return element("li", inside, id=f"finding-{number}", tabindex=-1)


def _change(difference: Difference, spoken: Language) -> str:
    return label(
        f"change_{difference.operation}",
        spoken,
        given=difference.given,
        original=difference.original,
    )


def _place(citation: Citation, spoken: Language) -> str:
    """Return the quote that was compared with, and the button that opens it in its source."""
    where = place(citation, spoken)
    opener = button(
        text(where),
        class_="open",
        data_kind="passage",
        data_passage=citation.passage_id,
        data_from=citation.start,
        data_to=citation.end,
        aria_label=label("open_finding", spoken, place=where),
    )
    quote = element("p", text(citation.quote), lang=citation.language, dir="auto")
    return element("div", opener + quote)


def _given(report: CheckReport, given: str) -> str:
    """Return the text with each outermost finding marked and numbered."""
    parts: list[str] = []
    at = 0
    for number, finding in _outermost(report.findings):
        parts.append(text(given[at : finding.start]))
        verdict = label(f"verdict_{finding.verdict}", report.language)
        parts.append(
            element(
                "a",
                text(given[finding.start : finding.end]) + element("sup", str(number)),
                href=f"#finding-{number}",
                class_=f"found {finding.verdict}",
                title=verdict,
            )
        )
        at = finding.end
    parts.append(text(given[at:]))
    return "".join(parts)


def _outermost(findings: Sequence[Finding]) -> list[tuple[int, Finding]]:
    kept: list[tuple[int, Finding]] = []
    numbered = sorted(enumerate(findings, start=1), key=lambda one: (one[1].start, -one[1].end))
    for number, finding in numbered:
        if not kept or finding.start >= kept[-1][1].end:
            kept.append((number, finding))
    return kept
