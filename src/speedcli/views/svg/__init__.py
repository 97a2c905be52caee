"""Figures as SVG, drawn by hand: for a file, in a page, on a card."""
