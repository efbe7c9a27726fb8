"""The kit that all screens are drawn with: pure drawing functions, and small widgets around them.

A drawing function gives lines of spans (a text and the name of its tone), so that it can be read
and tested without a terminal. The widgets paint such lines; what a tone looks like is the theme's
business. Nothing in here has a border of letters, blinks, or moves by itself.
"""
