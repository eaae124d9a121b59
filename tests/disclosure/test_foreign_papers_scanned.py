"""A page of a PDF from outside whose text layer does not tell everything drawn on it is one a person has to read."""

import io

import pytest
from PIL import Image
from pypdf import PageObject, PdfReader, PdfWriter, Transformation

from tests.builders.disclosure import a_pdf
from yangguang.base.press.foreign import page_pictures, pages_read
from yangguang.disclosure.foreign_papers import rebuild

LONG = "经查，你单位拖欠工资，责令限期改正，逾期不改正的，依法处理。" * 20


def scanned(content, folder):
    """The first page of a PDF as a scanner makes it: one picture."""
    path = folder / "drawn.pdf"
    path.write_bytes(content)
    written = io.BytesIO()
    Image.open(io.BytesIO(page_pictures(path)[0])).save(written, "PDF", resolution=150)
    return PdfReader(written).pages[0]


def laid(folder, over, under, *, scale=1.0):
    """A file of one page: `over` on `under`, made smaller."""
    page = PageObject.create_blank_page(width=595, height=842)
    page.merge_transformed_page(under, Transformation().scale(scale))
    page.merge_page(over)
    writer, path = PdfWriter(), folder / "foreign.pdf"
    writer.add_page(page)
    writer.write(path)
    return path


def of(words):
    return PdfReader(io.BytesIO(a_pdf(words))).pages[0]


@pytest.mark.parametrize(
    "words", ["1", "由扫描仪生成", LONG], ids=["page number", "mark of a scanner", "recognised text"]
)
def test_scanned_page_needs_eyes_whatever_its_text_layer_says(tmp_path, words):
    path = laid(tmp_path, of(words), scanned(a_pdf(LONG), tmp_path))
    (read,) = pages_read(path)
    assert read.pictured > 0.9
    assert rebuild(path, []).pictures_only == (1,)


def test_small_image_beside_a_text_does_not(tmp_path):
    path = laid(tmp_path, of(LONG), scanned(a_pdf("章"), tmp_path), scale=0.2)
    (read,) = pages_read(path)
    assert 0.03 < read.pictured < 0.05
    assert rebuild(path, []).pictures_only == ()


def test_letters_that_are_drawn_and_no_text_need_eyes(tmp_path):
    strokes = b"".join(b"%d %d 200 6 re f " % (60, 80 + 12 * n) for n in range(40))
    page = of("第 1 页")
    writer = PdfWriter()
    writer.add_page(page)
    from pypdf.generic import NameObject, StreamObject

    drawn = StreamObject()
    drawn.set_data(b"q\n" + page.get_contents().get_data() + b"\nQ\n" + strokes)
    writer.pages[0][NameObject("/Contents")] = writer._add_object(drawn)
    writer.write(tmp_path / "foreign.pdf")
    assert rebuild(tmp_path / "foreign.pdf", []).pictures_only == (1,)


def test_signs_without_their_letters_need_eyes(tmp_path):
    name = of("王晓明")
    for font in name["/Resources"]["/Font"].values():
        del font.get_object()["/ToUnicode"]
    path = laid(tmp_path, name, of(LONG))
    (read,) = pages_read(path)
    assert (read.untold, "责" in {one.sign for one in read.told}) == (True, True)
    assert rebuild(path, []).pictures_only == (1,)


def test_page_of_nothing_but_text_does_not(tmp_path):
    (tmp_path / "foreign.pdf").write_bytes(a_pdf(LONG))
    assert rebuild(tmp_path / "foreign.pdf", []).pictures_only == ()
