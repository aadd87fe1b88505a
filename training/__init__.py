"""How the shipped English pipeline is made: sources, converters, configurations, one command."""
