"""One way through every screen there is, from the list of the demo."""

from collections.abc import AsyncIterator

from tests.screens.kit import Coach

NEXT = "right_square_bracket"

TOUR = (
    ("caseload", "CaseloadScreen", ("j", "j")),
    ("filter", "CaseloadScreen", ("slash", "l", "i", "n")),
    ("kept filter", "CaseloadScreen", ("enter",)),
    ("quick filters", "CaseloadScreen", ("escape", "f")),
    ("orders", "CaseloadScreen", ("a", "o")),
    ("gi box", "GiBox", ("n", "g", "g", "j", "j", "i", "1", "1")),
    ("prep", "PrepScreen", ("escape", "P")),
    ("visit", "VisitScreen", ("q", "S")),
    ("to-do", "TodoScreen", ("escape", "q", "t")),
    ("copy", "CopyScreen", ("escape", "q", "y")),
    ("profile", "ProfileScreen", ("q", "enter")),
    ("what is next", "ProfileScreen", ("l",)),
    ("sessions", "ProfileScreen", (NEXT,)),
    ("cycles", "ProfileScreen", (NEXT,)),
    ("to-dos", "ProfileScreen", (NEXT,)),
    ("notes", "ProfileScreen", (NEXT,)),
    ("correction", "CorrectionScreen", ("E",)),
    ("help", "HelpScreen", ("escape", "q", "?")),
    ("words", "HelpScreen", ("tab",)),
    ("coaching words", "HelpScreen", ("tab",)),
    ("terminal", "HelpScreen", ("tab",)),
    ("sources", "SourcesScreen", ("S",)),
    ("table", "ProfileScreen", ("q", "q", "v", "v")),
    ("commands", "CommandLine", (":",)),
    ("contact", "ContactScreen", (*"contact", "enter")),
    ("follow-up sent", "OutputScreen", ("escape", "q", "colon", *"sent", "enter")),
    ("report issued", "OutputScreen", ("escape", "q", "colon", *"report", "enter")),
    ("agenda", "AgendaScreen", ("escape", "q", "q", "g", "a")),
    ("agenda filtered", "AgendaScreen", ("f", "slash", "b", "e", "l", "enter")),
    ("progressions", "ProgressionsScreen", ("escape", "g", "c", "g", "g", "j", "j", "g", "p")),
    ("models", "ModelBox", ("m",)),
    ("evidence", "EvidenceScreen", ("escape", "n")),
    ("strands", "ProgressionsScreen", ("escape", "q", *"JJJJJJJJJJ", NEXT)),
    ("search", "SearchScreen", ("s", *"exit")),
    ("continuum", "ContinuumScreen", ("escape", "g", "m", *"jjjjjj")),
    ("continuum, one", "ItemPage", ("enter",)),
    ("continuum, terms", "TermsPage", ("q", "v")),
    ("ticks", "TickBox", ("q", "x")),
    ("behind", "BehindBox", ("escape", "r")),
    ("own note", "OwnNoteScreen", ("escape", "n")),
    ("walks", "WalksScreen", ("escape", "escape", "q", "g", "w")),
    ("walk", "WalkPage", ("enter",)),
    ("rooms of a walk", "RoomsScreen", ("enter", "j", "k")),
    ("all counts", "WalkPage", ("q", "v")),
    ("debrief", "DebriefScreen", ("v", "d")),
    ("new walk", "WalkStartScreen", ("escape", "q", "q", "a")),
    ("person", "PersonFormScreen", ("escape", "q", "g", "c", "g", "g", "j", "j", "e")),
    ("launch", "LaunchScreen", ("escape", "q", "L")),
    ("observe", "CycleScreen", ("escape", "q", "c")),
    ("feedback", "CycleScreen", ("escape", "2")),
    ("goal", "CycleScreen", ("escape", "3")),
    ("action", "CycleScreen", ("escape", "4")),
    ("review", "CycleScreen", ("escape", "5")),
    ("assessment", "SelfAssessmentBox", ("a",)),
    ("stance", "StanceBox", ("escape", "A")),
    ("more", "MoreBox", ("escape", "m")),
    ("earlier notes", "PriorScreen", ("escape", "p")),
    ("question", "Confirm", ("q", "D")),
    ("note", "NoteScreen", ("n", "n")),
    ("lines", "LineBox", ("escape", "q", "2", "tab", "ctrl+o")),
    ("new year", "NewYearBox", ("escape", "escape", "q", "colon", *"new-year", "enter")),
    ("standards", "StandardsScreen", ("escape", "g", "t", "j")),
    ("one standard", "FiledScreen", ("enter",)),
    ("time", "FiledScreen", ("q", "G", "k", "k", "k", "k", "k", "enter")),
    ("words of a standard", "StandardWordsScreen", ("q", "g", "g", "j", "n")),
    ("growth log", "LogScreen", ("escape", "q", "v", "j", "j", "j", "j", "j")),
    ("growth entry", "EntryScreen", ("e",)),
    ("tags", "TagBox", ("escape", "q", "q", "q", "enter", NEXT, NEXT, "colon", *"tag", "enter")),
)
"""Each stop, its screen, and the keys that lead to it from the one before."""


async def tour(coach: Coach) -> AsyncIterator[str]:
    """Go from stop to stop; gives the name of each once its screen is on top."""
    for name, screen, keys in TOUR:
        await coach.press(*keys)
        if name == "search":  # it answers in the pause after the last letter
            await coach.until(lambda: "Goals 1" in coach.drawn())
        assert (name, type(coach.app.screen).__name__) == (name, screen)
        yield name
