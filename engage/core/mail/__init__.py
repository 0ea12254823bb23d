"""The only door for e-mail: ``post`` writes it down, the worker sends it. See docs/decisions."""

from engage.core.mail.posting import AddressRefused, forget_mail_to, post, post_wording

__all__ = ["AddressRefused", "forget_mail_to", "post", "post_wording"]
