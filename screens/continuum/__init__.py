"""My continuum: where the coach places their own practice, and what speaks for it."""
