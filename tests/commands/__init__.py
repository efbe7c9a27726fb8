"""Commands, and which one is meant by what is typed."""
