//! Finding contributions: words in any language, filters, an order.

use anteroom_model::field::{self, Field};
use anteroom_model::ids::RecordId;
use anteroom_model::permission::Consent;
use anteroom_model::view::Sort;
use sqlx::{QueryBuilder, Sqlite, SqliteConnection};

use crate::contribution::{Contribution, FoundIn};
use crate::doubles::{IN_LIST, as_list, doubles};
use crate::error::StoreError;
use crate::store::Store;
use crate::tables::{ContributionRow, columns_of};
use crate::words::{Asked, matched};

/// What to find. Everything empty: all contributions, newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// `words`, `"phrases"`, `begin*`, `-without`.
    pub words: String,
    /// Whether any of the words will do: then they are read as a text of which others may speak too.
    pub any: bool,
    pub sort: Sort,
    /// Without what its speaker refused to share.
    pub shared: bool,
    /// One of these.
    pub among: Option<Vec<RecordId>>,
    /// In one of these; an empty list finds nothing.
    pub segments: Option<Vec<RecordId>>,
    /// With one of these keys; an empty list asks nothing. So with the next ones.
    pub groups: Vec<String>,
    pub nodes: Vec<String>,
    pub kinds: Vec<String>,
    pub languages: Vec<String>,
    pub states: Vec<String>,
    /// With nothing there at all.
    pub without: Without,
    pub speaker: Option<RecordId>,
    /// Whether something is attached.
    pub files: Option<bool>,
    /// With more than one value in some field, until somebody settles it.
    pub conflicts: bool,
    /// Whose answer to a question of consent was this.
    pub permission: Option<(Field, Consent)>,
}

/// What contributions can lack.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is asked by itself, and any of them together")]
pub struct Without {
    pub segment: bool,
    pub group: bool,
    pub node: bool,
    pub kind: bool,
}

/// A page of contributions, and how many there are in all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    pub total: u32,
    /// How many of them are noted by somebody else, too, among them: so many fewer things were said.
    pub doubles: u32,
    pub rows: Vec<Contribution>,
}

impl Found {
    /// How many things were said: what is noted twice counts once.
    pub fn said(&self) -> u32 {
        self.total.saturating_sub(self.doubles)
    }
}

impl Store {
    /// A page of what fits, in the order asked for.
    ///
    /// # Errors
    /// What the disk refuses.
    pub async fn find(&self, query: &Query, offset: u32, limit: u32) -> Result<Found, StoreError> {
        let mut connection = self.reader().await?;
        let asked = if query.any { Asked::any_of(&query.words) } else { Asked::read(&query.words) };
        // Count and page from the same moment.
        sqlx::query("BEGIN").execute(&mut *connection).await?;
        let found = find(&mut connection, query, &asked, offset, limit).await;
        sqlx::query("COMMIT").execute(&mut *connection).await?;
        found
    }

    /// The ids of what fits, in the order asked for.
    ///
    /// # Errors
    /// What the disk refuses.
    pub async fn ids(&self, query: &Query, offset: u32, limit: u32) -> Result<Vec<RecordId>, StoreError> {
        let mut connection = self.reader().await?;
        let mut select = page(query, &Asked::read(&query.words), "c.id", offset, limit);
        let rows: Vec<(Vec<u8>,)> = select.build_query_as().fetch_all(&mut *connection).await?;
        let id = |(id,): (Vec<u8>,)| RecordId::try_from(id.as_slice()).map_err(|_| StoreError::ContentsDamaged);
        rows.into_iter().map(id).collect()
    }

    /// The languages that contributions are in, sorted.
    ///
    /// # Errors
    /// What the disk refuses.
    pub async fn languages(&self) -> Result<Vec<String>, StoreError> {
        let mut connection = self.reader().await?;
        let rows: Vec<(String,)> = sqlx::query_as(
            "SELECT DISTINCT language FROM contribution INDEXED BY contribution_in_order ORDER BY language",
        )
        .fetch_all(&mut *connection)
        .await?;
        Ok(rows.into_iter().map(|(language,)| language).collect())
    }
}

async fn find(
    connection: &mut SqliteConnection,
    query: &Query,
    asked: &Asked,
    offset: u32,
    limit: u32,
) -> Result<Found, StoreError> {
    let total = count(connection, query, asked).await?;
    if total == 0 || limit == 0 || offset >= total {
        let doubles = beyond_once(connection, query, asked, total).await?;
        return Ok(Found { total, doubles, rows: Vec::new() });
    }
    let mut select = page(query, asked, "c.*", offset, limit);
    let rows: Vec<ContributionRow> = select.build_query_as().fetch_all(&mut *connection).await?;
    let doubles = beyond_once(connection, query, asked, total).await?;
    Ok(Found { total, doubles, rows: rows.into_iter().map(|row| marked(row.into(), asked)).collect() })
}

/// By how many more contributions fit than were said: of those that are paired, and of those only, it is looked which fit.
async fn beyond_once(
    connection: &mut SqliteConnection,
    query: &Query,
    asked: &Asked,
    total: u32,
) -> Result<u32, StoreError> {
    if total < 2 {
        return Ok(0);
    }
    let doubles = doubles(connection).await?;
    if doubles.is_empty() {
        return Ok(0);
    }
    let mut select = QueryBuilder::<Sqlite>::new(
        "SELECT c.id FROM contribution AS c WHERE c.row IN (SELECT row FROM contribution_at WHERE id IN ",
    );
    select.push(IN_LIST.0).push_bind(as_list(doubles.paired())).push(IN_LIST.1).push(")");
    narrow(&mut select, query, asked);
    let rows: Vec<(Vec<u8>,)> = select.build_query_as().fetch_all(connection).await?;
    Ok(doubles.beyond_once(rows.into_iter().filter_map(|(id,)| RecordId::try_from(id.as_slice()).ok())))
}

/// Says where the words stand that were asked for: in a translation, or in the name of a file, only where that holds more of
/// them than what was said.
fn marked(row: Contribution, asked: &Asked) -> Contribution {
    let own = matched(&row.text, asked);
    let mut most = own.terms;
    let mut found_in = None;
    for translation in &row.translations {
        let there = matched(&translation.text, asked);
        if there.terms > most {
            most = there.terms;
            let (language, text) = (translation.language.clone(), translation.text.clone());
            found_in = Some(FoundIn { language, text, is_file_name: false, highlights: there.ranges });
        }
    }
    for file in &row.files {
        let there = matched(&file.name, asked);
        if there.terms > most {
            most = there.terms;
            let (language, text) = (String::new(), file.name.clone());
            found_in = Some(FoundIn { language, text, is_file_name: true, highlights: there.ranges });
        }
    }
    Contribution { highlights: own.ranges, found_in, ..row }
}

async fn count(connection: &mut SqliteConnection, query: &Query, asked: &Asked) -> Result<u32, StoreError> {
    let mut select = QueryBuilder::<Sqlite>::new("SELECT count(*) FROM ");
    if let (Some(matching), false) = (asked.matching(), query.narrows()) {
        select.push("contribution_words WHERE contribution_words MATCH ").push_bind(matching);
    } else {
        select.push("contribution AS c WHERE true");
        narrow(&mut select, query, asked);
    }
    let (total,): (i64,) = select.build_query_as().fetch_one(connection).await?;
    Ok(u32::try_from(total).unwrap_or(u32::MAX))
}

/// The page itself. Rows are in the order of a list already, and so is the search: words alone are read no further than to
/// the end of the page. Of one letter half of all may fit, and no one better than another: then the newest come first.
fn page(query: &Query, asked: &Asked, columns: &str, offset: u32, limit: u32) -> QueryBuilder<Sqlite> {
    let mut select = QueryBuilder::<Sqlite>::new("SELECT ");
    select.push(columns);
    let order = match query.sort {
        Sort::Oldest => " ASC",
        Sort::Newest | Sort::Reference | Sort::Relevance => " DESC",
    };
    if query.sort == Sort::Relevance
        && !asked.says_little()
        && let Some(matching) = asked.matching()
    {
        // Of what fits, how well; then, of those at hand, the rows.
        select.push(" FROM (SELECT w.rowid AS found, w.rank AS fit FROM contribution_words AS w");
        if query.narrows() {
            select.push(" JOIN contribution AS c INDEXED BY contribution_in_order ON c.row = w.rowid");
        }
        select.push(" WHERE w.words MATCH ").push_bind(matching);
        narrow(&mut select, query, &Asked::default());
        select.push(" ORDER BY fit, found DESC LIMIT ").push_bind(limit).push(" OFFSET ").push_bind(offset);
        select.push(") JOIN contribution AS c ON c.row = found ORDER BY fit, found DESC");
        return select;
    }
    if query.sort == Sort::Reference {
        select.push(" FROM contribution AS c WHERE true");
        narrow(&mut select, query, asked);
        select.push(BY_REFERENCE).push(" LIMIT ").push_bind(limit).push(" OFFSET ").push_bind(offset);
        return select;
    }
    // First which rows, by something narrow that is in their order; then the rows.
    select.push(" FROM (");
    match asked.matching() {
        Some(matching) if !query.narrows() => {
            select
                .push("SELECT rowid AS found FROM contribution_words WHERE contribution_words MATCH ")
                .push_bind(matching);
        }
        _ => {
            select.push("SELECT c.row AS found FROM contribution AS c INDEXED BY contribution_in_order WHERE true");
            narrow(&mut select, query, asked);
        }
    }
    select.push(" ORDER BY ").push("found").push(order);
    select.push(" LIMIT ").push_bind(limit).push(" OFFSET ").push_bind(offset);
    select.push(") JOIN contribution AS c ON c.row = found ORDER BY c.row").push(order);
    select
}

/// The letters of the series, then the number as a number.
const BY_REFERENCE: &str = " ORDER BY substr(c.reference, 1, instr(c.reference, '-')), \
    CAST(substr(c.reference, instr(c.reference, '-') + 1) AS INTEGER), c.row";

impl Query {
    /// Whether anything but words narrows the list.
    pub fn narrows(&self) -> bool {
        let nothing = Self { words: self.words.clone(), any: self.any, sort: self.sort, ..Self::default() };
        *self != nothing
    }
}

fn narrow(select: &mut QueryBuilder<Sqlite>, query: &Query, asked: &Asked) {
    if let Some(matching) = asked.matching() {
        select
            .push(" AND c.row IN (SELECT rowid FROM contribution_words WHERE contribution_words MATCH ")
            .push_bind(matching)
            .push(")");
    } else if let Some(not) = asked.matching_not() {
        select
            .push(" AND c.row NOT IN (SELECT rowid FROM contribution_words WHERE contribution_words MATCH ")
            .push_bind(not)
            .push(")");
    }
    for (within, ids, end) in [
        (" AND c.segment IN (", &query.segments, ")"),
        (" AND c.row IN (SELECT row FROM contribution_at WHERE id IN (", &query.among, "))"),
    ] {
        if let Some(ids) = ids {
            let mut list = select.push(within).separated(", ");
            for id in ids {
                list.push_bind(id.0.to_vec());
            }
            select.push(end);
        }
    }
    for (table, keys) in [("contribution_group", &query.groups), ("contribution_node", &query.nodes)] {
        if !keys.is_empty() {
            select.push(" AND c.row IN (SELECT contribution FROM ").push(table).push(" WHERE key");
            one_of(select, keys);
            select.push(")");
        }
    }
    for (lacking, condition) in [
        (query.without.segment, " AND c.segment IS NULL"),
        (query.without.group, " AND c.row NOT IN (SELECT contribution FROM contribution_group)"),
        (query.without.node, " AND c.row NOT IN (SELECT contribution FROM contribution_node)"),
        (query.without.kind, " AND c.kind = ''"),
    ] {
        if lacking {
            select.push(condition);
        }
    }
    for (column, values) in [("c.kind", &query.kinds), ("c.language", &query.languages), ("c.state", &query.states)] {
        if !values.is_empty() {
            select.push(" AND ").push(column);
            one_of(select, values);
        }
    }
    if let Some(with) = query.files {
        select.push(if with { " AND c.row IN " } else { " AND c.row NOT IN " });
        select.push("(SELECT row FROM contribution WHERE files <> '[]')");
    }
    if query.conflicts {
        select.push(" AND c.row IN (SELECT row FROM contribution WHERE conflicts <> '[]')");
    }
    if let Some(speaker) = query.speaker {
        select.push(" AND c.speaker = ").push_bind(speaker.0.to_vec());
    }
    if query.shared {
        let (from, to) = columns_of(Consent::Refused);
        select.push(" AND c.share NOT BETWEEN ").push_bind(from).push(" AND ").push_bind(to);
    }
    if let Some((asked, consent)) = query.permission {
        let column = match asked {
            field::SHARE => "c.share",
            field::QUOTE => "c.quote",
            field::NAME_ORGANISATION => "c.name_organisation",
            _ => "c.name_person",
        };
        let (from, to) = columns_of(consent);
        select.push(" AND ").push(column).push(" BETWEEN ").push_bind(from).push(" AND ").push_bind(to);
    }
}

fn one_of(select: &mut QueryBuilder<Sqlite>, values: &[String]) {
    select.push(" IN (");
    let mut list = select.separated(", ");
    for value in values {
        list.push_bind(value.clone());
    }
    select.push(")");
}
