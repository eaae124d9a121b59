"""A file is told from what is put back in its place, even when it is given the same inode."""

import os
import shutil

from yangguang.kernel import birth


def test_a_copy_with_the_inode_of_the_deleted_file_is_another_file(tmp_path):
    original, backup = tmp_path / "last_signed", tmp_path / "backup"
    original.write_text("一")
    shutil.copy2(original, backup)
    known, inode = birth.of(original), os.stat(original).st_ino
    for _ in range(20):
        original.unlink()
        shutil.copy2(backup, original)
        assert birth.of(original) != known
        if os.stat(original).st_ino == inode:
            break


def test_a_file_stays_itself_when_it_is_renamed_written_or_given_away(tmp_path):
    path, elsewhere = tmp_path / "a", tmp_path / "b"
    path.write_text("一")
    known = birth.of(path)
    path.rename(elsewhere)
    elsewhere.write_text("二")
    elsewhere.chmod(0o600)
    os.utime(elsewhere, (0, 0))
    assert birth.of(elsewhere) == known


def test_without_an_instant_the_inode_has_to_do(tmp_path, monkeypatch):
    path = tmp_path / "a"
    path.write_text("一")
    monkeypatch.setattr(birth.ctypes, "CDLL", lambda _: object())
    assert birth.of(path) == str(os.stat(path).st_ino)
