"""What follows from sums that are known: other sums, told by elimination, with what they are.

Worked out modulo a large prime: what follows in whole numbers follows there too, with its value.
"""

from collections.abc import Iterable
from datetime import date

Atom = tuple[int, date]
Form = frozenset[Atom]
PRIME = 2**61 - 1
NUMBER: Atom = (PRIME, date.max)  # stands for one, after every atom


class Span:
    """All that can be worked out, by adding and subtracting, from sums that are known."""

    def __init__(self) -> None:
        self._rows: dict[Atom, dict[Atom, int]] = {}

    def add(self, form: Form, value: int) -> None:
        """Learn that the atoms of a form make a value together; contradictions are left out."""
        rest = self._reduced({**dict.fromkeys(form, 1), NUMBER: -value % PRIME})
        first = min(rest, default=NUMBER)
        if first != NUMBER:
            inverse = pow(rest[first], -1, PRIME)
            self._rows[first] = {atom: of * inverse % PRIME for atom, of in rest.items()}

    def value(self, form: Form) -> int | None:
        """Return what the atoms of a form make together, or None where that is not known."""
        rest = self._reduced(dict.fromkeys(form, 1))
        number = rest.pop(NUMBER, 0)
        if rest:
            return None
        return number if number < PRIME // 2 else number - PRIME

    def learn_zeros(self, forms: Iterable[Form]) -> None:
        """Learn of sums that are known to be zero that each of their atoms is: none is below."""
        waiting = [form for form in forms if len(form) > 1]
        is_done = False
        while not is_done:
            zeros = [form for form in waiting if self.value(form) == 0]
            for form in zeros:
                for atom in form:
                    self.add(frozenset({atom}), 0)
            waiting = [form for form in waiting if form not in zeros]
            is_done = not zeros

    def _reduced(self, form: dict[Atom, int]) -> dict[Atom, int]:
        """Return what is left of a sum once all that is known of it is taken away."""
        left = dict(form)
        waiting = sorted(left)
        while waiting:
            atom = waiting.pop(0)
            row, factor = self._rows.get(atom), left.get(atom, 0)
            if row is None or not factor:
                continue
            for other, of in row.items():
                left[other] = (left.get(other, 0) - factor * of) % PRIME
                if not left[other]:
                    del left[other]
            waiting = sorted(one for one in left if one > atom)
        return left
