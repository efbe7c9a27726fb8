"""Whole-program tests: the installed program in a terminal, real keys in, the screen read out."""
