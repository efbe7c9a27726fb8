"""The small vocabularies (CC-1, CC-3, CC-7, CC-8)."""

import pytest
from pydantic import ValidationError

from coach_tui.domain.coaching_words import CoachingWords
from coach_tui.services.frameworks import FrameworkShelf


def terms(key: str) -> list[str]:
    """The terms of a vocabulary."""
    found = FrameworkShelf().coaching_words().vocabulary(key)
    assert found is not None
    return [term.name for term in found.words]


@pytest.mark.parametrize(
    ("key", "number"),
    [
        ("trust", 6),
        ("emotional_intelligence", 4),
        ("listening", 5),
        ("feedback_types", 4),
        ("feedback_uses", 6),
        ("levels", 5),
        ("service_cycle", 4),
        ("facilitation", 7),
    ],
)
def test_how_many_terms_each_has(key: str, number: int) -> None:
    assert len(terms(key)) == number


def test_terms_in_order() -> None:
    assert terms("levels") == ["Community", "District", "Site", "Pathway", "Classroom"]
    assert [name.split()[0] for name in terms("service_cycle")] == [
        "Setting",
        "Establishing",
        "Supporting",
        "Reflecting",
    ]


def test_each_term_has_a_gloss_that_fits_a_row() -> None:
    for vocabulary in FrameworkShelf().coaching_words().vocabularies:
        for term in vocabulary.words:
            assert len(term.name) <= 22
            assert len(term.gloss) <= 52


def test_ids_come_once() -> None:
    found = FrameworkShelf().coaching_words()
    assert found.vocabulary("pathway_terms") is None
    fields = found.model_dump()
    fields["vocabularies"] = [*fields["vocabularies"], fields["vocabularies"][0]]
    with pytest.raises(ValidationError, match="vocabulary trust is listed twice"):
        CoachingWords.model_validate(fields)
    words = fields["vocabularies"][0]
    words["words"] = (*words["words"], words["words"][0])
    fields["vocabularies"] = [words]
    with pytest.raises(ValidationError, match="term sincerity is listed twice"):
        CoachingWords.model_validate(fields)
