//! Commands about what two people noted of the same words.

use anteroom_app::desk::Desk;
use anteroom_app::model::doubles::PairState;
use anteroom_app::pairs::{self as app, NoteView, PairView};
use anteroom_app::say;
use serde_json::{Value, json};

use crate::args::Pair;
use crate::print::{row, time, to_json};
use crate::{Answer, Refusal};

pub(crate) async fn list(desk: &Desk) -> Result<Answer, Refusal> {
    let pairs = app::all(desk).await?;
    let text = if pairs.is_empty() {
        say("en", "cli-no-pairs", &[])
    } else {
        let how = say("en", "cli-pair-how", &[]);
        pairs.iter().map(told).chain([how]).collect::<Vec<_>>().join("\n\n")
    };
    Ok(Answer::new(pairs.iter().map(for_scripts).collect(), text))
}

pub(crate) async fn pair(desk: &Desk, pair: Pair) -> Result<Answer, Refusal> {
    let (one, other) = (&pair.one, &pair.other);
    let (state, sentence) = if pair.part {
        app::part(desk, one, other).await?;
        (PairState::Refused, "cli-parted")
    } else if pair.refuse {
        app::refuse(desk, one, other).await?;
        (PairState::Refused, "cli-pair-refused")
    } else {
        app::accept(desk, one, other).await?;
        (PairState::Accepted, "cli-paired")
    };
    Ok(Answer::new(json!({ "state": state }), say("en", sentence, &[])))
}

fn for_scripts(pair: &PairView) -> Value {
    let note = |note: &NoteView| {
        let mut json = row(&note.row);
        json["notedBy"] = note.who.clone().into();
        json["here"] = note.here.into();
        json
    };
    json!({
        "state": to_json(&pair.state),
        "ids": [pair.one.row.id, pair.other.row.id],
        "refs": [pair.one.row.reference, pair.other.row.reference],
        "round": if pair.one.row.segment.is_empty() { &pair.other.row.segment } else { &pair.one.row.segment },
        "minutes": pair.minutes,
        "likeness": pair.likeness,
        "with": pair.with,
        "notes": [note(&pair.one), note(&pair.other)],
    })
}

fn told(pair: &PairView) -> String {
    let state = match pair.state {
        PairState::Proposed => "cli-pair-proposed",
        PairState::Accepted => "cli-pair-accepted",
        PairState::Refused => "cli-pair-two",
        PairState::Contested => "cli-pair-contested",
    };
    let mut first = say("en", state, &[]);
    if let Some(minutes) = pair.minutes {
        first = format!("{first}, {}", say("en", "cli-pair-minutes", &[("count", &minutes.to_string())]));
    }
    let mut lines = vec![first];
    for note in [&pair.one, &pair.other] {
        let by = if note.who.is_empty() { String::new() } else { format!("{}, ", note.who) };
        lines.push(format!("  {}  {by}{}", note.row.reference, time(note.row.recorded_at)));
        lines.push(format!("    {}", note.row.text.replace('\n', "\n    ")));
    }
    if !pair.with.is_empty() {
        lines.push(format!("  {}", say("en", "cli-pair-with", &[("others", &pair.with.join(", "))])));
    }
    lines.join("\n")
}
