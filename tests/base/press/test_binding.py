"""A file bound as one PDF: bookmarks, page numbers, pictures; what comes from outside leaves its tricks in a process apart."""

import io
from datetime import date

import pypdfium2
from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from yangguang.base.press.binding import Part, Volume, bind
from yangguang.base.press.blocks import Heading, paragraph
from yangguang.base.press.foreign import page_counts, page_pictures, size_of
from yangguang.base.press.pdf import render_pdf
from yangguang.base.press.reading import page_texts
from yangguang.base.press.sheet import Sheet

DAY = date(2026, 11, 18)


def a_paper(title, paragraphs=1):
    blocks = (Heading(title), *[paragraph("经查明，事实如下。" * 60) for _ in range(paragraphs)])
    return render_pdf(Sheet(title=title, blocks=blocks, dated_on=DAY))


def a_picture(tmp_path, size=(1600, 1200), name="照片.jpg"):
    path = tmp_path / name
    Image.new("RGB", size, "navy").save(path)
    return path


def bookmarks(reader, items=None):
    """Titles and pages of an outline, parents before their children."""
    for item in reader.outline if items is None else items:
        if isinstance(item, list):
            yield from bookmarks(reader, item)
        else:
            yield item.title, reader.get_destination_page_number(item)


def a_bound_file(tmp_path, mark=""):
    photo = page_pictures(a_picture(tmp_path))
    main = Volume(
        "正卷", (
            Part("封面", a_paper("封面"), numbered=False), Part("决定书", a_paper("决定书", 3)),
            Part("现场照片", pictures=photo, note="证据：现场照片"), Part("备考表", a_paper("备考表"), numbered=False),
        ),
    )  # fmt: skip
    side = Volume("副卷", (Part("封面", a_paper("副卷封面"), numbered=False), Part("审批表", a_paper("审批表"))))
    return bind([main, side], mark=mark)


def test_bookmarks_lead_to_the_first_page_of_each_paper(tmp_path):
    pdf = a_bound_file(tmp_path)
    texts = page_texts(pdf)
    found = list(bookmarks(PdfReader(io.BytesIO(pdf))))
    assert [title for title, _ in found] == ["正卷", "封面", "决定书", "现场照片", "备考表", "副卷", "封面", "审批表"]
    for title in ("决定书", "备考表", "审批表"):
        assert title in texts[dict(found)[title]]


def test_numbers_run_through_each_volume_and_leave_out_cover_and_back_note(tmp_path):
    texts = [text.split() for text in page_texts(a_bound_file(tmp_path))]
    numbers = [int(words[-1]) if words and words[-1].isdigit() else 0 for words in texts]
    side = len(numbers) - numbers[::-1].index(1) - 1
    main = [number for number in numbers[:side] if number]
    assert main == list(range(1, len(main) + 1))
    assert numbers[side:] == list(range(1, len(numbers) - side + 1))
    assert numbers[0] == 0
    assert main[-1] < numbers[:side].index(main[-1]) + 1


def test_mark_of_an_open_file_stands_on_every_page(tmp_path):
    assert all("未归档" in text for text in page_texts(a_bound_file(tmp_path, mark="未归档")))


def test_bound_file_is_made_as_pdf_a_wants_it(tmp_path):
    reader = PdfReader(io.BytesIO(a_bound_file(tmp_path)))
    root = reader.trailer["/Root"]
    assert "/OutputIntents" in root
    assert "/ID" in reader.trailer
    assert b"pdfaid" in root["/Metadata"].get_object().get_data()
    assert not {"/OpenAction", "/AA", "/AcroForm", "/Names"} & set(root)
    assert not any({"/AA", "/Annots"} & set(page) for page in reader.pages)


def test_picture_is_laid_as_it_lies_and_keeps_its_bytes(tmp_path):
    (jpeg,) = page_pictures(a_picture(tmp_path))
    reader = PdfReader(io.BytesIO(a_bound_file(tmp_path)))
    page = next(page for page in reader.pages if "/YgImage" in page["/Resources"].get("/XObject", {}))
    assert page.mediabox.width > page.mediabox.height
    assert page["/Resources"]["/XObject"]["/YgImage"]._data == jpeg


def test_foreign_pdf_comes_in_as_pictures_without_its_scripts(tmp_path):
    hostile = PdfWriter(clone_from=PdfReader(io.BytesIO(a_paper("外来", 3))))
    script = {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("app.alert('hello')")}
    hostile.root_object[NameObject("/OpenAction")] = DictionaryObject(script)
    hostile.add_attachment("payload.exe", b"MZ")
    path = tmp_path / "hostile.pdf"
    hostile.write(path)
    pictures = page_pictures(path)
    assert len(pictures) == page_counts([path])[0] == len(PdfReader(path).pages)
    bound = bind([Volume("正卷", (Part("封面", a_paper("封面"), numbered=False), Part("外来", pictures=pictures)))])
    for trace in (b"JavaScript", b"app.alert", b"EmbeddedFile", b"payload"):
        assert trace not in bound


def test_file_nobody_can_open_has_no_pages_and_costs_only_itself(tmp_path):
    broken, bomb, good = tmp_path / "broken.pdf", tmp_path / "bomb.png", a_picture(tmp_path)
    broken.write_bytes(b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n")
    Image.new("1", (20000, 20000)).save(bomb)
    assert page_counts([broken, bomb, good]) == [0, 0, 1]
    assert page_pictures(broken) == page_pictures(bomb) == []


def test_large_photograph_is_taken_in_smaller(tmp_path):
    (jpeg,) = page_pictures(a_picture(tmp_path, size=(4000, 3000)))
    assert size_of(jpeg) == (1754, 1316)


def test_pages_of_a_bound_file_can_be_drawn(tmp_path):
    document = pypdfium2.PdfDocument(a_bound_file(tmp_path, mark="阅卷副本"))
    try:
        assert all(page.render(scale=0.2).to_pil().getextrema() for page in document)
    finally:
        document.close()
