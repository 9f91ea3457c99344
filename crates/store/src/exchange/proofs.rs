//! Proves signatures on a thread of its own, while the database writes what was signed. Nothing of it stays where one does not hold.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use anteroom_journal::check::Refusal;
use anteroom_journal::proof::{Claim, Proving};
use tokio::sync::mpsc::{Receiver, Sender, channel};
use tokio::task::JoinHandle;

use crate::error::StoreError;

/// What is being proved came in at most so many parts, and at most as many wait.
const AHEAD: usize = 4;

pub(super) struct Proofs {
    /// `None`: no more come.
    claims: Option<Sender<Vec<Claim>>>,
    proving: JoinHandle<Result<(), Refusal>>,
    given_up: Arc<AtomicBool>,
}

impl Proofs {
    /// Waits for claims.
    pub(super) fn begin() -> Self {
        let (claims, asked) = channel(AHEAD);
        let given_up = Arc::new(AtomicBool::new(false));
        let until = Arc::clone(&given_up);
        Self {
            claims: Some(claims),
            proving: tokio::task::spawn_blocking(move || prove_as_they_come(asked, &until)),
            given_up,
        }
    }

    /// Has claims proved.
    ///
    /// # Errors
    /// `Journal`: an earlier one does not hold.
    pub(super) async fn of(&mut self, claims: Vec<Claim>) -> Result<(), StoreError> {
        match &self.claims {
            Some(into) if into.send(claims).await.is_ok() => Ok(()),
            _ => self.end().await,
        }
    }

    /// Goes on while nothing is known to be wrong.
    ///
    /// # Errors
    /// `Journal`: one does not hold.
    pub(super) async fn hold(&mut self) -> Result<(), StoreError> {
        if self.proving.is_finished() { self.end().await } else { Ok(()) }
    }

    /// Waits until all are proved.
    ///
    /// # Errors
    /// `Journal`: one is not.
    pub(super) async fn end(&mut self) -> Result<(), StoreError> {
        self.claims = None;
        // What broke down has proved nothing.
        Ok((&mut self.proving).await.map_err(|_| Refusal::Signature)??)
    }
}

impl Drop for Proofs {
    /// Whoever lets go of it wants no more of it proved.
    fn drop(&mut self) {
        self.given_up.store(true, Ordering::Relaxed);
    }
}

fn prove_as_they_come(mut asked: Receiver<Vec<Claim>>, given_up: &AtomicBool) -> Result<(), Refusal> {
    while let Some(mut claims) = asked.blocking_recv() {
        // Many are proved together in less time.
        for _ in 1..AHEAD {
            claims.extend(asked.try_recv().unwrap_or_default());
        }
        if given_up.load(Ordering::Relaxed) {
            break;
        }
        prove(claims)?;
    }
    Ok(())
}

/// # Errors
/// `Signature`: one of them does not hold.
pub(super) fn prove(mut claims: Vec<Claim>) -> Result<(), Refusal> {
    claims.sort_by_key(Claim::device);
    Proving::default().prove_all(&claims, &|coins| getrandom::fill(coins.as_flattened_mut()).is_ok())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use anteroom_handover::Code;
    use anteroom_journal::decision::Roles;
    use anteroom_journal::deed::Deed;
    use anteroom_model::field;
    use anteroom_model::value::Fields;

    use super::*;
    use crate::action::{Action, Edit, Founding};
    use crate::exchange::{Admitted, Ahead, HandOver, Names, Since, identity};
    use crate::progress::Silent;
    use crate::secret::Passphrase;
    use crate::store::Store;

    const NOW: i64 = 10_000;

    fn typed() -> Passphrase {
        Passphrase::new("x".into())
    }

    async fn records(store: &Store, from: usize, to: usize) {
        for number in from..to {
            let fields = Fields::from([(field::TEXT, format!("Said by somebody, number {number}.").into())]);
            let edits = vec![Edit::Create { kind: field::CONTRIBUTION, fields, mark: None }];
            let action = Action { deed: Deed::RECORD, time: NOW, author: store.person(), undoes: None, edits };
            store.commit(action).await.unwrap();
        }
    }

    async fn hands(store: &Store, to: &std::path::Path) {
        let since = Since::LastExchange;
        let what = HandOver { to: Vec::new(), since, names: Names::LeftOut, name: "Seven".into(), at: NOW };
        store.hand_over(to, what, &Silent).await.unwrap();
    }

    /// Flips a bit in the signature of so many commits before the last, or flips it back.
    async fn flips(store: &Store, from_last: i64, byte: usize) {
        let mut writing = store.writing().await.unwrap();
        let select = "SELECT row, signature FROM commits ORDER BY row DESC LIMIT 1 OFFSET ?";
        let found = sqlx::query_as(select).bind(from_last).fetch_one(&mut *writing.connection).await;
        let (row, mut signature): (i64, Vec<u8>) = found.unwrap();
        signature[byte] ^= 1;
        let update = sqlx::query("UPDATE commits SET signature = ? WHERE row = ?").bind(signature).bind(row);
        update.execute(&mut *writing.connection).await.unwrap();
    }

    /// The file is whole and signed by a member; one entry in it is not what its device signed.
    #[tokio::test]
    async fn of_a_file_with_one_signature_that_does_not_hold_nothing_is_taken_in() {
        let place = tempfile::tempdir().unwrap();
        let at = |name: &str| place.path().join(name);
        let founding = Founding { time: 1, edits: Vec::new() };
        let (ana, _) = Store::create(&at("ana.anteroom"), &at("ana"), &typed(), founding).await.unwrap();
        let code = Code::random().unwrap();
        ana.pack(&at("pack"), &code, "Ana", false, NOW, &Silent).await.unwrap();
        let (file, home) = (at("seven.anteroom"), at("seven"));
        let seven = Store::start(&at("pack"), &code, &file, &home, &typed(), false, NOW, &Silent).await.unwrap().0;
        records(&seven, 0, 3).await;
        hands(&seven, &at("first")).await;
        ana.merge(&at("first"), NOW, &Silent).await.unwrap();
        let stranger = ana.strangers().await.unwrap().remove(0);
        let recipient = Some(stranger.recipient);
        let (device, person) = (stranger.device, stranger.person);
        let admitted = Admitted { device, roles: Roles::FACILITATOR, person, recipient };
        ana.admit(admitted, Vec::new(), ana.person(), NOW).await.unwrap();
        let before = ana.dump().await.unwrap();

        records(&seven, 3, 10).await;
        hands(&seven, &at("earlier")).await;
        // More than come in one part.
        records(&seven, 10, 900).await;
        for (from_last, byte) in [(880, 0), (880, 32), (0, 0), (0, 31), (0, 32), (0, 63)] {
            flips(&seven, from_last, byte).await;
            hands(&seven, &at("bad")).await;
            flips(&seven, from_last, byte).await;
            let error = ana.merge(&at("bad"), NOW, &Silent).await.unwrap_err();
            assert!(matches!(error, StoreError::Journal(Refusal::Signature)), "{error:?}");
            assert_eq!(ana.dump().await.unwrap(), before);
            assert_eq!(fs::read_dir(at("ana.anteroom").join("waiting")).map_or(0, Iterator::count), 0);
            assert!(ana.verify(&Silent).await.unwrap().ok);
        }
        // Nor where it has been read ahead, as after the file before it.
        ana.merge(&at("earlier"), NOW, &Silent).await.unwrap();
        let before = ana.dump().await.unwrap();
        // Once all of its commits, once as few as can be have been read when its turn comes.
        for enough in [false, true] {
            let mut writing = ana.writing().await.unwrap();
            let (connection, journal) = writing.both().await.unwrap();
            let own = identity::own(connection).await.unwrap();
            let ahead = Ahead::read(&at("bad"), own, &journal.standing, &|| enough).await;
            assert!(enough || ahead.is_some());
            writing.ahead = ahead;
            drop(writing);
            let error = ana.merge(&at("bad"), NOW, &Silent).await.unwrap_err();
            assert!(matches!(error, StoreError::Journal(Refusal::Signature)), "{error:?}");
            assert_eq!(ana.dump().await.unwrap(), before);
        }
        hands(&seven, &at("good")).await;
        let merged = ana.merge(&at("good"), NOW, &Silent).await.unwrap().remove(0);
        assert_eq!((merged.commits, merged.new), (890, 890), "as it was signed, it is taken in");
    }
}
