"""The learned reader of claims: labelled sentences, examples, network, training, export."""
