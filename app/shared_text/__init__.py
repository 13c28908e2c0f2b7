"""The words of clauses while several people type in them: merged, kept, and shown."""
