"""What must hold before a Word or Excel file from outside is opened: sizes, no macros, no outside parts, no entities."""

import io
import re
import zipfile
import zlib
from dataclasses import dataclass

from lxml import etree

from yangguang.kernel.refusal import Refused

MOST_BYTES = 10 * 1024 * 1024
MOST_MEMBERS = 400
MOST_UNPACKED = 40 * 1024 * 1024
MOST_RATIO = 200


@dataclass(frozen=True)
class Program:
    """What whoever uploads is told of the kind of file they have before them: that it is none, and how to save it anew."""

    not_one: str
    resave: str


WORD = Program("这不是可以读取的 Word 文档（.docx）。", "请在 Word 或 WPS 中另存为 .docx 后重新上传。")
EXCEL = Program("这不是可以读取的 Excel 表格（.xlsx）。", "请在 Excel 或 WPS 中另存为 .xlsx 后重新上传。")
NOT_WORD, RESAVE = WORD.not_one, WORD.resave
UNREADABLE = (zipfile.BadZipFile, zlib.error, RuntimeError, EOFError, OSError, ValueError)
_ENCODING = re.compile(rb"^\s*<\?xml[^>]*encoding\s*=\s*[\"']([^\"']+)[\"']")
_PARSER = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False}


def safe_members(content: bytes, program: Program = WORD) -> dict[str, bytes]:
    """The XML parts of such a file by name, when it is safe to open; else `Refused` says what is wrong."""
    if len(content) > MOST_BYTES:
        raise Refused("文件超过 10 MB，无法读回。", remedy="请删去图片后重新上传。")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            members = _unpacked(package, program.resave)
    except UNREADABLE as error:
        raise Refused(program.not_one, remedy=program.resave) from error
    for name, part in members.items():
        _refuse_hostile_xml(name, part, program.resave)
    _refuse_outside(members, program)
    return members


def _unpacked(package: zipfile.ZipFile, resave: str) -> dict[str, bytes]:
    found = package.infolist()
    names = [member.filename for member in found]
    if len(found) > MOST_MEMBERS or len(set(names)) != len(names):
        raise Refused("文件内部结构异常（部件过多或者重名），无法读回。", remedy=resave)
    members, total = {}, 0
    for member in found:
        if "vbaproject" in member.filename.lower() or "activex" in member.filename.lower():
            raise Refused("文件含有宏，不能上传。", remedy=resave)
        if not member.filename.lower().endswith((".xml", ".rels")):
            continue
        with package.open(member) as stream:
            part = stream.read(MOST_UNPACKED - total + 1)
        total += len(part)
        if total > MOST_UNPACKED or len(part) > MOST_RATIO * max(member.compress_size, 4096):
            raise Refused("文件解压后过大，无法读回。", remedy=resave)
        members[member.filename] = part
    return members


def _refuse_hostile_xml(name: str, part: bytes, resave: str) -> None:
    declared = _ENCODING.match(part)
    is_utf8 = not part.startswith((b"\xff\xfe", b"\xfe\xff")) and b"\x00" not in part[:64]
    if not is_utf8 or (declared and declared[1].lower() not in (b"utf-8", b"us-ascii")):
        raise Refused(f"文件部件 {name} 的编码不是 UTF-8，无法读回。", remedy=resave)
    if b"<!DOCTYPE" in part or b"<!ENTITY" in part:
        raise Refused(f"文件部件 {name} 含有实体声明，不能上传。", remedy=resave)


def _refuse_outside(members: dict[str, bytes], program: Program) -> None:
    for name, part in members.items():
        if not name.lower().endswith(".rels"):
            continue
        for relation in parsed(part, program):
            if relation.get("TargetMode", "").lower() == "external":
                raise Refused(
                    "文件引用了外部内容（链接、远程模板或者图片），不能上传。", remedy="请删去超链接和外部引用。"
                )
    if b"macroEnabled" in members.get("[Content_Types].xml", b""):
        raise Refused("文件含有宏，不能上传。", remedy=program.resave)


def parsed(part: bytes, program: Program = WORD) -> etree._Element:
    """The root of an XML part, without entities, outside files or very deep nesting."""
    try:
        return etree.fromstring(part, etree.XMLParser(**_PARSER))
    except etree.XMLSyntaxError as error:
        raise Refused(program.not_one, remedy=program.resave) from error
