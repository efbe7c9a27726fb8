"""Fields to type and pick in. All draw hostile text safely and tell of a change in one way: Edited.

Enter moves on from every field but a text box: to the screen's own `action_next_field` where it
has one, else to the next field that can be focused.
"""
