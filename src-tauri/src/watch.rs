//! When the consultation locks by itself: at suspend, when the session is locked or given to somebody else, when the lid
//! closes, and when nobody has touched anything for a while.
//!
//! The page is told first, so that what is half typed is kept; if it does not answer, it is locked all the same.

use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use anteroom_app::capture;
use anteroom_app::desk::now;
use tauri::{AppHandle, Emitter, Manager};

use crate::look;
use crate::room::Room;

/// The event that asks the page to keep what is half typed and to lock.
const LOCK_NOW: &str = "lock-now";

/// How long the page has for it.
const PATIENCE: Duration = Duration::from_millis(1500);
/// How often it is looked whether anybody is there.
const PACE: Duration = Duration::from_millis(500);
/// How long a round that is running puts off the lock of a computer that nobody touches. Milliseconds.
const LONGEST_ROUND: i64 = 20 * 60 * 1000;

/// When somebody last touched a key or the mouse in the window. Milliseconds since 1970.
#[derive(Debug)]
pub(crate) struct Touched(AtomicI64);

impl Default for Touched {
    fn default() -> Self {
        Self(AtomicI64::new(now()))
    }
}

impl Touched {
    pub(crate) fn now(&self) {
        self.0.store(now(), Ordering::Relaxed);
    }

    fn ago(&self) -> i64 {
        now() - self.0.load(Ordering::Relaxed)
    }
}

/// Somebody is there.
pub(crate) async fn touch(room: &Room) -> Result<(), anteroom_app::AppError> {
    room.touched.now();
    Ok(())
}

/// Whether it is time: nothing was touched for `idle`, and a round that may be running puts it off by twenty minutes at
/// most. All in milliseconds.
fn is_due(idle: i64, after: i64, round_runs: bool) -> bool {
    after > 0 && idle >= if round_runs { after.max(LONGEST_ROUND) } else { after }
}

/// Watches as long as the program runs.
pub(crate) fn begin(app: &AppHandle) {
    tauri::async_runtime::spawn(idle(app.clone()));
    #[cfg(target_os = "linux")]
    system::listen(app);
}

async fn idle(app: AppHandle) {
    loop {
        tokio::time::sleep(PACE).await;
        let room = app.state::<Room>();
        // It may be about to open: only then is it known when it was last touched.
        let Ok(desk) = room.desk().await else { continue };
        let after = i64::from(look::kept(&room).lock_after) * 1000;
        let idle = room.touched.ago();
        if !is_due(idle, after, false) {
            continue;
        }
        let runs = capture::is_running(&desk).await.ok().flatten().is_some();
        drop(desk);
        if is_due(idle, after, runs) {
            lock(&app).await;
        }
    }
}

/// Locks, after the page has kept what is half typed.
pub(crate) async fn lock(app: &AppHandle) {
    let room = app.state::<Room>();
    if !room.is_open().await {
        return;
    }
    app.emit(LOCK_NOW, ()).ok();
    let start = tokio::time::Instant::now();
    while room.is_open().await && start.elapsed() < PATIENCE {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    room.lock().await;
}

/// What a Linux desktop says on its two buses.
#[cfg(target_os = "linux")]
mod system {
    use std::collections::HashMap;

    use tauri::AppHandle;
    use zbus::MatchRule;
    use zbus::blocking::{Connection, MessageIterator};
    use zbus::message::{Message, Type};
    use zbus::zvariant::Value;

    /// The signals that mean that nobody is at the computer any more: interface, member.
    const ON_SESSION_BUS: &[(&str, &str)] =
        &[("org.freedesktop.ScreenSaver", "ActiveChanged"), ("org.gnome.ScreenSaver", "ActiveChanged")];
    const ON_SYSTEM_BUS: &[(&str, &str)] = &[
        ("org.freedesktop.login1.Manager", "PrepareForSleep"),
        ("org.freedesktop.login1.Session", "Lock"),
        ("org.freedesktop.DBus.Properties", "PropertiesChanged"),
    ];

    /// A bus that is not there says nothing: then only the lock of a computer that nobody touches is left.
    pub(super) fn listen(app: &AppHandle) {
        for (connect, signals) in
            [(Connection::session as fn() -> _, ON_SESSION_BUS), (Connection::system as fn() -> _, ON_SYSTEM_BUS)]
        {
            for signal in signals {
                let app = app.clone();
                std::thread::spawn(move || hear(&app, connect, *signal));
            }
        }
    }

    fn hear(app: &AppHandle, connect: fn() -> zbus::Result<Connection>, signal: (&str, &str)) {
        let heard = || -> zbus::Result<()> {
            let mut rule = MatchRule::builder().msg_type(Type::Signal).interface(signal.0)?.member(signal.1)?;
            if signal.1 == "PropertiesChanged" {
                rule = rule.path_namespace("/org/freedesktop/login1")?;
            }
            for message in MessageIterator::for_match_rule(rule.build(), &connect()?, None)? {
                if means_away(&message?) {
                    tauri::async_runtime::block_on(super::lock(app));
                }
            }
            Ok(())
        };
        // The bus has gone: there is nothing more to be heard on it.
        heard().ok();
    }

    fn means_away(message: &Message) -> bool {
        let header = message.header();
        match header.member().map(zbus::names::MemberName::as_str) {
            Some("Lock") => true,
            Some("ActiveChanged" | "PrepareForSleep") => message.body().deserialize::<bool>().unwrap_or(false),
            Some("PropertiesChanged") => properties_mean_away(message).unwrap_or(false),
            _ => false,
        }
    }

    /// The lid was closed, or the session was given to another user.
    fn properties_mean_away(message: &Message) -> Option<bool> {
        let body = message.body();
        let (interface, changed, _): (String, HashMap<String, Value<'_>>, Vec<String>) = body.deserialize().ok()?;
        let is = |name: &str| changed.get(name).and_then(|value| bool::try_from(value).ok());
        Some(match interface.as_str() {
            "org.freedesktop.login1.Manager" => is("LidClosed") == Some(true),
            "org.freedesktop.login1.Session" => is("LockedHint") == Some(true) || is("Active") == Some(false),
            _ => false,
        })
    }

    #[cfg(test)]
    mod tests {
        use std::collections::HashMap;

        use super::*;

        fn signal(member: &str, body: &(impl serde::Serialize + zbus::zvariant::DynamicType)) -> Message {
            Message::signal("/org/freedesktop/x", "org.freedesktop.x", member).unwrap().build(body).unwrap()
        }

        fn changed(interface: &str, name: &str, value: bool) -> Message {
            let changed = HashMap::from([(name, Value::from(value))]);
            signal("PropertiesChanged", &(interface, changed, Vec::<&str>::new()))
        }

        #[test]
        fn what_says_that_somebody_leaves_locks_and_what_says_that_they_are_back_does_not() {
            for away in [
                signal("ActiveChanged", &true),
                signal("PrepareForSleep", &true),
                signal("Lock", &()),
                changed("org.freedesktop.login1.Manager", "LidClosed", true),
                changed("org.freedesktop.login1.Session", "LockedHint", true),
                changed("org.freedesktop.login1.Session", "Active", false),
            ] {
                assert!(means_away(&away), "{away:?}");
            }
            for here in [
                signal("ActiveChanged", &false),
                signal("PrepareForSleep", &false),
                signal("PrepareForSleep", &"true"),
                signal("Unlock", &()),
                changed("org.freedesktop.login1.Manager", "LidClosed", false),
                changed("org.freedesktop.login1.Session", "Active", true),
                changed("org.example.Session", "Active", false),
            ] {
                assert!(!means_away(&here), "{here:?}");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTE: i64 = 60 * 1000;

    #[test]
    fn a_running_round_puts_the_lock_off_by_twenty_minutes_at_most() {
        assert!(!is_due(9 * MINUTE, 10 * MINUTE, false));
        assert!(is_due(10 * MINUTE, 10 * MINUTE, false));
        assert!(!is_due(19 * MINUTE, 10 * MINUTE, true));
        assert!(is_due(20 * MINUTE, 10 * MINUTE, true));
        assert!(!is_due(20 * MINUTE, 30 * MINUTE, true), "nobody waits less because a round is running");
        assert!(!is_due(1000 * MINUTE, 0, false), "whoever wants none has none");
    }
}
