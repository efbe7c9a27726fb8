"""The screens, driven by the keys a coach presses."""
