//! Files attached to a contribution: a photo of a flip chart, a written statement. They are kept encrypted inside the
//! consultation and go with their contribution; what is saved out of it is an ordinary file again.

use std::fs;
use std::path::{Path, PathBuf};

use anteroom_journal::deed::Deed;
use anteroom_model::field;
use anteroom_model::ids::RecordId;
use anteroom_model::value::{Fields, Value};
use anteroom_model::view::AttachmentView;
use anteroom_store::{Contribution, Edit, Record, StoreError, Whole};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::contributions::one;
use crate::desk::Desk;
use crate::error::AppError;
use crate::exchange::Names;
use crate::files;
use crate::structure::{is_put_away, text, tidy_name};

/// The longest file that can be attached, in bytes: 25 MB. A laptop hands over what it has in one file on a stick.
pub const LARGEST: u64 = 25_000_000;

/// How many files can be attached at once.
pub const MOST_AT_ONCE: usize = 20;

/// What a window can show by itself.
const PICTURES: [&str; 4] = ["image/png", "image/jpeg", "image/gif", "image/webp"];

/// A file as it is attached.
struct Read {
    name: String,
    bytes: Vec<u8>,
}

/// Attaches files to a contribution, all of them in one action or none, and says how many. `asked` is an id or a short
/// reference.
///
/// # Errors
/// `unknown-contribution`, `too-many-files`, `file-too-large`, `file-empty`, `not-a-file`, `cannot-read`.
pub async fn attach(desk: &Desk, asked: &str, files: &[PathBuf]) -> Result<u32, AppError> {
    let to = one(desk, asked).await?.id;
    if files.len() > MOST_AT_ONCE {
        let (count, most) = (files.len().to_string(), MOST_AT_ONCE.to_string());
        return Err(AppError::new("too-many-files", &[("count", &count), ("most", &most)]));
    }
    let files = files.iter().map(|file| read(file)).collect::<Result<Vec<_>, _>>()?;
    let count = files.len() as u32;
    let edits: Vec<Edit> = files
        .into_iter()
        .map(|Read { name, bytes }| {
            let kind = media_type(&bytes);
            let fields = Fields::from([(field::NAME, name.as_str().into()), (field::MEDIA_TYPE, kind.into())]);
            Edit::Attach { to: Whole::There(to), fields, bytes }
        })
        .collect();
    if !edits.is_empty() {
        desk.commit(Deed::ATTACH, edits).await?;
    }
    Ok(count)
}

/// A file whole, where it can be attached. How long it is, is asked before anything of it is read.
fn read(file: &Path) -> Result<Read, AppError> {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let refused = |code: &str| AppError::new(code, &[("name", &name)]);
    let about = fs::metadata(file).map_err(|error| files::cannot_read(file, &error))?;
    if !about.is_file() {
        return Err(refused("not-a-file"));
    }
    if about.len() > LARGEST {
        let (size, most) = (megabytes(about.len()), megabytes(LARGEST));
        return Err(AppError::new("file-too-large", &[("name", &name), ("size", &size), ("most", &most)]));
    }
    let bytes = files::read(file)?;
    if bytes.is_empty() {
        return Err(refused("file-empty"));
    }
    Ok(Read { name: tidy_name(&name.replace(char::is_control, " "))?, bytes })
}

/// In megabytes, rounded up: what is too large never reads like the limit.
fn megabytes(bytes: u64) -> String {
    bytes.div_ceil(1_000_000).to_string()
}

fn media_type(bytes: &[u8]) -> &'static str {
    infer::get(bytes).map_or("application/octet-stream", |kind| kind.mime_type())
}

/// The files attached to a contribution, the first one first.
pub(crate) async fn of(
    desk: &Desk,
    contribution: &Contribution,
    names: &Names,
) -> Result<Vec<AttachmentView>, AppError> {
    let mut views = Vec::new();
    for file in &contribution.files {
        let Some(record) = desk.store().record(file.id).await? else { continue };
        let made = desk.store().history(record.id).await?.into_iter().next();
        let (at, who) = made.map(|made| (made.at, names.of_person(&made.author))).unwrap_or_default();
        let media_type = text(&record, field::MEDIA_TYPE).clone();
        views.push(AttachmentView {
            id: record.id.to_string(),
            name: text(&record, field::NAME).clone(),
            size: record.fields.get(&field::SIZE).and_then(Value::int).unwrap_or_default(),
            is_picture: PICTURES.contains(&media_type.as_str()),
            media_type,
            at,
            who: who.unwrap_or_default().to_owned(),
        });
    }
    Ok(views)
}

/// What attaches the files of a contribution once more, to the one that another edit of the same action makes. A file whose
/// bytes are not whole here stays where it is.
pub(crate) async fn once_more(desk: &Desk, contribution: &Contribution, to: Whole) -> Result<Vec<Edit>, AppError> {
    let mut edits = Vec::new();
    for file in &contribution.files {
        let Some(record) = desk.store().record(file.id).await? else { continue };
        let bytes = match desk.store().attached(file.id).await {
            Err(StoreError::ContentsDamaged) | Ok(None) => continue,
            Err(error) => return Err(error.into()),
            Ok(Some(bytes)) => bytes,
        };
        let fields = record.fields.into_iter().filter(|(field, _)| [field::NAME, field::MEDIA_TYPE].contains(field));
        edits.push(Edit::Attach { to, fields: fields.collect(), bytes });
    }
    Ok(edits)
}

/// The record of an attached file.
async fn attached(desk: &Desk, asked: &str) -> Result<Record, AppError> {
    let unknown = || AppError::new("unknown-attachment", &[]);
    let id: RecordId = asked.trim().parse().map_err(|_| unknown())?;
    let record = desk.store().record(id).await?;
    record.filter(|it| it.kind == field::ATTACHMENT && !is_put_away(it)).ok_or_else(unknown)
}

/// What an attached file is called.
///
/// # Errors
/// `unknown-attachment`.
pub async fn name(desk: &Desk, asked: &str) -> Result<String, AppError> {
    Ok(text(&attached(desk, asked).await?, field::NAME).clone())
}

/// A picture as a page shows it: `data:image/jpeg;base64,…`. Empty where the file is none.
///
/// # Errors
/// `unknown-attachment`, or `contents-damaged` where the bytes are not those that were attached.
pub async fn picture(desk: &Desk, asked: &str) -> Result<String, AppError> {
    let record = attached(desk, asked).await?;
    let kind = text(&record, field::MEDIA_TYPE);
    if !PICTURES.contains(&kind.as_str()) {
        return Ok(String::new());
    }
    let bytes = desk.store().attached(record.id).await?.unwrap_or_default();
    let mut url = format!("data:{kind};base64,");
    STANDARD.encode_string(bytes, &mut url);
    Ok(url)
}

/// Writes an attached file as it was, whole or not at all.
///
/// # Errors
/// `unknown-attachment`, `contents-damaged`, `cannot-write`.
pub async fn save(desk: &Desk, asked: &str, to: &Path) -> Result<(), AppError> {
    let record = attached(desk, asked).await?;
    let bytes = desk.store().attached(record.id).await?.unwrap_or_default();
    files::write_whole(to, &bytes)
}

/// Erases an attached file for good: its name and every byte of it. This cannot be undone; a shell says so beforehand.
///
/// # Errors
/// `unknown-attachment`.
pub async fn erase(desk: &Desk, asked: &str) -> Result<(), AppError> {
    let record = attached(desk, asked).await?;
    desk.commit(Deed::ERASE, vec![Edit::Erase(record.id)]).await?;
    Ok(())
}
