"""The prep sheet: one person on one screen, a minute before a visit."""
