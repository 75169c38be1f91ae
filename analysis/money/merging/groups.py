"""Sets of claims that are one gift, with the rules that joined them and those that keep some apart."""

from collections.abc import Iterable


class Groups:
    """Disjoint sets of claims, with the rules that joined them.

    Two claims that were parted are never in one set by a rule, not even by way
    of a third: "another 5 million" is another gift whatever is told later.
    """

    def __init__(self, ids: Iterable[str]) -> None:
        self._parent = {key: key for key in ids}
        self._rules: dict[str, set[str]] = {key: set() for key in self._parent}
        self._members: dict[str, set[str]] = {key: {key} for key in self._parent}
        self._foes: dict[str, set[str]] = {}  # by representative: claims that may not be in its set

    def __contains__(self, key: str) -> bool:
        return key in self._parent

    def add(self, key: str) -> None:
        """Make a set of one claim, where it is in none."""
        self._parent.setdefault(key, key)
        self._rules.setdefault(key, set())
        self._members.setdefault(key, {key})

    def find(self, key: str) -> str:
        """Give the set's representative: its smallest id."""
        while self._parent[key] != key:
            self._parent[key] = self._parent[self._parent[key]]
            key = self._parent[key]
        return key

    def part(self, one: str, two: str) -> None:
        """Keep two claims in sets of their own."""
        self._foes.setdefault(self.find(one), set()).add(two)
        self._foes.setdefault(self.find(two), set()).add(one)

    def join(self, one: str, two: str, rule: str, *, force: bool = False) -> None:
        """Make one set of two and remember why, unless some of them were parted; with `force` even then."""
        first, second = sorted((self.find(one), self.find(two)))
        if not force and first != second and self._foes.get(first, set()) & self._members[second]:
            return
        self._rules[first].add(rule)
        if first != second:
            self._parent[second] = first
            self._rules[first] |= self._rules[second]
            self._members[first] |= self._members.pop(second)
            self._foes[first] = self._foes.get(first, set()) | self._foes.pop(second, set())

    def rules(self, key: str) -> list[str]:
        """Give the rules that joined the set of `key`, sorted."""
        return sorted(self._rules[self.find(key)])

    def sets(self) -> list[list[str]]:
        """Every set, its members sorted."""
        found: dict[str, list[str]] = {}
        for key in sorted(self._parent):
            found.setdefault(self.find(key), []).append(key)
        return list(found.values())
