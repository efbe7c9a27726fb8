"""The agenda: what is late, due and coming, and who has gone quiet."""
