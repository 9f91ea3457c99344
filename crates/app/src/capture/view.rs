//! What the screen of a round shows.

use anteroom_model::field;
use anteroom_model::ids::RecordId;
use anteroom_model::permission::{AttributionRule, Permissions};
use anteroom_model::value::Value;
use anteroom_model::view::{ContributionRow, Labelled, NodeLabel, Sort};
use anteroom_store::Query;
use serde::Serialize;

use super::composed::Composed;
use super::parked::{ParkedDraft, all_parked};
use super::presence::not_heard;
use super::room::{COMPOSER, Intervention, NOTE, Room, read};
use crate::contributions::Labels;
use crate::desk::Desk;
use crate::error::AppError;
use crate::structure::{Segment, Structure, is_put_away, number, text};

macro_rules! views {
    ($($(#[$doc:meta])* pub struct $name:ident { $($body:tt)* })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
        #[serde(rename_all = "camelCase")]
        #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
        pub struct $name { $($body)* }
    )*};
}

views! {
    /// A round that can be opened.
    pub struct RoundChoice {
        pub id: String,
        pub name: String,
        pub session: String,
        pub rule: AttributionRule,
        pub questions: Vec<String>,
        /// When it is to begin, where somebody said so. Milliseconds since 1970, UTC.
        pub starts: Option<i64>,
    }

    /// The round that is open here, and who speaks.
    pub struct RoomView {
        pub round: String,
        pub name: String,
        pub session: String,
        /// The rule for what is recorded now: the round's, or a stricter one.
        pub rule: AttributionRule,
        /// The round's own.
        pub round_rule: AttributionRule,
        /// How many organisations of a group must have spoken before it is named under the Chatham House Rule.
        pub small: u32,
        /// Under the Chatham House Rule no groups at all.
        pub strict: bool,
        /// What was announced to the round.
        pub announced: Permissions,
        pub questions: Vec<String>,
        /// Counted from 1; 0: none.
        pub question: u32,
        /// Seconds that a speaker has.
        pub time_limit: Option<i64>,
        /// Milliseconds since 1970, UTC; so the next two.
        pub opened: i64,
        pub closed: Option<i64>,
        pub began: i64,
        /// The how manieth speaker of the round.
        pub number: u32,
        pub groups: Vec<Labelled>,
        pub organisation: String,
        /// Empty where it is guessed, text by text.
        pub language: String,
        pub interpreted: bool,
        pub permissions: Permissions,
        /// What was recorded of this intervention so far.
        pub recorded: Vec<String>,
        /// Who speaks again once the draft that was taken up is recorded; 0: nobody.
        pub back_to: u32,
    }

    /// A draft that waits while somebody else is heard.
    pub struct ParkedView {
        pub name: String,
        pub text: String,
        pub number: u32,
        pub groups: Vec<Labelled>,
        /// Milliseconds since 1970, UTC.
        pub at: i64,
        /// The round it belongs to, where that is not the one that is open.
        pub elsewhere: String,
    }

    /// What a facilitator noted for themselves.
    pub struct RemarkView {
        pub text: String,
        /// Milliseconds since 1970, UTC.
        pub at: i64,
    }

    /// All of the screen.
    pub struct CaptureView {
        pub room: Option<RoomView>,
        /// Where none is open: what can be opened.
        pub rounds: Vec<RoundChoice>,
        pub composed: Composed,
        pub parked: Vec<ParkedView>,
        /// What was recorded in the round, newest first: the last fifty.
        pub recorded: Vec<ContributionRow>,
        pub total: u32,
        pub remarks: Vec<RemarkView>,
        /// A note that is half typed.
        pub noting: String,
    }

    /// After something was recorded.
    pub struct Recorded {
        /// Where something was.
        pub row: Option<ContributionRow>,
        pub room: RoomView,
    }

    /// After a draft was kept.
    pub struct Kept {
        /// Milliseconds since 1970, UTC.
        pub at: i64,
        /// BCP 47; none where it cannot be said yet.
        pub language: Option<String>,
    }

    /// An objective or principle, with the words it is found by.
    pub struct NumberedNode {
        pub node: NodeLabel,
        /// In the window's language and in English.
        pub words: String,
    }

    pub struct OrganisationLabel {
        pub name: String,
        /// Keys.
        pub groups: Vec<String>,
    }

    /// What can be chosen while something is taken down.
    pub struct CaptureLists {
        pub kinds: Vec<Labelled>,
        pub groups: Vec<Labelled>,
        pub nodes: Vec<NumberedNode>,
        pub organisations: Vec<OrganisationLabel>,
    }

    /// Somebody who spoke in the round.
    pub struct InterventionView {
        pub turn: String,
        pub speaker: String,
        pub groups: Vec<Labelled>,
        /// Milliseconds since 1970, UTC.
        pub began: i64,
    }

    /// An intervention without an end.
    pub struct OpenTurnView {
        pub turn: String,
        pub speaker: String,
        pub groups: Vec<Labelled>,
        /// Milliseconds since 1970, UTC; so the next two.
        pub began: i64,
        /// When the last of it was recorded.
        pub last: Option<i64>,
        /// When the next one in the round began.
        pub next: Option<i64>,
        /// How many contributions were recorded of it.
        pub recorded: u32,
    }

    /// How a group is there.
    pub struct GroupPresence {
        pub group: Labelled,
        /// One of `not-expected`, `expected`, `in-the-room`, `spoke`.
        pub is: String,
        /// How many of its organisations are in the room or spoke; 0 where nobody counted.
        pub organisations: u32,
        /// How many speakers of it were heard.
        pub heard: u32,
    }

    /// Who is there.
    pub struct PresenceView {
        /// Whether anybody noted who is in the room.
        pub noted: bool,
        pub groups: Vec<GroupPresence>,
    }

    /// What lacks something when the round closes.
    pub struct TidyView {
        pub round: String,
        pub session: String,
        /// How many were recorded.
        pub recorded: u32,
        pub lacking: Vec<ContributionRow>,
        /// The interventions of which nobody knows when they ended.
        pub open: Vec<OpenTurnView>,
        /// When the round was closed. Milliseconds since 1970, UTC.
        pub closed: Option<i64>,
        pub parked: Vec<ParkedView>,
    }

    /// Who may be typing.
    pub struct TypingView {
        /// Persons, by the names they go by.
        pub known: Vec<Labelled>,
        /// Who is; without a name where it is whom the computer belongs to and nobody said it.
        pub now: Labelled,
        /// Whether they were typing before the consultation was locked, and nobody has said since that they go on.
        pub carried: bool,
    }

    /// What the projector may show: nothing that anybody said.
    pub struct RoomScreenView {
        pub round: String,
        pub session: String,
        pub question: String,
        pub time_limit: Option<i64>,
        /// Milliseconds since 1970, UTC.
        pub began: i64,
        pub number: u32,
        pub not_heard: Vec<String>,
    }
}

/// So many of the last contributions stand under the composer.
const LATEST: u32 = 50;

/// The room as it stands, with what is half typed and what was recorded last.
///
/// # Errors
/// What the store refuses.
pub async fn stands(desk: &Desk) -> Result<CaptureView, AppError> {
    let structure = desk.structure().await?;
    let mut view = CaptureView { rounds: rounds(desk, &structure).await?, ..CaptureView::default() };
    let room = Room::read(desk).await?;
    let drafts = desk.store().drafts().await?;
    view.composed = drafts.iter().find(|draft| draft.name == COMPOSER).and_then(read).unwrap_or_default();
    view.parked = all_parked(&drafts).iter().map(|parked| parked_view(&structure, parked, room.as_ref())).collect();
    let Some(mut room) = room else { return Ok(view) };
    if room.segment(&structure).is_err() {
        // The round is gone, by an undo or a merge: nothing is open any more.
        return Ok(view);
    }
    room.now.settle_with_journal(desk).await?;
    let query = Query { segments: Some(vec![room.round]), sort: Sort::Newest, ..Query::default() };
    let found = desk.store().find(&query, 0, LATEST).await?;
    let labels = Labels::read(desk, &structure, &found.rows).await?;
    view.recorded = found.rows.iter().map(|row| labels.row(row)).collect();
    view.total = found.total;
    view.remarks = remarks(desk, room.round).await?;
    view.noting = drafts.into_iter().find(|draft| draft.name == NOTE).map(|draft| draft.words).unwrap_or_default();
    view.room = Some(room_view(desk, &structure, &room)?);
    Ok(view)
}

async fn remarks(desk: &Desk, round: RecordId) -> Result<Vec<RemarkView>, AppError> {
    let records = desk.store().records(field::REMARK).await?;
    let here = records.iter().filter(|record| {
        record.fields.get(&field::SEGMENT_OF).and_then(Value::record) == Some(round) && !is_put_away(record)
    });
    let mut remarks: Vec<_> = here
        .map(|record| RemarkView {
            text: text(record, field::NOTE),
            at: number(record, field::STARTS).unwrap_or_default(),
        })
        .collect();
    remarks.sort_by_key(|remark| std::cmp::Reverse(remark.at));
    Ok(remarks)
}

async fn rounds(desk: &Desk, structure: &Structure) -> Result<Vec<RoundChoice>, AppError> {
    let records = desk.store().records(field::SEGMENT).await?;
    let starts = |id: RecordId| {
        let record = records.iter().find(|record| record.id == id);
        record.and_then(|record| number(record, field::STARTS))
    };
    let choice = |segment: &Segment| RoundChoice {
        id: segment.record.to_string(),
        name: structure.label(&segment.name),
        session: session_of(structure, segment),
        rule: segment.rule,
        questions: questions_of(structure, segment),
        starts: starts(segment.record),
    };
    let in_order = structure.sessions.iter().flat_map(|session| structure.segments_of(session));
    Ok(in_order.map(choice).collect())
}

fn questions_of(structure: &Structure, segment: &Segment) -> Vec<String> {
    segment.questions.iter().map(|question| structure.label(question)).collect()
}

pub(super) fn session_of(structure: &Structure, segment: &Segment) -> String {
    structure.session_by_key(&segment.session).map(|session| structure.label(&session.name)).unwrap_or_default()
}

pub(super) fn room_view(_desk: &Desk, structure: &Structure, room: &Room) -> Result<RoomView, AppError> {
    let segment = room.segment(structure)?;
    let Intervention { number, began, groups, organisation, language, interpreted, permissions, recorded, .. } =
        room.now.clone();
    Ok(RoomView {
        round: room.round.to_string(),
        name: structure.label(&segment.name),
        session: session_of(structure, segment),
        rule: room.rule(segment),
        round_rule: segment.rule,
        small: structure.consultation.small,
        strict: structure.consultation.strict,
        announced: segment.permissions,
        questions: questions_of(structure, segment),
        question: room.question,
        time_limit: segment.time_limit,
        opened: room.opened,
        closed: room.closed,
        began,
        number,
        groups: groups.iter().map(|key| structure.group_label(key)).collect(),
        organisation,
        language: language.unwrap_or_default(),
        interpreted,
        permissions,
        recorded: recorded.iter().map(ToString::to_string).collect(),
        back_to: room.back_to.as_ref().map_or(0, |before| before.number),
    })
}

pub(super) fn parked_view(structure: &Structure, parked: &ParkedDraft, room: Option<&Room>) -> ParkedView {
    let elsewhere = room.is_none_or(|room| room.round != parked.round);
    let segment = structure.segment_by_id(parked.round).filter(|_| elsewhere);
    ParkedView {
        name: parked.name.clone(),
        text: parked.composed.text.clone(),
        number: parked.now.number,
        groups: parked.now.groups.iter().map(|key| structure.group_label(key)).collect(),
        at: parked.at,
        elsewhere: segment.map(|segment| structure.label(&segment.name)).unwrap_or_default(),
    }
}

/// What can be chosen while something is taken down.
///
/// # Errors
/// What the store refuses.
pub async fn lists(desk: &Desk) -> Result<CaptureLists, AppError> {
    let structure = desk.structure().await?;
    let taggable =
        structure.nodes.iter().filter(|node| structure.level(&node.level).is_some_and(|level| level.taggable));
    let nodes = taggable.map(|node| NumberedNode {
        node: structure.node_label(&node.key),
        words: node.short.in_language("en").0.to_owned() + " " + node.title.in_language(&structure.language).0,
    });
    let groups = structure.groups.iter().filter(|group| group.in_use);
    let mut organisations: Vec<_> = structure
        .organisations
        .values()
        .map(|known| OrganisationLabel { name: known.name.clone(), groups: known.groups.clone() })
        .collect();
    organisations.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(CaptureLists {
        kinds: structure.kinds.iter().map(|kind| structure.kind_label(&kind.key)).collect(),
        groups: groups.map(|group| structure.group_label(&group.key)).collect(),
        nodes: nodes.collect(),
        organisations,
    })
}

/// What the projector may show of the round that is open here.
///
/// # Errors
/// `no-round`.
pub async fn room_screen(desk: &Desk) -> Result<RoomScreenView, AppError> {
    let structure = desk.structure().await?;
    let room = Room::running(desk).await?;
    let segment = room.segment(&structure)?;
    let question = (room.question as usize).checked_sub(1).and_then(|at| segment.questions.get(at));
    Ok(RoomScreenView {
        round: structure.label(&segment.name),
        session: session_of(&structure, segment),
        question: question.map(|question| structure.label(question)).unwrap_or_default(),
        time_limit: segment.time_limit,
        began: room.now.began,
        number: room.now.number,
        not_heard: not_heard(desk, &structure, room.round).await?,
    })
}
