"""Progression walks: their list, purpose and norms, rooms, what is told, debrief."""
