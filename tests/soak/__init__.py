"""Laws and faults of the record, tried many times: a part by `make test`, more by `make soak`."""
