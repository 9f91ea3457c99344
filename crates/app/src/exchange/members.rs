//! Who takes part, and what organisers decide about it.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use anteroom_journal::decision::Roles;
use anteroom_journal::deed::Deed;
use anteroom_model::field;
use anteroom_model::ids::{DeviceId, Digest, PersonId};
use anteroom_model::value::{Fields, Value};
use anteroom_model::view_exchange::{BranchView, MemberView, MembersView, MergeView, Role, StrangerView};
use anteroom_store::{Admitted, Branch, Edit, Invited, Known, Stranger, Unconfirmed};
use serde::{Deserialize, Serialize};

use super::hand_over::own_name;
use super::merge::{came, told};
use super::names::{Names, begins, one, short};
use crate::desk::Desk;
use crate::error::AppError;
use crate::files;
use crate::structure::tidy_name;

const ROLES: [(Role, Roles); 4] = [
    (Role::Facilitator, Roles::FACILITATOR),
    (Role::Organiser, Roles::ORGANISER),
    (Role::Rapporteur, Roles::RAPPORTEUR),
    (Role::Observer, Roles::OBSERVER),
];

/// These roles as the journal writes them.
pub(super) fn roles(asked: &[Role]) -> Roles {
    let chosen = ROLES.iter().filter(|(role, _)| asked.contains(role));
    chosen.fold(Roles::NONE, |sum, (_, roles)| sum.and(*roles))
}

fn roles_of(known: &Known) -> Vec<Role> {
    ROLES.iter().filter(|(_, roles)| known.roles.has_any(*roles)).map(|(role, _)| *role).collect()
}

/// The four words by which two screens are compared. Those of an id never change and take Argon2id to find, so they are
/// kept once they are known.
///
/// # Errors
/// Never, unless the system is out of memory.
pub fn check_words(id: &[u8; 32]) -> Result<String, AppError> {
    static KNOWN: Mutex<BTreeMap<[u8; 32], String>> = Mutex::new(BTreeMap::new());
    if let Some(words) = KNOWN.lock().unwrap_or_else(PoisonError::into_inner).get(id) {
        return Ok(words.clone());
    }
    let words = anteroom_handover::check_words(id).map_err(anteroom_store::StoreError::from)?;
    KNOWN.lock().unwrap_or_else(PoisonError::into_inner).insert(*id, words.clone());
    Ok(words)
}

/// Everybody who takes part, and who waits to be let in.
///
/// # Errors
/// What the store refuses.
pub async fn members(desk: &Desk) -> Result<MembersView, AppError> {
    let names = Names::counted(desk).await?;
    let strangers = desk.store().strangers().await?;
    let own = names.known.iter().find(|known| known.is_own);
    let mut view = MembersView {
        may_decide: own.is_some_and(|own| own.roles.has_any(Roles::ORGANISER)),
        is_confirmed: own.is_some_and(|own| own.is_confirmed),
        own_name: own_name(desk, &names),
        own_words: own.map(|own| check_words(&own.device.0)).transpose()?.unwrap_or_default(),
        consultation_words: check_words(&desk.store().consultation().0)?,
        ..MembersView::default()
    };
    for known in &names.known {
        view.members.push(MemberView {
            device: known.device.to_string(),
            person: known.person.map(|person| person.to_string()).unwrap_or_default(),
            name: names.name(known),
            roles: roles_of(known),
            is_own: known.is_own,
            is_founder: known.is_founder,
            stands_before: known.stands_before,
            is_confirmed: known.is_confirmed && !known.roles.is_none(),
            is_suspended: known.is_confirmed && known.roles.is_none(),
            contributions: known.contributions as u32,
            waiting: known.waiting as u32,
            has_forked: known.branches.iter().any(|branch| branch.decided.is_none()),
            branches: known.branches.iter().map(branch_view).collect(),
            has_gap: known.gaps > 0,
            newest: known.newest,
            came_at: known.came_at,
            can_receive: known.is_confirmed && known.recipient.is_some(),
        });
    }
    view.members.sort_by_key(|member| (!member.is_own, member.is_suspended, member.name.to_lowercase()));
    for stranger in &strangers {
        let same = |name: &str| !name.is_empty() && name.to_lowercase() == stranger.name.to_lowercase();
        let has_rival = strangers.iter().filter(|other| same(&other.name)).count() > 1
            || view.members.iter().any(|member| same(&member.name) && member.person != stranger.person.to_string());
        view.strangers.push(StrangerView {
            device: stranger.device.to_string(),
            name: stranger.name.clone(),
            notes: stranger.notes as u32,
            check_words: check_words(&stranger.device.0)?,
            came_at: stranger.came_at,
            has_rival,
        });
    }
    let unconfirmed = desk.store().unconfirmed_erasures().await?;
    view.unconfirmed = desk.store().unconfirmed_contributions().await?;
    view.awaits_second = !unconfirmed.is_empty();
    view.may_confirm = view.may_decide && unconfirmed.iter().any(|it| it.can_confirm);
    Ok(view)
}

fn branch_view(branch: &Branch) -> BranchView {
    BranchView {
        first: branch.first.to_string(),
        actions: branch.commits as u32,
        contributions: branch.contributions as u32,
        begun: branch.begun,
        newest: branch.newest,
        is_approved: branch.decided,
    }
}

/// How a laptop is let in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Admission {
    /// Its id, or how it begins, or the name it goes by.
    pub device: String,
    /// None: facilitator.
    pub roles: Vec<Role>,
    /// The member whose second laptop it is; empty: somebody new.
    pub person_of: String,
    /// The lost laptop in whose place it comes: it belongs to the same member, and that one is cut off. Empty: none is lost.
    #[serde(default)]
    pub instead_of: String,
}

/// Lets in a laptop that waits, and takes in what waited with it.
///
/// # Errors
/// `unknown-member`, `several-members`, `not-allowed`.
pub async fn approve(desk: &Desk, admission: &Admission) -> Result<MergeView, AppError> {
    let strangers = desk.store().strangers().await?;
    let stranger = waiting(&strangers, &admission.device)?;
    let names = Names::read(desk).await?;
    let lost = (!admission.instead_of.is_empty()).then(|| names.meant(&admission.instead_of)).transpose()?;
    let person = match (lost, admission.person_of.as_str()) {
        (Some(lost), _) => lost.person.unwrap_or(stranger.person),
        (None, "") => stranger.person,
        (None, name) => person_of(desk, name).await?,
    };
    let asked = match (admission.roles.as_slice(), lost) {
        // Who replaces a laptop goes on in the roles of the one that was lost.
        ([], Some(lost)) if !lost.roles.is_none() => lost.roles,
        ([], _) => Roles::FACILITATOR,
        (asked, _) => roles(asked),
    };
    let Stranger { device, recipient, .. } = stranger.clone();
    let recipient = Some(recipient).filter(|recipient| !recipient.is_empty());
    let admitted = Admitted { device, roles: asked, person, recipient };
    let (author, at) = (desk.person(), desk.now());
    let reports = match lost {
        Some(lost) if lost.is_own => return Err(AppError::new("not-oneself", &[])),
        Some(lost) => desk.store().admit_instead_of(lost.device, admitted, author, at).await?,
        None => desk.store().admit(admitted, Vec::new(), author, at).await?,
    };
    came(desk);
    told(desk, reports, at).await
}

fn waiting<'s>(strangers: &'s [Stranger], asked: &str) -> Result<&'s Stranger, AppError> {
    let wanted = asked.trim().to_lowercase();
    let by_name: Vec<_> = strangers.iter().filter(|stranger| stranger.name.to_lowercase() == wanted).collect();
    let found = if by_name.is_empty() {
        strangers.iter().filter(|stranger| begins(&stranger.device, &wanted)).collect()
    } else {
        by_name
    };
    one(&found, asked, |stranger| short(&stranger.device))
}

async fn person_of(desk: &Desk, asked: &str) -> Result<PersonId, AppError> {
    let names = Names::read(desk).await?;
    if let Ok(person) = asked.parse::<PersonId>()
        && names.known.iter().any(|known| known.person == Some(person))
    {
        return Ok(person);
    }
    // Several laptops of one person are one person.
    let of_name = names.known.iter().filter(|known| names.name(known).to_lowercase() == asked.trim().to_lowercase());
    let mut persons: Vec<PersonId> = of_name.filter_map(|known| known.person).collect();
    persons.sort_unstable();
    persons.dedup();
    if let [person] = persons.as_slice() {
        return Ok(*person);
    }
    names.meant(asked)?.person.ok_or_else(|| AppError::new("unknown-member", &[("name", asked)]))
}

/// Lets go of what waits from these laptops, and of whatever comes from them later.
///
/// # Errors
/// `unknown-member`, `not-allowed`.
pub async fn refuse(desk: &Desk, asked: &[String]) -> Result<(), AppError> {
    let strangers = desk.store().strangers().await?;
    let devices = asked.iter().map(|asked| Ok(waiting(&strangers, asked)?.device));
    let devices: Vec<DeviceId> = devices.collect::<Result<_, AppError>>()?;
    desk.store().refuse(&devices, desk.now()).await?;
    came(desk);
    Ok(())
}

/// Who accepted an invitation, before they are let in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AcceptanceView {
    pub device: String,
    /// By what name they were invited, and what they call themselves.
    pub name: String,
    pub own_name: String,
    pub roles: Vec<Role>,
    /// The four words that stand on their screen too.
    pub check_words: String,
}

/// Reads an acceptance that came back.
///
/// # Errors
/// `not-for-this-laptop`, `unknown-invitation`, …
pub async fn open_acceptance(desk: &Desk, file: &Path) -> Result<AcceptanceView, AppError> {
    let invited = desk.store().accepted(&files::read(file)?).await?;
    seen(&invited)
}

fn seen(invited: &Invited) -> Result<AcceptanceView, AppError> {
    let roles = ROLES.iter().filter(|(_, roles)| invited.admitted.roles.has_any(*roles)).map(|(role, _)| *role);
    Ok(AcceptanceView {
        device: invited.admitted.device.to_string(),
        name: invited.name.clone(),
        own_name: invited.own_name.clone(),
        roles: roles.collect(),
        check_words: check_words(&invited.admitted.device.0)?,
    })
}

/// Lets in whoever accepted an invitation that was given out here.
///
/// # Errors
/// As `open_acceptance`; `not-allowed`.
pub async fn admit(desk: &Desk, file: &Path) -> Result<AcceptanceView, AppError> {
    let invited = desk.store().accepted(&files::read(file)?).await?;
    let names = Names::read(desk).await?;
    let mut edits = Vec::new();
    if names.of_person(&invited.admitted.person).is_none() {
        edits.push(member(&invited.name, invited.admitted.person));
    }
    desk.store().admit(invited.admitted.clone(), edits, desk.person(), desk.now()).await?;
    desk.store().use_invitation(&invited).await?;
    came(desk);
    seen(&invited)
}

pub(super) fn member(name: &str, person: PersonId) -> Edit {
    let fields = Fields::from([(field::NAME, name.into()), (field::PERSON_OF, Value::Bytes(person.0.to_vec()))]);
    Edit::Create { kind: field::MEMBER, fields, mark: None }
}

/// Whose name is to be another one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Rename {
    /// A member or a laptop; empty: this computer's own person.
    pub member: String,
    pub name: String,
}

/// The same as `rename`, as a window asks for it.
///
/// # Errors
/// As `rename`.
pub async fn rename_member(desk: &Desk, input: &Rename) -> Result<(), AppError> {
    rename(desk, &input.member, &input.name).await
}

/// Another name for a member; of this computer's own person where none is named.
///
/// # Errors
/// `unknown-member`, `empty-name`, `not-allowed`.
pub async fn rename(desk: &Desk, asked: &str, name: &str) -> Result<(), AppError> {
    let name = tidy_name(name)?;
    let person = if asked.is_empty() { desk.store().person() } else { person_of(desk, asked).await? };
    let names = Names::read(desk).await?;
    if !names.may_call(&person) {
        return Err(AppError::new("not-allowed", &[]));
    }
    let edit = match names.record_of(&person) {
        Some(record) => Edit::Set { record, fields: Fields::from([(field::NAME, (&*name).into())]) },
        None => member(&name, person),
    };
    desk.commit(Deed::STRUCTURE, vec![edit]).await?;
    Ok(())
}

/// Lets a suspended laptop in again, or gives a member other roles; what it did meanwhile counts as far as they allow.
///
/// # Errors
/// `unknown-member`, `several-members`, `no-role`, `not-allowed`.
pub async fn readmit(desk: &Desk, admission: &Admission) -> Result<MergeView, AppError> {
    let names = Names::read(desk).await?;
    let known = names.meant(&admission.device)?;
    let asked: &[Role] = if admission.roles.is_empty() { &[Role::Facilitator] } else { &admission.roles };
    let unknown = || AppError::new("unknown-member", &[("name", &admission.device)]);
    let person = known.person.ok_or_else(unknown)?;
    let admitted = Admitted { device: known.device, roles: roles(asked), person, recipient: known.recipient.clone() };
    let at = desk.now();
    let reports = desk.store().admit(admitted, Vec::new(), desk.person(), at).await?;
    came(desk);
    told(desk, reports, at).await
}

/// Whose work an organiser decides on, and how.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RuleOn {
    pub device: String,
    pub approve: bool,
}

/// The same as `rule`, as a window asks for it.
///
/// # Errors
/// As `rule`.
pub async fn rule_on(desk: &Desk, input: &RuleOn) -> Result<u32, AppError> {
    rule(desk, &input.device, "", input.approve).await
}

/// Approves or refuses what waits of a member: what her roles do not allow, what two laptops wrote under one key. `branch`:
/// only what one of the two wrote, by how its first entry begins; empty: all that waits. Says how much there was.
///
/// # Errors
/// `unknown-member`, `several-members`, `unknown-branch`, `not-allowed`.
pub async fn rule(desk: &Desk, asked: &str, branch: &str, approve: bool) -> Result<u32, AppError> {
    // What was written on each branch is known only where all is counted.
    let names = if branch.is_empty() { Names::read(desk).await? } else { Names::counted(desk).await? };
    let known = names.meant(asked)?;
    let branch = (!branch.is_empty()).then(|| branch_of(known, asked, branch)).transpose()?;
    let count = desk.store().rule(known.device, branch, approve, desk.person(), desk.now()).await?;
    came(desk);
    Ok(count as u32)
}

fn branch_of(known: &Known, name: &str, asked: &str) -> Result<Digest, AppError> {
    let wanted = asked.trim().to_lowercase();
    let is_meant = |first: &Digest| wanted.len() >= 6 && first.to_string().starts_with(&wanted);
    let found: Vec<Digest> = known.branches.iter().map(|branch| branch.first).filter(is_meant).collect();
    match found.as_slice() {
        [first] => Ok(*first),
        _ => Err(AppError::new("unknown-branch", &[("name", name), ("branch", asked)])),
    }
}

/// Declares entries of a laptop lost that nobody has any more: what follows them counts without them. Says how many there were.
///
/// # Errors
/// `unknown-member`, `several-members`, `not-allowed`.
pub async fn give_up(desk: &Desk, asked: &str) -> Result<u32, AppError> {
    let names = Names::read(desk).await?;
    let device = names.meant(asked)?.device;
    let count = desk.store().give_up(device, desk.person(), desk.now()).await?;
    came(desk);
    Ok(count as u32)
}

/// Confirms all erasures that reach beyond what one laptop may erase. What is confirmed is deleted at once.
///
/// # Errors
/// `not-allowed`; `own-erasures` where nobody else has erased; `erasures-of-who-let-in` where whoever erased has let this
/// laptop in, and it is no second one.
pub async fn confirm_erasures(desk: &Desk) -> Result<u32, AppError> {
    rule_on_erasures(desk, true).await
}

/// Refuses them: what waited is shown again. What a laptop may erase by itself went at once, and comes back only from a laptop
/// that has not heard of it. Says how much was shown again.
///
/// # Errors
/// As `confirm_erasures`.
pub async fn refuse_erasures(desk: &Desk) -> Result<u32, AppError> {
    rule_on_erasures(desk, false).await
}

async fn rule_on_erasures(desk: &Desk, approve: bool) -> Result<u32, AppError> {
    let unconfirmed = desk.store().unconfirmed_erasures().await?;
    if unconfirmed.is_empty() {
        return Ok(0);
    }
    if !desk.store().own_roles().await?.has_any(Roles::ORGANISER) {
        return Err(AppError::new("not-allowed", &[]));
    }
    let commits: Vec<_> = unconfirmed.iter().filter(|it| it.can_confirm).map(|it| it.commit).collect();
    if commits.is_empty() {
        let names = Names::read(desk).await?;
        let own = desk.store().person();
        let is_own =
            |it: &Unconfirmed| names.known.iter().any(|known| known.device == it.device && known.person == Some(own));
        let why = if unconfirmed.iter().all(is_own) { "own-erasures" } else { "erasures-of-who-let-in" };
        return Err(AppError::new(why, &[]));
    }
    let before = desk.store().unconfirmed_contributions().await?;
    desk.store().rule_on_erasures(&commits, approve, desk.person(), desk.now()).await?;
    let after = desk.store().unconfirmed_contributions().await?;
    came(desk);
    Ok(before.saturating_sub(after))
}
