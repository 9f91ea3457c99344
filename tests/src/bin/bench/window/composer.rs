//! In the composer: from a key to its letter, and from the chord that records to the line in the list of what was recorded.

use fantoccini::key::Key;

use super::{Open, Plan};
use crate::Done;
use crate::measured::{Line, Report, Times};

/// What is typed, so many times.
const TEXT: &str = "Seasonal workers report that recruitment fees are taken from their first wages. ";
const TYPED: usize = 4;

const RECORDED: usize = 60;

/// The letter stands in the field.
const WRITTEN: &str = "const before = focused.value; return () => focused.value !== before";

/// What was recorded stands first among what was recorded last.
const ACKNOWLEDGED: &str = "
    const first = () => document.querySelector('main ol li .reference')?.textContent;
    const before = first();
    return () => first() !== undefined && first() !== before";

pub(super) async fn measure(open: &Open, plan: &Plan, report: &mut Report) -> Done {
    let empty = Open::start_empty_alike(&plan.home).await?;
    empty.sees("the field", "document.querySelector('textarea')").await?;
    let bare = types(&empty).await?;
    empty.ends().await?;

    open.goes("/capture").await?;
    open.sees("the rounds", "document.querySelector('main form button')").await?;
    open.client.execute("document.querySelector('main form button').click()", vec![]).await?;
    open.sees("the composer", "document.querySelector('main textarea')").await?;
    let times = types(open).await?;
    report.line(Line {
        what: "window: key press in the composer to painted, 100,000 recorded",
        reach: "p95 under 16 ms",
        seen: format!("{:.1} ms", times.percentile(95)),
        reached: times.percentile(95) < 16.0,
        beside: format!(
            "median {:.1} ms; in the bare field of an empty window drawn alike p95 {:.1} ms, median {:.1} ms",
            times.percentile(50),
            bare.percentile(95),
            bare.percentile(50)
        ),
    });

    let mut times = Times::default();
    for _ in 0..RECORDED {
        open.expects_nothing().await?;
        open.types(TEXT).await?;
        open.expects(ACKNOWLEDGED).await?;
        open.presses(&[Key::Control], char::from(Key::Enter)).await?;
        times.add(open.timed("what was recorded", 1).await?);
    }
    report.line(Line {
        what: "window: chord record to acknowledged in the list, 100,000 recorded",
        reach: "p95 under 50 ms",
        seen: format!("{:.0} ms", times.percentile(95)),
        reached: times.percentile(95) < 50.0,
        beside: format!("median {:.0} ms, slowest {:.0} ms", times.percentile(50), times.percentile(100)),
    });
    Ok(())
}

/// Types into the only field there is, and times each key.
async fn types(open: &Open) -> Done<Times> {
    open.is_watched().await?;
    open.client.execute("document.querySelector('textarea').focus()", vec![]).await?;
    open.expects(WRITTEN).await?;
    let mut times = Times::default();
    for (at, letter) in TEXT.repeat(TYPED).chars().enumerate() {
        open.types(&letter.to_string()).await?;
        times.add(open.timed("the letter", at + 1).await?);
    }
    open.expects_nothing().await?;
    Ok(times)
}
