"""Open data hold what is public and nothing else, say the same in three formats, and forget what was taken back."""

import csv
import hashlib
import io
import json
from datetime import timedelta

import duckdb
import pytest

from tests.builders.catalogues import an_adopted_edition
from tests.builders.directory import an_officer
from tests.builders.disclosure import a_publication, deliver, the_people, withdraw
from yangguang.bulletin.api import Notice, forget_people, open_data
from yangguang.disclosure.plugs.open_data import make_open_data
from yangguang.kernel import clock

pytestmark = [pytest.mark.django_db, pytest.mark.duty("D21")]


@pytest.fixture(autouse=True)
def _pages_apart(settings, tmp_path):
    settings.PAGES_DIR = tmp_path / "pages"


@pytest.fixture
def people(db):
    return the_people()


def made(name):
    return json.loads(open_data.file_of(name, "json").read_text(encoding="utf-8"))


def taken(client, name):
    """What a visitor downloads."""
    answer = client.get(f"/open-data/{name}")
    assert (answer.status_code, answer["X-Content-Type-Options"]) == (200, "nosniff")
    return b"".join(answer.streaming_content)


def from_csv(name):
    text = open_data.file_of(name, "csv").read_text(encoding="utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline="")))[1:]


def from_parquet(name):
    path = str(open_data.file_of(name, "parquet"))
    return duckdb.sql(f"SELECT * FROM read_parquet('{path}')").fetchall()


def test_what_stands_is_in_all_three_and_reads_alike(people):
    standing = a_publication(people, state="published")
    a_publication(people, state="prepared")
    open_data.make()
    (row,) = made("decisions")
    assert row["ref"] == standing.notice_ref
    assert [value or "" for value in row.values()] == from_csv("decisions")[0]
    (written,) = from_parquet("decisions")
    assert written[0] == standing.notice_ref
    assert standing.decision.decided_on in written


def test_withdrawn_decision_leaves_the_data_and_its_tombstone_stays(people, client):
    publication = a_publication(people, state="published")
    open_data.make()
    party = made("decisions")[0]["party_name"]
    with clock.frozen(clock.now() + timedelta(minutes=5)):
        withdraw(publication, people)
        deliver()
        refused = client.get("/open-data/decisions.json")
        assert refused.status_code == 503
        assert "正在重新生成" in client.get("/open-data/").content.decode()
    with clock.frozen(clock.now() + timedelta(minutes=10)):
        assert make_open_data() is True
        assert made("decisions") == from_csv("decisions") == from_parquet("decisions") == []
        (gone,) = made("taken-down")
        assert gone["number"] == publication.decision.number
        assert party not in open_data.file_of("taken-down", "json").read_text(encoding="utf-8")
        assert taken(client, "decisions.json") == open_data.file_of("decisions", "json").read_bytes()


def test_files_are_made_once_a_day(people):
    a_publication(people, state="published")
    assert make_open_data() is True
    assert make_open_data() is False
    with clock.frozen(clock.now() + timedelta(days=1)):
        assert make_open_data() is True


def test_visitor_takes_files_that_are_as_the_index_says(people, client):
    a_publication(people, state="published")
    an_officer(body=people.body)
    an_adopted_edition(body=people.body)
    deliver()
    told = open_data.make()
    for one in told["sets"]:
        for suffix, file in one["files"].items():
            content = taken(client, f"{one['name']}.{suffix}")
            assert hashlib.sha256(content).hexdigest() == file["sha256"], one["name"]
    assert json.loads(taken(client, "index.json")) == told
    page = client.get("/open-data/").content.decode()
    assert "执法决定（公开中）" in page
    assert "SHA-256" in page


@pytest.mark.parametrize("name", ["decisions.xlsx", "letters.json", "form.txt", "..%2Fform.txt", "index.csv"])
def test_file_there_is_none_of_is_not_found(client, people, name):
    open_data.make()
    assert client.get(f"/open-data/{name}").status_code == 404


def test_officer_who_left_leaves_the_data_and_numbers_are_as_on_the_certificate(people, client):
    officer = an_officer(body=people.body)
    deliver()
    open_data.make()
    (told,) = made("officers")
    assert told["certificate_numbers"] == officer.certificates.get().number
    forget_people([officer.public_id], [])
    assert client.get("/open-data/officers.csv").status_code == 404
    assert make_open_data() is True
    assert made("officers") == []


def test_before_the_first_night_the_page_says_so(client, db):
    assert "还没有生成" in client.get("/open-data/").content.decode()
    assert client.get("/open-data/decisions.csv").status_code == 404


def test_cell_that_would_start_a_formula_is_harmless_in_the_table_only(people):
    publication = a_publication(people, state="published")
    Notice.objects.filter(ref=publication.notice_ref).update(title="=cmd|'/c calc'!A1")
    open_data.make()
    assert "'=cmd|'/c calc'!A1" in from_csv("decisions")[0]
    assert made("decisions")[0]["title"] == "=cmd|'/c calc'!A1"


def test_verify_finds_a_file_that_was_altered_and_a_row_that_does_not_stand(people):
    publication = a_publication(people, state="published")
    open_data.make()
    assert list(open_data.faults()) == []
    Notice.objects.filter(ref=publication.notice_ref).delete()
    tables = ("decisions", "decision-texts")
    assert list(open_data.faults()) == [f"开放数据 {name}：有 1 条不在公开之列" for name in tables]
    open_data.file_of("decisions", "csv").write_bytes(b"altered")
    assert any("decisions.csv" in fault for fault in open_data.faults())
