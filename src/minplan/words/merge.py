"""Rule: two edits of the same words as one text, line by line, so that neither is lost."""

from difflib import SequenceMatcher


def joined(base: str, mine: str, theirs: str) -> str:
    """What both have made of `base`; where both changed the same lines, theirs stand first and mine below."""
    old, own, other = (text.split("\n") for text in (base, mine, theirs))
    in_own, in_other = _kept(old, own), _kept(old, other)
    lines, begin, own_begin, other_begin = [], 0, 0, 0
    for place in sorted(in_own.keys() & in_other.keys()):
        at, there = in_own[place], in_other[place]
        lines += _between(old[begin:place], own[own_begin:at], other[other_begin:there]) + [old[place]]
        begin, own_begin, other_begin = place + 1, at + 1, there + 1
    return "\n".join(lines + _between(old[begin:], own[own_begin:], other[other_begin:]))


def _kept(old: list[str], new: list[str]) -> dict[int, int]:
    """Which line of `new` each line of `old` has become, where it stayed as it was."""
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    return {block.a + n: block.b + n for block in blocks for n in range(block.size)}


def _between(old: list[str], own: list[str], other: list[str]) -> list[str]:
    if own in (old, other):
        return other
    return own if other == old else other + [line for line in own if line not in other]
