"""Records as pages, and pages as text, Markdown and other formats."""
