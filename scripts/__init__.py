"""Helpers for make: installing, the demo, the test run. Nothing in the product imports them."""
