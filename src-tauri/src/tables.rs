//! Tables to import. The page knows a table by a token; its place comes from a dialog of the system or from a drop, never
//! from the page.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use anteroom_app::consultations::Steps;
use anteroom_app::imports::{self, Expected, ImportReport, Mapping, PreviewRow, RefusedRow, TableView};
use anteroom_app::{AppError, say};
use serde::{Deserialize, Serialize};
use tauri::{AppHandle, Emitter, Manager};

use crate::dialog::{self, Kind};
use crate::room::{Room, refused};

/// The tables that were chosen since the consultation was opened, by their tokens.
#[derive(Debug, Default)]
pub(crate) struct Tables(Mutex<(u32, BTreeMap<u32, Table>)>);

#[derive(Clone, Debug)]
struct Table {
    file: PathBuf,
    /// What was found to be refused when somebody looked last.
    refused: Vec<RefusedRow>,
}

/// A table that a person chose, with the token that stands for it.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct ChosenTable {
    pub(crate) token: u32,
    pub(crate) table: TableView,
}

/// A table, and what its columns mean.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct AskTable {
    pub(crate) token: u32,
    pub(crate) mapping: Mapping,
}

impl Tables {
    /// Keeps the place of a table, and gives a token for it.
    pub(crate) fn keep(&self, file: PathBuf) -> u32 {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.0 += 1;
        let token = kept.0;
        kept.1.insert(token, Table { file, refused: Vec::new() });
        token
    }

    fn of(&self, token: u32) -> Result<Table, AppError> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.1.get(&token).cloned().ok_or_else(|| refused("no-table", "Choose the table again."))
    }

    fn refuses(&self, token: u32, refused: Vec<RefusedRow>) {
        if let Some(table) = self.0.lock().unwrap_or_else(PoisonError::into_inner).1.get_mut(&token) {
            table.refused = refused;
        }
    }

    pub(crate) fn forget(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).1.clear();
    }
}

const ENDINGS: &[&str] = &["csv", "tsv", "tab", "txt"];

/// The event that tells of a table that was dropped on the window: its token.
const DROPPED: &str = "table-dropped";

/// Takes a table that was dropped on the window, and tells the page.
pub(crate) fn dropped(app: &AppHandle, file: &Path) {
    let token = app.state::<Room>().tables.keep(file.to_owned());
    // A page that is gone needs not be told.
    app.emit(DROPPED, token).ok();
}

/// Whether a file may be a table, by its name.
pub(crate) fn may_be_one(file: &Path) -> bool {
    file.extension().is_some_and(|ending| ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known)))
}

/// Lets a person choose a table; `None` where the dialog was closed.
pub(crate) async fn choose(room: &Room) -> Result<Option<ChosenTable>, AppError> {
    let kind = say(&room.desk().await?.language(), "dialog-table", &[]);
    let Some(file) = dialog::open(room, &kind, ENDINGS).await? else { return Ok(None) };
    let token = room.tables.keep(file);
    taken(room, token).await.map(Some)
}

/// A table that was dropped on the window, by its token.
pub(crate) async fn taken(room: &Room, token: u32) -> Result<ChosenTable, AppError> {
    let Table { file, .. } = room.tables.of(token)?;
    Ok(ChosenTable { token, table: imports::look(&file)? })
}

/// The first rows as they would be recorded.
pub(crate) async fn preview(room: &Room, input: AskTable) -> Result<Vec<PreviewRow>, AppError> {
    let Table { file, .. } = room.tables.of(input.token)?;
    imports::preview(&*room.desk().await?, &file, input.mapping).await
}

/// What would become of every row.
pub(crate) async fn expect(room: &Room, input: AskTable, steps: &Steps) -> Result<Expected, AppError> {
    let Table { file, .. } = room.tables.of(input.token)?;
    let (expected, refused) = imports::expect(&*room.desk().await?, &file, input.mapping, steps).await?;
    room.tables.refuses(input.token, refused);
    Ok(expected)
}

/// Records each row once, in one action.
pub(crate) async fn import(room: &Room, input: AskTable, steps: &Steps) -> Result<ImportReport, AppError> {
    let Table { file, .. } = room.tables.of(input.token)?;
    let report = imports::import(&*room.desk().await?, &file, input.mapping, steps).await?;
    room.tables.refuses(input.token, report.refused.clone());
    Ok(report)
}

/// Writes the rows that were found to be refused where a person says; `false` where nobody says where.
pub(crate) async fn save_refused(room: &Room, token: u32) -> Result<bool, AppError> {
    let Table { file, refused } = room.tables.of(token)?;
    let language = room.desk().await?.language();
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    let name = say(&language, "dialog-refused-name", &[("table", &stem)]);
    let kind = say(&language, "dialog-table", &[]);
    let Some(to) = dialog::save(room, &name, Kind { name: &kind, ending: "csv" }).await? else {
        return Ok(false);
    };
    imports::save_refused(&*room.desk().await?, &file, &refused, &to)?;
    Ok(true)
}
