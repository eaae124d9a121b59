"""The system's ffmpeg for tests marked `ffmpeg`, which make real films of a second or two; a loud word where there is none."""

import os
import shutil

import pytest

MISSING = "There is no ffmpeg here: previews, frames and clips are NOT tested. Install it (Debian: apt install ffmpeg)."


def ffmpeg() -> str | None:
    """Where ffmpeg is, with ffprobe beside it."""
    return shutil.which("ffmpeg") if shutil.which("ffprobe") else None


def insist_in_ci() -> None:
    """In CI a missing ffmpeg is an error, never a silence."""
    if os.environ.get("CI") and not ffmpeg():
        raise pytest.UsageError(MISSING)


def leave_out_when_missing(config, items) -> None:
    """Without ffmpeg the tests that need it are left out."""
    if not ffmpeg():
        asking = [item for item in items if item.get_closest_marker("ffmpeg")]
        config.hook.pytest_deselected(items=asking)
        items[:] = [item for item in items if item not in set(asking)]


def say_what_was_left_out(reporter) -> None:
    """The loud word, at the end, where nobody overlooks it."""
    if not ffmpeg():
        reporter.section("TESTS OF RECORDINGS DID NOT RUN", sep="!", red=True, bold=True)
        reporter.line(MISSING, red=True, bold=True)
