"""Search: everything written, found while it is typed."""
