"""What is said of frameworks; light, so that any screen may say it."""

UNKNOWN = "not in this framework"
"""What is said of a recorded id that the file in force does not have."""
