"""The coaching cycle: five steps, one file each."""
