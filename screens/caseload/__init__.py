"""The caseload: everyone in one list, the picked person beside it."""
