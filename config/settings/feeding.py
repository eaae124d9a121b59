"""The public site's own settings with the right to change what is public: for setting up and for taking in bundles only."""

from config.settings.base import DATABASES as EVERY
from config.settings.portal import *  # noqa: F403
from config.settings.portal import DATABASES

DATABASES = DATABASES | {"public": EVERY["public"]}
