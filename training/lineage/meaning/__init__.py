"""The network that tells whether a retelling still means what it retells: its lessons, its training, its export."""
