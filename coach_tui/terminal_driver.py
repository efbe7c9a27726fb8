"""How the app asks the terminal for keys and clicks: less than Textual would, and left as found."""

from textual.drivers import linux_driver
from textual.drivers.linux_driver import LinuxDriver

from coach_tui.key_parser import KeyParser


class CoachDriver(LinuxDriver):
    """No report of a moving mouse: over ssh each one would cost bytes and a redraw."""

    shows_cursor = False
    """Whether the terminal's own cursor is shown, on the active row."""

    def _enable_mouse_support(self) -> None:
        """What the stock driver asks for, less mode 1003 (any motion)."""
        super()._enable_mouse_support()
        if self._mouse:
            self.write("\x1b[?1003l")
            self.flush()

    def run_input_thread(self) -> None:
        """Read keys, with our parser in the place of the one the stock driver makes."""
        linux_driver.XTermParser = KeyParser  # type: ignore[attr-defined]  # no other way in
        super().run_input_thread()

    def start_application_mode(self) -> None:
        """Start, and show the cursor where that is wanted."""
        super().start_application_mode()  # type: ignore[no-untyped-call]  # untyped in 8.2.8
        if self.shows_cursor:
            self.write("\x1b[?25h")
            self.flush()

    def stop_application_mode(self) -> None:
        """Stop, and take back pixel reports, which the stock driver may leave on (8.2.8)."""
        self.write("\x1b[?1016l")
        super().stop_application_mode()


class CursorDriver(CoachDriver):
    """The same with the terminal's cursor shown, for screen magnifiers and braille lines."""

    shows_cursor = True
