"""What is new between two moments, what was settled, what was reversed: one module for each kind of row."""
