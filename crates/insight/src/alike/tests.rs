use super::*;

const ROUND: RecordId = RecordId([200; 16]);
const MINUTE: i64 = 60_000;

fn note<'a>(number: u8, series: &'a str, minutes: i64, text: &'a str) -> Note<'a> {
    let at = 1_604_908_800_000 + minutes * MINUTE;
    Note { id: RecordId([number; 16]), series, round: Some(ROUND), at, is_day: false, organisation: None, text }
}

/// Two people at one table, in the words of each.
const NOTED_TWICE: &[(&str, &str)] = &[
    (
        "Recruitment agencies keep our passports until the whole debt is paid back.",
        "recruitment agencies keep passports until the debt is paid",
    ),
    (
        "Half of the domestic workers we spoke with had never seen a written contract in their own language.",
        "Half of domestic workers never saw a written contract in their language",
    ),
    (
        "Les agences de recrutement gardent les passeports jusqu'au remboursement de la dette.",
        "agences de recrutement gardent nos passeports jusqu’au remboursement",
    ),
    (
        "Агентства по найму удерживают паспорта до полной выплаты долга.",
        "агентства удерживают паспорта рабочих до выплаты всего долга",
    ),
    ("تحتفظ وكالات التوظيف بجوازات سفرنا حتى يُسدَّد الدين كله.", "وكالات التوظيف تحتفظ بجوازات السفر حتى يسدد الدين"),
    ("招聘中介扣留我们的护照，直到债务全部还清。", "招聘中介扣留护照直到债务还清"),
    ("นายหน้าจัดหางานยึดหนังสือเดินทางของเราไว้จนกว่าจะใช้หนี้หมด", "นายหน้ายึดหนังสือเดินทางไว้จนกว่าจะใช้หนี้หมด"),
    ("Wir haben seit elf Monaten keinen Lohn gesehen.", "Seit 11 Monaten keinen Lohn gesehen, sagt sie."),
];

/// Said by different people in one round, about one subject.
const DIFFERENT: &[&str] = &[
    "Agreed.",
    "Yes, we agree.",
    "Thank you, Chair.",
    "Recruitment agencies should be licensed in both countries.",
    "The licence of a recruitment agency must be public.",
    "Domestic workers are left out of the labour law altogether.",
    "Migrant workers are afraid to complain because their permit depends on the employer.",
    "We call for firewalls between labour inspection and immigration enforcement.",
    "We call for an independent complaints body for migrant workers.",
    "Labour inspectors speak none of the languages of the workers they meet.",
    "The cost of sending money home is still above seven per cent.",
    "Remittances are private money and no substitute for public policy.",
    "Агентства по найму должны иметь лицензию в обеих странах.",
    "Домашние работники не защищены трудовым законодательством.",
    "يجب أن تكون وكالات التوظيف مرخصة في كلا البلدين.",
    "العمال المنزليون غير مشمولين بقانون العمل.",
    "招聘中介必须在两国都持有执照。",
    "家政工人不受劳动法保护。",
];

#[test]
fn what_two_people_wrote_down_of_one_thing_is_proposed() {
    for (one, other) in NOTED_TWICE {
        let found = alike(&[note(1, "AAA", 0, one), note(2, "BBB", 3, other)]);
        assert_eq!(found.len(), 1, "{one}: {}", likeness(&runs(one), &runs(other)));
        assert_eq!(found[0].apart, Some(3 * MINUTE));
    }
}

#[test]
fn a_table_of_double_notes_gives_each_its_own_counterpart_and_nothing_else() {
    let mut notes = Vec::new();
    for (place, (one, other)) in (0_u8..).zip(NOTED_TWICE) {
        notes.push(note(place * 2, "AAA", i64::from(place), one));
        notes.push(note(place * 2 + 1, "BBB", i64::from(place) + 1, other));
    }
    for (place, text) in (0_u8..).zip(DIFFERENT) {
        notes.push(note(100 + place, if place % 2 == 0 { "AAA" } else { "BBB" }, 2, text));
    }
    let mut found: Vec<_> = alike(&notes).iter().map(|it| (it.one.0[0], it.other.0[0])).collect();
    found.sort_unstable();
    assert_eq!(found, (0..NOTED_TWICE.len() as u8).map(|place| (place * 2, place * 2 + 1)).collect::<Vec<_>>());
}

#[test]
fn what_different_people_said_is_not() {
    for (place, one) in DIFFERENT.iter().enumerate() {
        for other in &DIFFERENT[place..] {
            let found = alike(&[note(1, "AAA", 0, one), note(2, "BBB", 1, other)]);
            let is_short = one == other && likeness(&runs(one), &runs(one)) > 0.0;
            assert_eq!(found.len(), usize::from(is_short), "{one} / {other}");
        }
    }
    assert_eq!(alike(&[note(1, "AAA", 0, "Agreed."), note(2, "BBB", 0, "Agreed.")]), []);
}

#[test]
fn a_translation_is_no_double_note() {
    let texts: Vec<&str> = NOTED_TWICE.iter().skip(2).take(5).map(|(one, _)| *one).collect();
    for one in &texts {
        for other in texts.iter().filter(|other| *other != one) {
            assert_eq!(alike(&[note(1, "AAA", 0, one), note(2, "BBB", 0, other)]), []);
        }
    }
}

#[test]
fn one_computer_notes_nothing_twice_and_neither_do_two_rounds_or_two_hours_or_two_organisations() {
    let (one, other) = NOTED_TWICE[0];
    let near = |other: Note<'_>| alike(&[note(1, "AAA", 0, one), other]).len();
    assert_eq!(near(note(2, "BBB", 9, other)), 1);
    assert_eq!(near(note(2, "AAA", 1, other)), 0, "somebody said it again");
    assert_eq!(near(note(2, "BBB", 11, other)), 0, "somebody said it later");
    assert_eq!(near(Note { round: Some(RecordId([9; 16])), ..note(2, "BBB", 1, other) }), 0, "another table");
    let union = |number| Some(RecordId([number; 16]));
    let said_for = |a, b| {
        let one = Note { organisation: a, ..note(1, "AAA", 0, one) };
        alike(&[one, Note { organisation: b, ..note(2, "BBB", 1, other) }]).len()
    };
    assert_eq!((said_for(union(1), union(2)), said_for(union(1), union(1)), said_for(union(1), None)), (0, 1, 1));
}

#[test]
fn where_a_round_is_not_known_the_day_is_looked_at_also_around_midnight() {
    let (one, other) = NOTED_TWICE[1];
    let roomless = |number, series, minutes, text| Note { round: None, ..note(number, series, minutes, text) };
    assert_eq!(alike(&[roomless(1, "AAA", 0, one), note(2, "BBB", 2, other)]).len(), 1);
    // 1 604 908 800 000 is 08:00: sixteen hours later the day ends.
    let evening = 16 * 60;
    assert_eq!(alike(&[roomless(1, "AAA", evening - 2, one), roomless(2, "BBB", evening + 3, other)]).len(), 1);
    let of_a_day = |note: Note<'static>| Note { is_day: true, at: 1_604_880_000_000, ..note };
    let found = alike(&[of_a_day(note(1, "AAA", 0, one)), note(2, "BBB", 0, other)]);
    assert_eq!(found.iter().map(|it| it.apart).collect::<Vec<_>>(), [None], "of a day nobody knows the minutes");
}

#[test]
fn a_clock_that_is_off_by_hours_is_found_out_by_what_is_nearly_the_same() {
    let table = |off: i64, count: usize| {
        let mut notes = Vec::new();
        for (place, (one, other)) in (0_u8..).zip(&NOTED_TWICE[..count]) {
            notes.push(note(place * 2, "AAA", i64::from(place) * 4, one));
            notes.push(note(place * 2 + 1, "BBB", i64::from(place) * 4 + off, other));
        }
        alike(&notes).len()
    };
    assert_eq!(table(1, 7), 7);
    assert_eq!(table(-3 * 60, 7), 7, "three hours behind");
    assert_eq!(table(-3 * 60, 1), 0, "one alone may be somebody who said it again");
}

#[test]
fn a_letter_that_many_read_out_is_no_double_note_of_all_of_them() {
    let letter = NOTED_TWICE[0].0;
    let notes: Vec<_> =
        (0_u8..100).map(|number| note(number, ["AAA", "BBB"][usize::from(number % 2)], 1, letter)).collect();
    assert_eq!(alike(&notes), []);
}

#[test]
fn of_three_computers_each_two_are_compared() {
    let (one, other) = NOTED_TWICE[0];
    let found = alike(&[note(1, "AAA", 0, one), note(2, "BBB", 1, other), note(3, "CCC", 2, one)]);
    assert_eq!(found.len(), 3);
}
