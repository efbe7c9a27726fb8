"""Rules that count evidence for the coach's own practice (CC-15 to CC-39); none is of a teacher."""
