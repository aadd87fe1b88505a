"""How good and how fast the English engine is: `python -m evaluation.engine.run`."""
