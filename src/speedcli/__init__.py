"""A speed-training reference and workout planner for the terminal."""

__version__ = "0.1.0"
