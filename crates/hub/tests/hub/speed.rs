//! How fast rows pass, beside bare inserts of the same bytes. Run by hand; nothing is asserted of time.

use std::time::Instant;

use anteroom_hub::{Cursor, Memory, Plain};
use sqlx::Executor as _;

use crate::house::House;

const ROWS: u64 = 100_000;
const BYTES: usize = 400;

#[tokio::test]
#[ignore = "a measurement"]
#[expect(clippy::print_stderr, reason = "a measurement says what it found")]
async fn pushing_and_pulling_beside_bare_inserts() {
    let mut house = House::as_people_have_it().await;
    let (one, other) = (house.device(1).await, house.device(1).await);
    let rows = || (0..ROWS).map(|seq| Plain { bytes: vec![7; BYTES], ..one.commit(seq, "") }).collect::<Vec<_>>();
    let sealed = one.seals().seal(&rows()).unwrap();
    let rate = |begun: Instant| ROWS as f64 / begun.elapsed().as_secs_f64();

    let mut bare = house.superuser().await;
    for keyed in [false, true] {
        let key = if keyed { "PRIMARY KEY" } else { "NOT NULL" };
        bare.execute(sqlx::AssertSqlSafe(format!(
            "DROP TABLE IF EXISTS public.bare; CREATE TABLE public.bare (id bytea {key}, sealed bytea)"
        )))
        .await
        .unwrap();
        let begun = Instant::now();
        for page in sealed.chunks(1000) {
            sqlx::query("INSERT INTO public.bare SELECT * FROM unnest($1::bytea[], $2::bytea[])")
                .bind(page.iter().map(|row| &row.key.hash.0[..]).collect::<Vec<_>>())
                .bind(page.iter().map(|row| row.bytes.as_slice()).collect::<Vec<_>>())
                .execute(&mut bare)
                .await
                .unwrap();
        }
        eprintln!("bare inserts, keyed {keyed}: {:.0} rows a second", rate(begun));
    }

    let mut here = one.connect().await;
    let plain = rows();
    let begun = Instant::now();
    here.push(&one.seals(), plain).await.unwrap();
    eprintln!("push: {:.0} rows a second", rate(begun));

    let plain: Vec<_> = (0..ROWS).map(|n| Plain { bytes: vec![7; BYTES], ..one.words(1, &n.to_string()) }).collect();
    let begun = Instant::now();
    here.put_contents(&one.seals(), plain.clone()).await.unwrap();
    eprintln!("put contents: {:.0} rows a second", rate(begun));

    let mut there = other.connect().await;
    let (begun, mut cursor, mut found) = (Instant::now(), Cursor::default(), Vec::new());
    loop {
        let page = there.news(&other.seals(), cursor).await.unwrap();
        cursor = page.cursor;
        found.extend(page.commits.iter().map(|row| row.key));
        if !page.more {
            break;
        }
    }
    eprintln!("news: {:.0} rows a second", rate(begun));
    let begun = Instant::now();
    assert!(there.compare(&Memory::default(), found.clone()).await.unwrap().server_lacks.is_empty());
    eprintln!("compare, nothing differs: {:?}", begun.elapsed());
    let begun = Instant::now();
    let difference = there.compare(&Memory::default(), Vec::new()).await.unwrap();
    eprintln!("compare, everything differs: {:?}", begun.elapsed());
    let (begun, mut asked) = (Instant::now(), 0);
    while asked < difference.we_lack.len() {
        asked += there.pull(&other.seals(), &difference.we_lack[asked..]).await.unwrap().asked;
    }
    eprintln!("pull by name: {:.0} rows a second", rate(begun));
    let keys: Vec<_> = plain.iter().map(|row| row.key).collect();
    let (begun, mut asked) = (Instant::now(), 0);
    while asked < keys.len() {
        asked += there.take_contents(&other.seals(), &keys[asked..]).await.unwrap().asked;
    }
    eprintln!("take contents: {:.0} rows a second", rate(begun));
}
