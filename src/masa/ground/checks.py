"""Every field of a class checks what it is given against its own annotation.

An annotation is read when the first value is made, not when the class is: a class
costs little until it is used.
"""

from inspect import Signature
from typing import Any

from attrs import Attribute

from masa.ground.errors import MasaError

__all__ = ["EXPECTED", "checked"]

EXPECTED = {"expected": True}  # of a field that a reader looks for


def checked(cls: type, attributes: list["Attribute[Any]"]) -> list["Attribute[Any]"]:
    """Make every field of a class check what it is given against its annotation.

    Use it as ``@frozen(kw_only=True, field_transformer=checked)``. What a field
    takes is said by `masa.ground.shapes.conforming`.
    """
    return [
        a.evolve(converter=_Check(f"{cls.__name__}.{a.name}", a.type, a.default))
        if a.init and a.converter is None and not isinstance(a.type, str)
        else a
        for a in attributes
    ]


class _Check:
    """What one field does with what it is given."""

    __slots__ = ("annotation", "conform", "default", "where")
    __signature__ = Signature()  # attrs asks for it, and finding it out is slow

    def __init__(self, where: str, annotation: object, default: object) -> None:
        self.where = where
        self.annotation = annotation
        self.default = default
        self.conform: Any = None

    def __call__(self, value: object) -> object:
        if value is self.default:
            return value
        if self.conform is None:
            from masa.ground.shapes import conforming  # noqa: PLC0415 (a class costs little until it is used)

            self.conform = conforming(self.annotation)
        try:
            return self.conform(value)
        except MasaError as error:
            error.field = error.field or self.where
            raise
