"""A request as pages for signed-in people see it."""

from django.http import HttpRequest

from yangguang.directory.models import Account


class DeskRequest(HttpRequest):
    """A request to a page that only a signed-in person can open; the register has seen to that."""

    user: Account
