"""A note: timed lines of a visit, on disk as they are typed."""
