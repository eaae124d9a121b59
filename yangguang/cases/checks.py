"""Nothing starts while a gate is open by accident: every named gate is plugged once, every plug is named."""

from typing import Any

from django.core.checks import Error, register

from yangguang.cases import gates
from yangguang.cases.kinds.register import FLOWS


@register
def gates_are_plugged(app_configs: Any, **kwargs: Any) -> list[Error]:
    """A stage table naming an unplugged gate, an unused plug, or two plugs for one gate stops the process."""
    named = frozenset(name for flow in FLOWS.values() for name in flow.gates())
    plugged = frozenset(gates.plugged())
    return [
        *(
            Error(f"gate {name} is named by a stage table but plugged by nobody", id="cases.E001")
            for name in sorted(named - plugged)
        ),
        *(
            Error(f"gate {name} is plugged but no stage table names it", id="cases.E002")
            for name in sorted(plugged - named)
        ),
        *(Error(f"gate {name} is plugged twice", id="cases.E003") for name in sorted(gates.doubly_plugged())),
    ]
