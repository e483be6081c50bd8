"""Loading and dumping: files of every sort, all faults at once, stable bytes."""

import io
import json
import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import cast

import pytest

from masa.codec import dump, dumps, load, loads
from masa.ground.dates import When
from masa.ground.documents import Limits
from masa.ground.errors import DocumentError, KindError, UnreadableError
from masa.ground.sources import Source
from masa.ground.stated import Absence, Standing, Stated, Statement
from masa.model.arrangement import Arrangement
from masa.model.chairing import Chairing, ChairKind

TOML = """\
id = "barnet"
title = "Arrangements"
at = "1"
name = "Partnership"
approved = 2019-06-21

[[partners]]
kind = "local authority"
name = "London Borough of Barnet"
also = ["LBB"]
posts = { are = ["Chief Executive", "Director"], at = "7" }

[[groups]]
name = "Leadership Forum"
at = "7"
standing = "agreed"
chair = { rotates = ["LBB", "Director"] }
meets = ["bi-monthly", { is = "monthly", at = "10", standing = "in force" }]
members = ["Chief Executive", { any = "public health", at = "" }]
quorum = { none = true }
lasts = { unknown = "the page is cut off" }

[[budgets]]
year = "2018/19"
contributed_total = "278600.50"
"""
BARNET = loads(TOML)
ELEVEN_FAULTS = """\
id = "Barnet"
title = "Arrangements"
approved = 3
titel = "again"
[[groups]]
tier = -1
meets = ["monthly", "soon"]
complete = "yes"
reports_to = "Forum"
[[groups.members]]
[[budgets]]
contributed_total = 1.5
[[relations]]
source = "safeguarding partners"
verb = "watches"
target = "safeguarding partners"
"""


class TestLoading:
    @pytest.mark.parametrize("layout", ["toml", "json"])
    @pytest.mark.parametrize("named", ["plan.{}", "PLAN.{}", "plan.txt", "plan"])
    def test_reads_a_path_by_its_name_or_its_text(
        self, tmp_path: Path, layout: str, named: str
    ) -> None:
        name = named.format(layout if named.islower() else layout.upper())
        path = tmp_path / name
        path.write_text(dumps(BARNET, format=layout), encoding="utf-8")
        assert load(path) == load(str(path)) == BARNET

    @pytest.mark.parametrize("layout", ["toml", "json"])
    def test_reads_open_files(self, tmp_path: Path, layout: str) -> None:
        path = tmp_path / f"plan.{layout}"
        path.write_text(dumps(BARNET, format=layout), encoding="utf-8")
        with path.open(encoding="utf-8") as text, path.open("rb") as octets:
            assert load(text) == load(octets) == BARNET

    def test_reads_a_file_that_has_no_name_but_a_number(self, tmp_path: Path) -> None:
        path = tmp_path / "plan.toml"
        path.write_text(TOML, encoding="utf-8")
        with os.fdopen(os.open(path, os.O_RDONLY), "rb") as opened:
            assert load(opened) == BARNET

    @pytest.mark.parametrize("layout", ["toml", "json"])
    def test_reads_files_in_memory(self, layout: str) -> None:
        text = dumps(BARNET, format=layout)
        assert load(io.StringIO(text)) == load(io.BytesIO(text.encode())) == BARNET

    def test_reads_a_path_given_as_bytes(self, tmp_path: Path) -> None:
        (tmp_path / "plan.toml").write_text(TOML, encoding="utf-8")
        (found,) = os.scandir(os.fsencode(tmp_path))
        assert load(cast("os.PathLike[str]", found)) == BARNET

    def test_prefers_the_format_given_to_that_of_the_name(self, tmp_path: Path) -> None:
        path = tmp_path / "plan.json"
        path.write_text(TOML, encoding="utf-8")
        assert load(path, format="toml") == BARNET
        with pytest.raises(DocumentError, match=r'"plan\.json" cannot be read'):
            load(path)

    def test_reads_text_and_bytes(self) -> None:
        assert loads(TOML) == loads(TOML.encode()) == loads(TOML, format="toml")
        assert loads("\n " + dumps(BARNET, format="json")) == BARNET

    def test_reads_no_more_of_a_file_than_the_limit(self, tmp_path: Path) -> None:
        path = tmp_path / "plan.toml"
        path.write_text(TOML, encoding="utf-8")
        assert load(path, limits=Limits(octets=len(TOML))) == BARNET
        with pytest.raises(DocumentError) as caught:
            load(path, limits=Limits(octets=100))
        assert "it has more than 100 bytes" in str(caught.value)

    @pytest.mark.parametrize(
        ("name", "said"),
        [
            pytest.param("missing.toml", "No such file", id="no file"),
            pytest.param(".", "directory", id="a directory"),
            pytest.param("a\x00b", "null", id="a path with a NUL"),
            pytest.param("a" * 5000, "too long", id="a path too long"),
            pytest.param("\ud800", "encode", id="a path of a surrogate"),
        ],
    )
    def test_says_why_a_path_cannot_be_read(
        self, tmp_path: Path, name: str, said: str
    ) -> None:
        with pytest.raises(UnreadableError, match="cannot be read") as caught:
            load(os.path.join(tmp_path, name))  # noqa: PTH118 (a text, not a path)
        assert said.casefold() in str(caught.value).casefold()
        assert "check the path" in str(caught.value)

    def test_says_that_a_file_is_closed(self) -> None:
        closed = io.StringIO(TOML)
        closed.close()
        with pytest.raises(UnreadableError, match="the file cannot be read: I/O"):
            load(closed)

    def test_says_that_a_file_is_open_for_writing_only(self, tmp_path: Path) -> None:
        with (
            (tmp_path / "new").open("w", encoding="utf-8") as opened,
            pytest.raises(UnreadableError, match="not readable"),
        ):
            load(opened)

    def test_says_that_a_file_is_in_another_encoding(self, tmp_path: Path) -> None:
        path = tmp_path / "plan.toml"
        path.write_bytes(b'id = "\xff"')
        with (
            path.open(encoding="utf-8") as opened,
            pytest.raises(UnreadableError, match="open it as bytes"),
        ):
            load(opened)
        with pytest.raises(DocumentError) as caught:
            load(path)
        assert "byte 6 is not UTF-8" in str(caught.value)

    @pytest.mark.parametrize("file", [None, 3, b"plan.toml", ["plan.toml"], BARNET])
    def test_refuses_what_is_no_file(self, file: object) -> None:
        with pytest.raises(KindError, match="is not a file"):
            load(cast("str", file))

    def test_refuses_a_file_of_neither_text_nor_bytes(self) -> None:
        class Odd:
            def read(self) -> int:
                return 3

        with pytest.raises(KindError, match="3 is not a document"):
            load(cast("io.StringIO", Odd()))

    @pytest.mark.parametrize("text", [None, 3, ["x"], bytearray(b"x"), BARNET])
    def test_refuses_what_is_no_text(self, text: object) -> None:
        with pytest.raises(KindError, match="is not a document; give its text"):
            loads(cast("str", text))

    @pytest.mark.parametrize("layout", ["yaml", "TOML", ".toml", 3, ["toml"]])
    def test_refuses_what_is_no_format(self, tmp_path: Path, layout: object) -> None:
        path = tmp_path / "plan.toml"
        path.write_text(TOML, encoding="utf-8")
        wrong = cast("str", layout)
        for read in (
            lambda: loads(TOML, format=wrong),
            lambda: load(path, format=wrong),
            lambda: dumps(BARNET, format=wrong),
            lambda: dump(BARNET, path, format=wrong),
        ):
            with pytest.raises(KindError, match='is not a format; write "toml" or'):
                read()
        assert path.read_text(encoding="utf-8") == TOML


class TestFaults:
    def test_reports_eleven_different_faults_in_the_order_of_their_lines(self) -> None:
        with pytest.raises(DocumentError) as caught:
            loads(ELEVEN_FAULTS)
        assert [fault.where for fault in caught.value.faults] == [
            "id (line 1)",
            "approved (line 3)",
            "titel (line 4)",
            "groups[0] (line 5)",
            "groups[0].tier (line 6)",
            "groups[0].meets[1] (line 7)",
            "groups[0].complete (line 8)",
            "groups[0].reports_to (line 9)",
            "groups[0].members[0] (line 10)",
            "budgets[0].contributed_total (line 12)",
            "relations[0].verb (line 15)",
        ]
        assert "the document is not an arrangement: 11 faults" in str(caught.value)

    def test_names_the_file(self, tmp_path: Path) -> None:
        path = tmp_path / "plan.toml"
        path.write_text("id = 3", encoding="utf-8")
        with pytest.raises(DocumentError, match=r'"plan\.toml" is not an arrangement'):
            load(path)


class TestHandingDown:
    def test_place_and_standing_come_from_the_table_around(self) -> None:
        forum = BARNET.groups[0]
        assert (forum.at, forum.standing) == (Source("7"), Standing.AGREED)
        (chair,) = forum.chair.statements
        first, second = forum.meets.statements
        assert (chair.at, chair.standing) == (Source("7"), Standing.AGREED)
        assert (first.at, first.standing) == (Source("7"), Standing.AGREED)
        assert (second.at, second.standing) == (Source("10"), Standing.IN_FORCE)
        assert BARNET.name.statements[0].at == Source("1")
        assert BARNET.budgets[0].at == Source("1")

    def test_an_empty_place_is_no_place(self) -> None:
        first, second = BARNET.groups[0].members
        assert (first.at, second.at) == (Source("7"), None)
        text = 'id = "a"\ntitle = "T"\nat = "1"\nname = { is = "x", at = "" }\n'
        assert loads(text).name == Stated((Statement(value="x"),))
        assert loads(text.replace('at = "1"', 'at = ""')).at is None

    def test_several_values_share_a_place_and_a_standing(self) -> None:
        posts = BARNET.partners[0].posts
        assert [post.at for post in posts] == [Source("7"), Source("7")]
        more = loads(
            'id = "a"\ntitle = "T"\nat = "1"\nposts = { are = ["A", '
            '{ name = "B", at = "3" }], standing = "proposed" }\n'
            'name = { are = ["X", "Y"], at = "2" }\n'
        )
        assert [post.at for post in more.posts] == [Source("1"), Source("3")]
        assert {post.standing for post in more.posts} == {Standing.PROPOSED}
        assert [s.at for s in more.name.statements] == [Source("2"), Source("2")]

    def test_a_source_says_that_there_is_none_or_no_telling(self) -> None:
        forum = BARNET.groups[0]
        assert forum.quorum.statements[0].value is Absence.NONE
        assert forum.lasts.statements[0].value is Absence.UNKNOWN
        assert forum.lasts.statements[0].words == "the page is cut off"
        told = loads('id = "a"\ntitle = "T"\nname = { unknown = true, words = "?" }')
        assert told.name.statements[0].words == "?"

    def test_a_single_value_stands_for_a_list(self) -> None:
        text = 'id = "a"\ntitle = "T"\n'
        alone = loads(text + 'posts = "X"\nalso = "Y"\nsuccessors = "X"\n')
        assert alone == loads(
            text + 'posts = ["X"]\nalso = ["Y"]\nsuccessors = ["X"]\n'
        )
        assert loads(text + 'posts = { name = "X" }') == loads(text + 'posts = "X"')
        assert loads(text + 'posts = { is = "X" }') == loads(text + 'posts = "X"')

    def test_the_dates_of_a_statement_are_read(self) -> None:
        text = 'id = "a"\ntitle = "T"\nname = { is = "x", since = 2019-04-01, '
        held = loads(text + 'until = "2020", condition = "c" }').name.statements[0]
        assert held.since == When.on_day("2019-04-01")
        assert held.until == When.from_text("2020")
        assert held.condition == "c"

    @pytest.mark.parametrize(
        ("written", "kind", "who", "among"),
        [
            ('"independent"', "independent", None, ()),
            ('"Chair"', "held by", "Chair", ()),
            ('{ held_by = "Chair" }', "held by", "Chair", ()),
            ('{ rotates = ["Chair", "a"] }', "rotates", None, ("Chair", "a")),
            ('{ jointly = ["Chair", "a"] }', "jointly", None, ("Chair", "a")),
            ('{ drawn_from = "Chair" }', "drawn from", None, ("Chair",)),
            ('{ kind = "rotates", among = ["a"] }', "rotates", None, ("a",)),
        ],
    )
    def test_a_chair_has_short_keys(
        self, written: str, kind: str, who: str | None, among: tuple[str, ...]
    ) -> None:
        text = (
            'id = "a"\ntitle = "T"\nposts = "Chair"\n[[groups]]\nname = "F"\nchair = '
        )
        chair = Chairing(kind=ChairKind(kind), who=who, among=among)
        read = loads(text + written)
        assert read.groups[0].chair.only == chair
        assert loads(dumps(read)) == loads(dumps(read, format="json")) == read


class TestDumping:
    @pytest.mark.parametrize("layout", ["toml", "json"])
    def test_reads_back_what_it_writes(self, layout: str) -> None:
        assert loads(dumps(BARNET, format=layout), format=layout) == BARNET

    @pytest.mark.parametrize("value", [None, "barnet", 3, BARNET.groups[0], {}])
    def test_refuses_what_is_no_arrangement(
        self, tmp_path: Path, value: object
    ) -> None:
        path = tmp_path / "plan.toml"
        with pytest.raises(KindError, match="is neither an arrangement nor a case"):
            dump(cast("Arrangement", value), path)
        assert list(tmp_path.iterdir()) == []

    def test_writes_a_path_in_the_format_of_its_name(self, tmp_path: Path) -> None:
        for name, layout in (("a.toml", "toml"), ("a.JSON", "json"), ("a", "toml")):
            path = tmp_path / name
            dump(BARNET, path)
            assert path.read_bytes().decode() == dumps(BARNET, format=layout)
            dump(BARNET, str(path), format="json")
            assert path.read_bytes().decode() == dumps(BARNET, format="json")

    @pytest.mark.parametrize("layout", [None, "toml", "json"])
    def test_writes_an_open_file(self, layout: str | None) -> None:
        file = io.StringIO()
        dump(BARNET, file, format=layout)
        assert file.getvalue() == dumps(BARNET, format=layout or "toml")

    def test_a_new_file_has_the_usual_rights_and_an_older_one_its_own(
        self, tmp_path: Path
    ) -> None:
        usual, path = tmp_path / "usual", tmp_path / "plan.toml"
        usual.write_text("", encoding="utf-8")
        dump(BARNET, path)
        assert path.stat().st_mode == usual.stat().st_mode
        path.chmod(0o640)
        dump(BARNET, path)
        assert stat.S_IMODE(path.stat().st_mode) == 0o640

    def test_leaves_nothing_beside_the_file(self, tmp_path: Path) -> None:
        dump(BARNET, tmp_path / "plan.toml")
        assert [found.name for found in tmp_path.iterdir()] == ["plan.toml"]

    @pytest.mark.parametrize(
        "name",
        [
            pytest.param("no/plan.toml", id="in no directory"),
            pytest.param("old.toml/plan.toml", id="within a file"),
            pytest.param("full", id="over a directory"),
            pytest.param("a\x00b.toml", id="under a name with a NUL"),
            pytest.param("a" * 5000, id="under a name too long"),
        ],
    )
    def test_says_that_a_path_cannot_be_written(
        self, tmp_path: Path, name: str
    ) -> None:
        old, full = tmp_path / "old.toml", tmp_path / "full"
        old.write_text("old", encoding="utf-8")
        full.mkdir()
        with pytest.raises(UnreadableError, match=r"cannot be written: .+; check the"):
            dump(BARNET, os.path.join(tmp_path, name))  # noqa: PTH118 (a text)
        assert sorted(tmp_path.iterdir()) == [full, old]
        assert old.read_text(encoding="utf-8") == "old"

    def test_leaves_an_older_file_as_it_was_when_writing_fails(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(*_: object) -> None:
            raise OSError(28, "No space left on device")

        path = tmp_path / "plan.toml"
        path.write_text("old", encoding="utf-8")
        monkeypatch.setattr(Path, "replace", full)
        with pytest.raises(UnreadableError, match="No space left on device"):
            dump(BARNET, path)
        assert [found.name for found in tmp_path.iterdir()] == ["plan.toml"]
        assert path.read_text(encoding="utf-8") == "old"

    @pytest.mark.parametrize("file", [None, 3, b"plan.toml", ["plan.toml"]])
    def test_refuses_what_is_no_file(self, file: object) -> None:
        with pytest.raises(KindError, match="is not a file"):
            dump(BARNET, cast("str", file))

    def test_refuses_a_file_of_bytes(self) -> None:
        with pytest.raises(KindError, match="is not open for text"):
            dump(BARNET, cast("io.StringIO", io.BytesIO()))

    def test_says_that_a_file_is_closed_or_in_another_encoding(self) -> None:
        closed = io.StringIO()
        closed.close()
        accents = loads('id = "a"\ntitle = "Té"')
        narrow = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
        with pytest.raises(UnreadableError, match="the file cannot be written: I/O"):
            dump(BARNET, closed)
        with pytest.raises(UnreadableError, match="'ascii' codec can't encode"):
            dump(accents, narrow)


def tables(tree: object) -> list[dict[str, object]]:
    """Give every table of a tree but those of places, which have no place."""
    if isinstance(tree, list):
        return [table for item in tree for table in tables(item)]
    if not isinstance(tree, dict):
        return []
    inner = [t for key, held in tree.items() if key != "at" for t in tables(held)]
    return [tree, *inner]


class TestJson:
    def test_gives_every_statement_and_noun_its_place_and_standing(self) -> None:
        own = {"rotates", "among", "kind"}  # a chair is a value, and not a noun
        found = tables(json.loads(dumps(BARNET, format="json")))
        told = [table for table in found if not own & table.keys() - {"name"}]
        told += [table for table in found if "name" in table and table not in told]
        assert len(told) > 15
        assert all({"at", "standing"} <= table.keys() for table in told)

    def test_is_the_same_whatever_the_order_of_the_document(self) -> None:
        lines = TOML.split("\n\n")
        shuffled = "\n\n".join((lines[0], lines[3], lines[2], lines[1]))
        assert dumps(loads(shuffled), format="json") == dumps(BARNET, format="json")

    @pytest.mark.parametrize("layout", ["toml", "json"])
    def test_is_the_same_under_every_hash_seed(self, layout: str) -> None:
        program = (
            "import sys; from masa.codec import dumps, loads; "
            "sys.stdout.buffer.write(dumps(loads(sys.stdin.buffer.read()), "
            f"format={layout!r}).encode())"
        )
        texts = {
            subprocess.run(  # noqa: S603 (our own program)
                [sys.executable, "-c", program],
                input=TOML.encode(),
                capture_output=True,
                check=True,
                env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": source()},
            ).stdout
            for seed in ("1", "2")
        }
        assert texts == {dumps(BARNET, format=layout).encode()}


def source() -> str:
    """Give where this process finds masa, so that another finds the same."""
    return os.pathsep.join(path for path in sys.path if path)


def test_an_arrangement_is_what_comes_of_it() -> None:
    assert isinstance(BARNET, Arrangement)
