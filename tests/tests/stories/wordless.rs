//! Words that may not be passed on stay where they are: elsewhere it is told how many there are, and of the newest whose.

use anteroom_app::consultations::{self, Steps};
use anteroom_app::exchange::{newest_wordless, wordless};
use anteroom_app::imports::{self, Mapping};

use crate::planted::opens;
use crate::several::Member;

/// More than a screen names.
const KEPT: usize = 60;
const NAMED: usize = 50;

#[tokio::test]
async fn of_what_has_no_words_here_all_are_counted_and_the_newest_named() {
    let ana = Member::founds("Ana");
    let femi = ana.invites("Femi", "facilitator");
    femi.records("They kept our passports.", &[]);
    let table = femi.laptop.at("kept.csv");
    let rows: Vec<_> = (0..KEPT).map(|row| format!("Row {row} is for nobody else.")).collect();
    std::fs::write(&table, format!("text\n{}\n", rows.join("\n"))).unwrap();
    let desk = opens(&femi).await;
    let mapping = Mapping { text: Some("text".into()), share: Some("refused".into()), ..Mapping::default() };
    imports::import(&desk, &table, mapping, &Steps::silent()).await.unwrap();
    consultations::close(desk).await.unwrap();
    let newest = femi.records("Nor is this.", &["--share", "no"]);
    femi.hands_to(&ana);

    let desk = opens(&ana).await;
    let all = wordless(&desk).await.unwrap();
    assert_eq!(all.len(), KEPT + 1, "what has its words is not among them");
    assert!(all.iter().all(|it| it.who == "Femi"));
    let some = newest_wordless(&desk).await.unwrap();
    assert_eq!((some.count as usize, some.newest.len()), (KEPT + 1, NAMED));
    assert_eq!(some.newest[0].id, newest, "the newest first");
    assert_eq!(some.newest, all.into_iter().rev().take(NAMED).collect::<Vec<_>>());
    consultations::close(desk).await.unwrap();
}
