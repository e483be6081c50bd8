"""Areas, bodies and posts."""

from decimal import Decimal

import pytest

from masa.ground.errors import KindError, RangeError, TextError
from masa.ground.stated import stated
from masa.model.bodies import Area, Body, Holding, Post


@pytest.mark.parametrize("kind", [Area, Body, Post])
def test_things_are_called_by_their_names(kind: type[Area | Body | Post]) -> None:
    assert str(kind(name="Barnet")) == "Barnet"


def test_a_post_keeps_a_part_of_a_full_post_exactly() -> None:
    post = Post(name="Manager", full_time_equivalent=stated(Decimal("0.60")))
    assert post.full_time_equivalent.only == Decimal("0.6")
    assert str(post.full_time_equivalent.only) == "0.6"


def test_a_body_takes_posts_by_their_titles() -> None:
    plain = ["Chief Executive"]
    body = Body(name="LBB", posts=plain)  # type: ignore[arg-type] # plain at run time
    assert body.posts == (Post(name="Chief Executive"),)


def test_a_word_stands_for_a_choice() -> None:
    post = Post(name="Manager", holding="vacant")  # type: ignore[arg-type] # plain
    assert post.holding.only is Holding.VACANT


@pytest.mark.parametrize(
    ("parts", "error", "field"),
    [
        ({"name": ""}, TextError, "Post.name"),
        ({"name": "M", "full_time_equivalent": "1001"}, RangeError, "Post.full_time"),
        ({"name": "M", "duties": "one"}, KindError, "Post.duties"),
        ({"name": "M", "holding": "held"}, KindError, "Post.holding"),
    ],
)
def test_a_wrong_part_is_named(
    parts: dict[str, str], error: type[Exception], field: str
) -> None:
    with pytest.raises(error, match=field):
        Post(**parts)  # type: ignore[arg-type] # wrong on purpose
