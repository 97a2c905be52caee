"""The pages of the knowledge base: one module to a kind of record."""
