"""What is typed into the search: words, "exact words" and filters; half of it at any time.

Nothing that is typed raises: a filter that cannot be read is told of, and left out.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from coach_tui.domain.bands import Band
from coach_tui.domain.dates import read_latest_date
from coach_tui.domain.list_filter import nearest
from coach_tui.domain.note import MARKS, Tag
from coach_tui.domain.search_fold import cased, folded, starts
from coach_tui.errors import Refused

_QUOTES = '"“”'
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_PART = re.compile(
    r'(?P<key>who|tag|since|band|cluster):(?:["“”](?P<quoted>[^"“”]*)["“”]?|(?P<value>\S*))'
    r'|["“”](?P<exact>[^"“”]*)["“”]?|(?P<word>[^\s"“”]+)',
    re.IGNORECASE,
)
_AGO = re.compile(r"(\d{1,3})\s*([dwmy])(?:ays?|eeks?|onths?|ears?|s)?", re.IGNORECASE | re.ASCII)
_DAYS = {"d": 1, "w": 7, "m": 30, "y": 365}
_MONTH = re.compile(r"([a-z]{3,9})\.?", re.ASCII)
_MONTH_DAY = re.compile(r"([a-z]{3,9})[.-]?(\d{1,2})", re.ASCII)
_YEARLESS = re.compile(r"[a-z]{3,9}\.?\s+\d{1,2}|\d{1,2}/\d{1,2}", re.ASCII)
_YEAR = re.compile(r"(19|20)\d\d", re.ASCII)

_KEYS = ("who", "tag", "since", "band", "cluster")
_UNKNOWN = re.compile(r"([a-z]+):\S")

_HOW = {
    "who": "who: takes part of a name, a school or a role",
    "tag": "tag: takes + ? > * # or praise, probe, action, evidence, private",
    "since": "since: takes a month (feb), a date (3/1), a weekday or a span (2w)",
    "band": "band: takes initiating, approaching, meeting or exceeding",
}


@dataclass(frozen=True, slots=True)
class Needle:
    """One text that must occur.

    Attributes:
        text: what is looked for: without case, its accents kept where some were typed.
        accented: whether accents were typed, so that they count.
        fold: the text without case and accents.
        start: the same as it stands where words begin, a space before it; behind it too, where
            its last word is whole.
        exact: whether it stood in quotes, so that only whole words count.
    """

    text: str
    accented: bool
    fold: str
    start: str
    exact: bool = False

    @property
    def is_word(self) -> bool:
        """Whether it is one word, so that where a word holds it, so does the text."""
        return not self.accented and self.text == self.start.strip() and " " not in self.text

    @classmethod
    def of(cls, typed: str, *, exact: bool = False) -> "Needle":
        """A needle out of a word or phrase as typed."""
        fold, text = folded(typed), cased(typed)
        begins = " " + starts(fold).strip() + (" " if exact else "")
        return cls(text, text != fold, fold, begins, exact)


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for; all of it must fit.

    Attributes:
        needles: words and phrases, in the order typed.
        phrase: the typed words one behind the other, as they stand where words begin.
        who: parts of a name, school or role, folded; each must fit the person.
        tags: tags of note lines, one of which a line must have; empty for any.
        since: the first day that counts.
        bands: bands, one of which must be the person's last.
        clusters: cluster ids, one of which a record must have.
        troubles: what could not be read, in sentences.
        hint: what filter may be meant by a word that looks like one and is looked for as it stands;
            empty where there is none.
    """

    needles: tuple[Needle, ...] = ()
    phrase: str = ""
    who: tuple[str, ...] = ()
    tags: frozenset[Tag] = frozenset()
    since: date | None = None
    bands: frozenset[Band] = frozenset()
    clusters: frozenset[str] = frozenset()
    troubles: tuple[str, ...] = ()
    hint: str = ""

    @property
    def marked(self) -> tuple[str, ...]:
        """The folded texts that are marked in what was found, the whole of them first."""
        whole = " ".join(needle.fold for needle in self.needles)
        return (whole, *(needle.fold for needle in self.needles))

    @property
    def is_blank(self) -> bool:
        """Whether nothing is asked for yet."""
        filters = (self.who, self.tags, self.since, self.bands, self.clusters)
        return not self.needles and not any(filters)


@dataclass(slots=True)
class _Reading:
    """A query while it is being read."""

    today: date
    clusters: Sequence[str]
    needles: list[Needle] = field(default_factory=list)
    query: Query = Query()

    def take(self, key: str, value: str) -> None:
        """Add a filter to the query.

        Raises:
            Refused: its value cannot be read; the sentence says what it takes.
        """
        readers: dict[str, Callable[[Query, str], Query]] = {
            "who": _who,
            "tag": _tag,
            "since": lambda query, text: _since(query, text, self.today),
            "band": _band,
            "cluster": lambda query, text: _cluster(query, text, self.clusters),
        }
        self.query = readers[key](self.query, value)


def read_query(text: str, today: date, clusters: Sequence[str] = ()) -> Query:
    """What is meant by what was typed so far; never raises.

    Args:
        text: as typed.
        today: the coach's date.
        clusters: the ids of the clusters there are; empty to take any.
    """
    reading, troubles = _Reading(today, clusters), []
    for part in _PART.finditer(text):
        try:
            _take(reading, part)
        except Refused as fault:
            troubles.append(str(fault))
    needles = tuple(dict.fromkeys(reading.needles))
    whole = Needle.of(" ".join(needle.fold for needle in needles)).start if needles else ""
    told, hint = tuple(troubles), _hint(needles)
    return replace(reading.query, needles=needles, phrase=whole, troubles=told, hint=hint)


def _hint(needles: Sequence[Needle]) -> str:
    """What filter may be meant by the first word that looks like one."""
    looks = (_UNKNOWN.match(needle.text) for needle in needles if not needle.exact)
    found = next((match for match in looks if match), None)
    return nearest(found[1], _KEYS) if found else ""


def _take(reading: _Reading, part: re.Match[str]) -> None:
    """Add one part of what was typed."""
    if part["key"]:
        quoted, value = part["quoted"], part["value"]
        reading.take(part["key"].lower(), " ".join((value if quoted is None else quoted).split()))
    else:
        exact = part["word"] is None
        text = " ".join((part["exact"] if exact else part["word"]).split())
        if text:  # while the second quote is still to come, its last word may be
            closed = exact and len(part[0]) > 1 and part[0][-1] in _QUOTES
            reading.needles.append(Needle.of(text, exact=closed))


def _who(query: Query, value: str) -> Query:
    if not value:
        raise Refused(_HOW["who"])
    return replace(query, who=(*query.who, folded(value)))


def _tag(query: Query, value: str) -> Query:
    found = MARKS.get(value) or _only(value, [name for name in MARKS.values() if name])
    if found is None:
        raise Refused(_HOW["tag"])
    return replace(query, tags=query.tags | {found})


def _only(value: str, names: Sequence[Tag]) -> Tag | None:
    """The one name that begins so; None for none or several."""
    found = [name for name in names if value and name.startswith(value.lower())]
    return found[0] if len(found) == 1 else None


def _band(query: Query, value: str) -> Query:
    found = [band for band in Band if value and band.value.startswith(value.lower())]
    if not found:
        raise Refused(_HOW["band"])
    return replace(query, bands=query.bands | set(found))


def _cluster(query: Query, value: str, known: Sequence[str]) -> Query:
    found = [key for key in known if key.casefold() == value.casefold()]
    if not value or (known and not found):
        takes = f"one of {', '.join(known)}" if known else "a letter"
        raise Refused(f"cluster: takes {takes}")
    return replace(query, clusters=query.clusters | {(found or [value.upper()])[0]})


def _since(query: Query, value: str, today: date) -> Query:
    day = _day(value.lower(), today)
    if day is None:
        raise Refused(_HOW["since"])
    return replace(query, since=max(day, query.since) if query.since else day)


def _day(value: str, today: date) -> date | None:
    """The day that a span, a month, a year or a date begins with, none to come where it can be."""
    for read in (_span, _month, _year):
        if found := read(value, today):
            return found
    return _date(value, today)


def _span(value: str, today: date) -> date | None:
    """So long ago: "2w", "10d", "3 months"."""
    match = _AGO.fullmatch(value)
    if match is None:
        return None
    try:
        return today - timedelta(days=int(match[1]) * _DAYS[match[2].lower()])
    except OverflowError:
        return date.min


def _month(value: str, today: date) -> date | None:
    """The first of the latest month of a name."""
    match = _MONTH.fullmatch(value)
    if match is None or match[1][:3] not in _MONTHS:
        return None
    month = _MONTHS.index(match[1][:3]) + 1
    return date(today.year - (month > today.month), month, 1)


def _year(value: str, _today: date) -> date | None:
    """The first day of a year."""
    return date(int(value), 1, 1) if _YEAR.fullmatch(value) else None


def _date(value: str, today: date) -> date | None:
    """A date; one without a year is the latest of its name."""
    value = _MONTH_DAY.sub(r"\1 \2", value) if _MONTH_DAY.fullmatch(value) else value
    try:
        day = read_latest_date(value, today)
        if day and day > today and _YEARLESS.fullmatch(value):
            return day.replace(year=day.year - 1)
    except (Refused, ValueError):
        return None
    return day
