"""Commands of the GI box; a number is being typed in it all the time."""

from coach_tui.commands.command import Command, needs_gi_list

GI_BOX = (
    Command(
        "gi_box.save",
        ("enter",),
        "save",
        "save the total",
        "GI box",
        10,
        typing=True,
        fixed=True,
    ),
    Command(
        "gi_box.more",
        ("up",),
        "change by 1",
        "one more; Down one less",
        "GI box",
        20,
        typing=True,
        shown="Up/Down",
        fixed=True,
    ),
    Command(
        "gi_box.earlier",
        ("left_square_bracket",),
        "session",
        "the session before",
        "GI box",
        30,
        typing=True,
        shown="[ ]",
        fixed=True,
    ),
    Command(
        "gi_box.later",
        ("right_square_bracket",),
        "session",
        "the session after",
        "GI box",
        typing=True,
        fixed=True,
    ),
    Command(
        "gi_box.list",
        ("ctrl+o",),
        "tick GIs",
        "tick the GIs in place one by one, where the framework lists them",
        "GI box",
        35,
        typing=True,
        why_off=needs_gi_list,
    ),
    Command(
        "gi_box.cancel", ("escape",), "cancel", "leave without saving", "GI box", 40, typing=True
    ),
)
"""Session, cluster letter, total."""
