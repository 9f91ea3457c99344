//! A laptop to which much has been handed over, just before it is taken in.

use std::path::{Path, PathBuf};

use anteroom_handover::Code;
use anteroom_journal::decision::Roles;
use anteroom_journal::deed::Deed;
use anteroom_model::field;
use anteroom_model::ids::RecordId;
use anteroom_model::value::{Fields, Value};
use anteroom_store::{
    Action, Admitted, Edit, HandOver, Names, Passphrase, Silent, Since, Store, Stranger, Unlock, Whole,
};
use anteroom_tests::laptop::{Laptop, PASSPHRASE, copy_folder};
use tempfile::TempDir;

const NOW: i64 = 1_800_000_000_000;

/// How many contributions are recorded one by one, and how many stand in each imported table.
const ONE_BY_ONE: usize = 500;
const TABLES: usize = 5;
const ROWS: usize = 500;

/// Everything that is erased has this word.
pub(crate) const ERASED: &str = "quixhaven";

/// What the organiser had recorded before, and goes on being found.
pub(crate) const KEPT: [&str; 3] = ["Recorded before, one.", "Recorded before, three.", "Recorded before, two."];

/// The organiser's laptop, with nobody at it, and what is to be taken in.
pub(crate) struct Scene {
    ana: Laptop,
    others: Others,
    /// What of her own is erased elsewhere.
    doomed: Vec<RecordId>,
}

/// Those who hand over: another organiser, and a table that nobody has confirmed.
struct Others {
    ben: Store,
    seven: Store,
    _places: [TempDir; 2],
}

fn typed() -> Passphrase {
    Passphrase::new(PASSPHRASE.to_owned())
}

fn everything(name: &str) -> HandOver {
    HandOver { to: Vec::new(), since: Since::LastExchange, names: Names::LeftOut, name: name.into(), at: NOW }
}

async fn does(store: &Store, deed: Deed, edits: Vec<Edit>) -> Vec<RecordId> {
    let action = Action { deed, time: NOW, author: store.person(), undoes: None, edits };
    Box::pin(store.commit(action)).await.unwrap().created
}

fn said(text: String, mark: Option<[u8; 16]>) -> Edit {
    let fields = Fields::from([(field::TEXT, Value::from(text)), (field::LANGUAGE, "en".into())]);
    Edit::Create { kind: field::CONTRIBUTION, fields, mark }
}

/// Records much: one by one, in tables and with an attached file. What is erased later comes first.
async fn records_much(store: &Store, tables: usize) -> Vec<RecordId> {
    let mut all = Vec::new();
    for number in 0..ONE_BY_ONE {
        let text = format!("Number {number} said that wages were held back in {ERASED}, 工资被扣.");
        all.extend(does(store, Deed::RECORD, vec![said(text, None)]).await);
    }
    let pieces = 2 * anteroom_store::A_PIECE + 1000;
    let bytes = (0..pieces).map(|at| (at % 251) as u8).collect();
    let fields = Fields::from([(field::NAME, format!("{ERASED}.jpg").into())]);
    does(store, Deed::ATTACH, vec![Edit::Attach { to: Whole::There(all[0]), fields, bytes }]).await;
    for table in 0..tables {
        let rows = (0..ROWS).map(|row| {
            let mark = [[table as u8; 12].as_slice(), &(row as u32).to_be_bytes()].concat();
            said(format!("Row {row} of table {table}: hours unpaid, عمّال موسميون."), mark.try_into().ok())
        });
        does(store, Deed::IMPORT, rows.collect()).await;
    }
    all
}

impl Others {
    async fn begin(ana: &Store, place: &Path) -> Self {
        let places = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
        let [bens, sevens] = [places[0].path(), places[1].path()];
        let invitation = ana.invite("Ben", Roles::ALL, false, NOW).await.unwrap();
        let joined = Store::join(&bens.join("home"), &invitation, "Ben", &typed(), false).unwrap();
        let invited = ana.accepted(&joined.acceptance).await.unwrap();
        Box::pin(ana.admit(invited.admitted.clone(), Vec::new(), ana.person(), NOW)).await.unwrap();
        ana.use_invitation(&invited).await.unwrap();
        let handed = place.join("first.handover");
        ana.hand_over(&handed, everything("Ana"), &Silent).await.unwrap();
        let (file, home, passphrase) = (bens.join("ben"), bens.join("home"), typed());
        let begins = Store::begin_invited(&handed, &file, &home, &passphrase, NOW, &Silent);
        let (ben, _) = Box::pin(begins).await.unwrap();
        let (pack, code) = (place.join("x.pack"), Code::random().unwrap());
        ana.pack(&pack, &code, "Ana", false, NOW, &Silent).await.unwrap();
        let (file, home) = (sevens.join("seven"), sevens.join("home"));
        let starts = Store::start(&pack, &code, &file, &home, &passphrase, false, NOW, &Silent);
        let (seven, _) = Box::pin(starts).await.unwrap();
        Self { ben, seven, _places: places }
    }
}

impl Scene {
    async fn begin() -> Self {
        let ana = Laptop::default();
        let (mut running, _) = ana.founds();
        for words in KEPT {
            running.records(words);
        }
        let doomed = (0..10).map(|number| running.records(&format!("Ana heard of {ERASED}, {number}.")));
        let doomed = doomed.map(|id| id.parse().unwrap()).collect();
        running.closes();
        let store = opened(&ana).await;
        let others = Others::begin(&store, ana.place()).await;
        store.close().await.unwrap();
        Self { ana, others, doomed }
    }

    /// Much that another organiser recorded.
    pub(crate) async fn much() -> Self {
        let scene = Box::pin(Self::begin()).await;
        let ben = &scene.others.ben;
        records_much(ben, TABLES).await;
        let reworded = Fields::from([(field::TEXT, "Ben put this in other words.".into())]);
        does(ben, Deed::EDIT, vec![Edit::Set { record: scene.doomed[0], fields: reworded }]).await;
        scene.is_handed(ben, "Ben").await;
        scene
    }

    /// An erasure of much of that, and of what the laptop's own organiser recorded.
    pub(crate) async fn erasure() -> Self {
        let scene = Box::pin(Self::begin()).await;
        let ben = &scene.others.ben;
        let theirs = records_much(ben, 1).await;
        scene.is_handed(ben, "Ben").await;
        scene.takes_in().await;
        let erased = theirs.iter().chain(&scene.doomed).map(|record| Edit::Erase(*record));
        does(ben, Deed::ERASE, erased.collect()).await;
        scene.is_handed(ben, "Ben").await;
        scene
    }

    /// Much that a table recorded which nobody has confirmed.
    pub(crate) async fn of_a_stranger() -> Self {
        let scene = Box::pin(Self::begin()).await;
        let seven = &scene.others.seven;
        records_much(seven, 2).await;
        scene.is_handed(seven, "Table 7").await;
        scene
    }

    /// The same has come and waits: it can be approved.
    pub(crate) async fn that_waits() -> Self {
        let scene = Box::pin(Self::of_a_stranger()).await;
        scene.takes_in().await;
        scene
    }

    /// The same has come and waits, and the other organiser lets the table in.
    pub(crate) async fn of_a_certificate() -> Self {
        let scene = Box::pin(Self::that_waits()).await;
        let ana = opened(&scene.ana).await;
        let Stranger { device, person, recipient, .. } = ana.strangers().await.unwrap().remove(0);
        ana.close().await.unwrap();
        let ben = &scene.others.ben;
        let admitted = Admitted { device, roles: Roles::FACILITATOR, person, recipient: Some(recipient) };
        Box::pin(ben.admit(admitted, Vec::new(), ben.person(), NOW)).await.unwrap();
        scene.is_handed(ben, "Ben").await;
        scene
    }

    /// What the laptop shows that takes in the same file, and for which nothing waits.
    pub(crate) async fn without_what_waits(&self) -> String {
        let laptop = self.again();
        let ana = opened(&laptop).await;
        let waiting: Vec<_> = ana.strangers().await.unwrap().iter().map(|it| it.device).collect();
        ana.refuse(&waiting, NOW).await.unwrap();
        Box::pin(ana.merge(&handed(&laptop), NOW, &Silent)).await.unwrap();
        ana.dump().await.unwrap()
    }

    async fn is_handed(&self, by: &Store, name: &str) {
        by.hand_over(&handed(&self.ana), everything(name), &Silent).await.unwrap();
    }

    async fn takes_in(&self) {
        let ana = opened(&self.ana).await;
        Box::pin(ana.merge(&handed(&self.ana), NOW, &Silent)).await.unwrap();
        ana.close().await.unwrap();
    }

    /// The same laptop once more.
    pub(crate) fn again(&self) -> Laptop {
        let laptop = Laptop::default();
        copy_folder(self.ana.place(), laptop.place());
        laptop
    }
}

/// The file that is handed over.
pub(crate) fn handed(laptop: &Laptop) -> PathBuf {
    laptop.at("x.handover")
}

async fn opened(laptop: &Laptop) -> Store {
    Box::pin(Store::open(&laptop.file(), &laptop.home(), &Unlock::Passphrase(typed()))).await.unwrap()
}
