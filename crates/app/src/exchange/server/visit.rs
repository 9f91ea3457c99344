//! One visit to the shared server: first everything is taken in, then what it lacks is brought, then what was erased goes.

use std::collections::{BTreeMap, BTreeSet};

use anteroom_hub::{Address, Hub, HubError, Listener, Login, Looked, Memory, Woken};
use anteroom_model::ids::{DeviceId, Digest};
use anteroom_model::view_exchange::{MergeView, ServerDeviceView, ServerStatusView, ServerView};
use anteroom_store::{Progress, Server};
use serde::Serialize;

use super::logins::{given_address, take_up};
use super::pull::Pull;
use super::{AT_MOST, Keys, alone, key, keys, noticed, push, unless_called_off};
use crate::consultations::Steps;
use crate::desk::Desk;
use crate::error::AppError;
use crate::exchange::is_real;
use crate::exchange::merge::told;
use crate::exchange::names::Names;
use crate::withdrawal;

/// Everything is compared once a day, so that what a server loses silently is found.
const A_DAY: i64 = 24 * 60 * 60 * 1000;

/// How long a laptop that finds nothing new is silent.
const A_QUARTER: i64 = 15 * 60 * 1000;

/// What a visit brought.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Visit {
    /// What came from there, as a merge of a file tells it.
    pub came: MergeView,
    /// Entries that were brought there.
    pub brought: u32,
    /// What the server did that an honest one does not, a sentence each.
    pub noticed: Vec<String>,
    /// When. Milliseconds since 1970, UTC.
    pub at: i64,
}

/// Visits the shared server: takes in what is there, brings what it lacks, erases what was erased. What was done when it is
/// interrupted stays, and the next visit goes on from there.
///
/// # Errors
/// `illustration-alone`, `no-server`, `no-tls`, `login-refused`, `unreachable`, …
pub async fn sync(desk: &Desk, steps: &Steps) -> Result<Visit, AppError> {
    is_real(desk).await?;
    let _alone = alone(desk, steps).await?;
    let at = desk.now();
    if desk.store().server().await?.is_none() && take_up(desk.store()).await?.is_none() {
        return Err(AppError::new("no-server", &[]));
    }
    keys::tend(desk, &desk.store().known().await?).await?;
    let keys = Keys::read(desk).await?;
    let (mut server, mut hub) = Box::pin(connect(desk, &keys, steps)).await?;
    // It holds much while it waits: whoever waits for it is not to carry that along.
    let visited = Box::pin(visit(desk, &mut server, &mut hub, keys, at, steps)).await;
    take_leave(hub).await;
    let (report, brought) = visited?;
    let came = match report {
        Some(report) => told(desk, vec![report], at).await?,
        None => {
            told(desk, vec![anteroom_store::Merged { from: desk.store().device().await?, ..Default::default() }], at)
                .await?
        }
    };
    let noticed = noticed::sentences(&server.noticed, desk).await?;
    Ok(Visit { came, brought: u32::try_from(brought).unwrap_or(u32::MAX), noticed, at })
}

/// Where it is gone there is nobody to take leave of, and nobody waits for it.
async fn take_leave(hub: Hub) {
    tokio::time::timeout(AT_MOST, hub.close()).await.ok();
}

async fn connect(desk: &Desk, keys: &Keys, steps: &dyn Progress) -> Result<(Server, Hub), AppError> {
    let store = desk.store();
    let server = match store.server().await? {
        Some(server) => server,
        None => take_up(store).await?.ok_or_else(|| AppError::new("no-server", &[]))?,
    };
    let (consultation, device) = (store.consultation(), store.device().await?);
    let to = address(&server)?;
    match unless_called_off(steps, Hub::connect(&to, consultation, device, &keys.names)).await {
        Ok(hub) => Ok((server, hub)),
        // There may be a new login in what came from an organiser.
        Err(refused)
            if refused.code == HubError::LoginRefused.code() || refused.code == HubError::LoginOfAnother.code() =>
        {
            let Some(server) = take_up(store).await? else { return Err(refused) };
            let to = address(&server)?;
            let hub = unless_called_off(steps, Hub::connect(&to, consultation, device, &keys.names)).await?;
            Ok((server, hub))
        }
        Err(error) => Err(error),
    }
}

fn address(server: &Server) -> Result<Address, AppError> {
    let address = Address::parse(&server.address)?;
    let login = Login { name: server.login.clone(), password: server.password.clone() };
    let address = address.with_login(&login);
    Ok(match &server.authority {
        Some(pem) => address.with_authority(pem.clone()),
        None => address,
    })
}

async fn visit(
    desk: &Desk,
    server: &mut Server,
    hub: &mut Hub,
    keys: Keys,
    at: i64,
    steps: &Steps,
) -> Result<(Option<anteroom_store::Merged>, u64), AppError> {
    let store = desk.store();
    // What cannot be read of it was written by a newer version: everything is looked at anew.
    let memory = Memory::decode(&server.memory).unwrap_or_default();
    let looked = unless_called_off(steps, hub.look(&memory)).await?;
    let mut memory = looked.memory;
    let (seen, shown_otherwise) = shows_others_the_same(desk, hub, &memory, steps).await?;
    let mut pull = Pull {
        desk,
        hub,
        keys,
        at,
        steps,
        report: None,
        left: BTreeSet::new(),
        noticed: looked.noticed.iter().map(noticed::name).collect(),
    };
    let mut more = true;
    while more {
        (memory.cursor, more) = pull.news(memory.cursor).await?;
        server.memory = memory.encode();
        store.keep_server(server).await?;
    }
    pull.again().await?;
    // What anybody with a login can bring about costs nobody more than being told.
    let lost = pull.noticed.iter().any(|name| noticed::has_lost(name));
    let is_due = !(0..=A_DAY).contains(&(at - server.compared_at)) || server.compares || lost;
    if is_due {
        let ours = store.all_commits().await?.iter().map(key).collect();
        let difference = unless_called_off(steps, pull.hub.compare(&memory, ours)).await?;
        pull.noticed.extend(difference.noticed.as_ref().map(noticed::name));
        pull.these(&difference.we_lack).await?;
        memory.counted = difference.counted;
        server.compared_at = at;
        if !difference.server_lacks.is_empty() {
            server.pushed = 0;
        }
        if pull.noticed.iter().any(|name| noticed::has_lost(name)) {
            server.pushed = 0;
            server.erasures = 0;
            store.server_forgot().await?;
        }
    }
    pull.lacking_words().await?;
    let left = pull.left.clone();
    let withheld = withheld(desk, &looked, &left).await?;
    pull.noticed.extend(withheld);
    let Pull { report, noticed, .. } = pull;
    withdrawal::follow(desk).await;
    // What a key came with may count only now.
    let keys = Keys::read(desk).await?;
    server.compares = !left.is_empty();

    let mut brought = 0;
    let mut tips = store.ends().await?;
    while let Some(page) = push::bring(store, hub, &keys, server.pushed, steps).await? {
        brought += page.commits;
        server.pushed = page.row;
        for pushed in &page.pushed {
            memory.cursor = unless_called_off(steps, hub.pass_over(memory.cursor, pushed)).await?;
        }
        server.memory = memory.encode();
        store.keep_server(server).await?;
        // What is done from here on is there with the next page, or on the next visit.
        tips = store.ends().await?;
    }
    server.erasures = push::put_back(store, hub, &keys, server.erasures, steps).await?;
    push::erase(store, hub, &keys, steps).await?;
    let mut noticed: BTreeSet<String> = noticed.into_iter().map(str::to_owned).collect();
    noticed.extend(shown_otherwise.iter().map(noticed::told_by));
    // Whoever only looks need not say each time what he has seen.
    let is_silent = server.synced_at.is_some_and(|last| (0..A_QUARTER).contains(&(at - last)));
    if report.is_some() || brought > 0 || !noticed.is_empty() || !is_silent {
        let tips: Vec<_> = tips.iter().map(key).collect();
        let sign = store.signing().await?;
        let more = unless_called_off(steps, hub.post(&mut memory, at, &tips, sign)).await?;
        noticed.extend(more.iter().map(|it| noticed::name(it).to_owned()));
    }
    server.noticed = noticed.into_iter().collect();
    server.memory = memory.encode();
    server.synced_at = Some(at);
    store.keep_server(server).await?;
    // Only now that it is told: a server that goes silent at the question is asked again.
    for (device, seen) in &seen {
        store.has_compared(device, seen).await?;
    }
    Ok((report.map(|(_, report)| report), brought))
}

/// What other laptops saw of this server, as their files told, and to which of them it showed something else than here.
async fn shows_others_the_same(
    desk: &Desk,
    hub: &mut Hub,
    memory: &Memory,
    steps: &Steps,
) -> Result<(Vec<(DeviceId, Vec<u8>)>, BTreeSet<DeviceId>), AppError> {
    let (mut compared, mut otherwise) = (Vec::new(), BTreeSet::new());
    for (device, seen) in desk.store().seen_by_others().await? {
        // Of another server, or as a newer version writes it: nothing that could be compared here.
        let theirs = Memory::decode(&seen).ok().filter(|theirs| theirs.server == memory.server);
        if let Some(witness) = theirs.and_then(|theirs| theirs.witness) {
            if unless_called_off(steps, hub.confirms(&witness)).await?.is_some() {
                otherwise.insert(device);
            }
            compared.push((device, seen));
        }
    }
    Ok((compared, otherwise))
}

/// What other laptops have seen there and this one is not given.
async fn withheld(
    desk: &Desk,
    looked: &Looked,
    left: &BTreeSet<anteroom_hub::CommitKey>,
) -> Result<Vec<&'static str>, AppError> {
    let tips: Vec<_> = looked.newest.iter().flat_map(|head| head.tips.iter().map(super::named)).collect();
    let lacking: BTreeSet<_> = desk.store().lacks(&tips).await?.iter().map(key).collect();
    let have = |tip: &anteroom_hub::CommitKey| !lacking.contains(tip) || left.contains(tip);
    Ok(looked.withheld(have).iter().map(noticed::name).collect())
}

/// How this laptop and the shared server stand, without asking it.
///
/// # Errors
/// What the store refuses.
pub async fn server(desk: &Desk) -> Result<ServerView, AppError> {
    let store = desk.store();
    let may_decide = keys::organises(&store.known().await?);
    let told_of = given_address(store).await?;
    let Some(server) = store.server().await? else {
        return Ok(ServerView {
            is_visited: false,
            address: told_of.unwrap_or_default(),
            may_decide,
            ..ServerView::default()
        });
    };
    Ok(ServerView {
        is_visited: true,
        address: server.address,
        may_decide,
        synced_at: server.synced_at,
        noticed: noticed::sentences(&server.noticed, desk).await?,
    })
}

/// Visits the server no longer. What came from it stays.
///
/// # Errors
/// What the store refuses.
pub async fn forget(desk: &Desk) -> Result<(), AppError> {
    let _alone = desk.visiting.lock().await;
    Ok(desk.store().forget_server().await?)
}

/// Asks the server what it holds, of whom, and when each laptop was last there.
///
/// # Errors
/// `no-server`, `no-tls`, `login-refused`, `unreachable`, `cancelled`, …
pub async fn status(desk: &Desk, steps: &Steps) -> Result<ServerStatusView, AppError> {
    let keys = Keys::read(desk).await?;
    let (server, mut hub) = Box::pin(connect(desk, &keys, steps)).await?;
    let asked = unless_called_off(steps, async { Ok((hub.status().await?, hub.newest_heads().await?)) }).await;
    take_leave(hub).await;
    let (asked, heads) = asked?;
    let mut confirmed = BTreeMap::new();
    for head in heads {
        let ends: Vec<Digest> = head.tips.iter().map(|tip| tip.hash).collect();
        if desk.store().knows_members(&ends).await? {
            confirmed.insert(head.device, head.time);
        }
    }
    let names = Names::read(desk).await?;
    let number = |count: u64| u32::try_from(count).unwrap_or(u32::MAX);
    let devices = asked.devices.iter().map(|it| ServerDeviceView {
        device: it.device.to_string(),
        name: names.spoken(&it.device),
        has_login: it.has_login,
        entries: number(it.commits),
        newest_at: it.newest.as_ref().map(|newest| newest.pushed_at),
        seen_at: it.seen_at,
        members_confirmed_at: confirmed.get(&it.device).copied(),
    });
    Ok(ServerStatusView {
        address: server.address,
        version: asked.version,
        devices: devices.collect(),
        entries: number(asked.commits),
        words: number(asked.contents),
        kilobytes: number(asked.bytes.div_ceil(1024)),
    })
}

/// Waits for what the server says: that something is new there.
#[derive(Debug)]
pub struct Line(Listener);

impl Line {
    /// # Errors
    /// `no-server`, `unreachable`, `cancelled`, …
    pub async fn to(desk: &Desk, steps: &Steps) -> Result<Self, AppError> {
        let server = desk.store().server().await?.ok_or_else(|| AppError::new("no-server", &[]))?;
        let keys = Keys::read(desk).await?;
        let to = address(&server)?;
        Ok(Self(unless_called_off(steps, Listener::connect(&to, &keys.names)).await?))
    }

    /// Waits until something is new there, or may be, because the line broke and stands again. It may be given up in between.
    ///
    /// # Errors
    /// Where the line broke and does not stand again yet.
    pub async fn rings(&mut self) -> Result<(), AppError> {
        while self.0.wait().await? == Woken::Quiet {}
        Ok(())
    }
}
