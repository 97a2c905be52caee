"""From a request to a plan: pure functions over frozen records. No clock, no chance, no output."""
