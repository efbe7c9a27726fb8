"""The terminal driver of a run with the mouse: clicks and the wheel, never motion."""

from textual.drivers.linux_driver import LinuxDriver


class ClicksDriver(LinuxDriver):
    """Asks for no report of a moving mouse: over ssh each one would cost bytes and a redraw."""

    def _enable_mouse_support(self) -> None:
        """What the stock driver asks for, less mode 1003 (any motion)."""
        super()._enable_mouse_support()
        self.write("\x1b[?1003l")
        self.flush()
