"""Measure what it costs to compare two arrangements, beside reading one of them."""

from collections.abc import Iterator

from attrs import evolve

import masa
from measuring import Figure, best

__all__ = ["figures"]


def figures() -> Iterator[Figure]:
    """Give every figure of comparisons."""
    text = masa.examples.text("barnet")
    barnet = masa.loads(text)
    turned = evolve(barnet, vision=masa.stated("Another."), groups=barnet.groups[::-1])
    names = {
        "barnet": barnet,
        "turned": turned,
        "text": text,
        "found": masa.compare(barnet, turned),
        "compare": masa.compare,
        "loads": masa.loads,
    }
    jobs = {
        "load and check barnet.toml": "loads(text)",
        "compare it with itself": "compare(barnet, barnet)",
        "compare it with one changed and turned about": "compare(barnet, turned)",
        "print that comparison": "found.to_text()",
    }
    spent = best(jobs, names, number=1)
    load = spent["load and check barnet.toml"]
    for what, seconds in spent.items():
        ratio = f"{seconds / load:.2f} of loading it"
        yield Figure(what, f"{seconds * 1e3:.1f} ms, {ratio}")
