//! What is half typed: in the consultation and encrypted with it, but not in the journal. It goes when it is recorded, in
//! the same transaction, or when somebody does not want it kept; then no page and no log holds a word of it.

use std::collections::BTreeSet;

use anteroom_model::ids::RecordId;
use sqlx::SqliteConnection;

use crate::database;
use crate::error::StoreError;
use crate::fill::Statements;
use crate::store::Store;

/// A text that is kept under a name until it is done with.
#[derive(Clone, PartialEq, Eq)]
pub struct Draft {
    pub name: String,
    pub words: String,
    /// Milliseconds since 1970, UTC.
    pub at: i64,
}

impl Draft {
    /// The name of a text about a record, of which there is one of each kind: where the record is erased, it goes too.
    pub fn about(kind: &str, record: RecordId) -> String {
        format!("{kind}/{record}")
    }
}

/// What becomes of drafts that are not about one record alone when these records are erased, here or elsewhere: in the same
/// transaction.
pub type Forgetting = fn(&[Draft], &BTreeSet<RecordId>) -> Settling;

/// Lets go of everything half typed about records that are erased.
pub(crate) async fn forget(
    connection: &mut SqliteConnection,
    erased: &[RecordId],
    forgetting: Forgetting,
) -> Result<(), StoreError> {
    for record in erased {
        let about = Draft::about("%", *record);
        sqlx::query("DELETE FROM draft WHERE name LIKE ?").bind(about).execute(&mut *connection).await?;
    }
    let settling = forgetting(&drafts(connection).await?, &erased.iter().copied().collect());
    let mut statements = Statements::default();
    settling.write(&mut statements);
    statements.run(connection).await
}

impl std::fmt::Debug for Draft {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Draft").field("name", &self.name).field("at", &self.at).finish_non_exhaustive()
    }
}

/// What becomes of drafts together with an action: all of it happens, or nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settling {
    /// Kept from now on, each in the place of what stood under its name.
    pub kept: Vec<Draft>,
    /// Names of those that are done with.
    pub gone: Vec<String>,
}

/// What becomes of drafts once the ids of the new records are known.
pub type Settle = Box<dyn FnOnce(&[RecordId]) -> Settling + Send>;

impl Settling {
    pub(crate) fn is_empty(&self) -> bool {
        self.kept.is_empty() && self.gone.is_empty()
    }

    pub(crate) fn write(self, into: &mut Statements) {
        for name in self.gone {
            into.begin("DELETE FROM draft WHERE name = ", true).push_bind(name);
        }
        for draft in self.kept {
            let sql = into.begin("INSERT INTO draft (name, words, at) VALUES (", true);
            sql.push_bind(draft.name).push(", ").push_bind(draft.words).push(", ").push_bind(draft.at);
            sql.push(") ON CONFLICT (name) DO UPDATE SET words = excluded.words, at = excluded.at");
        }
    }
}

impl Store {
    /// Settles drafts without an action: durable when this returns.
    ///
    /// # Errors
    /// `DiskFull`, or what the disk refuses; nothing is changed then.
    pub async fn settle(&self, settling: Settling) -> Result<(), StoreError> {
        if settling.is_empty() {
            return Ok(());
        }
        settle(&mut self.writing().await?.connection, settling).await
    }

    /// All drafts, the oldest first.
    ///
    /// # Errors
    /// What the disk refuses.
    pub async fn drafts(&self) -> Result<Vec<Draft>, StoreError> {
        drafts(&mut *self.reader().await?).await
    }

    /// The draft of this name.
    ///
    /// # Errors
    /// What the disk refuses.
    pub async fn draft(&self, name: &str) -> Result<Option<Draft>, StoreError> {
        let mut connection = self.reader().await?;
        let row: Option<(String, i64)> = sqlx::query_as("SELECT words, at FROM draft WHERE name = ?")
            .bind(name)
            .fetch_optional(&mut *connection)
            .await?;
        Ok(row.map(|(words, at)| Draft { name: name.to_owned(), words, at }))
    }

    /// Lets go of words that nobody wants kept: they leave the log at once, and whatever copy of a page was left when the
    /// consultation is closed.
    ///
    /// # Errors
    /// What the disk refuses.
    pub async fn wipe(&self, settling: Settling) -> Result<(), StoreError> {
        let mut writing = self.writing().await?;
        settle(&mut writing.connection, settling).await?;
        sqlx::query("INSERT OR IGNORE INTO duty (name) VALUES ('vacuum')").execute(&mut *writing.connection).await?;
        database::checkpoint(&mut writing.connection).await
    }
}

pub(crate) async fn drafts(connection: &mut SqliteConnection) -> Result<Vec<Draft>, StoreError> {
    let rows: Vec<(String, String, i64)> =
        sqlx::query_as("SELECT name, words, at FROM draft ORDER BY row").fetch_all(connection).await?;
    Ok(rows.into_iter().map(|(name, words, at)| Draft { name, words, at }).collect())
}

pub(crate) async fn settle(connection: &mut SqliteConnection, settling: Settling) -> Result<(), StoreError> {
    let mut statements = Statements::in_one();
    statements.begin("BEGIN IMMEDIATE", true);
    settling.write(&mut statements);
    statements.begin("COMMIT", true);
    let settled = statements.run(connection).await;
    if settled.is_err() {
        sqlx::query("ROLLBACK").execute(&mut *connection).await.ok();
    }
    settled
}

#[cfg(test)]
mod tests {
    use anteroom_journal::deed::Deed;
    use anteroom_model::field;
    use anteroom_model::value::Fields;

    use super::*;
    use crate::{Action, Edit, Founding, Passphrase};

    #[tokio::test]
    async fn what_is_half_typed_about_a_record_goes_where_the_record_is_erased() {
        let place = tempfile::tempdir().unwrap();
        let (file, home) = (place.path().join("x.anteroom"), place.path().join("home"));
        let founding = Founding { time: 1, edits: Vec::new() };
        let (store, _) = Store::create(&file, &home, &Passphrase::new("x".into()), founding).await.unwrap();
        let does = async |deed, edit| {
            let action = Action { deed, time: 2, author: store.person(), undoes: None, edits: vec![edit] };
            store.commit(action).await.unwrap().created
        };
        let create = || Edit::Create { kind: field::CONTRIBUTION, fields: Fields::new(), mark: None };
        let (erased, other) = (does(Deed::RECORD, create()).await[0], does(Deed::RECORD, create()).await[0]);
        let names = [
            Draft::about("correction", erased),
            Draft::about("translation/fr", erased),
            Draft::about("correction", other),
            "composer".to_owned(),
        ];
        let kept = names.clone().map(|name| Draft { name, words: "half".into(), at: 3 }).to_vec();
        store.settle(Settling { kept, gone: Vec::new() }).await.unwrap();
        does(Deed::ERASE, Edit::Erase(erased)).await;
        let left: Vec<_> = store.drafts().await.unwrap().into_iter().map(|draft| draft.name).collect();
        assert_eq!(left, names[2..]);
    }
}
