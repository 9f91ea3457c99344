//! From the start of the program to the door, from the passphrase to the list, and the memory held at each.

use std::time::Duration;

use super::{Open, Plan, median, memory, unlocks};
use crate::Done;
use crate::measured::{Line, Report, Times};

/// After so long a window that nobody touches has come to rest.
const REST: Duration = Duration::from_secs(2);

/// When the page first painted something that can be read, in milliseconds since 1970.
const PAINTED: &str = "(() => {
    const paint = performance.getEntriesByName('first-contentful-paint')[0];
    return paint && performance.timeOrigin + paint.startTime;
})()";

pub(super) async fn measure(plan: &Plan, report: &mut Report) -> Done {
    let (mut empty, mut alike, mut door, mut list) =
        (Times::default(), Times::default(), Times::default(), Times::default());
    let (mut empty_holds, mut alike_holds, mut door_holds, mut list_holds) =
        (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    // The first of each fills the caches of the system.
    for turn in 0..=plan.starts {
        let (took, holds) = rests(Open::start(&plan.home, "empty-window", &[]).await?).await?;
        let (took_alike, holds_alike) = rests(Open::start_empty_alike(&plan.home).await?).await?;
        if turn > 0 {
            empty.add(took);
            empty_holds.push(holds);
            alike.add(took_alike);
            alike_holds.push(holds_alike);
        }

        let open = Open::start(&plan.home, "anteroom-window", &[&plan.file]).await?;
        let took = painted(&open, "document.querySelector('#passphrase')").await?;
        tokio::time::sleep(REST).await;
        let holds = memory::held_by(open.id);
        open.is_watched().await?;
        let unlocked = unlocks(&open).await?;
        tokio::time::sleep(REST).await;
        let holds_then = memory::held_by(open.id);
        open.ends().await?;
        if turn > 0 {
            door.add(took);
            door_holds.push(holds);
            list.add(unlocked);
            list_holds.push(holds_then);
        }
    }

    let ratio = median(&door) / median(&empty);
    report.line(Line {
        what: "window: start of the program to the unlock screen, against an empty window",
        reach: "at most 1.3 ×",
        seen: format!("{ratio:.2} ×"),
        reached: ratio <= 1.3,
        beside: format!(
            "median of {}: {:.0} ms against {:.0} ms; {:.2} × an empty window that is drawn alike, {:.0} ms",
            plan.starts,
            median(&door),
            median(&empty),
            median(&door) / median(&alike),
            median(&alike)
        ),
    });
    let (of_empty, of_alike) = (middle(&mut empty_holds), middle(&mut alike_holds));
    let (at_door, at_list) = (middle(&mut door_holds), middle(&mut list_holds));
    for (what, reach, most, holds) in [
        ("its memory at the unlock screen, against an empty window", "at most 1.3 ×", 1.3, at_door),
        ("its memory with the list of 100,000 open, against an empty window", "at most 1.6 ×", 1.6, at_list),
    ] {
        report.line(Line {
            what,
            reach,
            seen: format!("{:.2} ×", holds / of_empty),
            reached: holds / of_empty <= most,
            beside: format!(
                "{holds:.0} MiB against {of_empty:.0} MiB (PSS of all its processes); {:.2} × an empty window that is drawn alike, {of_alike:.0} MiB",
                holds / of_alike
            ),
        });
    }
    let beyond = list.percentile(95) - plan.key;
    report.line(Line {
        what: "window: passphrase to the list of 100,000, usable",
        reach: "under 600 ms beyond deriving the key",
        seen: format!("{beyond:.0} ms"),
        reached: beyond < 600.0,
        beside: format!(
            "p95 of {}: {:.0} ms in all, median {:.0} ms; deriving the key {:.0} ms",
            plan.starts,
            list.percentile(95),
            median(&list),
            plan.key
        ),
    });
    Ok(())
}

/// How long an empty window took to be painted, and what it holds when it has come to rest.
async fn rests(open: Open) -> Done<(Duration, f64)> {
    let took = painted(&open, "document.querySelector('p')").await?;
    tokio::time::sleep(REST).await;
    let holds = memory::held_by(open.id);
    open.ends().await?;
    Ok((took, holds))
}

/// How long it took from the start of the program until `there` was painted.
async fn painted(open: &Open, there: &str) -> Done<Duration> {
    open.sees("the first screen", there).await?;
    let at = open.sees("the first painting", PAINTED).await?.as_f64().ok_or("The page gave no time.")?;
    Ok(Duration::from_secs_f64((at - open.started).max(0.0) / 1000.0))
}

fn middle(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}
