"""The resources as a system reads and sends them. `x-owner` says whose a field is: `municipality` or `citizen`."""
