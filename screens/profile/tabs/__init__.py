"""What each tab of a profile lists, beside Growth: sessions, cycles, to-dos, notes."""
