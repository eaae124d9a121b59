"""The import contract "contexts meet only at their faces": from outside, only `api`, `events` and the sockets."""

from typing import Any

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output


class FacesContract(Contract):
    """No module outside a context imports anything of it but its faces."""

    type_name = "faces"

    contexts: Any = fields.ListField(subfield=fields.StringField())
    faces: Any = fields.SetField(subfield=fields.StringField())

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        """Look at every direct import once; what reaches past a face breaks the contract."""
        past_the_face = [
            (importer, imported)
            for importer in sorted(graph.modules)
            for imported in sorted(graph.find_modules_directly_imported_by(importer))
            if self._reaches_past_the_face(importer, imported)
        ]
        return ContractCheck(kept=not past_the_face, metadata={"past_the_face": past_the_face})

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Name every import that reaches past a face."""
        for importer, imported in check.metadata["past_the_face"]:
            output.print_error(
                f"{importer} imports {imported}; a context is entered through its faces only", bold=False
            )

    def _reaches_past_the_face(self, importer: str, imported: str) -> bool:
        _root, *inside = imported.split(".")
        if not inside or inside[0] not in self.contexts:
            return False
        if importer.split(".")[1:2] == inside[:1]:
            return False
        return len(inside) == 1 or inside[1] not in self.faces
