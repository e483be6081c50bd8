"""What is not stated is listed, and nobody is blamed for silence about others."""

import masa
from masa.rules.gaps import contradictions, gaps, proposals, unknowns

TOP = 'id = "x"\ntitle = "X"\nat = "1"\n'


def test_an_empty_arrangement_lacks_what_everyone_looks_for() -> None:
    assert [gap.what for gap in gaps(masa.loads(TOP))] == [
        *("name", "area", "edition of the guidance that it answers to"),
        *("day of approval", "day of publication", "day from which it is in force"),
        *("safeguarding partner", "relevant agency", "group"),
    ]


def test_groups_outside_the_arrangement_are_left_out() -> None:
    found = gaps(
        masa.loads(
            TOP + '[[groups]]\nname = "Own"\n'
            '[[groups]]\nname = "Beside"\noutside = "other board"\n'
        )
    )
    of_groups = [gap for gap in found if gap.names]
    assert {gap.names for gap in of_groups} == {("Own",)}
    assert {gap.among for gap in of_groups} == {"1 group"}


def test_none_and_unknown_are_not_silence() -> None:
    arrangement = masa.loads(
        TOP + '[[groups]]\nname = "G"\nchair = { none = true }\n'
        'meets = { unknown = "torn" }\n'
    )
    lacking = {gap.what for gap in gaps(arrangement) if gap.names}
    assert not lacking & {"chair", "frequency"}
    (untold,) = unknowns(arrangement)
    assert str(untold) == "G, frequency: torn (s.1)."


def test_an_unknown_without_a_reason_says_so() -> None:
    arrangement = masa.loads('id = "x"\ntitle = "X"\nin_force = { unknown = true }')
    (untold,) = unknowns(arrangement)
    assert str(untold) == (
        "X, day from which it is in force: the document does not tell."
    )


def test_a_contradiction_names_its_owner_and_keeps_both_places() -> None:
    arrangement = masa.loads(
        TOP
        + '[[groups]]\nname = "G"\nmeets = ["monthly", { is = "yearly", at = "9" }]\n'
        "[[budgets]]\nyear = ['2018/19', '2019/20']\n"
    )
    found = contradictions(arrangement)
    assert [str(contradiction) for contradiction in found] == [
        "G, frequency: monthly (s.1) / yearly (s.9)",
        "budget of 2018/19 / 2019/20, year: 2018/19 (s.1) / 2019/20 (s.1)",
    ]


def test_what_may_be_the_same_is_said_to_be_doubtful() -> None:
    arrangement = masa.loads(
        TOP + '[[groups]]\nname = "G"\nmeets = ["bi-monthly", "every 2 months"]\n'
    )
    (contradiction,) = contradictions(arrangement)
    assert contradiction.answer is masa.Answer.UNKNOWN
    assert str(contradiction).endswith("(perhaps the same)")


def test_a_change_over_time_contradicts_nothing() -> None:
    arrangement = masa.loads(
        TOP + '[[groups]]\nname = "G"\nmeets = [{ is = "monthly", until = "2018" }, '
        '{ is = "yearly", since = "2019" }]\n'
    )
    assert contradictions(arrangement) == ()


def test_what_does_not_hold_yet_is_said_once() -> None:
    arrangement = masa.loads(
        TOP + '[[groups]]\nname = "G"\nstanding = "proposed"\nmeets = "monthly"\n'
        '[[groups]]\nname = "H"\n'
        'meets = [{ is = "monthly", standing = "proposed" }, '
        '{ is = "yearly", condition = "at first" }]\n'
    )
    assert [str(proposal) for proposal in proposals(arrangement)] == [
        "G (proposed; s.1)",
        "H, frequency: monthly (proposed; s.1)",
        "H, frequency: yearly (in force; at first; s.1)",
    ]


def test_the_standing_of_the_whole_is_not_said_of_each() -> None:
    arrangement = masa.loads(
        TOP + 'standing = "proposed"\n[[groups]]\nname = "G"\nmeets = "monthly"\n'
    )
    assert proposals(arrangement) == ()


def test_a_partner_without_a_lead_is_missed() -> None:
    arrangement = masa.loads(
        TOP + '[[partners]]\nkind = "police"\nname = "P"\n'
        '[[partners]]\nkind = "health"\nname = "Q"\nlead = "P"\n'
    )
    assert "No lead is stated for 1 of the 2 partners: P." in map(
        str, gaps(arrangement)
    )


def test_a_yearly_report_of_no_time_or_day_is_missed() -> None:
    arrangement = masa.loads(
        TOP + '[[reports]]\ntitle = "Old"\nperiod = { start = "2023" }\n'
        'published = "2024"\n[[reports]]\ntitle = "New"\n'
    )
    assert [str(gap) for gap in gaps(arrangement) if gap.names] == [
        "No period is stated for 1 of the 2 yearly reports: New.",
        "No day of publication is stated for 1 of the 2 yearly reports: New.",
    ]


def test_what_is_proposed_or_untold_is_called_by_what_it_is() -> None:
    arrangement = masa.loads(
        TOP + '[[teams]]\nname = "T"\nmembers = [{ role = "health", '
        'nominated_by = { unknown = "torn" }, standing = "proposed" }]\n'
        '[[sign_offs]]\ndocument = "yearly report"\nstanding = "proposed"\n'
        'on = { unknown = "torn" }\n'
        '[[departures]]\nitem = "P23-S5"\nstanding = "proposed"\n'
    )
    assert [proposal.what for proposal in proposals(arrangement)] == [
        *("team member (health)", "sign-off of the yearly report"),
        "departure from P23-S5",
    ]
    assert [str(unknown) for unknown in unknowns(arrangement)] == [
        "team member (health), who nominates: torn (s.1).",
        "sign-off of the yearly report, day: torn (s.1).",
    ]


def test_a_text_that_breaks_off_is_not_called_silent() -> None:
    arrangement = masa.loads(
        TOP + '[[sources]]\nid = "s"\ntitle = "S"\ntext = "truncated"\n'
        '[[groups]]\nname = "G"\n'
    )
    found = list(map(str, gaps(arrangement)))
    assert "No day of publication stands in the text held." in found
    assert "No chair stands in the text held for 1 of the 1 group: G." in found


def test_two_proposals_may_contradict_one_another() -> None:
    meets = [
        '{ is = "monthly", standing = "proposed" }',
        '{ is = "yearly", at = "9", standing = "proposed" }',
        '{ is = "weekly", standing = "conditional", condition = "if asked" }',
    ]
    text = TOP + f'[[groups]]\nname = "G"\nmeets = [{", ".join(meets)}]\n'
    (found,) = contradictions(masa.loads(text))
    assert found.answer is masa.Answer.YES


def test_a_relation_may_be_the_line_upwards() -> None:
    text = (
        TOP + '[[groups]]\nname = "G"\n[[groups]]\nname = "H"\n[[groups]]\nname = "I"\n'
        '[[relations]]\nsource = "G"\nverb = "is accountable to"\ntarget = "H"\n'
        '[[relations]]\nsource = "G"\nverb = "oversees"\ntarget = "I"\n'
    )
    (lacking,) = [
        gap for gap in gaps(masa.loads(text)) if gap.what == "line of reporting"
    ]
    assert lacking.names == ("H",)
    page = masa.report.describe(masa.loads(text)).to_markdown()
    assert "is accountable to H (s.1)" in page
    assert "G oversees it (s.1)" in page


def test_what_lists_leave_untold_is_found_too() -> None:
    text = TOP + '[[groups]]\nname = "G"\nremit = [{ unknown = "to be agreed" }]\n'
    (untold,) = unknowns(masa.loads(text))
    assert str(untold) == "G, remit: to be agreed (s.1)."
