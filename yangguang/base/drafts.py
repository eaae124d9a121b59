"""What a person typed is never lost: open forms are saved by themselves and given back."""

from __future__ import annotations

import json
from typing import Any

from django.db.models import QuerySet

from yangguang.base.models.draft import FormDraft, SubmittedForm
from yangguang.base.worded_once import worded_once
from yangguang.kernel import clock
from yangguang.kernel.refusal import Refused

NOT_KEPT = {"csrfmiddlewaretoken", "once", "password", "code"}


MOST_DRAFTS = 100
MOST_CHARACTERS = 200_000


def save(*, account_ref: str, key: str, content: dict[str, Any]) -> FormDraft:
    """Keep the content of an open form, without secrets and tokens. Refused when it is too long or there are too many."""
    kept = {storable(name): _kept(value) for name, value in content.items() if name not in NOT_KEPT}
    if len(json.dumps(kept, ensure_ascii=False)) > MOST_CHARACTERS:
        raise Refused(f"填写的内容超过{MOST_CHARACTERS}字，没有暂存。", remedy="请直接提交，或者改为上传文件。")
    mine = FormDraft.objects.filter(account_ref=account_ref)
    if mine.count() >= MOST_DRAFTS and not mine.filter(key=key[:200]).exists():
        raise Refused(f"您暂存的表单已有{MOST_DRAFTS}份，没有再暂存。", remedy="请先提交或者清空不再需要的表单。")
    draft, _ = FormDraft.objects.update_or_create(
        account_ref=account_ref, key=key[:200], defaults={"content": kept, "saved_at": clock.now()}
    )
    return draft


def storable(text: str) -> str:
    """A text without what no database keeps: the sign for nothing, and halves of signs."""
    return text.replace("\0", "").encode("utf-8", "ignore").decode()


def _kept(value: Any) -> Any:
    if isinstance(value, str):
        return storable(value)
    return [_kept(one) for one in value] if isinstance(value, list | tuple) else value


@worded_once
def _drafts(account_ref: str, key: str) -> QuerySet[FormDraft]:
    return FormDraft.objects.filter(account_ref=account_ref, key=key).order_by("pk")


def find(*, account_ref: str, key: str) -> FormDraft | None:
    """The saved content of this form by this person, or None."""
    return next(iter(_drafts(account_ref, key[:200])), None)


def discard(*, account_ref: str, key: str) -> None:
    """Forget a form that has been carried out."""
    for draft in _drafts(account_ref, key[:200]):
        draft.delete()


def remember(token: str, *, account_ref: str, went_to: str) -> None:
    """Note that a form token has been used. Raises IntegrityError when another submission was quicker."""
    SubmittedForm.objects.create(token=token, account_ref=account_ref, went_to=went_to[:300], submitted_at=clock.now())
