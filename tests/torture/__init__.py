"""Long proofs, for `make torture`; the ordinary suite runs a short form of each."""
