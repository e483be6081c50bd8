"""Multi-agency child protection teams, and who is nominated to them by whom."""

from enum import Enum
from typing import ClassVar

from attrs import frozen

from masa.ground.checks import checked
from masa.ground.shown import Shown
from masa.ground.sources import Source
from masa.ground.stated import NOT_STATED, Standing, Stated, Statement
from masa.ground.text import Identifier, Name, Ref

__all__ = ["ChildProtectionTeam", "TeamMember", "TeamRole"]


class TeamRole(Enum):
    """For what somebody is on a team; the first four are those that the Act lists."""

    EDUCATION = "education"
    SOCIAL_WORK = "social work"
    HEALTH = "health"
    POLICE = "police"
    OTHER = "other"

    __repr__ = Enum.__str__


@frozen(kw_only=True, field_transformer=checked)
class TeamMember(Shown):
    """Somebody on a team: for what, and nominated by whom. No person is named.

    Args:
        role: For what, being experienced or registered in it as the Act asks.
        nominated_by: The safeguarding partner that nominates.
        at: Where it is printed.
        standing: How firmly.

    Raises:
        TextError: If a name breaks the text policy.
        KindError: If there is no such role, or a part is of the wrong type.
    """

    text_key: ClassVar[str] = "role"

    role: TeamRole
    nominated_by: Stated[Ref] = NOT_STATED
    at: Source | None = None
    standing: Standing = Standing.IN_FORCE

    def __str__(self) -> str:
        by = (
            f", nominated by {self.nominated_by}" if self.nominated_by.is_stated else ""
        )
        return f"{self.role.value}{by}"


@frozen(kw_only=True, field_transformer=checked)
class ChildProtectionTeam(Shown):
    """A multi-agency child protection team (MACPT) for the area.

    Args:
        name: As printed.
        id: A stable id.
        also: Other names as printed.
        members: Who is on it, one entry for each.
        at: Where it is described.
        standing: How firmly.

    Raises:
        TextError: If a name breaks the text policy.
        KindError: If a part is of the wrong type.

    Authority:
        Children Act 2004, s.16EA, enacted and to be commenced by regulations.
    """

    text_key: ClassVar[str] = "name"

    name: Name
    id: Identifier | None = None
    also: tuple[Statement[Name], ...] = ()
    members: tuple[TeamMember, ...] = ()
    at: Source | None = None
    standing: Standing = Standing.IN_FORCE

    def __str__(self) -> str:
        return self.name
