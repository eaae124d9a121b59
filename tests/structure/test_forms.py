"""Every form of the product bears whatever is typed into it: a Chinese message beside the field, nothing lost, no crash.

Forms are found, not listed: a new form class is run here from its first day.
"""

import inspect
import pkgutil
from datetime import date
from importlib import import_module

import pytest
from django import forms
from django.utils.datastructures import MultiValueDict
from django.utils.html import escape
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

import yangguang
from tests.builders.cases import an_open_case, handler_of, person_of
from tests.builders.criminal import suspected
from tests.builders.custody import a_preservation
from tests.builders.fulfilment import an_overdue_fine, execution
from tests.builders.labour import a_concluded_labour_case
from tests.builders.sanctions import a_proposed_listing
from tests.builders.summary import a_run
from tests.builders.typed import HOSTILE, MARKUP, typed_into
from yangguang.base.forms import OfficialForm
from yangguang.cases.kinds.register import FLOWS
from yangguang.cases.models import ContractLink, MajorViolation
from yangguang.catalogues.api import BasisChange, Edition, ListKind
from yangguang.catalogues.lists.register import list_of
from yangguang.catalogues.pages.entry_form import entry_form
from yangguang.directory.models import Body, Officer
from yangguang.disclosure.comparing import Comparison
from yangguang.disclosure.models import Publication, WithdrawalProposal
from yangguang.exchange.models import UpwardItem, UpwardRow
from yangguang.exchange.rules.columns import PENALTIES
from yangguang.records.models import AccessRequest
from yangguang.reporting.rules.templates import templates
from yangguang.voice.models import Voice

EXAMPLES = settings(
    max_examples=5, deadline=None, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck)
)
INVISIBLE = {chr(n) for n in (*range(9), *range(11, 32), 0x7F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200B)}
UNREAD = (forms.PasswordInput, forms.HiddenInput)  # kept as it is, or the form's own token
CLEANED_BY_THE_ACT = {"ListEntryForm"}  # tests/catalogues/test_typed_text.py
COMPARED = {"code", "username"}  # never kept, only compared with what is known


def forms_of_the_product():
    """Every form class under the package, whoever shows it."""
    for found in pkgutil.walk_packages(yangguang.__path__, "yangguang."):
        if ".migrations" not in found.name and not found.name.endswith("__main__"):
            import_module(found.name)
    waiting, known = [forms.BaseForm], set()
    while waiting:
        one = waiting.pop()
        waiting += one.__subclasses__()
        if one.__module__.startswith("yangguang."):
            known.add(one)
    known |= {type(entry_form(list_of(kind))) for kind in ListKind}
    return sorted(known, key=lambda one: f"{one.__module__}.{one.__name__}")


FORMS = forms_of_the_product()


def asked_by(form_class):
    """What a form is made with beside its data: first what stands before the data, then what is given by name."""
    owners = (one for one in form_class.__mro__ if one.__module__.startswith("yangguang.") and "__init__" in vars(one))
    given_to = list(inspect.signature(next(owners).__init__).parameters.values())[1:]
    before = [p.name for p in given_to if p.kind is p.POSITIONAL_OR_KEYWORD]
    return before, [p.name for p in given_to if p.kind is p.KEYWORD_ONLY and p.default is p.empty]


def supplies():
    """One of each thing forms are made with."""
    case = a_concluded_labour_case(owed=14_596_00)
    return {
        "case": case, "account": handler_of(case), "lead": case.leads.get(), "instruction": case.instructions.get(),
        "line": case.instructions.get(), "transfer": suspected(case), "listing": a_proposed_listing(case),
        "violation": MajorViolation(case=case), "fine": execution(an_overdue_fine()),
        "asks_code": True, "told": False, "step": FLOWS["penalty"].steps[0], "questions": ["康平"],
        "overdue": True, "of_violation": True,
        "publication": Publication(withdraw_by=date(2026, 11, 2)),
        "proposal": WithdrawalProposal(publication=Publication(withdraw_by=date(2026, 11, 2))),
        "keeper": person_of(case.body, "agency_head"),
        "counterpart": case.parties.get().counterpart, "custody": a_preservation(an_open_case(body=case.body)),
        "bodies": Body.objects.order_by("pk"), "link": ContractLink(case=case),
        "run": a_run(case.body), "copies": True, "waiting": BasisChange.objects.all(), "editions": Edition.objects.all(),
        "officers": Officer.objects.order_by("pk"), "years": [2025], "late": True, "template": templates()["shandong"], "held": {},
        "access": AccessRequest(ground="supervision", scope="whole", wants_download=True), "file_ref": case.public_id,
        "about": {}, "voice": Voice(kind="conduct"), "compared": Comparison(questions=["康平"]),
        "row": UpwardRow(item=UpwardItem(kind=PENALTIES, body=case.body), state="refused"),
    }  # fmt: skip


def test_every_form_is_an_official_form():
    assert not [form for form in FORMS if not issubclass(form, OfficialForm)], (
        "without the token that carries it out once"
    )


@pytest.mark.daily
@pytest.mark.django_db
def test_every_form_of_the_product_bears_what_anybody_types():
    known = supplies()
    unsupplied = {form.__name__: name for form in FORMS for name in sum(asked_by(form), []) if name not in known}
    assert not unsupplied, "say in supplies() what these forms are made with"
    faults = [fault for form in FORMS for fault in faults_of(form, made_by(form, known))]
    assert not faults, "\n".join(faults)


def made_by(form_class, known):
    """How to make a form with data and files."""
    before, named = asked_by(form_class)
    return lambda *given: form_class(*(known[n] for n in before), *given, **{n: known[n] for n in named})


def faults_of(form_class, make):
    """What a form did wrong under the strategies of its fields."""
    found = []
    blank = make()

    @EXAMPLES
    @given(typed=st.fixed_dictionaries({name: typed_into(field) for name, field in blank.fields.items()}))
    def bears(typed):
        found.extend(wrong_with(make, blank, typed))

    bears()
    return [f"{form_class.__module__}.{form_class.__name__}: {fault}" for fault in dict.fromkeys(found)]


def wrong_with(make, blank, typed):
    data, files = MultiValueDict(), MultiValueDict()
    for name, value in typed.items():
        (files if isinstance(blank.fields[name], forms.FileField) else data).setlist(
            name, value if isinstance(value, list) else [value]
        )
    form = make(data, files)
    try:
        valid = form.is_valid()
        shown = {name: str(form[name]) for name in form.fields}
    except Exception as crash:
        return [f"{crash!r} on {typed!r}"[:600]]
    words = [str(word) for errors in form.errors.values() for word in errors]
    wrong = [
        f"no Chinese in “{word}” ({form.errors.as_json()[:300]})"
        for word in words
        if not any("一" <= c <= "鿿" for c in word)
    ]
    wrong += [f"markup shown in {name}" for name, html in shown.items() if MARKUP in html]
    wrong += [
        f"{name} lost {typed[name]!r:.80}"
        for name in form.fields
        if name in typed and not valid and is_lost(form, name, typed[name], shown)
    ]
    kept = {name: value for name, value in form.cleaned_data.items() if isinstance(value, str)}
    wrong += [f"{name} keeps invisible characters" for name, value in kept.items()
              if INVISIBLE & set(value) and name not in COMPARED and not isinstance(form.fields[name].widget, UNREAD)
              and type(form).__name__ not in CLEANED_BY_THE_ACT]  # fmt: skip
    return wrong


def is_lost(form, name, value, shown):
    """Text that was typed and is not in the field any more when the form comes back."""
    widget = form.fields[name].widget
    if not isinstance(widget, forms.TextInput | forms.Textarea) or isinstance(widget, UNREAD):
        return False
    ordinary = value not in HOSTILE and len(str(value).splitlines()) == 1 and str(value).strip()
    return bool(ordinary) and escape(str(value)) not in shown[name]
