"""What the code base promises of itself: imports, sizes, documents, licences, the wheel."""
