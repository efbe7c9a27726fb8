"""One person: the Growth tab with its chart and table."""
