"""How fast reading is, against a named peer in the same run.  Not part of the installed package."""
