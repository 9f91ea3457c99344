//! Setting up a shared server, and who may come in: one login for each laptop, which travels sealed to it.

use std::collections::{BTreeMap, BTreeSet};

use anteroom_hub::{Address, Admin, Login, SetUp};
use anteroom_journal::deed::Deed;
use anteroom_model::field;
use anteroom_model::ids::DeviceId;
use anteroom_model::value::{Fields, Value};
use anteroom_store::{Edit, Record, Server, Store};
use serde::Serialize;
use zeroize::Zeroizing;

use super::keys::{for_these, organises, sealed_for, tend};
use super::{alone, unless_called_off};
use crate::consultations::Steps;
use crate::desk::Desk;
use crate::error::AppError;
use crate::exchange::is_real;
use crate::exchange::names::Names;

/// Makes the tables of a shared server, or brings them up to date. `url` names whoever looks after it.
///
/// # Errors
/// `not-an-address`, `no-tls`, `too-old`, `not-its-owner`, …
pub async fn set_up(url: &str) -> Result<SetUp, AppError> {
    Ok(Admin::connect(&Address::parse(url)?).await?.init().await?)
}

/// Who may come in now.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Logins {
    /// Where the server is, without who logs in.
    pub address: String,
    /// By name, who got a login that lies in the next hand-over file.
    pub added: Vec<String>,
    /// By name, whose login was dropped, because they take part no longer.
    pub dropped: Vec<String>,
    /// By name, who can get none yet, because nothing can be sealed to them: their laptop has to hand over a file first.
    pub without: Vec<String>,
}

/// Where a shared server is, and who looks after it.
#[derive(Default)]
pub struct Access<'a> {
    /// `postgres://USER@HOST/DATABASE`.
    pub url: &'a str,
    /// Where none is given, it stands in the address or in `PGPASSWORD`.
    pub password: Option<&'a str>,
    /// The certificate of the authority by which it is known, where the address does not name one. PEM.
    pub authority: Option<String>,
}

impl std::fmt::Debug for Access<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Access(…)")
    }
}

impl Access<'_> {
    fn address(&self) -> Result<Address, AppError> {
        let mut address = Address::parse(self.url)?;
        if let Some(password) = self.password {
            address = address.with_password(password);
        }
        if let Some(authority) = &self.authority {
            address = address.with_authority(authority.clone());
        }
        Ok(address)
    }
}

/// Makes logins on a server that was set up: for this laptop, and where whoever sits here decides who takes part, for all who
/// take part and have none. Logins of those who left are dropped.
///
/// # Errors
/// `illustration-alone`, `not-an-address`, `no-tls`, `not-its-owner`, `cancelled`, …; what was done before that stays, and is
/// told.
pub async fn add_logins(desk: &Desk, access: &Access<'_>, steps: &Steps) -> Result<Logins, AppError> {
    is_real(desk).await?;
    let _alone = alone(desk, steps).await?;
    let address = access.address()?;
    let authority = address.authority()?;
    let mut admin = unless_called_off(steps, Admin::connect(&address)).await?;
    let store = desk.store();
    let (consultation, own) = (store.consultation(), store.device().await?);
    let names = Names::read(desk).await?;
    let there = unless_called_off(steps, admin.logins()).await?;
    let there = there.iter().filter(|it| it.consultation == consultation && it.dropped_at.is_none());
    let there: BTreeSet<DeviceId> = there.map(|it| it.device).collect();
    let place = Place { address: address.to_string(), authority };
    let mut told = Logins { address: place.address.clone(), ..Logins::default() };

    // Cut short, one that works could be gone and none in its place: it is called off between logins alone.
    steps.check()?;
    let login = admin.add_login(&consultation, &own).await?;
    visits(store, &place, login).await?;

    if organises(&names.known) {
        let before = logins(store).await?;
        let (mut edits, mut failed) = (Vec::new(), None);
        for member in names.known.iter().filter(|it| !it.is_own && !it.roles.is_none()) {
            // Whoever has one keeps it, also where nobody here told them of it.
            if there.contains(&member.device) {
                continue;
            }
            let Some(recipient) = &member.recipient else {
                told.without.push(names.spoken(&member.device));
                continue;
            };
            let made = match steps.check() {
                Ok(()) => admin.add_login(&consultation, &member.device).await.map_err(AppError::from),
                Err(called_off) => Err(called_off),
            };
            let login = match made {
                Ok(login) => login,
                // Those who have one by now are told of it: nobody else knows its password.
                Err(error) => {
                    failed = Some(error);
                    break;
                }
            };
            edits.push(telling(
                member.device,
                recipient,
                &place,
                &login,
                before.get(&member.device).and_then(|records| records.first()),
            )?);
            told.added.push(names.spoken(&member.device));
        }
        if !edits.is_empty() {
            desk.commit(Deed::SERVER, edits).await?;
        }
        failed.map_or(Ok(()), Err)?;
        let members: BTreeSet<DeviceId> =
            names.known.iter().filter(|it| !it.roles.is_none()).map(|it| it.device).collect();
        for left in there.iter().filter(|device| !members.contains(device) && **device != own) {
            steps.check()?;
            admin.drop_login(&consultation, left).await?;
            told.dropped.push(names.spoken(left));
        }
        tend(desk, &names.known).await?;
    }
    Ok(told)
}

/// Lets a laptop in no longer, at once. Whether it could come in before.
///
/// # Errors
/// `unknown-member`, `not-an-address`, `no-tls`, `not-its-owner`, …
pub async fn drop_login(desk: &Desk, url: &str, member: &str) -> Result<bool, AppError> {
    let device = Names::read(desk).await?.meant(member)?.device;
    let mut admin = Admin::connect(&Address::parse(url)?).await?;
    Ok(admin.drop_login(&desk.store().consultation(), &device).await?)
}

/// Where a server is.
struct Place {
    address: String,
    authority: Option<String>,
}

/// From now on this laptop visits the server with this login. What was seen there before is remembered.
async fn visits(store: &Store, place: &Place, login: Login) -> Result<Server, AppError> {
    let fresh = Server::new(place.address.clone(), place.authority.clone(), login.name, login.password);
    let server = match store.server().await? {
        Some(before) if before.address == place.address => {
            Server { authority: fresh.authority, login: fresh.login, password: fresh.password, ..before }
        }
        _ => {
            store.server_forgot().await?;
            fresh
        }
    };
    store.keep_server(&server).await?;
    Ok(server)
}

/// The records that tell laptops of their logins: several for one where several organisers have made one.
async fn logins(store: &Store) -> Result<BTreeMap<DeviceId, Vec<Record>>, AppError> {
    let mut found: BTreeMap<DeviceId, Vec<Record>> = BTreeMap::new();
    for record in store.records(field::LOGIN).await? {
        let devices: Vec<DeviceId> = sealed_for(&record).into_iter().collect();
        if let [device] = devices.as_slice() {
            found.entry(*device).or_default().push(record);
        }
    }
    Ok(found)
}

fn telling(
    device: DeviceId,
    recipient: &str,
    place: &Place,
    login: &Login,
    before: Option<&Record>,
) -> Result<Edit, AppError> {
    let said = Zeroizing::new(format!("{}\n{}", login.name, login.password.as_str()));
    let authority = place.authority.clone().map_or(Value::Null, Value::Text);
    let fields = Fields::from([
        (field::SEALED, Value::Bytes(Store::seal(&[recipient.to_owned()], said.as_bytes())?)),
        (field::SEALED_FOR, for_these(&BTreeSet::from([device]))),
        (field::SERVER_ADDRESS, Value::Text(place.address.clone())),
        (field::SERVER_AUTHORITY, authority),
    ]);
    Ok(match before {
        Some(record) => Edit::Set { record: record.id, fields },
        None => Edit::Create { kind: field::LOGIN, fields, mark: None },
    })
}

/// The login that an organiser has given to this laptop.
struct Given {
    place: Place,
    login: Login,
}

async fn given(store: &Store) -> Result<Vec<Given>, AppError> {
    let own = store.device().await?;
    let mut all = Vec::new();
    for record in logins(store).await?.remove(&own).unwrap_or_default() {
        let text = |field| record.fields.get(&field).and_then(Value::text).map(str::to_owned);
        let (address, authority) = (text(field::SERVER_ADDRESS), text(field::SERVER_AUTHORITY));
        let sealed = record.fields.get(&field::SEALED).and_then(Value::bytes);
        let (Some(address), Some(sealed)) = (address, sealed) else { continue };
        let Some(opened) = store.unseal(sealed).await? else { continue };
        let said = std::str::from_utf8(&opened).ok().and_then(|said| said.split_once('\n'));
        let Some((name, password)) = said else { continue };
        let login = Login { name: name.to_owned(), password: Zeroizing::new(password.to_owned()) };
        all.push(Given { place: Place { address, authority }, login });
    }
    Ok(all)
}

/// Where the server is of which an organiser has told this laptop.
pub(super) async fn given_address(store: &Store) -> Result<Option<String>, AppError> {
    Ok(given(store).await?.into_iter().next().map(|given| given.place.address))
}

/// Begins to visit the server of which an organiser has told this laptop, or goes on with a new login there. `None` where
/// nobody has told anything that is not tried already.
pub(super) async fn take_up(store: &Store) -> Result<Option<Server>, AppError> {
    let tried = store.server().await?.map(|server| server.login);
    let untried = |given: &Given| tried.as_ref() != Some(&given.login.name);
    let Some(given) = given(store).await?.into_iter().find(untried) else { return Ok(None) };
    visits(store, &given.place, given.login).await.map(Some)
}

#[cfg(test)]
mod tests {
    use std::net::TcpListener;

    use anteroom_store::Passphrase;

    use super::*;
    use crate::consultations::{Days, create_with_home};

    #[tokio::test]
    async fn who_calls_off_does_not_wait_for_a_server_that_says_nothing() {
        let place = tempfile::tempdir().unwrap();
        let (home, file) = (place.path().join("home"), place.path().join("x.anteroom"));
        let passphrase = Passphrase::new("canary-passphrase-7391".to_owned());
        let made = create_with_home(&home, &file, "gcm", "Ours", Days::default(), &passphrase).await;
        let (desk, _) = made.unwrap();
        let silent = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("postgres://keeper@127.0.0.1:{}/postgres", silent.local_addr().unwrap().port());
        let access = Access { url: &url, password: Some("x"), authority: None };
        let steps = Steps::silent();
        let (refused, ()) = tokio::join!(add_logins(&desk, &access, &steps), async { steps.cancel() });
        assert_eq!(refused.unwrap_err().code, "cancelled");
        assert!(desk.store().server().await.unwrap().is_none());
    }
}
