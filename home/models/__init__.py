"""The home page, content pages and site settings."""

from .pages import ContentPage, HomePage
from .settings import SiteSettings

__all__ = ["ContentPage", "HomePage", "SiteSettings"]
