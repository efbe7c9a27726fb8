"""The coach's own standards, and the growth log."""
