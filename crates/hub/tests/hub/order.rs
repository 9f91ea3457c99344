//! Sequence numbers are given before transactions end, and those end in another order: whoever reads on must miss nothing.

use anteroom_hub::Memory;
use sqlx::{Acquire as _, Executor as _, Row as _};

use crate::house::{House, keys};

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
    loop {
        let waiting = superuser
            .fetch_one("SELECT count(*) AS n FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())")
            .await
            .unwrap();
        if waiting.get::<i64, _>("n") == 1 {
            break;
        }
    }
    let mut hub = reader.connect().await;
    let page = hub.news(&reader.seals(), Default::default()).await.unwrap();
    assert!(page.commits.is_empty(), "neither is there yet");
    open.commit().await.unwrap();
    let second = pushing.await.unwrap();
    let page = hub.news(&reader.seals(), page.cursor).await.unwrap();
    assert_eq!(page.commits.iter().map(|row| row.key).collect::<Vec<_>>(), [commit.key, second]);
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
    let (mut cursor, mut found) = (Default::default(), Vec::new());
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
    open.execute("SELECT pg_advisory_xact_lock(hashtextextended(encode(anteroom.consultation(), 'hex'), 0))")
        .await
        .unwrap();
    assert_eq!(other.connect().await.push(&other.seals(), other.commits(0..1)).await.unwrap().new, 1);
}
