"""What opens files from outside is limited: no network, no time without end, nothing left behind when it is ended."""

import socket
import sys
import threading
import time
from pathlib import Path

import pytest

from tests.builders.films import a_film
from yangguang.base.films import child, probing, tools
from yangguang.base.films.child import Bounds

SECOND = Bounds(wall=1, cpu=5)


def ran(program, *, at, bounds=SECOND, **named):
    return child.run([sys.executable, "-I", "-c", program], at=at, bounds=bounds, **named)


def test_process_that_does_not_end_is_ended_with_its_children(tmp_path):
    program = "import os, sys, time\nif not (p := os.fork()): time.sleep(60)\nprint(p, flush=True); time.sleep(60)"
    began = time.monotonic()
    ended = ran(program, at=tmp_path, into=tmp_path / "told")
    assert ended.late
    assert time.monotonic() - began < 5
    grandchild = Path("/proc") / (tmp_path / "told").read_text().split()[0]
    for _ in range(100):
        if not grandchild.exists() or "(zombie)" in (grandchild / "status").read_text():
            break
        time.sleep(0.02)
    else:
        raise AssertionError("a child of it goes on")


def test_process_gets_no_environment_and_no_file_but_those_it_is_given(tmp_path, monkeypatch):
    monkeypatch.setenv("YANGGUANG_SECRET", "x")
    ended = ran("import os; print(sorted(os.environ), os.listdir('/dev/fd'))", at=tmp_path, into=tmp_path / "told")
    assert ended.well, ended.told
    told = (tmp_path / "told").read_text()
    assert "YANGGUANG" not in told
    assert len(told.partition("] [")[2].split(",")) == 4  # the three of every process, and the listing itself


def test_process_reaches_no_address(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as server:
        program = f"import socket; socket.create_connection(('127.0.0.1', {server.getsockname()[1]}), 2)"
        ended = ran(program, at=tmp_path)
        if not ended.offline:
            pytest.skip("this system lets nobody leave the network; the pages say so")
        assert ended.code != 0
        assert "OSError" in ended.told or "unreachable" in ended.told.lower()


def test_process_writes_and_holds_no_more_than_it_may(tmp_path):
    small = Bounds(wall=10, cpu=5, memory=300 * 1024 * 1024, written=1000)
    assert "MemoryError" in ran("x = bytearray(500_000_000)", at=tmp_path, bounds=small).told
    ended = ran("with open('big', 'wb') as big: big.write(bytes(5000))", at=tmp_path, bounds=small)
    assert not ended.well
    assert (tmp_path / "big").stat().st_size <= 1000


def test_stop_ends_what_runs(tmp_path, monkeypatch):
    monkeypatch.setattr(child, "_stopping", threading.Event())
    threading.Timer(0.3, child.stop).start()
    with pytest.raises(child.Interrupted):
        ran("import time; time.sleep(60)", at=tmp_path, bounds=Bounds(wall=60, cpu=5))


LISTS = {
    "a playlist": "#EXTM3U\n#EXT-X-MEDIA-SEQUENCE:0\n#EXTINF:1,\n{file}\n#EXTINF:1,\n{http}\n#EXT-X-ENDLIST\n",
    "a playlist within an AVI": "RIFF\0\0\0\0AVI LIST\0\0\0\0hdrl#EXTM3U\n#EXTINF:1,\n{file}\n#EXTINF:1,\n{http}\n",
    "a list of files": "ffconcat version 1.0\nfile {file}\nfile {http}\n",
    "a session": "v=0\nc=IN IP4 127.0.0.1\nm=video {port} RTP/AVP 96\n",
}


@pytest.mark.ffmpeg
@pytest.mark.parametrize("kind", LISTS)
@pytest.mark.parametrize("media_type", ["video/mp4", "video/webm", "audio/mpeg", "audio/wav"])
def test_list_of_other_files_is_neither_read_nor_followed(kind, media_type, tmp_path):
    film, asked = tmp_path / "other.mp4", tmp_path / "asked.mp4"
    film.write_bytes(a_film(1))
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.05)
        port = server.getsockname()[1]
        words = LISTS[kind].format(file=f"file://{film}", http=f"http://127.0.0.1:{port}/a.ts", port=port)
        asked.write_text(words, encoding="utf-8")
        with asked.open("rb") as file, pytest.raises(probing.Unreadable):
            probing.probe(tools.here(), file.fileno(), media_type, tmp_path)
        with pytest.raises(TimeoutError):
            server.accept()


@pytest.mark.ffmpeg
def test_film_that_points_elsewhere_is_not_followed(tmp_path):
    """A QuickTime reference to media in another file: its own tracks have nothing, the other file is not opened."""
    pointing = a_film(1).replace(b"url \0\0\0\x01", b"url \0\0\0\0")
    assert pointing != a_film(1)
    path = tmp_path / "pointing.mp4"
    path.write_bytes(pointing)
    with path.open("rb") as file:
        try:
            told = probing.probe(tools.here(), file.fileno(), "video/mp4", tmp_path)
        except probing.Unreadable:
            return
        assert told.milliseconds < 5000
