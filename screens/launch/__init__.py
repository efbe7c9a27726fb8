"""The launch of a school year: its form, and those of earlier years."""
