//! Which words leave this computer. Not those that nobody may pass on, not names unless they were chosen, and nothing that
//! was taken back.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use anteroom_journal::contents::Contents;
use anteroom_journal::standing::Standing;
use anteroom_model::field::{self, Kind};
use anteroom_model::ids::RecordId;
use anteroom_model::permission::{Consent, Permission};
use sqlx::{QueryBuilder, Sqlite, SqliteConnection};

use crate::derive::held;
use crate::error::StoreError;
use crate::tables::columns_of;

/// Whether an event pack holds it: what tables need to begin, and nothing that anybody said.
pub(super) fn is_structure(kind: Kind) -> bool {
    field::BONES.contains(&kind) || kind == field::PRESENCE
}

/// How many revisions are read at a time.
const AT_ONCE: i64 = 1000;

/// What may leave. What counts is looked up anew for each piece of it: recording goes on meanwhile.
#[derive(Default)]
pub(super) struct Selection {
    names: bool,
    structure_alone: bool,
    /// The last revision that goes along; what came later waits for the next file.
    pub(super) last: i64,
    /// Permissions of contributions that go by another id than their own.
    of_twins: HashMap<RecordId, Option<i64>>,
    attachments: BTreeSet<RecordId>,
    /// What is held back, by its record.
    whole: HashMap<RecordId, bool>,
}

/// Contents, and the permission to pass on of the contribution of that id, if there is one.
pub(super) type Row = (i64, Vec<u8>, Vec<u8>, Option<i64>);

const SELECT: &str = "SELECT r.row, r.record, r.bytes, (SELECT share FROM contribution WHERE row IN
    (SELECT row FROM contribution_at WHERE id = r.record)) FROM revision AS r ";

impl Selection {
    /// `names`: names and contacts too; `structure_alone`: nothing but what tables need to begin.
    pub(super) fn new(names: bool, structure_alone: bool) -> Self {
        Self { names, structure_alone, ..Self::default() }
    }

    /// All that others may have, up to now; not names.
    pub(super) fn everything() -> Self {
        Self { last: i64::MAX, ..Self::default() }
    }

    /// The next words behind `after`, be it that they may leave or not; none behind the last.
    ///
    /// # Errors
    /// What the disk refuses.
    pub(super) async fn next(&self, connection: &mut SqliteConnection, after: i64) -> Result<Vec<Row>, StoreError> {
        let mut select = QueryBuilder::<Sqlite>::new(SELECT);
        select.push("WHERE r.row > ").push_bind(after).push(" AND r.row <= ").push_bind(self.last);
        select.push(" ORDER BY r.row LIMIT ").push_bind(AT_ONCE);
        Ok(select.build_query_as().fetch_all(connection).await?)
    }

    /// The words that stand in these rows of revisions.
    ///
    /// # Errors
    /// What the disk refuses.
    pub(super) async fn at(&self, connection: &mut SqliteConnection, rows: &[i64]) -> Result<Vec<Row>, StoreError> {
        let mut select = QueryBuilder::<Sqlite>::new(SELECT);
        select.push("WHERE r.row IN (");
        let mut asked = select.separated(", ");
        for row in rows {
            asked.push_bind(*row);
        }
        select.push(") AND r.row <= ").push_bind(self.last).push(" ORDER BY r.row");
        Ok(select.build_query_as().fetch_all(connection).await?)
    }

    /// The attached files whose words have been chosen so far.
    pub(super) fn attachments(&self) -> &BTreeSet<RecordId> {
        &self.attachments
    }

    /// Those of these words that may leave.
    ///
    /// # Errors
    /// `ContentsDamaged`, or what the disk refuses.
    pub(super) async fn chosen(
        &mut self,
        connection: &mut SqliteConnection,
        standing: &Standing,
        rows: Vec<Row>,
    ) -> Result<Vec<(RecordId, Vec<u8>)>, StoreError> {
        let mut chosen = Vec::with_capacity(rows.len());
        let mut looked_at: BTreeMap<RecordId, bool> = BTreeMap::new();
        for (_, record, bytes, share) in rows {
            let record = RecordId::try_from(record.as_slice()).map_err(|_| StoreError::ContentsDamaged)?;
            let may = if let Some(may) = looked_at.get(&record) {
                *may
            } else {
                let may = self.may_leave(connection, standing, record, share).await?;
                looked_at.insert(record, may);
                may
            };
            if may || self.says_what_is_shown(standing, record, &bytes) {
                chosen.push((record, bytes));
            }
        }
        Ok(chosen)
    }

    /// Whether it says of a contribution or a file that it is taken back, or that it is not, and nothing else: no word of it,
    /// and whoever has it must know.
    fn says_what_is_shown(&self, standing: &Standing, record: RecordId, bytes: &[u8]) -> bool {
        let is_said = matches!(standing.kind_of(&record), Some(field::CONTRIBUTION | field::ATTACHMENT));
        let says = || Contents::decode(bytes).is_ok_and(|said| said.fields.keys().eq([&field::PUT_AWAY]));
        is_said && !self.structure_alone && standing.wants(&record) && says()
    }

    async fn may_leave(
        &mut self,
        connection: &mut SqliteConnection,
        standing: &Standing,
        record: RecordId,
        share: Option<i64>,
    ) -> Result<bool, StoreError> {
        let Some(kind) = standing.kind_of(&record) else { return Ok(false) };
        if !standing.wants(&record) || self.structure_alone && !is_structure(kind) {
            return Ok(false);
        }
        match kind {
            field::IDENTITY => Ok(self.names),
            // What facilitators write down for themselves stays with them.
            field::REMARK => Ok(false),
            field::CONTRIBUTION => self.may_be_passed_on(connection, standing, record, share).await,
            field::ATTACHMENT => {
                let whole = standing.whole_of(&record);
                let may = match whole {
                    Some(whole) => self.whole_may_leave(connection, standing, whole).await?,
                    None => true,
                };
                if may {
                    self.attachments.insert(record);
                }
                Ok(may)
            }
            _ => Ok(true),
        }
    }

    async fn whole_may_leave(
        &mut self,
        connection: &mut SqliteConnection,
        standing: &Standing,
        whole: RecordId,
    ) -> Result<bool, StoreError> {
        if let Some(may) = self.whole.get(&whole) {
            return Ok(*may);
        }
        let share = self.share_of(connection, whole).await?;
        let may = self.may_be_passed_on(connection, standing, whole, share).await?;
        self.whole.insert(whole, may);
        Ok(may)
    }

    /// Whether whoever said it lets it be passed on. What was taken back is shown to nobody and stays here; what waits for
    /// an organiser is shown to nobody either, and goes along, so that an organiser can see what it is.
    async fn may_be_passed_on(
        &mut self,
        connection: &mut SqliteConnection,
        standing: &Standing,
        record: RecordId,
        share: Option<i64>,
    ) -> Result<bool, StoreError> {
        let alias = standing.alias(record);
        let share = if alias == record { share } else { self.share_of(connection, alias).await? };
        let refused = columns_of(Consent::Refused);
        match share {
            Some(share) => Ok(share < refused.0),
            None if standing.is_counted(&record) => Ok(false),
            None => {
                let held = held(connection, standing, &[record]).await?;
                let said = held.values().filter_map(|fields| Some(Permission::read(Some(fields.get(&field::SHARE)?))));
                Ok(said.map(|share| share.consent).all(|consent| consent < Consent::Refused))
            }
        }
    }

    async fn share_of(
        &mut self,
        connection: &mut SqliteConnection,
        record: RecordId,
    ) -> Result<Option<i64>, StoreError> {
        if let Some(share) = self.of_twins.get(&record) {
            return Ok(*share);
        }
        let share = "SELECT share FROM contribution WHERE row IN (SELECT row FROM contribution_at WHERE id = ?)";
        let found: Option<(i64,)> = sqlx::query_as(share).bind(record.0.as_slice()).fetch_optional(connection).await?;
        let share = found.map(|(share,)| share);
        self.of_twins.insert(record, share);
        Ok(share)
    }
}
