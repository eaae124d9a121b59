"""Acts that decide, publish or withdraw ask for a fresh code inside the use case: no page, command or job leads around."""

import ast

import pytest

from tests.structure.source import PACKAGE, place, python_files, syntax_tree

GIVEN_A_CODE = (
    "cases/use_cases/sign_approval.py",
    "cases/use_cases/confirm_major_publication.py",
    "cases/use_cases/decline_to_list.py",
    "cases/use_cases/put_on_list.py",
    "cases/use_cases/refuse_delisting.py",
    "cases/use_cases/remove_from_list.py",
    "cases/use_cases/restore_listing.py",
    "disclosure/use_cases/approve_change.py",
    "disclosure/use_cases/confirm_pulling.py",
    "disclosure/use_cases/decide_repair.py",
    "disclosure/use_cases/release_entry.py",
    "disclosure/use_cases/release_list.py",
    "disclosure/use_cases/release_publication.py",
    "disclosure/use_cases/withdraw_publication.py",
    "reporting/use_cases/adopt_report.py",
)
GIVEN_A_PROOF = (
    "cases/use_cases/approve_criminal_transfer.py",
    "cases/use_cases/decide_disposition.py",
    "cases/use_cases/issue_decision.py",
    "cases/use_cases/publish_listing.py",
    "cases/use_cases/publish_major_violation.py",
    "cases/use_cases/decide_penalty.py",
    "cases/use_cases/decide_no_penalty.py",
    "cases/use_cases/decide_violation_not_established.py",
)
# What sounds like one of them and is not.
WITHOUT = {
    "records/use_cases/release_hold.py": "ends a hold on stored files; a second person gives the reasons",
    "cases/use_cases/transfer_to_police.py": "sends what the principal head approved with a fresh code",
    "cases/use_cases/release_coercive_measure.py": "ends at once what burdens a party; the approval form is signed",
    "cases/use_cases/decide_recusal.py": "who works on a case; nothing is decided about a party",
    "cases/use_cases/decide_recusal_of_head.py": "puts on record what the other heads or the body above decided",
    "cases/use_cases/sign_execution_agreement.py": "puts on record what both signed on paper and the head approved",
    "cases/use_cases/withdraw_hearing_request.py": "the party's word, put on record",
    "directory/use_cases/withdraw_body_proposal.py": "the proposer's own proposal, before anybody reviewed it",
    "directory/use_cases/sign_in.py": "the page has asked for the code, which is used up by the backend",
    "disclosure/use_cases/publish_flowchart.py": "tells what the stage table says; nobody is named and nothing is typed",
    "directory/use_cases/publish_entrustment.py": "puts on record where an instrument was published",
}
SOUNDS = (
    "adopt_report",
    "decide_",
    "release_",
    "approve_change",
    "approve_criminal_transfer",
    "confirm_pulling",
    "confirm_major_publication",
    "decline_to_list",
    "put_on_list",
    "refuse_delisting",
    "remove_from_list",
    "restore_listing",
    "transfer_to_police",
    "withdraw_",
    "publish_",
    "sign_",
    "issue_decision",
    "hold_drawing",
)
MAKERS = {"directory/use_cases/reauthenticate.py"}


def verb_of(path):
    file = PACKAGE / path
    return next(n for n in syntax_tree(file).body if isinstance(n, ast.FunctionDef) and n.name == file.stem)


def calls_in(node):
    return [c for c in ast.walk(node) if isinstance(c, ast.Call)]


def name_of(call):
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


@pytest.mark.parametrize("path", GIVEN_A_CODE)
def test_act_uses_up_the_code_it_is_given(path):
    verb = verb_of(path)
    assert "code" in {argument.arg for argument in verb.args.kwonlyargs}
    assert [ast.unparse(d) for d in verb.decorator_list] == ["asks_code"], (
        "counts wrong codes and opens the transaction"
    )
    used = [c for c in calls_in(verb) if name_of(c) == "reauthenticate"]
    assert [[ast.unparse(a) for a in c.args] for c in used] == [["actor", "code"]]


@pytest.mark.parametrize("path", GIVEN_A_PROOF)
def test_act_inside_another_looks_at_the_proof_it_is_given(path):
    verb = verb_of(path)
    wanted = dict(zip([a.arg for a in verb.args.kwonlyargs], verb.args.kw_defaults, strict=True))
    assert wanted.get("proof", "missing") is None, "proof has no default"
    looked = [c for c in calls_in(verb) if name_of(c) == "proven" and ast.unparse(c.args[1]) == "proof"]
    passed = [c for c in calls_in(verb) if name_of(c) == "issue_decision" and "proof" in {k.arg for k in c.keywords}]
    assert looked or passed


def test_every_act_that_sounds_like_one_is_listed():
    known = {*GIVEN_A_CODE, *GIVEN_A_PROOF, *WITHOUT}
    found = {
        str(p.relative_to(PACKAGE))
        for p in python_files()
        if p.parent.name == "use_cases" and p.name.startswith(SOUNDS)
    }
    assert found <= known, "list it above, or say why not"
    assert known - found == set(), "listed and gone"


def test_codes_are_used_up_by_acts_and_by_sign_in_alone():
    allowed = {*GIVEN_A_CODE, *MAKERS, "directory/backends.py"}
    for path in python_files():
        for call in calls_in(syntax_tree(path)):
            if name_of(call) in {"reauthenticate", "examine"}:
                assert str(path.relative_to(PACKAGE)) in allowed, place(path)
            if name_of(call) == "Proof":
                assert str(path.relative_to(PACKAGE)) in MAKERS, place(path)
