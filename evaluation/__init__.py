"""How good the reading is: gold sets, the scorer, the floors.  Not part of the installed package."""
