//! Commits between two laptops: all of them, the difference alone, after an interruption, and by who woke whom.

use anteroom_hub::{CommitKey, Cursor, Listener, Memory, PAGE, Plain, Woken};
use anteroom_model::ids::Digest;

use crate::house::{Device, House, keys, said};

/// Everything that a device gets from the server behind what it knows, page by page.
async fn all_news(device: &Device, memory: &mut Memory) -> Vec<CommitKey> {
    let mut hub = device.connect().await;
    let mut found = Vec::new();
    loop {
        let page = hub.news(&device.seals(), memory.cursor).await.unwrap();
        memory.cursor = page.cursor;
        found.extend(page.commits.iter().map(|row| row.key));
        if !page.more {
            return found;
        }
    }
}

#[tokio::test]
async fn what_one_brings_the_other_gets_and_only_once() {
    let mut house = House::new().await;
    let (one, other) = (house.device(1).await, house.device(1).await);
    let mut here = one.connect().await;
    let pushed = here.push(&one.seals(), one.commits(0..10)).await.unwrap();
    assert_eq!(pushed.new, 10);
    assert_eq!(here.push(&one.seals(), one.commits(0..10)).await.unwrap().new, 0, "they are there already");

    let mut memory = Memory::default();
    let mut there = other.connect().await;
    let page = there.news(&other.seals(), memory.cursor).await.unwrap();
    assert_eq!(said(&page.commits)[9], "commit 9");
    assert!(!page.more);
    memory.cursor = page.cursor;
    assert!(there.news(&other.seals(), memory.cursor).await.unwrap().commits.is_empty());
    here.push(&one.seals(), one.commits(10..11)).await.unwrap();
    assert_eq!(all_news(&other, &mut memory).await, keys(&one.commits(10..11)));
}

#[tokio::test]
async fn what_one_brought_oneself_is_passed_over_unless_another_came_between() {
    let mut house = House::new().await;
    let (one, other) = (house.device(1).await, house.device(1).await);
    let (mut here, mut there) = (one.connect().await, other.connect().await);
    let first = here.push(&one.seals(), one.commits(0..2)).await.unwrap();
    let cursor = here.pass_over(Cursor::default(), &first).await.unwrap();
    assert!(here.news(&one.seals(), cursor).await.unwrap().commits.is_empty());

    there.push(&other.seals(), other.commits(0..1)).await.unwrap();
    let second = here.push(&one.seals(), one.commits(2..3)).await.unwrap();
    let cursor = here.pass_over(cursor, &second).await.unwrap();
    let news = here.news(&one.seals(), cursor).await.unwrap();
    assert_eq!(news.commits[0].key, other.commits(0..1)[0].key, "the other's is not passed over");
}

#[tokio::test]
async fn many_pages_go_both_ways_and_an_interruption_costs_a_page() {
    let mut house = House::new().await;
    let (one, other) = (house.device(1).await, house.device(1).await);
    let count = PAGE as u64 * 2 + 100;
    let whole = one.commits(0..count);
    // The line broke after the first page.
    one.connect().await.push(&one.seals(), one.commits(0..PAGE as u64)).await.unwrap();
    let mut here = one.connect().await;
    let difference = here.compare(&Memory::default(), keys(&whole)).await.unwrap();
    assert_eq!(difference.server_lacks, keys(&whole[PAGE..]));
    assert!(difference.we_lack.is_empty());
    let rest: Vec<_> = whole[PAGE..].to_vec();
    assert_eq!(here.push(&one.seals(), rest).await.unwrap().new, count - PAGE as u64);

    let mut memory = Memory::default();
    let mut there = other.connect().await;
    let page = there.news(&other.seals(), memory.cursor).await.unwrap();
    assert!(page.more && page.commits.len() <= PAGE);
    memory = Memory::decode(&Memory { cursor: page.cursor, ..memory }.encode()).unwrap();
    drop(there);
    let mut found: Vec<_> = page.commits.iter().map(|row| row.key).collect();
    found.extend(all_news(&other, &mut memory).await);
    assert_eq!(found, keys(&whole), "every commit, once, in the order in which it came");
}

#[tokio::test]
async fn only_the_difference_is_found_holes_and_branches_too() {
    let mut house = House::new().await;
    let (one, other) = (house.device(1).await, house.device(1).await);
    let mut hub = one.connect().await;
    let mine = one.commits(0..3000);
    let theirs = other.commits(0..2000);
    // The server has a hole in one series, another branch of it, and a series that we have only half of.
    let there: Vec<_> = mine.iter().filter(|row| !(1500..1510).contains(&row.key.seq)).cloned().collect();
    let branch = one.commit(40, "another branch");
    hub.push(&one.seals(), [there, theirs.clone(), vec![branch.clone()]].concat()).await.unwrap();
    let ours = [keys(&mine), keys(&theirs[..1000])].concat();
    let difference = hub.compare(&Memory::default(), ours).await.unwrap();
    assert_eq!(difference.server_lacks, keys(&mine[1500..1510]));
    let mut expected = [vec![branch.key], keys(&theirs[1000..])].concat();
    expected.sort_unstable();
    assert_eq!(difference.we_lack, expected);
    assert_eq!(difference.counted, 2990 + 2000 + 1);

    let mut pulled = Vec::new();
    let mut asked = 0;
    while asked < difference.we_lack.len() {
        let page = hub.pull(&one.seals(), &difference.we_lack[asked..]).await.unwrap();
        pulled.extend(page.rows.iter().map(|row| row.key));
        asked += page.asked;
    }
    assert_eq!(pulled, expected);
    assert_eq!(hub.lacking_commits(&keys(&mine)).await.unwrap(), keys(&mine[1500..1510]));
}

#[tokio::test]
async fn large_rows_come_in_pages_of_their_own() {
    let mut house = House::new().await;
    let device = house.device(1).await;
    let mut hub = device.connect().await;
    let large: Vec<_> = (0..4).map(|seq| Plain { bytes: vec![7; 3 << 20], ..device.commit(seq, "large") }).collect();
    hub.push(&device.seals(), large.clone()).await.unwrap();
    let page = hub.news(&device.seals(), Cursor::default()).await.unwrap();
    assert_eq!((page.commits.len(), page.more), (1, true));
    assert_eq!(page.commits[0].opened.as_ref().unwrap().len(), 3 << 20);
    let page = hub.pull(&device.seals(), &keys(&large)).await.unwrap();
    assert_eq!((page.rows.len(), page.asked), (1, 1));
}

#[tokio::test]
async fn a_false_row_keeps_nobody_from_bringing_the_true_one() {
    let mut house = House::new().await;
    let (forger, honest) = (house.device(1).await, house.device(1).await);
    let true_one = honest.commit(0, "true");
    let false_one = Plain { bytes: b"false".to_vec(), ..true_one.clone() };
    forger.connect().await.push(&forger.seals(), vec![false_one]).await.unwrap();
    let mut hub = honest.connect().await;
    assert_eq!(hub.push(&honest.seals(), vec![true_one.clone()]).await.unwrap().new, 1);
    let page = hub.pull(&honest.seals(), &[true_one.key]).await.unwrap();
    assert_eq!(said(&page.rows), ["false", "true"]);
    let logins = house.admin.logins().await.unwrap();
    let by = logins.iter().find(|login| login.number == page.rows[0].pushed_by).unwrap();
    assert_eq!(by.device, forger.id, "and it is known who brought the false one");
    let counted = hub.compare(&Memory::default(), vec![true_one.key]).await.unwrap();
    assert_eq!((counted.counted, counted.server_lacks.len()), (1, 0), "it is one commit");
}

#[tokio::test]
async fn who_listens_wakes_when_something_is_new_and_hears_nothing_of_another_consultation() {
    let mut house = House::new().await;
    let (one, other, stranger) = (house.device(1).await, house.device(1).await, house.device(2).await);
    let mut listener = Listener::connect(&other.address(), &other.hub_key()).await.unwrap();
    stranger.connect().await.push(&stranger.seals(), stranger.commits(0..1)).await.unwrap();
    one.connect().await.push(&one.seals(), one.commits(0..2)).await.unwrap();
    assert_eq!(listener.wait().await.unwrap(), Woken::News);
    let mut there = other.connect().await;
    assert_eq!(there.news(&other.seals(), Cursor::default()).await.unwrap().commits.len(), 2);

    // The line breaks, and stands again.
    let mut superuser = house.superuser().await;
    let ended = sqlx::query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = $1");
    ended.bind(&other.login.name).execute(&mut superuser).await.unwrap();
    assert_eq!(listener.wait().await.unwrap(), Woken::Again);
    one.connect().await.push(&one.seals(), one.commits(2..3)).await.unwrap();
    assert_eq!(listener.wait().await.unwrap(), Woken::News);
}

#[tokio::test]
async fn the_status_says_what_is_there_since_when_and_by_whom() {
    let mut house = House::new().await;
    let (one, other) = (house.device(1).await, house.device(1).await);
    let mut hub = one.connect().await;
    // One brings what came from the other by a hand-over file.
    hub.push(&one.seals(), [one.commits(0..2), other.commits(0..3)].concat()).await.unwrap();
    hub.put_contents(&one.seals(), vec![one.words(1, "They kept our passports.")]).await.unwrap();
    let status = hub.status().await.unwrap();
    assert!(status.version.split('.').next().unwrap().parse::<u32>().unwrap() >= 15);
    assert_eq!((status.commits, status.contents, status.bytes), (5, 1, 6 * 256));
    let of_other = status.devices.iter().find(|device| device.device == other.id).unwrap();
    let newest = of_other.newest.clone().unwrap();
    assert_eq!((newest.commit, newest.pushed_by), (other.commits(2..3)[0].key, one.id));
    assert!(newest.pushed_at > 0 && of_other.has_login && of_other.seen_at.is_none());
    assert_ne!(newest.commit.hash, Digest::default());
}
