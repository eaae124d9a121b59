"""The tree is the one of RFC 6962, and a proof shows what it claims or nothing."""

import hashlib
from functools import cache

import pytest

from yangguang.base.tlog import merkle, proofs
from yangguang.base.tlog.proofs import BadProof

# Compared line by line with two public sources (Apache-2.0), which agree: google/certificate-transparency at c25edc2,
# cpp/merkletree/merkle_tree_test.cc (kInputs, kSHA256Roots, kSHA256Paths, kSHA256Proofs), where leaves count from 1 in paths,
# and transparency-dev/merkle at 02194e9, proof/verify_test.go (leaves, roots, inclusionProofs, consistencyProofs).
ENTRIES = [bytes.fromhex(one) for one in ("", "00", "10", "2021", "3031", "40414243", "5051525354555657",
                                          "606162636465666768696a6b6c6d6e6f")]  # fmt: skip
ROOTS = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]


def grown(size):
    """Leaf hashes, nodes and roots of a tree, each node made once."""
    leaves = [merkle.leaf_hash(str(number).encode()) for number in range(size)]
    nodes = cache(merkle.nodes_of(leaves))
    node = cache(lambda level, index: nodes(0, index) if level == 0 else
                 merkle.node_hash(node(level - 1, 2 * index), node(level - 1, 2 * index + 1)))  # fmt: skip
    return leaves, node, [merkle.root(node, count) for count in range(size + 1)]


def holds(check, *told):
    try:
        check(*told)
    except BadProof:
        return False
    return True


def every_bit_flipped(proof):
    for place, one in enumerate(proof):
        for bit in range(256):
            flipped = bytes(sign ^ (1 << bit % 8 if at == bit // 8 else 0) for at, sign in enumerate(one))
            yield [*proof[:place], flipped, *proof[place + 1 :]]


def test_roots_of_none_to_eight_entries_are_those_of_certificate_transparency():
    leaves = [merkle.leaf_hash(entry) for entry in ENTRIES]
    nodes = merkle.nodes_of(leaves)
    assert [merkle.root_of(leaves[:size]).hex() for size in range(9)] == ROOTS
    assert [merkle.root(nodes, size).hex() for size in range(9)] == ROOTS


# Proofs over the same eight entries: leaf counted from 0 and size; old and new size; hashes. The last consistency proof
# stands in the second source only.
A, B, C = (
    "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
    "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
    "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
)
SECOND, LATER_HALF = (
    "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
    "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
)
INCLUDED = [
    (0, 1, []),
    (0, 8, [SECOND, A, LATER_HALF]),
    (5, 8, [C, B, ROOTS[4]]),
    (2, 3, [ROOTS[2]]),
    (1, 5, [ROOTS[1], A, C]),
]
GROWN = [
    (1, 1, []),
    (1, 8, [SECOND, A, LATER_HALF]),
    (6, 8, ["0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a", B, ROOTS[4]]),
    (2, 5, [A, C]),
    (
        6,
        7,
        [
            "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
            "b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f",
            ROOTS[4],
        ],
    ),
]


@pytest.mark.parametrize(("index", "size", "told"), INCLUDED)
def test_proofs_of_inclusion_are_those_of_certificate_transparency(index, size, told):
    leaves = [merkle.leaf_hash(entry) for entry in ENTRIES]
    proof = [bytes.fromhex(one) for one in told]
    assert merkle.inclusion_proof(merkle.nodes_of(leaves), index, size) == proof
    proofs.check_inclusion(leaves[index], index, size, proof, bytes.fromhex(ROOTS[size]))
    assert not holds(proofs.check_inclusion, leaves[index], index, size, proof, bytes.fromhex(ROOTS[size - 1]))


@pytest.mark.parametrize(("old", "new", "told"), GROWN)
def test_proofs_of_consistency_are_those_of_certificate_transparency(old, new, told):
    nodes, proof = merkle.nodes_of([merkle.leaf_hash(entry) for entry in ENTRIES]), [bytes.fromhex(one) for one in told]
    roots = bytes.fromhex(ROOTS[old]), bytes.fromhex(ROOTS[new])
    assert merkle.consistency_proof(nodes, old, new) == proof
    proofs.check_consistency(old, roots[0], new, roots[1], proof)
    assert not holds(proofs.check_consistency, old, roots[0], new, bytes.fromhex(ROOTS[new - 1]), proof)


def every_proof_holds(size):
    leaves, nodes, roots = grown(size)
    for new in range(1, size + 1):
        for old in range(new):
            proof = merkle.inclusion_proof(nodes, old, new)
            proofs.check_inclusion(leaves[old], old, new, proof, roots[new])
        for old in range(1, new + 1):
            proofs.check_consistency(old, roots[old], new, roots[new], merkle.consistency_proof(nodes, old, new))


def test_every_leaf_and_every_earlier_tree_is_proven():
    every_proof_holds(140)


@pytest.mark.parametrize("size", [2, 3, 5, 8, 13])
def test_one_flipped_bit_of_any_proof_is_refused(size):
    leaves, nodes, roots = grown(size)
    for index in range(size):
        for proof in every_bit_flipped(merkle.inclusion_proof(nodes, index, size)):
            assert not holds(proofs.check_inclusion, leaves[index], index, size, proof, roots[size])
    for old in range(1, size):
        for proof in every_bit_flipped(merkle.consistency_proof(nodes, old, size)):
            assert not holds(proofs.check_consistency, old, roots[old], size, roots[size], proof)


def test_proof_of_another_place_size_root_or_length_is_refused():
    """The changes that the public test vectors of transparency logs make to a good proof."""
    leaves, nodes, roots = grown(21)
    garbage = hashlib.sha256(b"garbage").digest()
    for index, size in [(0, 1), (0, 8), (5, 8), (2, 3), (1, 5), (20, 21)]:
        good = merkle.inclusion_proof(nodes, index, size)
        told = (leaves[index], index, size, good, roots[size])
        assert holds(proofs.check_inclusion, *told)
        for place in {index - 1, index + 1, index ^ 2, size, size * 2, -1} - {index}:
            assert not holds(proofs.check_inclusion, told[0], place, *told[2:])
        for proof in (
            [*good, garbage],
            [garbage, *good],
            [*good, roots[size]],
            [roots[size], *good],
            [*good, b""],
            good[:-1],
        ):
            assert proof == good or not holds(proofs.check_inclusion, *told[:3], proof, roots[size])
        for root in (garbage, merkle.EMPTY_ROOT, b""):
            assert not holds(proofs.check_inclusion, *told[:4], root)
        assert not holds(proofs.check_inclusion, garbage, *told[1:])
    for old, new in [(1, 1), (1, 8), (6, 8), (2, 5), (6, 21)]:
        good = merkle.consistency_proof(nodes, old, new)
        told = (old, roots[old], new, roots[new], good)
        assert holds(proofs.check_consistency, *told)
        assert old == new or not holds(proofs.check_consistency, old, roots[new], new, roots[old], good)
        for first, second in [
            (old - 1, new),
            (old + 1, new),
            (old ^ 2, new),
            (old, new * 2),
            (old, new // 2),
            (new, old),
        ]:
            assert (first, second) == (old, new) or not holds(
                proofs.check_consistency, first, roots[old], second, roots[new], good
            )
        for proof in ([*good, garbage], [garbage, *good], [roots[old], *good], [*good, roots[new]], good[:-1], []):
            assert proof == good or not holds(proofs.check_consistency, *told[:4], proof)
        assert not holds(proofs.check_consistency, old, garbage, *told[2:])
        assert not holds(proofs.check_consistency, *told[:3], garbage, good)


def test_empty_tree_proves_nothing():
    _, nodes, roots = grown(3)
    assert not holds(proofs.check_consistency, 0, merkle.EMPTY_ROOT, 3, roots[3], [])
    assert not holds(proofs.check_consistency, 0, merkle.EMPTY_ROOT, 0, merkle.EMPTY_ROOT, [])
    assert not holds(proofs.check_inclusion, merkle.leaf_hash(b""), 0, 0, [], merkle.EMPTY_ROOT)
    assert merkle.consistency_proof(nodes, 0, 3) == []
    with pytest.raises(ValueError, match="3 条的日志里没有第 3 条"):
        merkle.inclusion_proof(nodes, 3, 3)
