"""A typesetter in a process of its own: the threads that set papers are not in a child of a process that has set some before."""

import pickle
import subprocess
import sys

import typst

from tests.structure.source import ROOT
from yangguang.base.press.faces import fonts, site_folder


class Compiler:
    """Takes typst's place in such a child."""

    def __init__(self, *, font_paths, sys_inputs):
        self.inputs = sys_inputs

    def compile(self, layout, **how):
        """The paper, or what typst has against it."""
        asked = pickle.dumps((site_folder(), self.inputs, layout, how))
        run = subprocess.run(
            [sys.executable, "-m", __name__], input=asked, cwd=ROOT, stdout=subprocess.PIPE, check=True
        )
        paper, fault = pickle.loads(run.stdout)
        if fault:
            raise _Fault(fault)
        return paper


class _Fault(typst.TypstError):
    def __init__(self, message):
        super().__init__(message)
        self.message = message


def _set(folder, inputs, layout, how):
    try:
        return typst.Compiler(font_paths=fonts(folder), sys_inputs=inputs).compile(layout, **how), ""
    except typst.TypstError as error:
        return b"", error.message


if __name__ == "__main__":
    sys.stdout.buffer.write(pickle.dumps(_set(*pickle.load(sys.stdin.buffer))))
