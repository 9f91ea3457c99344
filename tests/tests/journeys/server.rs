//! A shared server in the window: an organiser adds it, and from then on what a table brings there is seen by itself.

use anteroom_tests::laptop::PASSPHRASE;

use crate::cluster::Cluster;
use crate::consultation::Made;
use crate::exchange::{packs, stick, table};
use crate::window::Window;

/// Of whoever looks after the server.
const PASSWORD: &str = "keeper's own password";

fn address(cluster: &Cluster) -> String {
    format!("postgres://keeper@127.0.0.1:{}/postgres", cluster.port())
}

/// As whoever looks after the server.
fn looks_after(made: &Made, args: &[&str]) {
    let done = made.laptop.types_with(PASSPHRASE, args, |command| {
        command.env("PGPASSWORD", PASSWORD);
    });
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
}

#[tokio::test]
async fn an_organiser_connects_to_a_server_and_sees_what_a_table_brings_there() {
    let mut cluster = Cluster::begin();
    let ana = Made::with_a_round();
    let (pack, words) = packs(&ana);
    let seven = table(&pack, &words);
    seven.does("record", &["--text", "They kept our passports."]);
    let file = stick(&seven, "table 7.handover");
    seven.does("bundle", &["--to", &file]);
    ana.does("merge", &[&file]);
    ana.does("approve", &["Table 7"]);
    let whole = format!("{}?sslrootcert={}", address(&cluster), cluster.authority().display());
    looks_after(&ana, &["hub", "init", &whole]);

    let window = Window::before(ana).await;
    window.unlocks().await;
    window.goes_to("/exchange").await;
    window.sees("the server", "document.querySelector('#server')").await;
    assert_eq!(window.asks("!!document.querySelector('nav .foot a')").await, false, "nothing is said of no server");
    window.is_accessible().await;
    window.clicks_on("Add a shared server").await;
    window.sees("the form", "document.activeElement.id === 'server-address'").await;
    window.types(&address(&cluster)).await;
    window.fills("#server-password", "wrong").await;
    window.clicks_on("Make logins").await;
    assert!(window.complains().await.contains("nobody known has signed it"), "without its authority nothing is sent");
    window.is_accessible().await;
    window.fits().await;
    window.pictured("server-connect").await;
    window.clicks_on("Certificate of your own authority").await;
    window.display().opens(cluster.authority().to_str().unwrap()).await;
    window.sees("its name", "document.querySelector('.authority bdi')?.textContent === 'authority.pem'").await;
    window.clicks_on("Make logins").await;
    window.sees("the refusal", "/does not let/.test(document.querySelector('dialog [role=alert]')?.textContent)").await;
    window.fills("#server-password", PASSWORD).await;
    window.clicks_on("Make logins").await;
    window.sees("the table's login", "/Table 7/.test(document.querySelector('dialog')?.textContent)").await;
    window.pictured("server-connected").await;
    window.clicks_on("Done").await;
    window.sees("that it was there", "/^Synced/.test(document.querySelector('nav .foot a')?.textContent.trim())").await;
    window.sees("who was there", "document.querySelectorAll('#server tbody tr').length === 2").await;
    window.is_accessible().await;
    window.asks("document.querySelector('#server').scrollIntoView()").await;
    window.pictured("server").await;

    // The table goes there by itself, with a key that waits for it; nobody touches the window.
    looks_after(&seven, &["hub", "add", seven.laptop.file().to_str().unwrap(), &whole]);
    seven.does("record", &["--text", "We were not asked."]);
    let synced = seven.says(&["sync", seven.laptop.file().to_str().unwrap()]);
    assert_eq!(synced["brought"], 1, "{synced}");
    window.goes_to("/contributions").await;
    window
        .sees(
            "the note",
            "[...document.querySelectorAll('[role=option]')].some((it) => /not asked/.test(it.textContent))",
        )
        .await;

    cluster.stop();
    window.goes_to("/exchange").await;
    window.sees("the server", "document.querySelector('#server .ways')").await;
    window.clicks_on("Sync now").await;
    assert!(window.complains().await.contains("cannot be reached"));
    window.asks("document.querySelector('#server').scrollIntoView()").await;
    window.speaks("ar").await;
    window.fits().await;
    window.is_accessible().await;
    window.asks("document.querySelector('#server').scrollIntoView()").await;
    window.pictured("server-away-arabic").await;
    window.speaks("en").await;
    window.is_sized(1000, 700).await;
    window.fits().await;
    window.asks("document.documentElement.dataset.theme = 'dark'").await;
    window.is_accessible().await;
    window.asks("document.querySelector('#server').scrollIntoView()").await;
    window.pictured("server-away-dark-small").await;
    window.clicks_on("Leave this server").await;
    window.sees("the question", "document.querySelector('dialog')").await;
    window.is_accessible().await;
    window.clicks("dialog .stop").await;
    window.sees("that it is left", "!document.querySelector('nav .foot a')").await;
    window.locks().await;
}
