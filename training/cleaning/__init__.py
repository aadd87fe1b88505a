"""The learning of what is furniture and what is of another story, and the pages that it is learnt from and tried on."""
