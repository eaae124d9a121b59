"""The faces of official paper: Song and Hei ship with the product, a site's own 仿宋, 楷体, 小标宋 come first."""

from functools import lru_cache
from importlib import resources

import typst
from django.conf import settings

SONG, HEI = "Noto Serif SC", "Noto Sans SC"
# Figures and letters always come from the shipped Song, so that lines break alike whether or not a site has 仿宋.
_LATIN = {"name": SONG, "covers": "latin-in-cjk"}
_WISHES = {
    "body": ("FangSong_GB2312", "FangSong", SONG),
    "kai": ("KaiTi_GB2312", "KaiTi", "FangSong_GB2312", "FangSong", SONG),
    "hei": ("SimHei", HEI),
    "title": ("FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05", SONG),
}


@lru_cache(maxsize=4)
def fonts(site_folder: str) -> typst.Fonts:
    """The shipped faces and those in the site's folder, read once for the life of the process."""
    shipped = str(resources.files("pylopdf_fonts_zh_cn"))
    paths = [shipped] + ([site_folder] if site_folder else [])
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=paths)


@lru_cache(maxsize=4)
def faces(site_folder: str) -> dict:
    """Which faces each use of text takes, best first, naming only faces that are there."""
    there = set(fonts(site_folder).families())
    chosen = {use: [name for name in wishes if name in there] for use, wishes in _WISHES.items()}
    is_bold = chosen["title"][0] != SONG
    return {use: [_LATIN, *names] if use in ("body", "kai") else names for use, names in chosen.items()} | {
        "title_is_bold": is_bold
    }


def site_folder() -> str:
    """The folder where this site keeps its own licensed faces; empty when it has none."""
    return settings.ENV.fonts_dir
