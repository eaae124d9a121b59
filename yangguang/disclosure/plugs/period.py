"""The publication period ends by itself, every day."""

from __future__ import annotations

from datetime import timedelta

from yangguang.base.events import SYSTEM
from yangguang.base.jobs import scheduled
from yangguang.bulletin.api import refresh_pages
from yangguang.disclosure.models import Publication
from yangguang.disclosure.models.publication import STANDING
from yangguang.disclosure.use_cases.end_publication import end_publication
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment


@scheduled("disclosure.end_publications", title="公开期满自动下架", every=timedelta(hours=1))
def end_publications() -> int:
    """Take down what was public for the last time yesterday; how many."""
    over = Publication.objects.filter(status__in=STANDING, until__lt=clock.today()).order_by("pk")
    ids = list(over.values_list("pk", flat=True))
    for publication_id in ids:
        end_publication(publication_id=publication_id, actor=SYSTEM, at=Moment.now())
    return len(ids)


@scheduled("disclosure.refresh_pages", title="页面样式更新后重写公开网页", every=timedelta(minutes=10))
def pages_in_their_present_form() -> int:
    """After an upgrade every page on disk is written anew; otherwise nothing."""
    return refresh_pages()
