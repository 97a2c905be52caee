"""What is known: the records, how they are read from YAML, and how they are found."""
