//! What a thief who has the key would find: every page of the file and of the write-ahead log, decrypted.

mod pages;

use std::fs;
use std::path::Path;

use crate::action::{Action, Edit, Founding, Whole};
use crate::draft::{Draft, Settling};
use crate::folder::contents;
use crate::secret::{Key, Passphrase, Unlock};
use crate::store::Store;
use anteroom_journal::deed::Deed;
use anteroom_model::field;
use anteroom_model::ids::RecordId;
use anteroom_model::value::{Fields, Value};

/// All pages of the consultation in this folder, and all frames of its log.
fn pages(file: &Path, store_key: &Key) -> Vec<u8> {
    pages::decrypted(&contents(file), store_key.derive("anteroom/1/contents").bytes())
}

fn holds(bytes: &[u8], word: &str) -> bool {
    bytes.windows(word.len()).any(|window| window == word.as_bytes())
}

const WORDS: [&str; 4] = ["zqtestimony", "zqpassport", "zqwages", "zqfear"];

/// Stands in what was translated alone.
const TRANSLATED: &str = "zqzeugnis";

/// Testimonies of every length, from a line to several pages.
fn testimony(number: usize) -> String {
    format!("Zqtestimony {number}: they kept zqpassports and zqwages. {}", "zqfear ".repeat(number * number % 1900))
}

async fn does(store: &Store, deed: Deed, edits: Vec<Edit>) -> Vec<RecordId> {
    store.commit(Action { deed, time: 2, author: store.person(), undoes: None, edits }).await.unwrap().created
}

fn said(text: String) -> Edit {
    Edit::Create { kind: field::CONTRIBUTION, fields: Fields::from([(field::TEXT, text.into())]), mark: None }
}

#[tokio::test]
async fn after_an_erasure_no_page_and_no_log_holds_a_word_of_it() {
    let place = tempfile::tempdir().unwrap();
    let (file, home, typed) = (place.path().join("x.anteroom"), place.path().join("home"), Passphrase::new("x".into()));
    let (store, _) = Store::create(&file, &home, &typed, Founding { time: 1, edits: Vec::new() }).await.unwrap();
    let key = store.keys.current.clone();
    let mut erased = Vec::new();
    for number in 0..60 {
        does(&store, Deed::RECORD, vec![said(format!("What stays, number {number}, of zqother people."))]).await;
        erased.extend(does(&store, Deed::RECORD, vec![said(testimony(number))]).await);
    }
    let imported = (0..500).map(|number| said(testimony(number % 7))).collect();
    erased.extend(does(&store, Deed::IMPORT, imported).await);
    // Worded anew and tagged: every revision has words of its own.
    for record in erased.iter().step_by(3) {
        let fields = Fields::from([
            (field::TEXT, Value::from("Worded anew: zqtestimony and zqpassports, zqwages, zqfear.")),
            (field::TAGS, Value::set(["gcm:objective:6".into()], [])),
            (field::TRANSLATIONS, Value::set([Value::List(vec!["de".into(), TRANSLATED.into(), "draft".into()])], [])),
        ]);
        does(&store, Deed::EDIT, vec![Edit::Set { record: *record, fields }]).await;
    }
    for word in WORDS.into_iter().chain([TRANSLATED]) {
        assert!(holds(&pages(&file, &key), word), "before it is erased, “{word}” is found this way");
    }
    for some in erased.chunks(40) {
        does(&store, Deed::ERASE, some.iter().copied().map(Edit::Erase).collect()).await;
    }
    let log = fs::metadata(contents(&file).with_extension("db-wal")).map(|found| found.len()).unwrap_or_default();
    assert_eq!(log, 0, "the log is emptied at once");
    store.close().await.unwrap();
    let after = pages(&file, &key);
    for word in WORDS.into_iter().chain([TRANSLATED]) {
        assert!(!holds(&after, word), "“{word}” is still there");
    }
    assert!(holds(&after, "zqother"), "what was not erased is there");
    let store = Store::open(&file, &home, &Unlock::Passphrase(typed)).await.unwrap();
    let found = store.verify(&crate::progress::Silent).await.unwrap();
    assert!(found.ok, "{:?}", found.problems);
}

#[tokio::test]
async fn after_an_erasure_no_page_holds_a_piece_of_an_attached_file_or_its_name() {
    let place = tempfile::tempdir().unwrap();
    let (file, home, typed) = (place.path().join("x.anteroom"), place.path().join("home"), Passphrase::new("x".into()));
    let (store, _) = Store::create(&file, &home, &typed, Founding { time: 1, edits: Vec::new() }).await.unwrap();
    let key = store.keys.current.clone();
    let attached = |to, name: &str, words: &str| Edit::Attach {
        to: Whole::There(to),
        fields: Fields::from([(field::NAME, name.into())]),
        bytes: words.repeat(50_000).into_bytes(),
    };
    let said = does(&store, Deed::RECORD, vec![said("As on the flip chart.".into()), said("zqother".into())]).await;
    let files = [attached(said[0], "zqname-of-a-person.jpg", "zqfear "), attached(said[0], "b", "zqwages ")];
    let made = does(&store, Deed::ATTACH, files.into()).await;
    does(&store, Deed::ATTACH, vec![attached(said[1], "stays.jpg", "zqother ")]).await;
    let lone = does(&store, Deed::ATTACH, vec![attached(said[1], "Zqalone of zqsomebody.jpg", "zqpassport ")]).await;
    // As the name was written, and as the search knows it.
    let erased =
        ["zqfear", "zqwages", "zqname-of-a-person", "zqname", "Zqalone", "zqalone", "zqsomebody", "zqpassport"];
    for word in erased {
        assert!(holds(&pages(&file, &key), word), "before it is erased, “{word}” is found this way");
    }
    // Some of them alone, another with what it is attached to.
    does(&store, Deed::ERASE, vec![Edit::Erase(made[0])]).await;
    does(&store, Deed::ERASE, vec![Edit::Erase(lone[0])]).await;
    does(&store, Deed::ERASE, vec![Edit::Erase(said[0])]).await;
    let log = fs::metadata(contents(&file).with_extension("db-wal")).map(|found| found.len()).unwrap_or_default();
    assert_eq!(log, 0, "the log is emptied at once");
    store.close().await.unwrap();
    let after = pages(&file, &key);
    for word in erased {
        assert!(!holds(&after, word), "“{word}” is still there");
    }
    assert!(holds(&after, "zqother zqother"), "what was not erased is there");
}

#[tokio::test]
async fn of_a_draft_that_nobody_wants_kept_no_page_and_no_log_holds_a_word() {
    let place = tempfile::tempdir().unwrap();
    let (file, home, typed) = (place.path().join("x.anteroom"), place.path().join("home"), Passphrase::new("x".into()));
    let (store, _) = Store::create(&file, &home, &typed, Founding { time: 1, edits: Vec::new() }).await.unwrap();
    let key = store.keys.current.clone();
    let draft = |name: &str, words: String| Draft { name: name.to_owned(), words, at: 1 };
    let keeps = async |draft| store.settle(Settling { kept: vec![draft], gone: Vec::new() }).await.unwrap();
    // As somebody types it, with others parked beside it.
    for number in 0..40 {
        keeps(draft("composer", testimony(number))).await;
        keeps(draft(&format!("parked-{}", number % 3), format!("zqother, {}", "and so on ".repeat(number * 20)))).await;
    }
    assert!(holds(&pages(&file, &key), "zqpassport"), "before, it is found this way");
    store.wipe(Settling { kept: Vec::new(), gone: vec!["composer".to_owned()] }).await.unwrap();
    let log = fs::metadata(contents(&file).with_extension("db-wal")).map(|found| found.len()).unwrap_or_default();
    assert_eq!(log, 0, "the log is emptied at once");
    assert_eq!(store.drafts().await.unwrap().len(), 3);
    store.close().await.unwrap();
    let after = pages(&file, &key);
    for word in WORDS {
        assert!(!holds(&after, word), "“{word}” is still there");
    }
    assert!(holds(&after, "zqother"), "what is still parked is there");
}
