"""Whole processes beside their peers: `make bench` runs `python -m bench`; see README.md."""
