"""Boxes over a screen: they ask one thing and close."""
