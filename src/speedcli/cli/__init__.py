"""The command line: each command loads, computes and shows."""
