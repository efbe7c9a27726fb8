"""Speed, each figure a ratio to a plain twin measured in the same interleaved run."""
