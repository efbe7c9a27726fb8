"""The judgement words as shipped: what raises a question, what does not, and how well."""

import tomllib
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from coach_tui.domain.faults import sentences
from coach_tui.domain.judgement import JudgementWords
from tests.domain.shipped import raw

WORDS = JudgementWords.model_validate(raw("judgement_words"))
HEAD = dict.fromkeys(("id", "title", "version", "source", "rights"), "x")
SOUND = {"question": "how?", "words": ("fine",)}


def found(line: str) -> tuple[str, ...]:
    """The judgements in a line, as typed."""
    return tuple(prompt.words for prompt in WORDS.judgements(line))


def listed(*words: str, unless: tuple[str, ...] = (), question: str = "why?") -> JudgementWords:
    """A list of one group."""
    group = {"question": question, "words": words, "unless": unless}
    return JudgementWords.model_validate({**HEAD, "group": (group,)})


def test_one_line_asks_what_was_seen_or_heard() -> None:
    prompt = WORDS.prompt("10:31 + S3 was engaged")
    assert prompt is not None
    assert prompt.sentence == "engaged: what did you see or hear?"
    assert WORDS.prompt("S3 wrote 4 lines") is None
    assert WORDS.prompt("") is None


def test_the_judgement_typed_last_is_asked_about() -> None:
    prompt = WORDS.prompt("Engaged, then BORED  by the video")
    assert prompt is not None
    assert prompt.words == "BORED"
    assert prompt.question == "what did they say or do that shows it?"


@pytest.mark.parametrize(
    "word",
    [
        *("engage", "engages", "engaged", "engaging", "engagement", "disengaged", "great"),
        *("greatly", "calm", "calmly", "calmer", "lazy", "lazier", "laziest", "rude", "rudely"),
        *("ruder", "sadder", "rushes", "rushing", "confused", "seems", "well-behaved", "off-task"),
    ],
)
def test_inflections_are_found(word: str) -> None:
    assert found(f"S3 {word} again") == (word,)


@pytest.mark.parametrize(
    "line", ["not engaged", "wasn't clear", "wasn’t clear", "never focused", "no longer motivated"]
)
def test_a_negated_judgement_is_one(line: str) -> None:
    assert found(f"S3 {line}")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("on task", ("on task",)),
        ("ON   TASK", ("ON   TASK",)),
        ("didn’t get it", ("didn’t get it",)),
        ("held their attention", ("held their attention",)),
        ("quantum tasks, tasking", ()),
        ("a fundraiser in Goodland", ()),
    ],
)
def test_phrases_and_whole_words(line: str, words: tuple[str, ...]) -> None:
    assert found(line) == words


@pytest.mark.parametrize(
    "line",
    [
        "rough draft, hard copy, bright red folder, science fair",
        "T says good morning; Ss clear the desks",
        "a right angle; the most significant digit",
        "asks what kind of graph, and some of the decisions Madison made",
        "Rough-draft due Friday",
    ],
)
def test_literal_uses_raise_nothing(line: str) -> None:
    assert found(line) == ()


def test_a_literal_use_hides_nothing_behind_it() -> None:
    assert found("good morning, great start") == ("great",)
    assert found("rough draft was rough") == ("rough",)


@pytest.mark.parametrize(
    "line",
    [
        'T: "Great, you are so focused"',
        "S2: “I was bored” and T: “good”",
        'S2: "I am really confus',
        "S2: “this is boring",
    ],
)
def test_what_is_quoted_raises_nothing(line: str) -> None:
    assert found(line) == ()


def test_apostrophes_quote_nothing() -> None:
    assert found("S3's group wasn't engaged, T's tone 'calm'") == ("engaged", "calm")


@pytest.mark.parametrize(
    "line", ["10:31", "10:31 + ", "? #C", "with @low and @great", "OK: T: S2: Ss:", "> @EL #C", "#"]
)
def test_times_marks_tags_and_speakers_raise_nothing(line: str) -> None:
    own = listed("low", "great", "ok", "el")
    assert own.prompt(line) is None
    assert WORDS.prompt(line) is None


def test_a_coachs_own_list() -> None:
    own = listed("=clear", "Motivé", "so-so", "are/were lost", "lost * way", unless=("so so what",))
    assert [p.words for p in own.judgements("CLEAR MOTIVÉ so so")] == ["CLEAR", "MOTIVÉ", "so so"]
    assert [p.words for p in own.judgements("are lost, were lost")] == ["are lost", "were lost"]
    assert [p.words for p in own.judgements("lost their way")] == ["lost their way"]
    assert own.judgements("cleared, so so what") == ()


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"words": ()}, "group 2, words: has 0 of at least 1."),
        ({"question": ""}, "group 2, question: is empty."),
        ({"question": " \t"}, "group 2, question: is empty."),
        ({"words": ("dull", "Dull")}, "words: dull is listed twice."),
        ({"words": ("off task", "on/off task")}, "words: off task is listed twice."),
        ({"words": ("dull",), "unless": ("dull",)}, "words: dull never raises a question"),
        ({"unless": ("a b", "a  b")}, "unless: a b is listed twice."),
        ({"words": ("ok", "gre*at")}, "group 2, words 2: 'gre*at' cannot be matched; an entry"),
        ({"words": ("ok", "***")}, "group 2, words 2: '***' cannot be matched"),
        ({"words": ("ok", "")}, "group 2, words 2: '' cannot be matched"),
        ({"words": ("ok", "a(b")}, "group 2, words 2: 'a(b' cannot be matched"),
        ({"words": ("ok", "= x y")}, "group 2, words 2: '= x y' cannot be matched"),
        ({"words": ("ok", " ".join(["a/b"] * 20))}, "group 2, words 2: 'a/b a/b"),
        ({"words": ("ok", "x" * 201)}, "group 2, words 2: is longer than 200 characters."),
        ({"words": ("ok", 3)}, "group 2, words 2: is not a text."),
        ({"wrods": ()}, "group 2, wrods: is not a known field."),
    ],
)
def test_a_list_that_does_not_hold_together_says_where(change: dict[str, Any], told: str) -> None:
    group = {"question": "why?", "words": ("great",), **change}
    with pytest.raises(ValidationError) as caught:
        JudgementWords.model_validate({**HEAD, "group": (SOUND, group)})
    (sentence,) = sentences(caught.value)
    assert sentence.startswith(told)
    assert sentence.isprintable()


TYPED = st.text(st.sampled_from("aegnd  \n-'’\"“”@#*:İßéé\u202e\x1b") | st.characters()) | st.lists(
    st.sampled_from(["engaged", "on", "task", "lost", "their", "good morning", '"', "@low", "-"])
).map(" ".join)


@given(TYPED)
def test_any_text_is_looked_through_and_places_are_kept(line: str) -> None:
    for prompt in WORDS.judgements(line):
        assert line[prompt.start :].startswith(prompt.words)
        assert prompt.sentence.endswith(prompt.question)
        assert "\n" not in prompt.sentence
    assert WORDS.prompt(line) == (WORDS.judgements(line) or (None,))[-1]


@given(TYPED)
def test_nothing_inside_quotation_marks_is_found(line: str) -> None:
    inside = "".join(char for char in line if char not in '"“”\n')
    assert found(f'"{inside}"') == found(f"S2: “{inside}”") == found(f'S2: "{inside}') == ()


@given(st.sampled_from(["engaged", "on task", "bored", "great"]), st.booleans())
def test_case_and_a_capital_dotted_i_move_nothing(words: str, loud: bool) -> None:
    typed = words.upper() if loud else words
    (prompt,) = WORDS.judgements(f"İİ 東 {typed}.")
    assert (prompt.words, prompt.start) == (typed, 5)


def seconds(look: Callable[[], object]) -> float:
    """The shortest of a few runs."""
    times = []
    for _ in range(5):
        start = perf_counter()
        look()
        times.append(perf_counter() - start)
    return min(times)


def test_a_line_is_looked_through_between_two_keys() -> None:
    line = ("S3 raised a hand, read 3 lines; T circulated to the door, most engaged " * 9)[:500]
    WORDS.prompt(line)
    assert seconds(lambda: WORDS.prompt(line)) < 0.001


@pytest.mark.parametrize(
    "part", ["on ", "lost ", "kept a", "a", "kept a's ", "'", "-", "lost -", "@a-", "most", "“"]
)
def test_no_line_takes_long(part: str) -> None:
    line = (part * 10_000)[:10_000]
    for text in (line, f"on{line}", f"lost their {line}", f"kept{' ' * 10_000}x"):
        assert seconds(partial(WORDS.prompt, text)) < 0.05


def told_apart(name: str) -> tuple[float, float]:
    """How many flagged lines hold a judgement, and how many of those that do are flagged."""
    text = Path(__file__).with_name(f"judgement_{name}.toml").read_text("utf-8")
    pairs = [
        (bool(line["judgements"]), bool(WORDS.judgements(line["text"])))
        for line in tomllib.loads(text)["line"]
    ]
    right = sum(labelled and flagged for labelled, flagged in pairs)
    return right / sum(flagged for _, flagged in pairs), right / sum(it for it, _ in pairs)


@pytest.mark.parametrize("name", ["labelled", "held_apart"])
def test_how_well_judgements_are_told_apart(name: str) -> None:
    """The half held apart was labelled before the list was written, and is not written by it."""
    precision, recall = told_apart(name)
    figures = f"{name}: precision {precision:.2f}, recall {recall:.2f}"
    print(figures)
    assert min(precision - 0.9, recall - 0.7) >= 0, figures
