"""What the coach is told when the app itself is at fault; none of their text is in it."""

from pathlib import Path
from traceback import extract_tb


def fault_words(fault: BaseException | None, kept: bool) -> str:
    """A sentence for a fault of ours: its kind and place, and what is safe.

    Args:
        fault: what was raised; a worker's failure tells of what failed in it.
        kept: whether what was being typed is on the disk as a draft.
    """
    fault = getattr(fault, "error", None) or fault
    frames = extract_tb(fault.__traceback__) if fault else []
    where = f" at {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    typed = (
        "What was being typed is kept as a draft: start again and it is offered."
        if kept
        else "What was being typed could not be kept."
    )
    return (
        f"Coach stopped because of a fault in the app ({type(fault).__name__}{where}). "
        f"What was saved is safe. {typed}"
    )
