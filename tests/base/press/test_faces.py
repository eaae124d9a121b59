"""A site's own faces change the look of the strokes and nothing else: same lines, same pages."""

import json
import shutil
from importlib import resources

import pytest
import typst

from tests.base.press import samples
from yangguang.base.press.faces import HEI, SONG, faces, fonts
from yangguang.base.press.pdf import LAYOUT, inputs_of, render_pdf
from yangguang.base.press.reading import page_texts


@pytest.mark.parametrize("sample", [samples.penalty_decision, samples.interview_record])
def test_another_body_face_breaks_lines_and_pages_alike(sample):
    inputs = inputs_of(sample(), "")
    other = json.loads(inputs["faces"])
    other["body"] = [other["body"][0], HEI]
    compiler = typst.Compiler(font_paths=fonts(""), sys_inputs=inputs | {"faces": json.dumps(other)})
    in_other_face = compiler.compile(LAYOUT.read_bytes(), format="pdf", pdf_standards="a-2b")
    assert page_texts(in_other_face) == page_texts(render_pdf(sample()))


def test_only_faces_that_are_there_are_named():
    chosen = faces("")
    assert chosen["body"][1:] == [SONG]
    assert chosen["title"] == [SONG]
    assert chosen["title_is_bold"] is False


def test_faces_in_the_folder_of_the_site_are_found(tmp_path):
    shutil.copy(resources.files("pylopdf_fonts_zh_cn") / "NotoSansSC-Regular.otf", tmp_path / "site.otf")
    assert any(font.path == str(tmp_path / "site.otf") for font in fonts(str(tmp_path)).fonts())


def test_folder_of_the_site_that_is_missing_does_not_stop_documents(settings, tmp_path):
    settings.ENV = settings.ENV.model_copy(update={"fonts_dir": str(tmp_path / "missing")})
    assert render_pdf(samples.service_receipt())
