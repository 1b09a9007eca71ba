"""Branches: a function is run once for each way through it, and the results are joined by selection."""

from typing import Callable, Dict, List, Sequence, Tuple, TypeVar

from ._errors import PureError, is_in_loop, refusal
from ._graph import NOT, SELECT, Graph

MOST_DECISIONS = 40
"""Conditions on one way through a function."""

MOST_PATHS = 64
"""Ways through a function."""

Result = TypeVar("Result")
Decisions = List[Tuple[int, bool]]


class Paths:
    """Follows every way through a function. On each, a condition that is new holds first, and the next time it does not."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._plan: List[bool] = []
        self._taken: Decisions = []
        self._known: Dict[int, bool] = {}
        self._runs = 0

    def explore(self, run: Callable[[], Result]) -> List[Tuple[Decisions, Result]]:
        """The result of each run, with what was decided."""
        ends: List[Tuple[Decisions, Result]] = []
        self._plan = []
        while True:
            self._taken, self._known = [], {}
            self._runs += 1
            result = run()
            if len(self._taken) < len(self._plan):
                raise PureError("The function took another way when it was run again: it is not pure")
            ends.append((self._taken, result))
            plan = [holds for _, holds in self._taken]
            while plan and not plan[-1]:
                plan.pop()
            if not plan:
                return ends
            self._plan = plan[:-1] + [False]

    def decide(self, condition: int) -> bool:
        """Whether a condition holds on this way."""
        kind, *operands = self._graph.nodes[condition]
        if kind == NOT:
            return not self.decide(operands[0])
        if condition in (self._graph.true, self._graph.false):
            return condition == self._graph.true
        holds = self._known.get(condition)
        if holds is None:
            if len(self._taken) == MOST_DECISIONS:
                instead = "a pure function takes the same number of steps for every element (a recursion does not)"
                if is_in_loop():
                    instead = "use a shorter loop of fixed length, leave out its break, or write where(c, a, b)"
                raise refusal(f"This depends on an argument more than {MOST_DECISIONS} times: {instead}")
            if self._runs > MOST_PATHS:
                raise refusal(
                    f"There are more than {MOST_PATHS} ways through the function:"
                    " write where(c, a, b), min or max in place of some branches"
                )
            holds = self._plan[len(self._taken)] if len(self._taken) < len(self._plan) else True
            self._taken.append((condition, holds))
            self._known[condition] = holds
        return holds


def join(graph: Graph, ends: Sequence[Tuple[Decisions, List[int]]], depth: int = 0) -> List[int]:
    """The numbers that all ways end with, chosen by what was decided."""
    decisions, results = ends[0]
    if len(ends) == 1:
        return results
    condition = decisions[depth][0]
    sides = [join(graph, [end for end in ends if end[0][depth][1] is holds], depth + 1) for holds in (True, False)]
    return [a if a == b else graph.apply(SELECT, condition, a, b) for a, b in zip(*sides)]
