"""What the coach does, step by step, over the rules and a store. Knows no screen."""
