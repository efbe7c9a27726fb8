"""The rules of coaching, as frozen values. No input, no output, no clock of its own."""
