"""Form rendering: label above, hint and clause below, errors under the field and in a list that jumps to them."""

from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from yangguang.base.components.clauses import citation
from yangguang.base.components.library import register
from yangguang.base.forms import OfficialForm

CHOICES = (forms.RadioSelect, forms.CheckboxSelectMultiple)


def _describers(bound: BoundField, hint: str, ids: list[str], source: str) -> str:
    base = bound.auto_id
    present = {
        f"{base}_hint": hint or ids,
        f"{base}_source": source,
        f"{base}_error": bound.errors,
    }
    return " ".join(name for name, wanted in present.items() if wanted)


def _widget(bound: BoundField, describers: str) -> str:
    attrs: dict[str, Any] = {"aria-describedby": describers} if describers else {}
    return bound.as_widget(attrs=attrs)


def _kind(bound: BoundField) -> str:
    widget = bound.field.widget
    if isinstance(widget, CHOICES):
        return "choices"
    if isinstance(widget, forms.CheckboxInput):
        return "tick"
    return "file" if isinstance(widget, forms.FileInput) else "line"


@register.inclusion_tag("components/field.html")
def field(
    bound: BoundField,
    hint: str = "",
    clause: str = "",
    unit: str = "",
    source: str = "",
    shown_when: str = "",
    css: str = "",
    label: str = "",
) -> dict[str, Any]:
    """One field. `source` names where a prefilled fact comes from; `shown_when` is "other_field=value"."""
    hint = hint or str(bound.help_text)
    ids = [part.strip() for part in clause.split(",") if part.strip()]
    return {
        "bound": bound,
        "kind": _kind(bound),
        "label": label or bound.label,
        "widget": _widget(bound, _describers(bound, hint, ids, source)),
        "hint": hint,
        "clauses": ids,
        "unit": unit,
        "source": source,
        "shown_when": shown_when,
        "css": css,
        "errors": errors_of(bound.form, bound.name),
        "is_optional": _may_stay_empty(bound),
        "guide": bound.form.guide(bound.name) if isinstance(bound.form, OfficialForm) else None,
        "inline": bool(css) and "inline" in css,
    }


def _may_stay_empty(bound: BoundField) -> bool:
    """Whether that is said beside it: not of what is asked for only where a choice before it makes it needed."""
    if bound.field.required or bound.field.disabled or _kind(bound) == "tick":
        return False
    form = bound.form
    return not isinstance(form, OfficialForm) or bound.name not in form.shown_when or bound.name in form.free_when_shown


@register.inclusion_tag("components/fields.html")
def all_fields(form: forms.BaseForm) -> dict[str, Any]:
    """Every visible field, hidden ones first: in the form's `parts` where it has them, else in its own order."""
    parts = form.laid_out() if isinstance(form, OfficialForm) else []
    when = form.shown_when if isinstance(form, OfficialForm) else {}
    rows = [(title, [(one, _css(one), when.get(one.name, "")) for one in fields]) for title, fields in parts]
    return {"form": form, "parts": rows}


def _css(bound: BoundField) -> str:
    """What is written at length takes the whole width; two short answers share a line."""
    return "wide" if isinstance(bound.field.widget, (*CHOICES, forms.Textarea, forms.FileInput)) else ""


@register.inclusion_tag("components/form_errors.html")
def form_errors(form: forms.BaseForm) -> dict[str, Any]:
    """The list on top of a form: what did not happen, each error a link to its field, refusals with their clause."""
    rows = []
    for name in form.errors:
        bound = form[name] if name in form.fields else None
        target = _target(bound) if bound is not None else ""
        label = bound.label if bound is not None else ""
        rows += [{"label": label, "target": target, **error} for error in errors_of(form, name)]
    return {"rows": rows}


def _target(bound: BoundField) -> str:
    return f"{bound.auto_id}_0" if isinstance(bound.field.widget, CHOICES) else bound.id_for_label


def errors_of(form: forms.BaseForm, name: str) -> list[dict[str, str]]:
    """The errors of one field as words and clause; a refusal brings its clauses."""
    found = []
    for error in form.errors.as_data().get(name, []):
        for words in error.messages:
            found.append({"words": words, "clause": _clause_of(form, error, words)})
    return found


def _clause_of(form: forms.BaseForm, error: forms.ValidationError, words: str) -> str:
    """A refusal that was put on the form cites its clauses beside its own words, and beside no other error."""
    refusal = getattr(form, "refusal", None)
    if refusal is not None and refusal.reason in words:
        return "、".join(citation(one) for one in refusal.clauses)
    given = (getattr(error, "params", None) or {}).get("clause")
    return citation(str(given)) if given else ""


@register.inclusion_tag("components/submit_bar.html")
def submit_bar(
    words: str,
    shape: str = "send",
    draft: bool = False,
    cancel_href: str = "",
    consequence: str = "",
    locked: str = "",
    note: str = "",
) -> dict[str, Any]:
    """The last bar of a form. The button names act and receiver; `consequence` asks once more and says what follows."""
    return {
        "words": words,
        "shape": shape,
        "draft": draft,
        "cancel_href": cancel_href,
        "consequence": consequence,
        "locked": locked,
        "note": note,
    }


@register.inclusion_tag("components/prefilled.html")
def prefilled(label: str, value: Any, source: str = "") -> dict[str, Any]:
    """A fact the form takes from elsewhere, grey, with its source."""
    return {"label": label, "value": value, "source": source}
