//! Several laptops hand files to each other: what one recorded, the others have; nothing else changes, and nothing twice.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod laptop;

use std::fs;
use std::path::PathBuf;

use anteroom_handover::{Code, HandoverError};
use anteroom_journal::decision::Roles;
use anteroom_journal::deed::Deed;
use anteroom_model::field;
use anteroom_model::ids::RecordId;
use anteroom_model::permission::{Consent, Permission};
use anteroom_model::value::{Fields, Value};
use anteroom_store::{
    Admitted, CutOff, Edit, HandOver, HandedOver, Merged, Names, Silent, Since, Store, StoreError, Whole,
};
use laptop::{Laptop, does, finds, is_sound, records, said, said_with, tags, tries, typed};

const NOW: i64 = 10_000;

/// A founder and a table that began from her event pack.
struct Two {
    founder: Laptop,
    ana: Store,
    table: Laptop,
    seven: Store,
}

async fn start(pack: &std::path::Path, code: &Code, on: &Laptop) -> Result<Store, StoreError> {
    let begun = Store::start(pack, code, &on.file(), &on.home(), &typed("of the table"), false, NOW, &Silent).await;
    begun.map(|(store, _)| store)
}

async fn begun() -> Two {
    let (founder, table) = (Laptop::new(), Laptop::new());
    let (ana, _) = founder.founds().await;
    let (pack, code) = (founder.place.path().join("x.pack"), Code::random().unwrap());
    ana.pack(&pack, &code, "Ana", false, NOW, &Silent).await.unwrap();
    let seven = start(&pack, &code, &table).await.unwrap();
    Two { founder, ana, table, seven }
}

fn everything(name: &str) -> HandOver {
    HandOver { to: Vec::new(), since: Since::LastExchange, names: Names::LeftOut, name: name.into(), at: NOW }
}

async fn hands(from: &Store, on: &Laptop, what: HandOver) -> (PathBuf, HandedOver) {
    let file = on.place.path().join("x.handover");
    let handed = from.hand_over(&file, what, &Silent).await.unwrap();
    (file, handed)
}

async fn merges(into: &Store, file: &std::path::Path) -> Merged {
    into.merge(file, NOW, &Silent).await.unwrap().remove(0)
}

/// Whoever waits is let in as a facilitator.
async fn lets_in(by: &Store) -> Vec<Merged> {
    let stranger = by.strangers().await.unwrap().remove(0);
    let admitted = Admitted {
        device: stranger.device,
        roles: Roles::FACILITATOR,
        person: stranger.person,
        recipient: Some(stranger.recipient),
    };
    by.admit(admitted, Vec::new(), by.person(), NOW).await.unwrap()
}

async fn confirmed() -> Two {
    let two = Box::pin(begun()).await;
    let (file, _) = hands(&two.seven, &two.table, everything("Table 7")).await;
    merges(&two.ana, &file).await;
    if !two.ana.strangers().await.unwrap().is_empty() {
        lets_in(&two.ana).await;
    }
    two
}

#[tokio::test]
async fn a_table_records_at_once_waits_and_counts_when_it_is_let_in() {
    let two = begun().await;
    records(&two.seven, "They kept our passports.").await;
    records(&two.seven, "We were not asked.").await;
    assert_eq!(finds(&two.seven, "passports").await.len(), 1, "it is shown on its own laptop");
    let (file, handed) = hands(&two.seven, &two.table, everything("Table 7")).await;
    assert_eq!((handed.contributions, handed.to.len()), (2, 1));
    let merged = merges(&two.ana, &file).await;
    assert_eq!((merged.commits, merged.new), (0, 0), "nothing of it counts yet");
    let waiting = two.ana.strangers().await.unwrap();
    assert_eq!((waiting.len(), waiting[0].notes, waiting[0].name.as_str()), (1, 2, "Table 7"));
    assert_eq!(waiting[0].device, merged.strangers[0]);
    assert!(finds(&two.ana, "").await.is_empty());

    let reports = lets_in(&two.ana).await;
    assert_eq!((reports.len(), reports[0].new), (1, 2));
    assert_eq!(finds(&two.ana, "").await.len(), 2);
    assert!(two.ana.strangers().await.unwrap().is_empty());
    let again = merges(&two.ana, &file).await;
    assert!(!again.is_news, "{again:?}");
    is_sound(&two.ana).await;
    is_sound(&two.seven).await;
}

#[tokio::test]
async fn what_was_handed_over_is_taken_back_and_done_again_there_too() {
    let two = confirmed().await;
    let said = records(&two.seven, "They kept our passports.").await;
    let (to, fields) = (Whole::There(said), Fields::from([(field::NAME, "a.jpg".into())]));
    let attach = Edit::Attach { to, fields, bytes: vec![7] };
    does(&two.seven, Deed::ATTACH, vec![attach]).await;
    let goes = async || {
        let (file, _) = hands(&two.seven, &two.table, everything("Table 7")).await;
        merges(&two.ana, &file).await
    };
    goes().await;
    let files = async || two.ana.contribution(said).await.unwrap().map(|it| it.files.len());
    assert_eq!(files().await, Some(1));
    two.seven.undo(NOW, two.seven.person()).await.unwrap();
    assert_eq!((goes().await.lacks_words, files().await), (0, Some(0)), "the file alone");
    two.seven.undo(NOW, two.seven.person()).await.unwrap();
    assert_eq!((goes().await.lacks_words, files().await), (0, None));
    assert!(finds(&two.ana, "passports").await.is_empty());
    two.seven.redo(NOW, two.seven.person()).await.unwrap();
    goes().await;
    assert_eq!(files().await, Some(0));
    is_sound(&two.ana).await;
}

/// Somebody at whose laptop a file is being written, and who records meanwhile.
struct RecordsMeanwhile {
    records: tokio::sync::mpsc::Sender<()>,
    recorded: std::sync::Mutex<std::sync::mpsc::Receiver<()>>,
}

impl anteroom_store::Progress for RecordsMeanwhile {
    fn step(&self, _: u64, _: u64) {
        self.records.try_send(()).unwrap();
        self.recorded
            .lock()
            .unwrap()
            .recv_timeout(std::time::Duration::from_mins(1))
            .expect("nobody waits for the file");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_records_while_a_file_is_written_waits_for_no_file() {
    let Two { ana, table, seven, founder } = confirmed().await;
    records(&seven, "They kept our passports.").await;
    let second = records(&seven, "We were not asked.").await;
    let edits = (0..1500_u32).map(|at| {
        let mark = [[0; 12].as_slice(), &at.to_be_bytes()].concat().try_into().ok();
        let fields = Fields::from([(field::TEXT, "What is imported.".into())]);
        Edit::Create { kind: field::CONTRIBUTION, fields, mark }
    });
    does(&seven, Deed::IMPORT, edits.collect()).await;
    let (asks, mut asked) = tokio::sync::mpsc::channel(1);
    let (tells, told) = std::sync::mpsc::channel();
    let file = table.place.path().join("x.handover");
    let seven = std::sync::Arc::new(seven);
    let writing = tokio::spawn({
        let (seven, file) = (std::sync::Arc::clone(&seven), file.clone());
        async move {
            let meanwhile = RecordsMeanwhile { records: asks, recorded: told.into() };
            seven.hand_over(&file, everything("Table 7"), &meanwhile).await.unwrap()
        }
    });
    let mut meanwhile = 0;
    while asked.recv().await.is_some() {
        if meanwhile == 0 {
            does(&seven, Deed::ERASE, vec![Edit::Erase(second)]).await;
        }
        records(&seven, "What was said meanwhile.").await;
        meanwhile += 1;
        tells.send(()).unwrap();
    }
    let handed = writing.await.unwrap();
    assert!(meanwhile > 3, "it is written in pieces");
    assert_eq!(handed.contributions, 1502, "what was recorded meanwhile waits for the next file");
    let merged = merges(&ana, &file).await;
    assert_eq!((merged.new, merged.lacks_words), (1501, 1), "what was erased meanwhile stays there");
    assert!(merged.refused.is_empty(), "{:?}", merged.refused);
    assert_eq!((finds(&ana, "passports").await.len(), finds(&ana, "asked").await.len()), (1, 0));
    let (file, _) = hands(&seven, &table, everything("Table 7")).await;
    assert_eq!(merges(&ana, &file).await.new, meanwhile);
    let (file, _) = hands(&ana, &founder, everything("Ana")).await;
    merges(&seven, &file).await;
    is_sound(&ana).await;
    assert!(ana.dump().await.unwrap() == seven.dump().await.unwrap(), "nothing of it was lost");
}

#[tokio::test]
async fn the_same_file_once_more_is_not_opened_unless_words_of_it_could_be_lacking() {
    let two = confirmed().await;
    let theirs = records(&two.seven, "They kept our passports.").await;
    let (file, _) = hands(&two.seven, &two.table, everything("Table 7")).await;
    assert!(merges(&two.ana, &file).await.is_news);
    let (before, reports) = (two.ana.dump().await.unwrap(), two.ana.reports(10).await.unwrap().len());
    let again = merges(&two.ana, &file).await;
    assert!(!again.is_news, "{again:?}");
    assert_eq!((again.name.as_str(), again.from), ("Table 7", two.ana.reports(1).await.unwrap()[0].merged.from));
    assert_eq!(two.ana.dump().await.unwrap(), before);
    assert_eq!(two.ana.reports(10).await.unwrap().len(), reports + 1, "it leaves a report like any other");

    let mut changed = fs::read(&file).unwrap();
    let middle = changed.len() / 2;
    changed[middle] ^= 1;
    fs::write(&file, &changed).unwrap();
    assert!(two.ana.merge(&file, NOW, &Silent).await.is_err(), "one that is not the same is read and refused");
    changed[middle] ^= 1;
    fs::write(&file, &changed).unwrap();

    does(&two.ana, Deed::ERASE, vec![Edit::Erase(theirs)]).await;
    let after = merges(&two.ana, &file).await;
    assert_eq!(after.refused.len(), 1, "after an erasure it is read again, and what was erased does not come back");
    assert!(finds(&two.ana, "").await.is_empty());
    assert_eq!(merges(&two.ana, &file).await.refused.len(), 1, "and so each time");
    is_sound(&two.ana).await;
}

/// Files in which a table hands over five more contributions each, beside all before them.
async fn several(seven: &Store, table: &Laptop, count: usize) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for number in 0..count {
        for said in 0..5 {
            records(seven, &format!("Said as number {said} in file {number}.")).await;
        }
        let (file, _) = hands(seven, table, everything("Table 7")).await;
        files.push(file.with_file_name(format!("{number}.handover")));
        fs::rename(file, &files[number]).unwrap();
    }
    files
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_file_that_is_read_ahead_is_taken_in_as_any_other() {
    let Two { ana, table, seven, founder } = confirmed().await;
    let files = several(&seven, &table, 9).await;
    let merges_before = async |next: usize, file: usize| {
        let merged = ana.merge_before(Some(&files[next]), &files[file], NOW, &Silent).await;
        merged.map(|mut merged| merged.remove(0).new)
    };
    assert_eq!(merges_before(1, 0).await.unwrap(), 5);
    records(&ana, "Said by the founder meanwhile.").await;
    // Another file takes its place: it is the one that is taken in.
    fs::rename(&files[1], founder.place.path().join("kept")).unwrap();
    fs::copy(&files[2], &files[1]).unwrap();
    assert_eq!(merges_before(2, 1).await.unwrap(), 10);
    assert_eq!(finds(&ana, "number 4 in file 2").await.len(), 1);
    fs::rename(founder.place.path().join("kept"), &files[1]).unwrap();
    assert_eq!(merges_before(2, 1).await.unwrap(), 0);
    assert_eq!(merges_before(3, 2).await.unwrap(), 0, "it has come");
    // Another one comes than was said, and what is read ahead by then is known when its turn comes.
    assert_eq!(merges_before(3, 4).await.unwrap(), 10);
    assert_eq!(merges_before(4, 3).await.unwrap(), 0);

    let whole = fs::read(&files[8]).unwrap();
    let mut flipped = whole.clone();
    flipped[whole.len() / 2] ^= 1;
    for (before, damaged) in (5..).zip([&whole[..whole.len() / 2], &flipped, b"no hand-over file"]) {
        fs::write(&files[8], damaged).unwrap();
        assert_eq!(
            merges_before(8, before).await.unwrap(),
            5,
            "what is wrong with the next one is no matter of this one"
        );
        let refused = merges_before(8, 8).await.unwrap_err();
        assert!(matches!(refused, StoreError::HandOver(_)), "{refused:?}");
    }
    fs::write(&files[8], whole).unwrap();
    assert_eq!(merges_before(0, 8).await.unwrap(), 5);
    assert_eq!(finds(&ana, "").await.len(), 46);
    is_sound(&ana).await;
}

#[tokio::test]
async fn after_an_exchange_both_ways_both_laptops_agree_word_for_word() {
    let two = confirmed().await;
    records(&two.ana, "What the organiser wrote.").await;
    let theirs = records(&two.seven, "They kept our passports.").await;
    does(&two.seven, Deed::TAG, vec![Edit::Set { record: theirs, fields: tags(&["gcm:objective:6"], &[]) }]).await;
    let (file, _) = hands(&two.seven, &two.table, everything("Table 7")).await;
    let merged = merges(&two.ana, &file).await;
    assert_eq!((merged.new, merged.changed), (1, 0));
    let (file, handed) = hands(&two.ana, &two.founder, everything("Ana")).await;
    assert_eq!(handed.contributions, 1, "what the table has already does not come back");
    let merged = merges(&two.seven, &file).await;
    assert_eq!(merged.new, 1);
    assert_eq!(two.ana.dump().await.unwrap(), two.seven.dump().await.unwrap());
    is_sound(&two.ana).await;
    is_sound(&two.seven).await;
    let again = merges(&two.seven, &file).await;
    assert!(!again.is_news);
    assert_eq!(two.seven.reports(10).await.unwrap().len(), 3, "the pack, and each file");
}

#[tokio::test]
async fn two_wordings_of_one_contribution_are_both_kept_and_told() {
    let two = confirmed().await;
    let ours = records(&two.seven, "They kept our passports.").await;
    let (file, _) = hands(&two.seven, &two.table, everything("Table 7")).await;
    merges(&two.ana, &file).await;
    let reword = |text: &str| vec![Edit::Set { record: ours, fields: Fields::from([(field::TEXT, text.into())]) }];
    does(&two.seven, Deed::EDIT, reword("They kept all our passports.")).await;
    does(&two.ana, Deed::EDIT, reword("They took our passports.")).await;
    let (file, _) = hands(&two.seven, &two.table, everything("Table 7")).await;
    let merged = merges(&two.ana, &file).await;
    assert_eq!((merged.new, merged.changed, merged.conflicts), (0, 1, vec![ours]));
    is_sound(&two.ana).await;
}

#[tokio::test]
async fn what_was_erased_is_gone_on_the_other_laptop_too_and_does_not_come_back() {
    let two = confirmed().await;
    let ours = records(&two.seven, "They kept our passports.").await;
    let (before, _) = hands(&two.seven, &two.table, everything("Table 7")).await;
    let kept = two.table.place.path().join("kept.handover");
    fs::copy(&before, &kept).unwrap();
    merges(&two.ana, &before).await;
    does(&two.seven, Deed::ERASE, vec![Edit::Erase(ours)]).await;
    let (file, _) = hands(&two.seven, &two.table, everything("Table 7")).await;
    let merged = merges(&two.ana, &file).await;
    assert_eq!(merged.erased, 1);
    assert!(finds(&two.ana, "passports").await.is_empty());
    merges(&two.ana, &kept).await;
    assert!(!two.ana.dump().await.unwrap().contains("passports"));
    let merged = merges(&two.ana, &file).await;
    assert!(!merged.is_news);
    is_sound(&two.ana).await;
}

#[tokio::test]
async fn what_may_not_be_passed_on_stays_until_it_may() {
    let two = confirmed().await;
    let refused = Permission { consent: Consent::Refused, basis: None };
    let made =
        does(&two.seven, Deed::RECORD, vec![said_with("Not to be passed on.", [(field::SHARE, refused.to_value())])]);
    let record = made.await.created[0];
    let attach = Edit::Attach {
        to: Whole::There(record),
        fields: Fields::from([(field::NAME, "letter.pdf".into())]),
        bytes: b"not this either".to_vec(),
    };
    does(&two.seven, Deed::ATTACH, vec![attach]).await;
    let (file, _) = hands(&two.seven, &two.table, everything("Table 7")).await;
    let merged = merges(&two.ana, &file).await;
    assert_eq!((merged.new, merged.lacks_words), (0, 2));
    assert!(finds(&two.ana, "").await.is_empty());
    is_sound(&two.ana).await;

    let given = Permission { consent: Consent::Given, basis: Some(anteroom_model::permission::Basis::Clearance) };
    let allows = Edit::Set { record, fields: Fields::from([(field::SHARE, given.to_value())]) };
    does(&two.seven, Deed::PERMISSION, vec![allows]).await;
    let (file, _) = hands(&two.seven, &two.table, everything("Table 7")).await;
    merges(&two.ana, &file).await;
    assert_eq!(finds(&two.ana, "").await, ["Not to be passed on."]);
    let files = two.ana.find(&anteroom_store::Query::default(), 0, 1).await.unwrap().rows.remove(0).files;
    assert_eq!(two.ana.attached(files[0].id).await.unwrap().unwrap(), b"not this either");
    is_sound(&two.ana).await;
}

#[tokio::test]
async fn many_that_may_not_be_passed_on_keep_nothing_back_that_comes_behind_them() {
    let two = confirmed().await;
    let refused = Permission { consent: Consent::Refused, basis: None };
    let kept = (0..500).map(|_| said_with("Not to be passed on.", [(field::SHARE, refused.to_value())]));
    let passed_on = (0..300).map(|_| said("To be passed on."));
    let made = does(&two.seven, Deed::IMPORT, kept.chain(passed_on).collect()).await;
    let attach = Edit::Attach {
        to: Whole::There(made.created[799]),
        fields: Fields::from([(field::NAME, "letter.pdf".into())]),
        bytes: b"and this".to_vec(),
    };
    does(&two.seven, Deed::ATTACH, vec![attach]).await;
    let (file, _) = hands(&two.seven, &two.table, everything("Table 7")).await;
    let merged = merges(&two.ana, &file).await;
    assert_eq!((merged.new, merged.lacks_words), (300, 500));
    let files = two.ana.contribution(made.created[799]).await.unwrap().map(|it| it.files.len());
    assert_eq!(files, Some(1));
    let whole = HandOver { since: Since::Whole, ..everything("Table 7") };
    let (file, _) = hands(&two.seven, &two.table, whole).await;
    assert_eq!(merges(&two.ana, &file).await.lacks_words, 0);
    // Nor do many that were erased.
    does(&two.seven, Deed::ERASE, made.created.iter().take(700).map(|record| Edit::Erase(*record)).collect()).await;
    records(&two.seven, "Said after.").await;
    let (file, _) = hands(&two.seven, &two.table, everything("Table 7")).await;
    assert_eq!((merges(&two.ana, &file).await.new, finds(&two.ana, "").await.len()), (1, 101));
    is_sound(&two.ana).await;
}

#[tokio::test]
async fn names_and_contacts_go_along_only_when_they_are_chosen() {
    let two = confirmed().await;
    let name = Fields::from([(field::NAME, Value::from("Amal K.")), (field::CONTACT, "amal@example.org".into())]);
    does(&two.seven, Deed::IDENTITY, vec![Edit::Create { kind: field::IDENTITY, fields: name, mark: None }]).await;
    let (file, _) = hands(&two.seven, &two.table, everything("Table 7")).await;
    merges(&two.ana, &file).await;
    assert!(two.ana.records(field::IDENTITY).await.unwrap().is_empty());
    let with_names = HandOver { names: Names::Along, since: Since::Whole, ..everything("Table 7") };
    let (file, _) = hands(&two.seven, &two.table, with_names).await;
    merges(&two.ana, &file).await;
    assert_eq!(two.ana.records(field::IDENTITY).await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_pack_holds_nothing_that_anybody_said() {
    let (founder, table) = (Laptop::new(), Laptop::new());
    let (ana, _) = founder.founds().await;
    records(&ana, "They kept our passports.").await;
    let (pack, code) = (founder.place.path().join("x.pack"), Code::random().unwrap());
    ana.pack(&pack, &code, "Ana", false, NOW, &Silent).await.unwrap();
    let seven = start(&pack, &code, &table).await.unwrap();
    assert!(finds(&seven, "").await.is_empty());
    assert_eq!(seven.records(field::CONSULTATION).await.unwrap().len(), 1, "what the consultation is stands there");
    assert!(!seven.dump().await.unwrap().contains("passports"));
    let other = Laptop::new();
    let wrong = start(&pack, &Code::random().unwrap(), &other).await.unwrap_err();
    assert!(matches!(wrong, StoreError::HandOver(HandoverError::WrongCode)), "{wrong:?}");
    assert!(!other.file().exists(), "nothing is left behind");
    seven.close().await.unwrap();
    let second = table.place.path().join("second.anteroom");
    let twice = Store::start(&pack, &code, &second, &table.home(), &typed("x"), false, NOW, &Silent).await.unwrap_err();
    assert!(matches!(twice, StoreError::TakesPartAlready), "{twice:?}");
}

#[tokio::test]
async fn a_torn_copy_and_one_for_somebody_else_change_nothing() {
    let two = confirmed().await;
    records(&two.seven, "They kept our passports.").await;
    let (file, _) = hands(&two.seven, &two.table, everything("Table 7")).await;
    let before = two.ana.dump().await.unwrap();
    let bytes = fs::read(&file).unwrap();
    for length in [0, 10, 100, bytes.len() / 2, bytes.len() - 1] {
        fs::write(&file, &bytes[..length]).unwrap();
        two.ana.merge(&file, NOW, &Silent).await.unwrap_err();
    }
    for at in (0..bytes.len()).step_by(97) {
        let mut changed = bytes.clone();
        changed[at] ^= 1;
        fs::write(&file, &changed).unwrap();
        two.ana.merge(&file, NOW, &Silent).await.unwrap_err();
    }
    assert_eq!(two.ana.dump().await.unwrap(), before);
    fs::write(&file, &bytes).unwrap();
    let own = two.seven.merge(&file, NOW, &Silent).await.unwrap_err();
    assert!(matches!(own, StoreError::HandOver(HandoverError::NotForThisLaptop)), "{own:?}");
    let stranger = Laptop::new();
    let (other, _) = stranger.founds().await;
    let foreign = other.merge(&file, NOW, &Silent).await.unwrap_err();
    assert!(matches!(foreign, StoreError::HandOver(HandoverError::NotForThisLaptop)), "{foreign:?}");
    assert_eq!(merges(&two.ana, &file).await.new, 1, "the whole copy is well");
}

#[tokio::test]
async fn who_was_invited_accepts_and_is_let_in_begins_with_all_that_there_is() {
    let (founder, other) = (Laptop::new(), Laptop::new());
    let (ana, _) = founder.founds().await;
    records(&ana, "They kept our passports.").await;
    let invitation = ana.invite("Ben", Roles::ORGANISER.and(Roles::RAPPORTEUR), false, NOW).await.unwrap();
    let joined = Store::join(&other.home(), &invitation, "Benjamin", &typed("of Ben"), false).unwrap();
    let invited = ana.accepted(&joined.acceptance).await.unwrap();
    assert_eq!((invited.name.as_str(), invited.own_name.as_str()), ("Ben", "Benjamin"));
    assert_eq!(invited.admitted.device, joined.device);
    ana.admit(invited.admitted.clone(), Vec::new(), ana.person(), NOW).await.unwrap();
    ana.use_invitation(&invited).await.unwrap();
    let (file, handed) = hands(&ana, &founder, everything("Ana")).await;
    assert_eq!(handed.to, [joined.device]);
    let begins = async |passphrase: &str| {
        Store::begin_invited(&file, &other.file(), &other.home(), &typed(passphrase), NOW, &Silent).await
    };
    assert!(matches!(begins("another").await, Err(StoreError::NothingAccepted)));
    let (ben, _) = begins("of Ben").await.unwrap();
    assert_eq!(finds(&ben, "").await, ["They kept our passports."]);
    assert_eq!(ben.dump().await.unwrap(), ana.dump().await.unwrap());
    is_sound(&ben).await;
    // He is an organiser: what he does counts at once, there too.
    does(&ben, Deed::STRUCTURE, vec![Edit::Create { kind: field::STAGE, fields: Fields::new(), mark: None }]).await;
    let (file, _) = hands(&ben, &other, everything("Ben")).await;
    let merged = merges(&ana, &file).await;
    assert!(merged.waiting.is_empty() && merged.commits == 1, "{merged:?}");
    let second = Laptop::new();
    let again = Store::join(&second.home(), &invitation, "Somebody", &typed("x"), false).unwrap();
    let refused = ana.accepted(&again.acceptance).await.unwrap_err();
    assert!(matches!(refused, StoreError::UnknownInvitation), "an invitation is used once: {refused:?}");
    ben.close().await.unwrap();
    other.tries_to_open("of Ben").await.unwrap();
}

#[tokio::test]
async fn who_is_suspended_adds_nothing_and_what_came_before_stays() {
    let two = confirmed().await;
    records(&two.seven, "Before.").await;
    let (file, _) = hands(&two.seven, &two.table, everything("Table 7")).await;
    merges(&two.ana, &file).await;
    let device = two.ana.known().await.unwrap().into_iter().find(|it| !it.is_founder).unwrap().device;
    two.ana.suspend(device, &CutOff::default(), None, two.ana.person(), NOW).await.unwrap();
    records(&two.seven, "After.").await;
    let (late, _) = hands(&two.seven, &two.table, everything("Table 7")).await;
    let merged = merges(&two.ana, &late).await;
    assert_eq!((merged.waiting.len(), merged.waiting[0].contributions), (1, 1));
    assert_eq!(finds(&two.ana, "").await, ["Before."]);
    // It learns of it, and says so where it is used.
    let whole = HandOver { to: vec![device], since: Since::Whole, ..everything("Ana") };
    let (file, _) = hands(&two.ana, &two.founder, whole).await;
    merges(&two.seven, &file).await;
    let refused = tries(&two.seven, Deed::RECORD, vec![said("Never.")]).await.unwrap_err();
    assert!(matches!(refused, StoreError::Suspended), "{refused:?}");
    is_sound(&two.ana).await;
    is_sound(&two.seven).await;
}

#[tokio::test]
async fn a_facilitator_decides_nothing_and_lays_out_nothing() {
    let two = confirmed().await;
    let (file, _) = hands(&two.ana, &two.founder, everything("Ana")).await;
    merges(&two.seven, &file).await;
    let stage = Edit::Create { kind: field::STAGE, fields: Fields::new(), mark: None };
    assert!(matches!(tries(&two.seven, Deed::STRUCTURE, vec![stage]).await, Err(StoreError::NotAllowed)));
    let founder = two.seven.known().await.unwrap().into_iter().find(|it| it.is_founder).unwrap().device;
    let cut_off = CutOff { refuses_all: true, ..CutOff::default() };
    let tried = two.seven.suspend(founder, &cut_off, None, two.seven.person(), NOW).await;
    assert!(matches!(tried, Err(StoreError::NotAllowed)), "{tried:?}");
    let tried = two.seven.invite("x", Roles::ORGANISER, false, NOW).await;
    assert!(matches!(tried, Err(StoreError::NotAllowed)));
}

#[tokio::test]
async fn nobody_changes_the_layout_before_they_are_let_in() {
    let two = begun().await;
    let stage = Edit::Create { kind: field::STAGE, fields: Fields::new(), mark: None };
    assert!(matches!(tries(&two.seven, Deed::STRUCTURE, vec![stage]).await, Err(StoreError::NotAllowed)));
    records(&two.seven, "Recording never waits.").await;
}

#[tokio::test]
async fn who_is_refused_waits_no_more_and_does_not_come_back() {
    let two = begun().await;
    records(&two.seven, "They kept our passports.").await;
    let (file, _) = hands(&two.seven, &two.table, everything("Table 7")).await;
    merges(&two.ana, &file).await;
    let device = two.ana.strangers().await.unwrap()[0].device;
    two.ana.refuse(&[device], NOW).await.unwrap();
    assert!(two.ana.strangers().await.unwrap().is_empty());
    assert_eq!(fs::read_dir(two.founder.file().join("waiting")).unwrap().count(), 0, "nothing of it is left");
    let merged = merges(&two.ana, &file).await;
    assert_eq!((merged.strangers.len(), merged.refused.len()), (0, 1));
    assert!(two.ana.strangers().await.unwrap().is_empty());
}

#[tokio::test]
async fn a_later_file_of_a_stranger_takes_the_earlier_ones_place() {
    let two = begun().await;
    records(&two.seven, "One.").await;
    let (file, _) = hands(&two.seven, &two.table, everything("Table 7")).await;
    merges(&two.ana, &file).await;
    records(&two.seven, "Two.").await;
    let (file, _) = hands(&two.seven, &two.table, everything("Table 7")).await;
    merges(&two.ana, &file).await;
    assert_eq!(two.ana.strangers().await.unwrap()[0].notes, 2);
    lets_in(&two.ana).await;
    assert_eq!(finds(&two.ana, "").await, ["One.", "Two."]);
}

#[tokio::test]
async fn rows_of_one_table_imported_on_two_laptops_are_there_once() {
    let two = confirmed().await;
    let row = |at: u8| Edit::Create {
        kind: field::CONTRIBUTION,
        fields: Fields::from([(field::TEXT, format!("Row {at}.").into())]),
        mark: Some([at; 16]),
    };
    does(&two.ana, Deed::IMPORT, (0..20).map(row).collect()).await;
    does(&two.seven, Deed::IMPORT, (10..30).map(row).collect()).await;
    let (file, _) = hands(&two.seven, &two.table, everything("Table 7")).await;
    let merged = merges(&two.ana, &file).await;
    assert_eq!(merged.new, 10);
    assert_eq!(finds(&two.ana, "").await.len(), 30);
    let (file, _) = hands(&two.ana, &two.founder, everything("Ana")).await;
    merges(&two.seven, &file).await;
    assert_eq!(two.ana.dump().await.unwrap(), two.seven.dump().await.unwrap());
    is_sound(&two.ana).await;
    is_sound(&two.seven).await;
}

#[tokio::test]
async fn a_clock_that_is_ahead_is_named() {
    let two = confirmed().await;
    let late = anteroom_store::Action {
        deed: Deed::RECORD,
        time: NOW + 3_600_000,
        author: two.seven.person(),
        undoes: None,
        edits: vec![said("From the future.")],
    };
    two.seven.commit(late).await.unwrap();
    let (file, _) = hands(&two.seven, &two.table, everything("Table 7")).await;
    let merged = merges(&two.ana, &file).await;
    assert_eq!((merged.ahead.len(), merged.ahead[0].1), (1, 3_600_000));
}

#[tokio::test]
async fn many_contributions_recorded_one_by_one_come_in_their_order() {
    let two = confirmed().await;
    let mut expected = Vec::new();
    for number in 0..60_i64 {
        let action = anteroom_store::Action {
            deed: Deed::RECORD,
            time: 3_000 + number / 3,
            author: two.seven.person(),
            undoes: None,
            edits: vec![said(&format!("Number {number}."))],
        };
        two.seven.commit(action).await.unwrap();
        expected.push(format!("Number {number}."));
    }
    let ours: RecordId = records(&two.ana, "Between.").await;
    let (file, _) = hands(&two.seven, &two.table, everything("Table 7")).await;
    assert_eq!(merges(&two.ana, &file).await.new, 60);
    let found = finds(&two.ana, "Number").await;
    assert_eq!(found.len(), 60);
    assert_eq!(finds(&two.ana, "").await[0], "Between.", "{ours}");
    is_sound(&two.ana).await;
}
