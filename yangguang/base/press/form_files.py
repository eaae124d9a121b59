"""A form the public is to download: a PDF is drawn anew, a Word or Excel file loses who made it; what may do harm is refused."""

from __future__ import annotations

import io
import re
import zipfile

from yangguang.base import vault
from yangguang.base.press import docx_safety
from yangguang.base.press.docx_safety import UNREADABLE
from yangguang.base.press.foreign import pictures_of
from yangguang.base.press.inside import Unreadable
from yangguang.base.press.rebuilding import rebuilt
from yangguang.kernel.refusal import Refused

LIMIT = 5 * 1024 * 1024
PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PROGRAMS = {DOCX: docx_safety.WORD, XLSX: docx_safety.EXCEL}
SUFFIXES = {PDF: "pdf", DOCX: "docx", XLSX: "xlsx"}
RESAVE = "请接受全部修订、删去批注和插入的文件，另存后重新上传。"
CARRIES = (
    "oleobject",
    "/embeddings/",
    "/comments",
    "activex",
    "vbaproject",
    "/externallinks/",
    "/persons/",
    "/revisions/",
    "/pivotcache/",
    "/connections.xml",
    "/querytables/",
)
TRACKED = (b"<w:ins ", b"<w:del ", b"<w:moveFrom ", b"<w:moveTo ", b' w:author="', b" w:author='")
HIDDEN = re.compile(
    rb"<w:vanish(?:\s+w:val\s*=\s*[\"'](?:1|true|on)[\"'])?\s*/?>"
    rb"|<(?:\w+:)?sheet\b[^>]*\bstate\s*=\s*[\"'](?:hidden|veryHidden)[\"']"
)
MAY_HIDE = (
    "word/styles.xml",
    "word/stylesWithEffects.xml",
    "word/numbering.xml",
)  # what a style could hide is not text
SHOW = "请显示或者删去隐藏的文字、工作表，另存后重新上传。"
TAKEN_WITH = (b"Exif\x00\x00", b"http://ns.adobe.com/xap/", b"XML:com.adobe.xmp")
PNG, TAKEN_WITH_PNG = b"\x89PNG", b"eXIf"
SAYS_WHO = "docProps/"
CORE = "package/services/metadata/core-properties/"  # where other office programs keep what Word keeps in core.xml
PEOPLE = "word/people.xml"
NO_PEOPLE = b'<w15:people xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"/>'
WHERE_IT_LAY = re.compile(
    rb"<(?:x15ac:absPath|fileSharing)\b[^>]*/>"
)  # the folder, and with it often a name; who saved it
NOBODY = {
    "core.xml": b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp='
    b'"http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>',
    "app.xml": b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns='
    b'"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>',
    "custom.xml": b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns='
    b'"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>',
}
LIKENESS = "docProps/thumbnail"  # a picture of the first page, made by whoever saved the file
TO_LIKENESS = re.compile(rb"<Relationship\b[^>]*metadata/thumbnail[^>]*/>")
CUSTOM = re.compile(r"customXml/item\d+\.xml")
SINCE = (1980, 1, 1, 0, 0, 0)  # the beginning of the format's own calendar: the file says no time


def public_form(content: bytes, *, name: str) -> tuple[bytes, str]:
    """What is published of an uploaded form, and its media type. Raises Refused (field `file`) for anything that may do harm."""
    try:
        media_type = vault.media_type_of(content, name=name, kinds=tuple(SUFFIXES), limit=LIMIT)
        return (
            _drawn_anew(content) if media_type == PDF else _without_author(content, PROGRAMS[media_type])
        ), media_type
    except Refused as refusal:
        raise Refused(refusal.reason, *refusal.clauses, field="file", remedy=refusal.remedy) from refusal


def _drawn_anew(content: bytes) -> bytes:
    try:
        made = rebuilt(pictures_of(content))
    except Unreadable as error:
        raise Refused("这份 PDF 打不开，没有保存。", remedy="请重新生成 PDF，不要设密码。") from error
    if len(made) > LIMIT:
        raise Refused("这份 PDF 页数过多。", remedy="请拆分成几个文件。")
    return made


def _without_author(content: bytes, program: docx_safety.Program) -> bytes:
    members = docx_safety.safe_members(content, program)
    if any(mark in part for name, part in members.items() if name != PEOPLE for mark in TRACKED):
        raise Refused("文件里有修订痕迹，没有保存。", remedy=RESAVE)
    if any(HIDDEN.search(part) for name, part in members.items() if name not in MAY_HIDE):
        raise Refused("文件里有隐藏的文字或者工作表，没有保存。", remedy=SHOW)
    try:
        return _written_anew(content)
    except UNREADABLE as error:
        raise Refused("文件已经损坏，不能打开，没有保存。", remedy=program.resave) from error


def _written_anew(content: bytes) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as package, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as clean:
        left = docx_safety.MOST_UNPACKED
        for member in package.infolist():
            with package.open(member) as stream:
                part = stream.read(left + 1)
            left -= len(part)
            if left < 0:
                raise Refused("文件解压后过大，没有保存。", remedy="请缩小文件里的图片。")
            if member.filename.startswith(LIKENESS):
                continue
            _refuse_carried(member.filename, part)
            kept = _nobodys(member.filename, part)
            clean.writestr(zipfile.ZipInfo(member.filename, SINCE), kept, zipfile.ZIP_DEFLATED)
    return written.getvalue()


def _nobodys(name: str, part: bytes) -> bytes:
    """A part without what it says of whoever made the file, and where it lay."""
    if name.startswith(SAYS_WHO):
        return NOBODY.get(name.rpartition("/")[2], part)
    if name.startswith(CORE):
        return NOBODY["core.xml"]
    if name == PEOPLE:
        return NO_PEOPLE
    if CUSTOM.fullmatch(name):  # what an office program notes down for itself
        return b"<empty/>"
    return TO_LIKENESS.sub(b"", part) if name == "_rels/.rels" else WHERE_IT_LAY.sub(b"", part)


def _refuse_carried(name: str, part: bytes) -> None:
    if any(mark in f"/{name.lower()}" for mark in CARRIES):
        raise Refused("文件里有批注、插入的文件或者外部数据，没有保存。", remedy=RESAVE)
    told = any(mark in part for mark in TAKEN_WITH) or (part.startswith(PNG) and TAKEN_WITH_PNG in part)
    if told and not name.endswith((".xml", ".rels")):
        raise Refused("文件里的照片带有拍摄信息，没有保存。", remedy="请压缩图片或者去掉照片后重新上传。")
