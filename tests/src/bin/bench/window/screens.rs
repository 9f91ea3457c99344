//! Inside: the list under the wheel and under End, and the search as one types.

use fantoccini::key::Key;
use serde_json::Value;
use tokio::process::Command;

use super::Open;
use crate::Done;
use crate::measured::{Line, Report, Times};
use crate::rows;

/// What the frames were like while something moved.
struct Frames {
    count: usize,
    longest: f64,
    blank: usize,
}

impl Frames {
    async fn of(open: &Open) -> Done<Self> {
        let frames = open.asks("bench.watched()").await?;
        let frames: &[Value] = frames.as_array().map(Vec::as_slice).unwrap_or_default();
        Ok(Self {
            count: frames.len(),
            longest: frames.iter().filter_map(|frame| frame["took"].as_f64()).fold(0.0, f64::max),
            blank: frames.iter().filter(|frame| frame["blank"] == true).count(),
        })
    }

    fn line(&self, what: &'static str) -> Line {
        let Self { count, longest, blank } = self;
        Line {
            what,
            reach: "no frame over 50 ms, no blank rows",
            seen: format!("{longest:.0} ms, {blank} frames with blank rows"),
            reached: *longest <= 50.0 && *blank == 0,
            beside: format!("the longest of {count} frames"),
        }
    }
}

pub(super) async fn scroll(open: &Open, rows: usize, report: &mut Report) -> Done {
    open.client.execute("bench.watch()", vec![]).await?;
    // As a hand turns a wheel, slowly and fast, downwards and back. By the display: what the driver makes of a wheel is no
    // more than a notch.
    for (notches, milliseconds, button) in
        [("100", "16", "5"), ("200", "4", "5"), ("150", "4", "4"), ("100", "16", "5")]
    {
        let turn = ["mousemove", "500", "500", "click", "--repeat", notches, "--delay", milliseconds, button];
        let turned = Command::new("xdotool").args(turn).status().await?;
        if !turned.success() {
            return Err("xdotool did not turn the wheel.".into());
        }
    }
    let turned = open.asks("document.querySelector('[role=listbox]').scrollTop").await?;
    if turned.as_f64().unwrap_or_default() < 1000.0 {
        return Err(format!("The wheel moved nothing: the list stands at {turned}.").into());
    }
    report.line(Frames::of(open).await?.line("window: the list of 100,000 under the wheel"));

    open.client.execute("document.querySelector('[role=listbox]').focus()", vec![]).await?;
    open.sees("the focus in the list", "document.activeElement.role === 'listbox'").await?;
    open.client.execute("bench.watch()", vec![]).await?;
    for _ in 0..5 {
        for (key, place) in [(Key::End, rows), (Key::Home, 1)] {
            open.presses(&[], char::from(key)).await?;
            let there = format!(
                "[...document.querySelectorAll('[role=option]')].some((row) => row.ariaPosInSet === '{place}' && row.querySelector('.said'))"
            );
            open.sees("the row at the end", &there).await?;
        }
    }
    report.line(Frames::of(open).await?.line("window: the list of 100,000 under End and Home"));
    Ok(())
}

/// The letter stands in the box, and the list shows what fits it.
const ANSWERED: &str = "
    const before = focused.value;
    return () => focused.value !== before
        && document.querySelector('[role=listbox]')?.ariaBusy !== 'true'
        && !document.querySelector('[role=search].waiting')";

pub(super) async fn search(open: &Open, report: &mut Report) -> Done {
    open.presses(&[Key::Control], 'f').await?;
    open.expects(ANSWERED).await?;
    let mut times = Times::default();
    let mut keys = 0;
    for typed in rows::TYPED {
        for letter in typed.chars() {
            open.types(&letter.to_string()).await?;
            keys += 1;
            times.add(open.timed("what fits the letter", keys).await?);
        }
        open.presses(&[], char::from(Key::Escape)).await?;
        keys += 1;
        open.timed("everything again", keys).await?;
    }
    report.line(Line {
        what: "window: search as you type over 100,000, key press to rows painted, six languages",
        reach: "p95 under 60 ms",
        seen: format!("{:.0} ms", times.percentile(95)),
        reached: times.percentile(95) < 60.0,
        beside: format!("median {:.0} ms, slowest {:.0} ms", times.percentile(50), times.percentile(100)),
    });
    Ok(())
}
