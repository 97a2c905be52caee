"""A plan as one web page that needs nothing else: to read, to print and to train with."""
