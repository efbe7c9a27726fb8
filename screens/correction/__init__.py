"""Correcting what is recorded."""
