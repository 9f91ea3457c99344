//! A consultation as a whole: made, opened, closed, proved, and given another passphrase.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use anteroom_model::field::{self};
use anteroom_model::permission::{AttributionRule, Ranked};
use anteroom_model::value::{Fields, Value};
use anteroom_store::{Edit, Founding, Passphrase, Progress, RecoveryWords, Store, Unlock, home};

use crate::changes::Topic;
use crate::desk::{Clock, Desk, now};
use crate::error::AppError;
use crate::framework::Framework;
use crate::structure::tidy_name;
use crate::withdrawal;
use serde::Serialize;

/// What a long piece of work tells, and how it is called off.
#[derive(Clone)]
pub struct Steps {
    tell: Arc<dyn Fn(u64, u64) + Send + Sync>,
    cancelled: Arc<AtomicBool>,
}

impl std::fmt::Debug for Steps {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Steps").field("cancelled", &self.cancelled).finish_non_exhaustive()
    }
}

impl Steps {
    pub fn silent() -> Self {
        Self::telling(|_, _| {})
    }

    /// `tell` hears how many steps are done, and of how many.
    pub fn telling(tell: impl Fn(u64, u64) + Send + Sync + 'static) -> Self {
        Self { tell: Arc::new(tell), cancelled: Arc::default() }
    }

    /// So many steps are done, of so many.
    pub fn tell(&self, done: u64, of: u64) {
        (self.tell)(done, of);
    }

    /// Calls the work off: it stops at the next step and leaves nothing behind.
    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }

    /// # Errors
    /// `cancelled`, once somebody called it off.
    pub(crate) fn check(&self) -> Result<(), AppError> {
        if self.cancelled.load(Ordering::Relaxed) { Err(AppError::new("cancelled", &[])) } else { Ok(()) }
    }
}

impl Progress for Steps {
    fn step(&self, done: u64, of: u64) {
        self.tell(done, of);
    }

    fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
    }
}

/// The first and the last day of a consultation, as far as they are known: midnight, milliseconds since 1970, UTC.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Days {
    pub starts: Option<i64>,
    pub ends: Option<i64>,
}

impl Days {
    fn fields(self) -> Result<Fields, AppError> {
        if self.starts.zip(self.ends).is_some_and(|(starts, ends)| ends < starts) {
            return Err(AppError::new("ends-before-start", &[]));
        }
        let known = [(field::STARTS, self.starts), (field::ENDS, self.ends)];
        Ok(known.into_iter().filter_map(|(field, day)| Some((field, Value::Int(day?)))).collect())
    }
}

/// What a new consultation begins with.
#[derive(Clone, Debug)]
pub(crate) struct Beginning<'a> {
    pub(crate) name: &'a str,
    pub(crate) framework: &'a str,
    pub(crate) days: Days,
    /// `sample` or `practice` where it is not a real one.
    pub(crate) illustration: &'a str,
    /// Whether the stages that the framework proposes are copied too.
    pub(crate) with_stages: bool,
    pub(crate) clock: Clock,
}

/// Creates a consultation in the folder `file`, with everything of the framework copied into it, and the words of its
/// recovery sheet.
///
/// # Errors
/// `empty-name`, `unknown-framework`, `ends-before-start`, or what the store refuses; nothing is left behind then.
pub async fn create(
    file: &Path,
    framework: &str,
    name: &str,
    days: Days,
    passphrase: &Passphrase,
) -> Result<(Desk, RecoveryWords), AppError> {
    create_with_home(&home::folder()?, file, framework, name, days, passphrase).await
}

/// The same on a computer that keeps its keys in the folder `home`.
///
/// # Errors
/// As `create`.
pub async fn create_with_home(
    home: &Path,
    file: &Path,
    framework: &str,
    name: &str,
    days: Days,
    passphrase: &Passphrase,
) -> Result<(Desk, RecoveryWords), AppError> {
    let beginning = Beginning { name, framework, days, illustration: "", with_stages: true, clock: now };
    begin(home, file, passphrase, beginning).await
}

pub(crate) async fn begin(
    home: &Path,
    file: &Path,
    passphrase: &Passphrase,
    beginning: Beginning<'_>,
) -> Result<(Desk, RecoveryWords), AppError> {
    let name = &*tidy_name(beginning.name)?;
    let framework = Framework::shipped(beginning.framework)?;
    let mut secret = [0_u8; 32];
    getrandom::fill(&mut secret).map_err(|_| AppError::new("no-randomness", &[]))?;
    let mut consultation = Fields::from([
        (field::NAME, name.into()),
        (field::KEY, framework.key().into()),
        (field::ILLUSTRATION, beginning.illustration.into()),
        // What has no round was not said under one. Naming still needs everyone's yes.
        (field::RULE, Value::Int(AttributionRule::OrganisationOnly.rank())),
        (field::FINGERPRINT_SECRET, Value::Bytes(secret.to_vec())),
    ]);
    consultation.extend(beginning.days.fields()?);
    let records = std::iter::once((field::CONSULTATION, consultation)).chain(framework.records(beginning.with_stages));
    let edits = records.map(|(kind, fields)| Edit::Create { kind, fields, mark: None }).collect();
    let founding = Founding { time: (beginning.clock)(), edits };
    let (store, recovery) = Store::create(file, home, passphrase, founding).await?;
    Ok((Desk::new(store, beginning.clock, LANGUAGE), recovery))
}

/// The language of labels where nobody chose one.
pub(crate) const LANGUAGE: &str = "en";

/// Opens the consultation in the folder `file`.
///
/// # Errors
/// What the store refuses: a wrong passphrase, a damaged file, a folder that is none, one that is open elsewhere, …
pub async fn open(file: &Path, unlock: &Unlock) -> Result<Desk, AppError> {
    open_telling(file, unlock, &Steps::silent()).await
}

/// The same, telling how far it is where an earlier version wrote it last and what is read is made anew.
///
/// # Errors
/// As `open`; `cancelled`, and it is as it was.
pub async fn open_telling(file: &Path, unlock: &Unlock, steps: &Steps) -> Result<Desk, AppError> {
    let store = Store::open_telling(file, &home::folder()?, unlock, steps).await?;
    Ok(opened(store).await)
}

/// The same on a computer that keeps its keys in the folder `home`.
///
/// # Errors
/// As `open`.
pub async fn open_with_home(home: &Path, file: &Path, unlock: &Unlock) -> Result<Desk, AppError> {
    Ok(opened(Store::open(file, home, unlock).await?).await)
}

/// The desk of an open consultation, once what was owed to a speaker who withdrew is done.
async fn opened(store: Store) -> Desk {
    let desk = Desk::new(store, now, LANGUAGE);
    withdrawal::follow(&desk).await;
    desk
}

/// A framework that a consultation can be founded with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct FrameworkView {
    pub key: String,
    pub name: String,
    pub version: String,
    /// How it is cited: `A/RES/73/195`.
    pub citation: String,
}

/// The frameworks there are, named in `language`.
///
/// # Errors
/// Never, unless one that ships is damaged.
pub fn frameworks(language: &str) -> Result<Vec<FrameworkView>, AppError> {
    Framework::all().map(|framework| framework.map(|framework| framework.view(language))).collect()
}

/// Whether this way in opens the consultation in the folder `file`; nothing of it is read.
///
/// # Errors
/// `wrong-…`, or what is wrong with its keys.
pub fn is_opened_by(file: &Path, unlock: &Unlock) -> Result<(), AppError> {
    Ok(Store::is_opened_by(file, unlock)?)
}

/// Removes an open consultation for good, if it is a sample or for practice.
///
/// # Errors
/// `not-an-illustration`; it is closed then, and as it was.
pub async fn remove_illustration(desk: Desk) -> Result<(), AppError> {
    if desk.structure().await?.consultation.illustration.is_empty() {
        close(desk).await?;
        return Err(AppError::new("not-an-illustration", &[]));
    }
    desk.into_store().discard().await;
    Ok(())
}

/// Gives the open consultation another passphrase.
///
/// # Errors
/// What the store refuses; the old passphrase holds then.
pub async fn renew(desk: &Desk, new: &Passphrase) -> Result<(), AppError> {
    Ok(desk.store().change_passphrase(new).await?)
}

/// Closes it: everything is in one file again, and no key is left in memory.
///
/// # Errors
/// What the disk refuses.
pub async fn close(desk: Desk) -> Result<(), AppError> {
    Ok(desk.into_store().close().await?)
}

/// Closes it and copies it into the folder `to`, where the last few copies are kept; after an erasure only this one. A copy
/// is read back before an older one goes. `steps` tells how far that is; it is not called off.
///
/// # Errors
/// What the disk refuses; where it is closed and only the copy failed, `not-backed-up` or `backup-damaged`.
pub async fn close_and_back_up(desk: Desk, to: &Path, steps: &Steps) -> Result<(), AppError> {
    let time = jiff::Timestamp::from_millisecond(desk.now()).unwrap_or_default();
    let time = time.strftime("%Y-%m-%d %H.%M.%S UTC").to_string();
    desk.into_store().close_and_back_up(to, &time, steps.clone()).await?;
    Ok(())
}

/// The name of what a backup with this name is one of: without the time that `close_and_back_up` adds.
pub fn copied_name(backup: &str) -> &str {
    let mut parts = backup.rsplitn(4, ' ');
    match (parts.next(), parts.nth(1), parts.next()) {
        (Some("UTC"), Some(day), Some(name)) if day.parse::<jiff::civil::Date>().is_ok() => name,
        _ => backup,
    }
}

/// Whether two folders hold one consultation, as far as can be seen from outside; what is not there holds none.
pub fn is_same(one: &Path, other: &Path) -> bool {
    Store::which(one).is_ok_and(|known| Store::which(other).is_ok_and(|it| it == known))
}

/// Makes a consultation in the folder `file` out of a backup, which is read whole first and stays as it is.
///
/// # Errors
/// As `open`; `contents-damaged`, `exists-already`; nothing is left behind then.
pub async fn restore(backup: &Path, file: &Path, unlock: &Unlock) -> Result<(), AppError> {
    Ok(Store::restore(backup, file, unlock).await?)
}

/// The day of a moment, as files are named by it: 2026-11-09. `at`: milliseconds since 1970, UTC.
pub fn day(at: i64) -> String {
    jiff::Timestamp::from_millisecond(at).unwrap_or_default().strftime("%Y-%m-%d").to_string()
}

/// The consultation's id: the hash of its founding commit.
pub fn id(desk: &Desk) -> String {
    desk.store().consultation().to_string()
}

/// Gives the consultation another passphrase; `anew` also encrypts everything under a new key.
///
/// # Errors
/// What the store refuses; the old passphrase holds then.
pub async fn change_passphrase(file: &Path, unlock: &Unlock, new: &Passphrase, anew: bool) -> Result<(), AppError> {
    let store = Store::open(file, &home::folder()?, unlock).await?;
    if anew {
        return Ok(store.re_key(new).await?);
    }
    let changed = store.change_passphrase(new).await;
    store.close().await?;
    Ok(changed?)
}

/// Lets this computer's keyring open the consultation, together with a PIN.
///
/// # Errors
/// `short-pin`, `keyring`, or what the store refuses; nothing is remembered then.
pub async fn remember(desk: &Desk, pin: &Passphrase) -> Result<(), AppError> {
    Ok(desk.store().remember(pin).await?)
}

/// Takes that back: only the passphrase and the recovery sheet open it again.
///
/// # Errors
/// What the store refuses.
pub async fn forget(desk: &Desk) -> Result<(), AppError> {
    Ok(desk.store().forget().await?)
}

/// Whether this computer's keyring can open the consultation in the folder `file`, together with a PIN.
///
/// # Errors
/// Where the folder is no consultation, or its keys are damaged.
pub fn is_remembered(file: &Path) -> Result<bool, AppError> {
    Ok(Store::is_remembered(file)?)
}

/// Makes the read tables anew from the journal and says how many records there are.
///
/// # Errors
/// What the store refuses; the tables are as they were then.
pub async fn rebuild(desk: &Desk, steps: &Steps) -> Result<u64, AppError> {
    let records = desk.store().rebuild(steps).await?;
    desk.structure_changed();
    desk.changed(&Topic::ALL.into());
    Ok(records)
}

/// The canonical dump: the state, then the words held.
///
/// # Errors
/// What the store refuses.
pub async fn dump(desk: &Desk) -> Result<String, AppError> {
    Ok(desk.store().dump().await?)
}
