//! Sequence numbers are given before transactions end, and those end in another order: whoever reads on must miss nothing.

use anteroom_hub::{Cursor, Memory};
use sqlx::{Acquire as _, Executor as _, PgConnection, Row as _};

use crate::house::{House, keys};

/// Takes the turn of a consultation until the transaction ends.
const TURN: &str = "SELECT pg_advisory_xact_lock(hashtextextended(encode(anteroom.consultation(), 'hex'), 0))";

#[tokio::test]
async fn a_page_that_ends_later_is_not_missed_by_who_reads_on() {
    let mut house = House::new().await;
    let (slow, quick, reader) = (house.device(1).await, house.device(1).await, house.device(1).await);
    // A first laptop has sent its page, and its transaction is still open.
    let mut session = slow.session().await;
    let mut open = session.begin().await.unwrap();
    let commit = slow.commits(0..1).remove(0);
    sqlx::query(
        "INSERT INTO anteroom.commits (consultation, device, seq, hash, pushed_by, epoch, sealed)
         VALUES ($1, $2, 0, $3, (SELECT anteroom.number()), 1, $4)",
    )
    .bind(&slow.consultation.0[..])
    .bind(&slow.id.0[..])
    .bind(&commit.key.hash.0[..])
    .bind(vec![0_u8; 256])
    .execute(&mut *open)
    .await
    .unwrap();

    // A second one sends its own meanwhile.
    let pushing = tokio::spawn(async move {
        let mut hub = quick.connect().await;
        hub.push(&quick.seals(), quick.commits(0..1)).await.unwrap();
        quick.commits(0..1).remove(0).key
    });
    // It waits for its turn: its rows cannot be seen before those of the first.
    let mut superuser = house.superuser().await;
    until_one_waits(&mut superuser).await;
    let mut hub = reader.connect().await;
    let page = hub.news(&reader.seals(), Cursor::default()).await.unwrap();
    assert!(page.commits.is_empty(), "neither is there yet");
    open.commit().await.unwrap();
    let second = pushing.await.unwrap();
    let page = hub.news(&reader.seals(), page.cursor).await.unwrap();
    assert_eq!(page.commits.iter().map(|row| row.key).collect::<Vec<_>>(), [commit.key, second]);
}

/// Waits until somebody waits for his turn in this database.
async fn until_one_waits(superuser: &mut PgConnection) {
    const WAITING: &str = "SELECT count(*) AS n FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";
    while superuser.fetch_one(WAITING).await.unwrap().get::<i64, _>("n") != 1 {}
}

#[tokio::test]
async fn a_page_whose_line_breaks_is_not_there_and_goes_again() {
    let mut house = House::new().await;
    let (slow, cut) = (house.device(1).await, house.device(1).await);
    let mut session = slow.session().await;
    let mut open = session.begin().await.unwrap();
    open.execute(TURN).await.unwrap();
    let login = cut.login.name.clone();
    let (mut hub, seals, commits) = (cut.connect().await, cut.seals(), cut.commits(0..50));
    let pushing = tokio::spawn(async move { hub.push(&seals, commits).await });
    let mut superuser = house.superuser().await;
    until_one_waits(&mut superuser).await;
    let ended = sqlx::query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = $1");
    ended.bind(login).execute(&mut superuser).await.unwrap();
    let refused = pushing.await.unwrap().unwrap_err();
    assert!(refused.may_pass(), "{refused:?}");
    open.rollback().await.unwrap();

    let mut hub = cut.connect().await;
    let difference = hub.compare(&Memory::default(), keys(&cut.commits(0..50))).await.unwrap();
    assert_eq!(difference.server_lacks.len(), 50, "nothing of the page is there");
    assert_eq!(hub.push(&cut.seals(), cut.commits(0..50)).await.unwrap().new, 50);
}

#[tokio::test]
async fn many_who_push_at_once_lose_nothing_to_one_who_reads_meanwhile() {
    let mut house = House::new().await;
    let reader = house.device(1).await;
    let mut pushing = Vec::new();
    let mut expected = Vec::new();
    for _ in 0..4 {
        let device = house.device(1).await;
        expected.extend(keys(&device.commits(0..400)));
        pushing.push(tokio::spawn(async move {
            let mut hub = device.connect().await;
            for page in 0..40 {
                hub.push(&device.seals(), device.commits(page * 10..(page + 1) * 10)).await.unwrap();
            }
        }));
    }
    let mut hub = reader.connect().await;
    let (mut cursor, mut found) = (Cursor::default(), Vec::new());
    // Ends only when everything has come; a page that was missed is never asked for again.
    loop {
        let done = pushing.iter().all(tokio::task::JoinHandle::is_finished);
        let page = hub.news(&reader.seals(), cursor).await.unwrap();
        cursor = page.cursor;
        found.extend(page.commits.iter().map(|row| row.key));
        if done && !page.more && page.commits.is_empty() {
            break;
        }
    }
    for pushing in pushing {
        pushing.await.unwrap();
    }
    found.sort_unstable();
    expected.sort_unstable();
    assert!(found == expected, "{} of {}", found.len(), expected.len());
    let difference = hub.compare(&Memory::default(), found).await.unwrap();
    assert!(difference.server_lacks.is_empty() && difference.we_lack.is_empty());
}

#[tokio::test]
async fn consultations_do_not_wait_for_each_other() {
    let mut house = House::new().await;
    let (slow, other) = (house.device(1).await, house.device(2).await);
    let mut session = slow.session().await;
    let mut open = session.begin().await.unwrap();
    open.execute(TURN).await.unwrap();
    assert_eq!(other.connect().await.push(&other.seals(), other.commits(0..1)).await.unwrap().new, 1);
}
