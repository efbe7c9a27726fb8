"""The one data file and the drafts beside it: atomic, locked, never reset, open to stock TinyDB."""
