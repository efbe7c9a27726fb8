"""Tests of the rules of coaching."""
