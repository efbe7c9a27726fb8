"""Progressions: the steps of one class in one way of blending, and the pause (PL-1 to PL-5)."""
