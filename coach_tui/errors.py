"""What can go wrong, as sentences a coach can act on.

CoachError              told to the user as it stands, exit status 1
├── Refused             the input breaks a rule; nothing was changed
│   └── ReasonNeeded    the rule may be set aside, if the coach says why
├── NotFound            no such person or record
├── Ambiguous           a name fits several people
├── Conflict            the record was changed elsewhere since it was read
├── BadFile             a file the coach may write does not hold together
│   ├── BadFramework    a framework file
│   └── BadSettings     the settings file
└── StorageError        the data file could not be read or written
    ├── Damaged         the file does not open; it is left as it is
    ├── TooNew          the file was written by a newer version of the app
    └── Unavailable     locked, full, read-only or not permitted
"""


class CoachError(Exception):
    """A sentence for the user: what is wrong, where, and what to do."""


class Refused(CoachError):
    """The input breaks a rule. Nothing was changed."""


class ReasonNeeded(Refused):
    """The rule may be set aside, if the coach gives a short reason."""


class NotFound(CoachError):
    """No such person or record."""


class Ambiguous(CoachError):
    """A part of a name fits several people.

    Attributes:
        matches: their names, in order.
    """

    def __init__(self, message: str, matches: tuple[str, ...]) -> None:
        super().__init__(message)
        self.matches = matches


class Conflict(CoachError):
    """A record was changed elsewhere since it was read.

    Attributes:
        mine: the record that was to be saved.
        theirs: the record that the store now holds.
    """

    def __init__(self, message: str, mine: object, theirs: object) -> None:
        super().__init__(message)
        self.mine = mine
        self.theirs = theirs


class BadFile(CoachError):
    """A file that the coach may write does not hold together.

    Attributes:
        problems: one sentence for each thing that is wrong.
    """

    def __init__(self, message: str, problems: tuple[str, ...]) -> None:
        super().__init__(message)
        self.problems = problems


class BadFramework(BadFile):
    """A framework file does not hold together."""


class BadSettings(BadFile):
    """The settings file does not hold together."""


class StorageError(CoachError):
    """The data file could not be read or written."""


class Damaged(StorageError):
    """The file does not open. It is never reset: its bytes stay as they are."""


class TooNew(StorageError):
    """The file was written by a newer version of the app."""


class Unavailable(StorageError):
    """The file is locked, the disk full or read-only, or the folder not ours."""
