"""A person's details as typed: the add and edit form, with a minimal launch (IP-3, E2L-3)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from coach_tui.domain.coachee import Coachee, Status, split_name
from coach_tui.domain.dates import plain_date, read_latest_date
from coach_tui.domain.framework import Timeline
from coach_tui.domain.launch import Launch
from coach_tui.errors import Refused
from coach_tui.services.typed_form import TypedForm
from coach_tui.text import LINE_LIMIT, clean_line, visible


@dataclass(frozen=True, slots=True)
class PersonForm(TypedForm):
    """Every field a text, nothing parsed yet.

    Attributes:
        name: "Family, Given", or "Given Family".
        groups: priority groups, separated by commas; never names of students.
        ideal: days between visits aimed at.
        longest: days after which a visit counts as overdue.
        status: active, leave or archived.
        launched: the day the launch was held, or is planned for.
        order: the agreed order of the first phase's clusters: "C, A, D, B".
        coach: the coach's name under that order.
        teacher: the teacher's name under it.
    """

    name: str = ""
    school: str = ""
    role: str = ""
    email: str = ""
    groups: str = ""
    ideal: str = "14"
    longest: str = "21"
    status: str = "active"
    launched: str = ""
    order: str = ""
    coach: str = ""
    teacher: str = ""


def form_of(coachee: Coachee, launch: Launch | None, today: date) -> PersonForm:
    """The form filled from what is stored; read again, it means the same."""
    one_name = " " in coachee.family and not coachee.given
    form = PersonForm(
        name=f"{coachee.family}," if one_name else coachee.name,
        school=coachee.school,
        role=coachee.role,
        email=coachee.email,
        groups=", ".join(coachee.priority_groups),
        ideal=str(coachee.ideal_days),
        longest=str(coachee.max_days),
        status=coachee.status,
    )
    if launch is None:
        return form
    return replace(
        form,
        launched=plain_date(launch.held_on, today) if launch.held_on else "",
        order=", ".join(launch.order),
        coach=launch.coach,
        teacher=launch.coachee,
    )


def read_person(form: PersonForm) -> dict[str, Any]:
    """A coachee's fields from what was typed.

    Raises:
        Refused: a field cannot be read; the sentence names it.
    """
    name = read_line("The name", form.name)
    if not name:
        raise Refused("The name is blank; type it as Family, Given.")
    family, given = split_name(name)
    if not family:
        raise Refused(f"'{name[:40]}' has no family name; type it as Family, Given.")
    return {
        "family": family,
        "given": given,
        "school": read_line("The school", form.school),
        "role": read_line("The role", form.role),
        "email": _email(form.email),
        **read_rhythm(form.groups, form.ideal, form.longest),
        "status": _status(form.status),
    }


def read_rhythm(groups: str, ideal: str, longest: str) -> dict[str, Any]:
    """The priority groups of a coachee, and the days between visits.

    Raises:
        Refused: a number of days cannot be read, or the longest gap is the shorter one.
    """
    aimed = _days("Days between visits", ideal, 365)
    most = _days("Longest gap", longest, 730)
    if most < aimed:
        raise Refused(f"The longest gap ({most} days) is shorter than the ideal one ({aimed}).")
    return {
        "priority_groups": tuple(filter(None, map(_group, groups.split(",")))),
        "ideal_days": aimed,
        "max_days": most,
    }


def read_launch(form: PersonForm, timeline: Timeline, today: date) -> dict[str, Any]:
    """A launch's fields from what was typed; all blank where nothing was.

    Raises:
        Refused: a field cannot be read, or the order does not name each cluster once.
    """
    return {
        "held_on": read_latest_date(form.launched, today),
        "order": read_order(form.order, timeline),
        "coach": read_line("The coach's name", form.coach),
        "coachee": read_line("The teacher's name", form.teacher),
    }


def read_order(typed: str, timeline: Timeline) -> tuple[str, ...]:
    """The agreed order of the first phase's clusters: "C, A, D, B" or "cadb" (E2L-3).

    Raises:
        Refused: it does not name each of them once; the sentence says which is missing, named
            twice or of another phase.
    """
    keys = tuple(char.upper() for char in typed if char.isalpha())
    if not typed.strip():
        return keys
    first = [cluster.id for cluster in timeline.clusters_of(timeline.phases[0])]
    if sorted(keys) != sorted(first):
        told = "; ".join(_faults_of(keys, first, timeline))
        raise Refused(f"The agreed order of {', '.join(first)}: {told}.")
    return keys


def _faults_of(keys: tuple[str, ...], first: list[str], timeline: Timeline) -> list[str]:
    """What is wrong with an order, in words: "B is missing", "C comes twice"."""
    faults = []
    for key in list(dict.fromkeys(key for key in keys if key not in first))[:2]:
        known = timeline.cluster(key)
        where = f"{key} is a cluster of phase {known.phase}" if known else ""
        faults.append(where or f"there is no cluster {visible(key)}")
    twice = [key for key in first if keys.count(key) > 1]
    missing = [key for key in first if key not in keys]
    if twice:
        faults.append(f"{', '.join(twice)} {'comes' if len(twice) == 1 else 'come'} twice")
    if missing:
        faults.append(f"{', '.join(missing)} {'is' if len(missing) == 1 else 'are'} missing")
    return faults


def read_line(what: str, text: str) -> str:
    """One line of text, cleaned, not too long.

    Args:
        what: what it is called in the sentence: "The school".
        text: as typed.

    Raises:
        Refused: it is too long.
    """
    line = clean_line(text)
    if len(line) > LINE_LIMIT:
        raise Refused(f"{what} has {len(line):,} characters; the most is {LINE_LIMIT}.")
    return line


def _group(text: str) -> str:
    """A priority group, or nothing."""
    return read_line("A priority group", text)


def _email(text: str) -> str:
    """An e-mail address, or nothing."""
    email = read_line("The e-mail address", text)
    if email and (email.count("@") != 1 or " " in email or email[0] == "@" or email[-1] == "@"):
        raise Refused(f"'{email[:40]}' is not an e-mail address; leave it blank if there is none.")
    return email


def _days(what: str, text: str, most: int) -> int:
    """A number of days."""
    typed = text.strip()
    if not (typed.isascii() and typed.isdecimal() and len(typed) < 5 and 1 <= int(typed) <= most):
        raise Refused(f"{what}: '{typed[:12]}' is not a number of days from 1 to {most}.")
    return int(typed)


def _status(text: str) -> Status:
    """One of the three states."""
    for status in ("active", "leave", "archived"):
        if text == status:
            return status
    raise Refused(f"'{text[:12]}' is not a state; it is active, leave or archived.")
