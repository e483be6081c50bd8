"""Measure what it costs to share a sum exactly, beside plain integers and Decimal."""

import random
from collections.abc import Iterator
from decimal import ROUND_FLOOR, Decimal

import masa
from masa.ground.bounds import Sharing
from masa.ground.shares import apportion
from measuring import Figure, best

__all__ = ["figures"]

MANY = 10_000
TOTAL = 300_000
PENNY = Decimal("0.01")
ELEVEN = "11 shares, "
PLAIN = f"{ELEVEN}plain integers in a loop"
OURS = f"{ELEVEN}masa.ground.shares.apportion"
IN_DECIMAL = f"{ELEVEN}Decimal in a loop"
WHOLE = f"{ELEVEN}masa.allocate, which checks everything"
LARGE = f"{MANY:,} shares, masa.allocate"


def in_plain_integers(weights: dict[str, int], units: int) -> dict[str, int]:
    """Share by largest remainder as one would write it; ties go by name, untold."""
    whole = sum(weights.values())
    shares, rests = {}, {}
    for name, weight in weights.items():
        shares[name], rests[name] = divmod(weight * units, whole)
    left = units - sum(shares.values())
    for name in sorted(rests, key=lambda name: (-rests[name], name))[:left]:
        shares[name] += 1
    return shares


def in_decimal(weights: dict[str, int], total: Decimal) -> dict[str, Decimal]:
    """Share by largest remainder in `Decimal`, which is near and not exact."""
    whole = sum(weights.values())
    quotas = {name: total * weight / whole for name, weight in weights.items()}
    shares = {name: one.quantize(PENNY, ROUND_FLOOR) for name, one in quotas.items()}
    left = int((total - sum(shares.values())) / PENNY)
    order = sorted(quotas, key=lambda name: (shares[name] - quotas[name], name))
    for name in order[:left]:
        shares[name] += PENNY
    return shares


def figures() -> Iterator[Figure]:
    """Give every figure of shares."""
    lines = masa.examples.load("barnet").budgets[0].contributions
    eleven = {line.payer: int(line.amount.only) for line in lines}
    shared = masa.allocate(TOTAL, eleven)
    if in_plain_integers(eleven, TOTAL * 100) != dict(
        zip(shared, shared.units, strict=True)
    ):
        raise SystemExit("the two do not share alike")
    names = {
        "eleven": eleven,
        "payers": list(eleven),
        "weights": list(eleven.values()),
        "pounds": Decimal(TOTAL),
        "plain": in_plain_integers,
        "decimal": in_decimal,
        "Sharing": Sharing,
        "apportion": apportion,
        "allocate": masa.allocate,
    }
    jobs = {
        PLAIN: f"plain(eleven, {TOTAL * 100})",
        OURS: f"apportion(payers, Sharing(weights, {TOTAL * 100}))",
        IN_DECIMAL: "decimal(eleven, pounds)",
        WHOLE: f"allocate({TOTAL}, eleven)",
        f"{WHOLE}, and its shares": f"allocate({TOTAL}, eleven).shares",
    }
    spent = best(jobs, names, number=100)
    for what, seconds in spent.items():
        ratio = f"{seconds / spent[PLAIN]:.2f} of plain integers"
        aim = "at most 1.2 of plain integers" if what == OURS else ""
        yield Figure(what, f"{seconds * 1e6:.1f} µs, {ratio}", aim)
    ratio = f"{spent[IN_DECIMAL] / spent[OURS]:.1f}"
    yield Figure(f"{IN_DECIMAL} / apportion", ratio, "at least 2")
    yield from _many()


def _many() -> Iterator[Figure]:
    drawn = random.Random(1)  # noqa: S311 (weights, not secrets)
    weights = {f"payer {n}": drawn.randint(0, 1_000_000) for n in range(MANY)}
    bounds = {name: 1 for name in weights if name.endswith("7")}
    names = {
        "allocate": masa.allocate,
        "plain": in_plain_integers,
        "weights": weights,
        "bounds": bounds,
    }
    jobs = {f"{MANY:,} shares, plain integers in a loop": "plain(weights, 10**11)"}
    aimed = {
        f"{LARGE}, {policy.value}": f"allocate(10**9, weights, policy={policy.value!r})"
        for policy in masa.AllocationPolicy
    }
    jobs |= aimed
    jobs[f"{LARGE}, with 1,000 floors"] = "allocate(10**9, weights, floors=bounds)"
    for what, seconds in best(jobs, names, number=1).items():
        aim = "at most 10 ms" if what in aimed else ""
        yield Figure(what, f"{seconds * 1e3:.1f} ms", aim)
