"""The public site as files: what a visitor gets from them is what the process would answer, and every link leads somewhere."""

import os
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.builders.disclosure import withdraw
from tests.builders.public_site import a_public_site, keep_up
from yangguang.kernel.refusal import Refused
from yangguang.portal.every_address import every_address, is_served
from yangguang.portal.static_export import LIST, export, file_of

pytestmark = [pytest.mark.django_db, pytest.mark.duty("D19")]
OLD = 1_000_000_000
ROOT = Path(__file__).resolve().parents[2]


class Links(HTMLParser):
    """What a page leads to and is made of."""

    def __init__(self):
        super().__init__()
        self.found = set()

    def handle_starttag(self, tag, attributes):
        told = dict(attributes)
        self.found |= {told[name] for name in ("href", "src", "action") if told.get(name)}


@pytest.fixture
def site(settings, tmp_path):
    settings.TLOG_DIR, settings.STATIC_ROOT = tmp_path / "tlog", tmp_path / "static"
    (tmp_path / "static" / "css").mkdir(parents=True)
    (tmp_path / "static" / "css" / "base.css").write_text("body{}", encoding="ascii")
    return a_public_site()


def links_of(folder):
    """Every address of this site that an exported page names, with the page."""
    for page in folder.rglob("*.html"):
        reader = Links()
        reader.feed(page.read_text(encoding="utf-8"))
        for link in reader.found:
            told = urlsplit(link)
            if not told.scheme and told.path.startswith("/"):
                yield page, told


def lies(folder, path):
    """As a web server looks for it: the file, the page, the index of the folder."""
    name = path.lstrip("/")
    return any((folder / one).is_file() for one in (name or "index.html", f"{name}.html", f"{name}/index.html"))


def test_every_link_leads_to_a_file_or_to_the_process(site, tmp_path):
    folder = tmp_path / "www"
    export(folder)
    astray = {
        (page.name, told.path)
        for page, told in links_of(folder)
        if not (told.query or told.path.startswith("/static/") or lies(folder, told.path) or is_served(told.path))
    }
    assert astray == set()
    assert (folder / "index.html").is_file()
    assert (folder / "static/css/base.css").is_file()
    assert (folder / "tlog/checkpoint").is_file()


def test_files_say_what_the_process_answers(client, site, tmp_path):
    folder = tmp_path / "www"
    export(folder)
    compared = 0
    for path in every_address():
        answer = client.get(path, HTTP_HOST="localhost")
        file = folder / file_of(path, answer["Content-Type"])
        if answer.status_code != 200:
            assert not file.exists(), path
            continue
        content = b"".join(answer.streaming_content) if answer.streaming else answer.content
        assert file.read_bytes() == content, path
        compared += 1
    assert compared > 50


def test_what_is_the_same_keeps_its_time_and_what_was_taken_back_goes(site, tmp_path):
    folder = tmp_path / "www"
    export(folder)
    ref, other = site.standing.notice_ref, site.withdrawn.notice_ref
    for path in folder.rglob("*"):
        if path.is_file():
            os.utime(path, (OLD, OLD))
    assert export(folder).written == 0
    assert (folder / f"decisions/{ref}/copy.json").is_file()
    withdraw(site.standing, site.people)
    keep_up()
    done = export(folder)
    assert done.removed == 3
    assert not [path for path in (folder / "decisions" / ref).iterdir()]
    page = folder / f"decisions/{ref}.html"
    assert "已撤回" in page.read_text(encoding="utf-8")
    assert page.stat().st_mtime > OLD
    assert (folder / f"decisions/{other}.html").stat().st_mtime == OLD
    assert (folder / "static/css/base.css").stat().st_mtime == OLD


def test_folder_with_other_files_is_not_written_to(site, tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.docx").write_text("x", encoding="ascii")
    with pytest.raises(Refused, match="里有别的文件"):
        export(tmp_path / "mine")
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["thesis.docx"]
    assert LIST.startswith(".")


def test_forms_searches_and_pages_of_the_day_stay_with_the_process(db):
    for path in (
        "/search",
        "/correction/",
        "/progress/",
        "/hall/" + "a" * 26,
        "/officers/",
        "/officers/" + "a" * 26,
        "/readyz",
    ):
        assert is_served(path), path
    for path in ("/", "/decisions/", "/decisions/" + "a" * 26, "/lists/", "/feeds/decisions.atom", "/tlog/checkpoint"):
        assert not is_served(path), path
