//! A server that lost something, goes back, holds something back, or shows two laptops different things.

use anteroom_hub::{Hub, Memory, Noticed};
use sqlx::{AssertSqlSafe, Executor as _};

use crate::house::{Device, House, keys};

/// A visit as a laptop makes it: looks, reads everything behind the cursor, says what it has seen.
async fn visits(hub: &mut Hub, device: &Device, memory: &mut Memory) -> (Vec<Noticed>, Vec<anteroom_hub::CommitKey>) {
    let looked = hub.look(memory).await.unwrap();
    *memory = looked.memory;
    let mut found = Vec::new();
    loop {
        let page = hub.news(&device.seals(), memory.cursor).await.unwrap();
        memory.cursor = page.cursor;
        found.extend(page.commits.iter().map(|row| row.key));
        if !page.more {
            break;
        }
    }
    let mut noticed = looked.noticed.clone();
    noticed.extend(looked.withheld(|tip| found.contains(tip) || memory.counted > 0));
    (noticed, found)
}

async fn says(hub: &mut Hub, device: &Device, memory: &mut Memory, seqs: std::ops::Range<u64>) {
    let tip = device.commits(seqs).last().unwrap().key;
    assert_eq!(hub.post(memory, 1_000, &[tip], device.signs()).await.unwrap(), []);
}

#[tokio::test]
async fn an_honest_server_gives_no_cause() {
    let mut house = House::new().await;
    let (one, other) = (house.device(1).await, house.device(1).await);
    let (mut here, mut there) = (one.connect().await, other.connect().await);
    let (mut memory, mut remembers) = (Memory::default(), Memory::default());
    for round in 0..3 {
        here.push(&one.seals(), one.commits(round * 5..(round + 1) * 5)).await.unwrap();
        says(&mut here, &one, &mut memory, 0..(round + 1) * 5).await;
        assert_eq!(visits(&mut there, &other, &mut remembers).await.0, []);
        there.push(&other.seals(), other.commits(round..round + 1)).await.unwrap();
        says(&mut there, &other, &mut remembers, 0..round + 1).await;
    }
    assert_eq!(visits(&mut here, &one, &mut memory).await.0, []);
    assert_eq!(here.confirms(&remembers.witness.unwrap()).await.unwrap(), None);
    let looked = here.look(&memory).await.unwrap();
    assert!(looked.goes_on && looked.newest.len() == 2);
    assert_eq!(here.status().await.unwrap().devices.iter().filter(|device| device.seen_at.is_some()).count(), 2);
}

#[tokio::test]
async fn two_who_post_at_once_still_make_one_chain() {
    let mut house = House::new().await;
    let mut posting = Vec::new();
    for _ in 0..4 {
        let device = house.device(1).await;
        posting.push(tokio::spawn(async move {
            let (mut hub, mut memory) = (device.connect().await, Memory::default());
            for _ in 0..5 {
                assert_eq!(hub.post(&mut memory, 0, &[], device.signs()).await.unwrap(), []);
            }
            memory
        }));
    }
    let mut witnesses = Vec::new();
    for posting in posting {
        witnesses.push(posting.await.unwrap().witness.unwrap());
    }
    assert_eq!(witnesses.iter().map(|witness| witness.position).max(), Some(20));
    let device = house.device(1).await;
    let mut hub = device.connect().await;
    for witness in &witnesses {
        assert_eq!(hub.confirms(witness).await.unwrap(), None);
    }
}

#[tokio::test]
async fn a_server_that_lost_rows_is_noticed_and_filled_again() {
    let mut house = House::new().await;
    let device = house.device(1).await;
    let mut hub = device.connect().await;
    let ours = device.commits(0..50);
    let pushed = hub.push(&device.seals(), ours.clone()).await.unwrap();
    let mut memory = hub.look(&Memory::default()).await.unwrap().memory;
    memory.cursor = hub.pass_over(memory.cursor, &pushed).await.unwrap();
    memory.counted = hub.compare(&memory, keys(&ours)).await.unwrap().counted;
    says(&mut hub, &device, &mut memory, 0..50).await;

    house
        .superuser()
        .await
        .execute("DELETE FROM anteroom.commits WHERE seq BETWEEN 10 AND 19 OR seq >= 45")
        .await
        .unwrap();
    let looked = hub.look(&memory).await.unwrap();
    assert!(!looked.goes_on, "the row up to which it was read is gone");
    assert_eq!(looked.noticed, [Noticed::Withholds { seen_by: device.id, commit: ours[49].key }]);
    let difference = hub.compare(&looked.memory, keys(&ours)).await.unwrap();
    assert_eq!(difference.noticed, Some(Noticed::LostRows { had: 50, has: 35 }));
    assert_eq!(difference.server_lacks, [keys(&ours[10..20]), keys(&ours[45..])].concat());

    let lacking = ours.iter().filter(|row| difference.server_lacks.contains(&row.key)).cloned().collect();
    assert_eq!(hub.push(&device.seals(), lacking).await.unwrap().new, 15);
    let difference = hub.compare(&memory, keys(&ours)).await.unwrap();
    assert_eq!((difference.noticed, difference.server_lacks.len()), (None, 0), "it is whole again");
}

#[tokio::test]
async fn a_server_that_goes_back_to_an_older_state_is_noticed() {
    let mut house = House::alone().await;
    let (one, other) = (house.device(1).await, house.device(1).await);
    let mut memory = Memory::default();
    let mut hub = one.connect().await;
    hub.push(&one.seals(), one.commits(0..5)).await.unwrap();
    says(&mut hub, &one, &mut memory, 0..5).await;
    drop((hub, house.admin));

    let cluster = std::sync::Arc::get_mut(&mut house.cluster).unwrap();
    cluster.stop();
    let old = cluster.copy();
    cluster.start();
    let mut hub = one.connect().await;
    let pushed = hub.push(&one.seals(), one.commits(5..8)).await.unwrap();
    says(&mut hub, &one, &mut memory, 0..8).await;
    memory.cursor = hub.news(&one.seals(), memory.cursor).await.unwrap().cursor;
    assert_eq!(pushed.new, 3);
    drop(hub);
    cluster.stop();
    cluster.restore(&old);
    cluster.start();

    let mut hub = one.connect().await;
    let looked = hub.look(&memory).await.unwrap();
    assert_eq!(looked.noticed, [Noticed::WentBack { remembered: 2, there: 1 }]);
    assert!(!looked.goes_on);
    // Meanwhile others give the same numbers to other rows.
    let mut there = other.connect().await;
    there.push(&other.seals(), other.commits(0..3)).await.unwrap();
    let mut remembers = Memory::default();
    says(&mut there, &other, &mut remembers, 0..3).await;
    let looked = hub.look(&memory).await.unwrap();
    assert_eq!(looked.noticed, [Noticed::AnotherHistory { position: 2 }]);
    assert!(!looked.goes_on, "the number is there, and is another row");
    let difference = hub.compare(&looked.memory, keys(&one.commits(0..8))).await.unwrap();
    assert_eq!(difference.server_lacks, keys(&one.commits(5..8)));
    assert_eq!(difference.we_lack, keys(&other.commits(0..3)));
}

#[tokio::test]
async fn a_server_that_holds_back_what_a_head_names_is_noticed() {
    let mut house = House::new().await;
    let (one, other) = (house.device(1).await, house.device(1).await);
    let mut here = one.connect().await;
    here.push(&one.seals(), one.commits(0..5)).await.unwrap();
    says(&mut here, &one, &mut Memory::default(), 0..5).await;
    // To the other laptop it shows all but the last of them, and still the head.
    let policy = "CREATE POLICY hidden ON anteroom.commits AS RESTRICTIVE FOR SELECT TO anteroom_device
                  USING (seq < 4 OR session_user =";
    let policy = format!("{policy} '{}')", one.login.name);
    house.superuser().await.execute(AssertSqlSafe(policy)).await.unwrap();
    let mut there = other.connect().await;
    let (noticed, found) = visits(&mut there, &other, &mut Memory::default()).await;
    assert_eq!(found, keys(&one.commits(0..4)));
    let withheld = Noticed::Withholds { seen_by: one.id, commit: one.commits(4..5)[0].key };
    assert!(noticed.contains(&withheld), "{noticed:?}");
    assert_eq!(here.look(&Memory::default()).await.unwrap().noticed, [], "the first laptop is shown everything");
}

#[tokio::test]
async fn a_server_that_claims_to_have_what_it_does_not_give_is_noticed_too() {
    let mut house = House::new().await;
    let (one, other) = (house.device(1).await, house.device(1).await);
    let mut here = one.connect().await;
    here.push(&one.seals(), one.commits(0..5)).await.unwrap();
    says(&mut here, &one, &mut Memory::default(), 0..5).await;
    let looked = other.connect().await.look(&Memory::default()).await.unwrap();
    let given = keys(&one.commits(0..4));
    assert_eq!(
        looked.withheld(|tip| given.contains(tip)),
        [Noticed::Withholds { seen_by: one.id, commit: one.commits(4..5)[0].key }]
    );
}

#[tokio::test]
async fn a_server_that_shows_two_laptops_different_things_is_noticed_when_they_compare() {
    let mut house = House::new().await;
    let (one, mut other) = (house.device(1).await, house.device(1).await);
    let (mut memory, mut remembers) = (Memory::default(), Memory::default());
    let mut here = one.connect().await;
    here.push(&one.seals(), [one.commits(0..1), other.commits(0..1)].concat()).await.unwrap();
    says(&mut here, &one, &mut memory, 0..1).await;
    let mut there = other.connect().await;
    says(&mut there, &other, &mut remembers, 0..1).await;
    says(&mut here, &one, &mut memory, 0..1).await;
    drop((here, there));

    // From here on the server has two faces: the other laptop is sent to a copy.
    let copy = format!("{}_copy", house.database);
    drop(house.admin);
    let mut superuser = crate::house::superuser(&house.cluster, "postgres").await;
    let made = format!("CREATE DATABASE {copy} TEMPLATE {} OWNER looks_after", house.database);
    superuser.execute(AssertSqlSafe(made)).await.unwrap();
    superuser.execute(AssertSqlSafe(format!("GRANT CONNECT ON DATABASE {copy} TO anteroom_device"))).await.unwrap();
    other.server = anteroom_hub::Address::parse(&house.cluster.address(&copy)).unwrap();
    let mut here = one.connect().await;
    let mut there = other.connect().await;
    here.push(&one.seals(), one.commits(0..3)).await.unwrap();
    there.push(&other.seals(), other.commits(0..3)).await.unwrap();
    says(&mut here, &one, &mut memory, 0..3).await;
    says(&mut there, &other, &mut remembers, 0..3).await;
    assert_eq!(here.look(&memory).await.unwrap().noticed, [], "alone, neither can know");
    assert_eq!(there.look(&remembers).await.unwrap().noticed, []);

    // A hand-over file tells the one what the other has seen.
    let told = remembers.witness.unwrap();
    assert_eq!(here.confirms(&told).await.unwrap(), Some(Noticed::AnotherHistory { position: told.position }));
    // And the faces cannot be made one again.
    other.server = house_address(&house.cluster, &house.database);
    let looked = other.connect().await.look(&remembers).await.unwrap();
    assert_eq!(looked.noticed, [Noticed::AnotherHistory { position: told.position }]);
}

fn house_address(cluster: &crate::cluster::Cluster, database: &str) -> anteroom_hub::Address {
    anteroom_hub::Address::parse(&cluster.address(database)).unwrap()
}

#[tokio::test]
async fn a_head_that_its_device_did_not_sign_or_that_follows_nothing_is_noticed() {
    let mut house = House::new().await;
    let (one, other) = (house.device(1).await, house.device(1).await);
    let mut memory = Memory::default();
    let mut here = one.connect().await;
    says(&mut here, &one, &mut memory, 0..1).await;
    // A device whose key somebody else uses posts a head signed by it.
    let mut there = other.connect().await;
    there.post(&mut Memory::default(), 0, &[], one.signs()).await.unwrap();
    let looked = here.look(&memory).await.unwrap();
    assert!(looked.noticed.contains(&Noticed::FalseHead { position: 2, device: other.id }), "{:?}", looked.noticed);
    assert!(looked.newest.iter().all(|head| head.device == one.id), "nothing in it is believed");

    // A head is taken out of the middle of the chain.
    let mut memory = looked.memory;
    for _ in 0..3 {
        there.post(&mut Memory::default(), 0, &[], other.signs()).await.unwrap();
    }
    let mut superuser = house.superuser().await;
    superuser.execute("DELETE FROM anteroom.heads WHERE position = 4").await.unwrap();
    let looked = here.look(&memory).await.unwrap();
    assert_eq!(
        looked.noticed.iter().filter(|noticed| matches!(noticed, Noticed::BrokenChain { position: 5 })).count(),
        1
    );
    memory = looked.memory;
    assert!(!here.look(&memory).await.unwrap().noticed.contains(&Noticed::BrokenChain { position: 5 }), "told once");
}

#[tokio::test]
async fn a_server_that_was_set_up_anew_is_another() {
    let mut house = House::new().await;
    let device = house.device(1).await;
    let mut hub = device.connect().await;
    hub.push(&device.seals(), device.commits(0..2)).await.unwrap();
    let mut memory = hub.look(&Memory::default()).await.unwrap().memory;
    memory.cursor = hub.news(&device.seals(), memory.cursor).await.unwrap().cursor;
    memory.server = Some([7; 16]);
    let looked = hub.look(&memory).await.unwrap();
    assert_eq!(looked.noticed, [Noticed::AnotherServer]);
    assert!(!looked.goes_on);
    assert!(hub.look(&looked.memory).await.unwrap().noticed.is_empty(), "told once");
}
