"""The page register: every address has a name, a title, who may open it, and whether it reads or writes.

A page that is not registered has no address. The register feeds the URL table, the navigation, the authorization matrix
(`expects` is written beside the page and tested for every role, body and object state) and the accessibility run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, HttpResponseNotAllowed
from django.urls import include, path, register_converter

from yangguang.base import exports, guards, once
from yangguang.base.refusals import refused_response
from yangguang.kernel.refusal import Refused

PUBLIC = frozenset({"*public*"})
SIGNED_IN = frozenset({"*signed-in*"})
View = Callable[..., HttpResponse]
Posted = Callable[[HttpRequest, Callable[[], HttpResponse]], HttpResponse]


class PublicIdConverter:
    """A 26-character public id in an address."""

    regex = "[a-z2-7]{26}"

    def to_python(self, value: str) -> str:
        """As it stands."""
        return value

    to_url = to_python


register_converter(PublicIdConverter, "ref")


@dataclass(frozen=True)
class Expect:
    """What a page answers, by whose object it is: the authorization matrix tests exactly this.

    `own`: someone of the object's body with an allowed role; `other`: the same role in another body; `superior`: the
    supervising body. `states` narrows `own` for single states of the object, e.g. {"archived": 404}; `only_in` says
    in which states a role of the own body sees the object at all, e.g. {"archivist": ("closed",)}; `roles` what single
    roles of the own body get where they see it.
    """

    own: int = 200
    other: int = 404
    superior: int = 404
    states: Mapping[str, int] = field(default_factory=dict)
    only_in: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    roles: Mapping[str, int] = field(default_factory=dict)

    @property
    def named_states(self) -> frozenset[str]:
        """Every state of the object named here."""
        return frozenset(self.states).union(*self.only_in.values())

    def own_in(self, state: str, role: str = "") -> int:
        """What someone of the object's body with an allowed role gets in a state of the object."""
        if role in self.only_in and state not in self.only_in[role]:
            return 404
        return self.roles.get(role, self.states.get(state, self.own))


@dataclass(frozen=True)
class Page:
    """One registered address."""

    address: str
    name: str
    title: str
    site: str
    allow: frozenset[str]
    writes: bool
    subject: str
    expects: Expect
    view: View
    methods: frozenset[str] = frozenset()


_pages: dict[str, Page] = {}


def page(
    address: str, *, name: str, title: str, allow: Iterable[str], writes: bool = False, site: str = "desk",
    subject: str = "", expects: Expect | None = None, looks_first: bool = False, methods: Iterable[str] = (),
) -> Callable[[View], View]:  # fmt: skip
    """Register a view. `allow` is PUBLIC, SIGNED_IN or role names; `subject` names the kind of object in the address.

    What is posted is carried out once, in a transaction around the view, or in the one a view begins that `looks_first`.
    `methods` are those of a protocol for machines: the view answers them itself, and strangers are told so by a status.
    """

    def register(view: View) -> View:
        if name in _pages and _pages[name].view.__wrapped__ is not view:  # type: ignore[attr-defined]
            raise ValueError(f"two pages are named {name}")
        allowed, spoken = frozenset(allow), frozenset(methods)
        served = _served(view, name, allowed, writes, once.looked_at_first if looks_first else once.carried_out)
        served = _spoken(served, view, allowed, spoken) if spoken else served
        _pages[name] = Page(address, name, title, site, allowed, writes, subject, expects or Expect(), served, spoken)
        return served

    return register


def register() -> dict[str, Page]:
    """Every page by name."""
    return dict(_pages)


def may_open(account: Any, allowed: frozenset[str]) -> bool:
    """Whether an account may open a page at all; what it sees there is decided by the page's query."""
    if allowed == PUBLIC:
        return True
    return bool(account.is_authenticated) and open_to(account.role_names, allowed)


def open_to(roles: frozenset[str], allowed: frozenset[str]) -> bool:
    """Whether somebody signed in with these roles may open a page at all."""
    return allowed in (PUBLIC, SIGNED_IN) or bool(allowed & roles)


def urlpatterns(site: str) -> list[Any]:
    """The URL table of one site, grouped by namespace."""
    spaces: dict[str, list[Any]] = {}
    for one in _pages.values():
        if one.site == site:
            space, _, short = one.name.partition(":")
            spaces.setdefault(space, []).append(path(one.address, one.view, name=short))
    return [path("", include((patterns, space), namespace=space)) for space, patterns in spaces.items()]


def _served(view: View, name: str, allowed: frozenset[str], writes: bool, posted: Posted) -> View:
    @wraps(view)
    def serve(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        request.page = _pages[name]  # type: ignore[attr-defined]
        if not may_open(request.user, allowed):
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            raise PermissionDenied
        if request.method not in {"GET", "HEAD"} and not (writes and request.method == "POST"):
            return HttpResponseNotAllowed(["GET", "HEAD", "POST"] if writes else ["GET", "HEAD"])
        if _pages[name].site == "desk" and any("\0" in value for _, told in request.GET.lists() for value in told):
            return HttpResponseBadRequest("地址里有不能识别的字符。", content_type="text/plain; charset=utf-8")
        if request.method != "POST":
            with guards.reading():
                response = view(request, **kwargs)
            return exports.put_on_record(request, response)
        if _pages[name].site == "portal":  # which never reaches the database that remembers forms
            return _acted(view, request, kwargs)
        return posted(request, lambda: _acted(view, request, kwargs))

    return serve


def _spoken(served: View, view: View, allowed: frozenset[str], methods: frozenset[str]) -> View:
    @wraps(view)
    def speak(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        if request.method not in methods:
            return served(request, **kwargs)
        if not may_open(request.user, allowed):
            return HttpResponse(status=403 if request.user.is_authenticated else 401)
        return view(request, **kwargs)

    return speak


def _acted(view: View, request: HttpRequest, kwargs: dict[str, Any]) -> HttpResponse:
    try:
        return view(request, **kwargs)
    except Refused as refusal:
        return refused_response(request, refusal)
