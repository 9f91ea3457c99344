//! The keys under which rows of the shared server are sealed. Organisers' laptops make them and seal them to whoever takes
//! part; when somebody leaves there is a new one.

use std::collections::BTreeSet;

use anteroom_hub::{Epoch, Seals, of_founding};
use anteroom_journal::contents::Contents;
use anteroom_journal::decision::Roles;
use anteroom_journal::deed::Deed;
use anteroom_journal::encoding::{Malformed, Reader, Writer};
use anteroom_model::field;
use anteroom_model::ids::DeviceId;
use anteroom_model::value::{Fields, Value};
use anteroom_store::{Edit, EpochKey, Known, Record, Store};
use zeroize::Zeroizing;

use super::Keys;
use crate::desk::Desk;
use crate::error::AppError;

/// So many keys of one record are kept, and so many are passed on: more than a consultation ever has.
const MOST_KEYS: usize = 1000;

/// Numbers of epochs above this are nobody's honest ones.
const HIGHEST: u32 = 1 << 20;

/// What a record of keys says, as far as this computer can open it.
struct Share {
    newest: EpochKey,
    to: BTreeSet<DeviceId>,
}

impl Keys {
    /// Reads what is known by now; keys that have come since are kept.
    pub(super) async fn read(desk: &Desk) -> Result<Self, AppError> {
        let store = desk.store();
        let consultation = store.consultation();
        let shares = shares(store).await?;
        let (bytes, signature) = store.founding().await?;
        let (names, founding_key) = of_founding(&bytes, &signature);
        let mut founding = Seals::new(consultation);
        founding.add(0, &founding_key);
        let mut opening = founding.clone();
        for (number, key) in store.epoch_keys().await? {
            opening.add(number, &key);
        }
        let sealing = newest(store, &shares).map(|(_, share)| {
            let mut sealing = Seals::new(consultation);
            sealing.add(share.newest.0, &share.newest.1);
            sealing
        });
        Ok(Self { names, opening, sealing, founding })
    }
}

/// All records of keys that count and that this computer can open. The keys in them are kept.
async fn shares(store: &Store) -> Result<Vec<Share>, AppError> {
    let mut shares = Vec::new();
    for record in store.records(field::EPOCH).await? {
        let Some(newest) = kept(store, &record.fields).await?.into_iter().next() else { continue };
        shares.push(Share { newest, to: sealed_for(&record) });
    }
    Ok(shares)
}

/// Keeps the keys that a record tells of, if it is for this computer, and gives them, the newest first.
async fn kept(store: &Store, fields: &Fields) -> Result<Vec<EpochKey>, AppError> {
    let Some(sealed) = fields.get(&field::SEALED).and_then(Value::bytes) else { return Ok(Vec::new()) };
    let Some(opened) = store.unseal(sealed).await? else { return Ok(Vec::new()) };
    // What a newer version wrote otherwise gives no key here.
    let Ok(mut keys) = decode(&opened) else { return Ok(Vec::new()) };
    keys.truncate(MOST_KEYS);
    store.keep_epoch_keys(&keys).await?;
    Ok(keys)
}

/// The same of the contents of such a record, whether it counts or not.
pub(super) async fn keep_keys(store: &Store, contents: &[u8]) -> Result<(), AppError> {
    if let Ok(contents) = Contents::decode(contents) {
        kept(store, &contents.fields).await?;
    }
    Ok(())
}

pub(super) fn sealed_for(record: &Record) -> BTreeSet<DeviceId> {
    let said = record.fields.get(&field::SEALED_FOR).and_then(Value::list).unwrap_or_default();
    said.iter().filter_map(|it| DeviceId::try_from(it.bytes()?).ok()).collect()
}

pub(super) fn for_these(devices: &BTreeSet<DeviceId>) -> Value {
    Value::List(devices.iter().map(|device| Value::Bytes(device.0.to_vec())).collect())
}

/// The share of the epoch that holds now: the highest number, and of two such the one that everybody picks.
fn newest<'s>(store: &Store, shares: &'s [Share]) -> Option<(Epoch, &'s Share)> {
    let epoch = |share: &Share| Seals::new(store.consultation()).add(share.newest.0, &share.newest.1);
    shares.iter().map(|share| (epoch(share), share)).max_by_key(|(epoch, _)| *epoch)
}

/// On an organiser's laptop: sees to it that all who take part have the key, and that nobody else has the newest.
pub(super) async fn tend(desk: &Desk, known: &[Known]) -> Result<(), AppError> {
    let store = desk.store();
    if !organises(known) {
        return Ok(());
    }
    let members: Vec<&Known> = known.iter().filter(|it| !it.roles.is_none()).collect();
    let taking_part: BTreeSet<DeviceId> = members.iter().map(|it| it.device).collect();
    // To whom nothing can be sealed yet gets it later.
    let devices: BTreeSet<DeviceId> = members.iter().filter(|it| it.recipient.is_some()).map(|it| it.device).collect();
    let organising: BTreeSet<DeviceId> =
        members.iter().filter(|it| !it.is_own && it.roles.has_any(Roles::ORGANISER)).map(|it| it.device).collect();
    let records = store.records(field::EPOCH).await?;
    let shares = shares(store).await?;
    let mut keys = store.epoch_keys().await?;
    let (newest, to) = match newest(store, &shares) {
        // An organiser who takes part still has made keys, and will share them here.
        None if records.iter().flat_map(sealed_for).any(|it| organising.contains(&it)) => return Ok(()),
        None => (None, devices),
        Some((_, share)) => {
            let same = |it: &&Share| it.newest == share.newest;
            let have: BTreeSet<DeviceId> = shares.iter().filter(same).flat_map(|it| it.to.iter().copied()).collect();
            let has_left = have.iter().any(|device| !taking_part.contains(device));
            let lacking: BTreeSet<DeviceId> = devices.difference(&have).copied().collect();
            if has_left {
                (None, devices)
            } else if lacking.is_empty() {
                return Ok(());
            } else {
                // Organisers can see who has been given it, each of them.
                let organisers = members.iter().filter(|it| it.roles.has_any(Roles::ORGANISER)).map(|it| it.device);
                let to = lacking.into_iter().chain(organisers).filter(|device| devices.contains(device)).collect();
                (Some(share.newest.clone()), to)
            }
        }
    };
    let newest = if let Some(newest) = newest {
        newest
    } else {
        let said = records.iter().filter_map(|record| record.fields.get(&field::EPOCH_NUMBER)?.int());
        let highest = said.filter_map(|number| u32::try_from(number).ok());
        let highest = highest.chain(keys.iter().map(|(number, _)| *number)).filter(|number| *number < HIGHEST);
        let highest = highest.max().unwrap_or(0);
        let mut key = Zeroizing::new([0; 32]);
        getrandom::fill(key.as_mut_slice()).map_err(|_| AppError::new("no-randomness", &[]))?;
        (highest.saturating_add(1), key)
    };
    keys.retain(|key| *key != newest);
    keys.insert(0, newest.clone());
    keys.truncate(MOST_KEYS);
    let recipients: Vec<String> =
        members.iter().filter(|it| to.contains(&it.device)).filter_map(|it| it.recipient.clone()).collect();
    let fields = Fields::from([
        (field::EPOCH_NUMBER, Value::Int(i64::from(newest.0))),
        (field::SEALED, Value::Bytes(Store::seal(&recipients, &encode(&keys))?)),
        (field::SEALED_FOR, for_these(&to)),
    ]);
    store.keep_epoch_keys(&[newest]).await?;
    desk.commit(Deed::SERVER, vec![Edit::Create { kind: field::EPOCH, fields, mark: None }]).await?;
    Ok(())
}

/// Whether whoever sits here decides who takes part.
pub(super) fn organises(known: &[Known]) -> bool {
    known.iter().any(|it| it.is_own && it.roles.has_any(Roles::ORGANISER))
}

/// A list of lists: number, key. The one that holds now is the first.
fn encode(keys: &[EpochKey]) -> Zeroizing<Vec<u8>> {
    let mut writer = Writer::default();
    writer.list(keys.len());
    for (number, key) in keys {
        writer.list(2);
        writer.uint(u64::from(*number));
        writer.bytes(key.as_slice());
    }
    Zeroizing::new(writer.into_bytes())
}

fn decode(bytes: &[u8]) -> Result<Vec<EpochKey>, Malformed> {
    let mut reader = Reader::new(bytes);
    let mut keys = Vec::new();
    for _ in 0..reader.list()? {
        if reader.list()? != 2 {
            return Err(Malformed::Unexpected);
        }
        let number = u32::try_from(reader.uint()?).map_err(|_| Malformed::Unexpected)?;
        keys.push((number, Zeroizing::new(reader.fixed()?)));
    }
    reader.finish()?;
    Ok(keys)
}

#[test]
fn keys_read_back_the_newest_first() {
    let keys = vec![(7, Zeroizing::new([1; 32])), (2, Zeroizing::new([2; 32]))];
    assert_eq!(decode(&encode(&keys)), Ok(keys.clone()));
    let bytes = encode(&keys);
    for cut in 0..bytes.len() {
        assert!(decode(&bytes[..cut]).is_err(), "{cut}");
    }
}
