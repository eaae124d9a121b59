"""The public site as files: what a visitor gets from them is what the process would answer, and every link leads somewhere."""

import errno
import os
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.builders.disclosure import withdraw
from tests.builders.public_entries import an_entry
from tests.builders.public_site import a_public_site, keep_up
from yangguang.bulletin.api import Notice
from yangguang.kernel import disk
from yangguang.kernel.refusal import Refused
from yangguang.portal import static_export
from yangguang.portal.every_address import every_address, fallen_addresses, is_served
from yangguang.portal.static_export import LIST, export, file_of

pytestmark = [pytest.mark.django_db, pytest.mark.duty("D19")]
OLD = 1_000_000_000
ROOT = Path(__file__).resolve().parents[2]


class Killed(BaseException):
    """The process ended here."""


def os_kills():
    raise Killed


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
    settings.PUBLIC_SITE = settings.PUBLIC_SITE | {"url": "https://gongshi.example"}
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


def test_entries_of_one_kind_of_list_lie_at_their_own_address(site, tmp_path):
    folder, ref = tmp_path / "www", an_entry("wage_arrears_sanctions")
    export(folder)
    listed, other = (
        folder / f"lists/kind/{kind}.html" for kind in ("wage_arrears_sanctions", "major_labour_violations")
    )
    assert f"/lists/{ref}" in listed.read_text(encoding="utf-8")
    assert f"/lists/{ref}" not in other.read_text(encoding="utf-8")
    links = {told for page, told in links_of(folder) if told.path.startswith("/lists/") and told.query}
    assert {told.query.partition("=")[0] for told in links} <= {"page", "q"}


def test_files_say_what_the_process_answers(client, site, tmp_path):
    folder = tmp_path / "www"
    export(folder)
    compared = 0
    for path in every_address():
        answer = client.get(path, HTTP_HOST="gongshi.example", secure=True)
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


def saying(monkeypatch, codes):
    """Some addresses answer otherwise than they would."""
    real = static_export._asking

    def asking():
        ask = real()
        return lambda path: (codes[path], "text/html", b"") if path in codes else ask(path)

    monkeypatch.setattr(static_export, "_asking", asking)


def everything(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file() and path.name != LIST}


def test_broken_page_is_in_the_way_of_no_other(site, tmp_path, monkeypatch):
    folder, ref = tmp_path / "www", site.standing.notice_ref
    export(folder)
    known = (path for path in every_address() if ref not in path and path not in fallen_addresses())
    broken = next(path for path in known if (folder / f"{path[1:]}.html").is_file())
    as_it_was = (folder / f"{broken[1:]}.html").read_bytes()
    withdraw(site.standing, site.people)
    keep_up()
    saying(monkeypatch, {broken: 500, "/": 502})
    with pytest.raises(Refused, match="对 .* 的答复是 50[02]，没有导出完。这样的共2处") as refusal:
        export(folder)
    assert "不再公开的已经删除" in refusal.value.remedy
    assert not [*(folder / "decisions" / ref).iterdir()]
    assert "已撤回" in (folder / f"decisions/{ref}.html").read_text(encoding="utf-8")
    assert (folder / f"{broken[1:]}.html").read_bytes() == as_it_was
    assert (folder / "index.html").is_file()
    monkeypatch.undo()
    assert export(folder).removed == 0


def test_withdrawn_page_goes_though_its_tombstone_is_broken(site, tmp_path, monkeypatch):
    folder, ref = tmp_path / "www", site.standing.notice_ref
    export(folder)
    withdraw(site.standing, site.people)
    keep_up()
    saying(monkeypatch, {f"/decisions/{ref}": 500, f"/decisions/{ref}/copy.json": 500})
    with pytest.raises(Refused, match="答复是 500"):
        export(folder)
    assert not (folder / f"decisions/{ref}.html").exists()
    assert not [*(folder / "decisions" / ref).iterdir()]


@pytest.mark.parametrize("written", [0, 3])
def test_withdrawn_page_goes_though_the_disk_is_full(site, tmp_path, monkeypatch, written):
    folder, ref = tmp_path / "www", site.standing.notice_ref
    export(folder)
    before = everything(folder)
    withdraw(site.standing, site.people)
    Notice.objects.filter(ref=site.withdrawn.notice_ref).delete()
    keep_up()
    real, room = disk.write_durably, iter(range(written))

    def full(path, content, **more):
        if next(room, None) is None:
            raise OSError(errno.ENOSPC, "No space left on device")
        real(path, content, **more)

    with monkeypatch.context() as patched:
        patched.setattr(disk, "write_durably", full)
        with pytest.raises(Refused, match="No space left"):
            export(folder)
    page = folder / f"decisions/{ref}.html"
    assert not page.exists() or "已撤回" in page.read_text(encoding="utf-8")
    assert not [*(folder / "decisions" / ref).iterdir()]
    assert not (folder / f"decisions/{site.withdrawn.notice_ref}.html").exists()
    outdated = {path for path, content in everything(folder).items() if before.get(path, content) != content}
    assert len(outdated) <= written
    export(folder)
    assert "已撤回" in page.read_text(encoding="utf-8")


def test_log_that_grows_during_an_export_has_every_tile_its_head_speaks_of(site, tmp_path, monkeypatch):
    folder, real, grown = tmp_path / "www", static_export._bring_page, []

    def bring_page(*asked, **told):
        if not grown:
            grown.append(withdraw(site.standing, site.people))
            keep_up()
        real(*asked, **told)

    monkeypatch.setattr(static_export, "_bring_page", bring_page)
    export(folder)
    source = tmp_path / "tlog" / "public"
    there = {path.relative_to(source) for path in source.rglob("*") if path.is_file()}
    assert {path.relative_to(folder / "tlog") for path in (folder / "tlog").rglob("*") if path.is_file()} == there
    assert (folder / "tlog/checkpoint").read_bytes() == (source / "checkpoint").read_bytes()


def test_tile_that_an_old_head_needs_stays_until_the_new_head_is_there(site, tmp_path, monkeypatch):
    folder = tmp_path / "www"
    export(folder)
    partial = next(path for path in (tmp_path / "tlog/public").rglob("*") if path.parent.name.endswith(".p"))
    copy = folder / "tlog" / partial.relative_to(tmp_path / "tlog/public")
    assert copy.is_file()
    partial.unlink()  # as when the tile is full: the whole one stands instead
    seen = []
    monkeypatch.setattr(static_export, "_bring_head", lambda *asked: seen.append(copy.is_file()))
    export(folder)
    assert seen
    assert all(seen)
    assert not copy.exists()


def test_what_a_run_that_died_has_written_is_known_to_the_next(site, tmp_path, monkeypatch):
    folder, ref = tmp_path / "www", site.standing.notice_ref
    monkeypatch.setattr(static_export, "_bring_file", lambda *asked: os_kills())
    with pytest.raises(Killed):
        export(folder)
    monkeypatch.undo()
    assert (folder / f"decisions/{ref}.html").is_file()
    Notice.objects.filter(ref=ref).delete()
    assert export(folder).removed == 4
    assert not [path for path in everything(folder) if ref in path.as_posix()]


def test_site_that_does_not_know_its_address_writes_no_file(settings, tmp_path):
    settings.PUBLIC_SITE = settings.PUBLIC_SITE | {"url": ""}
    settings.ALLOWED_HOSTS = ["10.2.3.4", "gongshi.example"]
    with pytest.raises(Refused, match="不知道自己的网址") as refusal:
        export(tmp_path / "www")
    assert "YANGGUANG_PUBLIC_SITE_URL" in refusal.value.remedy
    assert not (tmp_path / "www").exists()


def test_feeds_in_files_name_the_address_the_site_was_told(site, settings, tmp_path):
    settings.ALLOWED_HOSTS = ["10.2.3.4", "gongshi.example"]
    export(tmp_path / "www")
    told = (tmp_path / "www/feeds/decisions.json").read_text(encoding="utf-8")
    assert "https://gongshi.example/decisions/" in told
    assert "10.2.3.4" not in told


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
        f"/officers/{'a' * 26}/photo",
        "/readyz",
    ):
        assert is_served(path), path
    for path in ("/", "/decisions/", "/decisions/" + "a" * 26, "/lists/", "/feeds/decisions.atom", "/tlog/checkpoint"):
        assert not is_served(path), path
