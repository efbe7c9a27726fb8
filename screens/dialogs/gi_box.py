"""The GI box: session, cluster, total, and the live band; one key opens it, Enter saves."""

from __future__ import annotations

from textual import on, work
from textual.binding import Binding

from coach_tui.commands.command import Situation, needs_gi_list
from coach_tui.errors import CoachError, Conflict, ReasonNeeded
from coach_tui.widgets.fields.line_field import LineField
from coach_tui.widgets.fields.messages import Edited, NotTaken
from screens.bindings import bindings_for
from screens.dialogs.gi_field import GiField
from screens.dialogs.gi_list import GiListBox
from screens.dialogs.gi_panel import GiPanel
from screens.dialogs.gi_subject import GiSubject
from screens.host import UnsavedGi


class GiBox(GiPanel, inherit_bindings=False):
    """Records the total of one session."""

    AUTO_FOCUS = "GiField"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-std")]
    CSS_PATH = "gi_box.tcss"
    BINDINGS = [
        *bindings_for(GiPanel.SCOPE),
        Binding("tab", "app.focus_next", show=False),
        Binding("shift+tab", "app.focus_previous", show=False),
    ]

    def __init__(self, subject: GiSubject) -> None:
        super().__init__(subject)
        self._saving = False

    # -- what is typed ----------------------------------------------------------------------

    @on(Edited)
    def _on_edited(self) -> None:
        """A new digit: the band follows, an old complaint goes."""
        self.tell("")
        self.show_band()
        if self.subject.items:
            self.show_head()

    @on(NotTaken)
    def _on_not_taken(self, event: NotTaken) -> None:
        self.tell(event.why)

    @on(GiField.Letter)
    def _on_letter(self, event: GiField.Letter) -> None:
        """A letter sets the cluster, if it is on offer; brackets go to another session."""
        letter = event.letter.upper()
        if letter in self.subject.letters:
            self.subject.cluster = letter
            self.tell("")
            self.show_head()
        elif letter.isalpha():
            self.tell(f"Cluster {letter} is not on offer for session {self.subject.session}.")
        elif letter in "[]":
            self._go(-1 if letter == "[" else 1)

    # -- commands ---------------------------------------------------------------------------

    def action_command(self, command_id: str) -> None:
        """Answer a command of the box."""
        getattr(self, "do_" + command_id.replace(".", "_"))()

    async def action_next_field(self) -> None:
        """Enter in a field saves."""
        self.do_gi_box_save()

    def do_gi_box_more(self) -> None:
        """Up and Down are the field's own; the command is here for its words."""

    def do_gi_box_list(self) -> None:
        """Tick the GIs in place; their number becomes the total."""
        subject = self.subject
        if why := needs_gi_list(Situation(itemized=subject.itemized)):
            self.tell(why)
            return
        timeline = self.host.desk.growth.timeline
        box = GiListBox(timeline, subject.session, subject.ticked, subject.focus)
        self.app.push_screen(box, self._ticked)

    def _ticked(self, items: tuple[str, ...] | None) -> None:
        """Take over what was ticked."""
        if items is None:
            return
        self.subject.items = items
        field = self.query_one("#gi-total", GiField)
        field.value = str(len(items))
        field.cursor_position = len(field.value)
        self.show_head()

    def do_gi_box_earlier(self) -> None:
        """The session before."""
        self._go(-1)

    def do_gi_box_later(self) -> None:
        """The session after, up to the next new one."""
        self._go(1)

    def _go(self, by: int) -> None:
        """Another session; what was typed for this one waits for it."""
        self._set_aside()
        if self.subject.stand_on(self.subject.session + by):
            self.tell("")
            self.show_session()

    def _set_aside(self) -> str:
        """Keep what was typed and not saved; gives the total, empty where there is nothing new."""
        subject = self.subject
        typed = self.query_one("#gi-total", GiField).value
        new = typed not in ("", subject.stored) or self.claimed()
        if not new and subject.cluster is None:
            self.host.unsaved_gi.pop(subject.key, None)
            return ""
        reason = self.query_one("#gi-reason", LineField).value
        kept = UnsavedGi(typed, subject.cluster, reason, subject.items)
        self.host.unsaved_gi[subject.key] = kept
        return typed

    def do_gi_box_cancel(self) -> None:
        """Leave without saving; what was typed is brought back by the next `i`."""
        typed, session = self._set_aside(), self.subject.session
        again = self.host.keys.key_of("person.gi")
        told = f"GI {typed} for session {session} is not saved; {again} brings it back."
        self.dismiss(told if typed else None)

    def do_gi_box_save(self) -> None:
        """Save the total; Enter twice saves once."""
        if not self._saving:
            self._saving = True
            self._save()

    @work(group="saves")
    async def _save(self) -> None:
        """Record it and close, or say what is wrong and stay."""
        growth, subject = self.host.desk.growth, self.subject
        typed = self.query_one("#gi-total", GiField).value
        reason, items = self.query_one("#gi-reason", LineField).value, self.claimed()
        try:
            done = await self.host.save(
                lambda: growth.record(
                    subject.coachee_id,
                    subject.session,
                    typed,
                    cluster=subject.cluster,
                    reason=reason,
                    seen=subject.track,
                    items=items,
                )
            )
        except ReasonNeeded as fault:
            self.tell(str(fault))
            self.query_one("#gi-why").display = True
            self.query_one("#gi-reason").focus()
        except Conflict as fault:
            self._stand_anew(str(fault))
        except CoachError as fault:
            self.tell(str(fault))
        else:
            self.host.unsaved_gi.pop(subject.key, None)
            self.dismiss(done)
        finally:
            self._saving = False

    def _stand_anew(self, words: str) -> None:
        """Another window saved meanwhile: show what is recorded now, and keep what was typed."""
        typed, year = self._set_aside(), self.subject.track.year
        try:
            self.subject.read_again()
        except CoachError as fault:
            words = str(fault)
        self.show_session()
        gone = self.subject.track.year != year
        self.tell(f"GI {typed} is not saved. {words}" if gone else words)
