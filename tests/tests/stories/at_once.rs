//! A window asks for many things at the same time.

use anteroom_tests::laptop::{Laptop, PASSPHRASE};
use anteroom_tests::request::{Request, find, said};

#[test]
fn recording_and_finding_at_the_same_time_never_fails() {
    let laptop = Laptop::default();
    let (mut running, _) = laptop.founds();
    let id = running.records("the first");
    let rows: Vec<_> = (0..300).map(|number| format!("row {number}")).collect();
    let table = laptop.table("rows.csv", rows.iter().map(String::as_str));
    let mut recorded = 1;
    for round in 0..10 {
        let mut all = Vec::new();
        for number in 0..12 {
            all.push(said(&format!("round {round}, note {number}")));
            all.push(find(if number % 2 == 0 { "" } else { "note" }));
            all.push(match number % 6 {
                0 => Request::Overview,
                1 => Request::Filters,
                2 => Request::Show { id: id.clone() },
                3 => Request::Programme,
                4 => Request::Tag { id: id.clone(), nodes: vec![((round * 2 + number) % 23 + 1).to_string()] },
                _ => Request::Verify,
            });
        }
        if round == 4 {
            all.push(Request::Import { table: table.clone() });
            recorded += 300;
        }
        if round % 3 == 2 {
            all.push(Request::Group { name: format!("Group {round}") });
        }
        recorded += 12;
        let answers = running.does(Request::AtOnce(all));
        let proofs: Vec<_> = answers.as_array().unwrap().iter().filter(|answer| !answer["ok"].is_null()).collect();
        assert_eq!(proofs.len(), 2);
        assert!(proofs.iter().all(|proof| proof["ok"] == true), "it is proved of one moment: {proofs:#?}");
        assert_eq!(running.finds("").len(), recorded);
    }
    running.is_sound();
    running.closes();
    running.opens(&laptop.file(), PASSPHRASE);
    assert_eq!(running.finds("").len(), recorded);
    running.is_sound();
}

#[test]
fn erasing_while_others_read_never_fails_and_leaves_no_word() {
    let laptop = Laptop::default();
    let (mut running, _) = laptop.founds();
    for round in 0..6 {
        let ids: Vec<_> = (0..4).map(|number| running.records(&format!("withdrawn {round} {number}"))).collect();
        let mut all: Vec<_> = ids.into_iter().map(|id| Request::Erase { ids: vec![id] }).collect();
        all.extend((0..12).map(|_| find("withdrawn")));
        all.push(said("kept"));
        all.push(Request::Dump);
        running.does(Request::AtOnce(all));
        assert!(running.finds("withdrawn").is_empty());
    }
    assert!(!running.dump().contains("withdrawn"));
    assert_eq!(running.finds("kept").len(), 6);
    running.is_sound();
}
