"""How the gazetteer's likelihood of two spellings is learned: pairs of names, a regression, tables."""
