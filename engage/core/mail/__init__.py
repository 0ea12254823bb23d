"""The only door for e-mail: ``post`` writes it down, the worker sends it. See docs/decisions."""

from engage.core.mail.posting import AddressRefused, checked_address, post, post_wording

__all__ = ["AddressRefused", "checked_address", "post", "post_wording"]
