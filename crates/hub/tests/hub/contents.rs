//! Words on the server: brought, fetched, lacking, erased.

use anteroom_hub::{ContentsKey, HubError, Plain};

use crate::house::{House, keys, said};

#[tokio::test]
async fn words_are_brought_once_and_fetched_by_whoever_knows_their_name() {
    let mut house = House::new().await;
    let (one, other) = (house.device(1).await, house.device(1).await);
    let words = vec![one.words(1, "We were not asked."), one.words(2, "They kept our passports.")];
    let mut here = one.connect().await;
    assert_eq!(here.lacking_contents(&keys(&words)).await.unwrap(), keys(&words));
    assert_eq!(here.put_contents(&one.seals(), words[..1].to_vec()).await.unwrap(), 1);
    assert_eq!(here.lacking_contents(&keys(&words)).await.unwrap(), keys(&words[1..]));
    assert_eq!(here.put_contents(&one.seals(), words.clone()).await.unwrap(), 1, "only what was lacking");

    let mut there = other.connect().await;
    let asked = [words[1].key, ContentsKey([9; 32]), words[0].key];
    let page = there.take_contents(&other.seals(), &asked).await.unwrap();
    assert_eq!(said(&page.rows), ["They kept our passports.", "We were not asked."]);
    assert_eq!(page.asked, 3, "what nobody brought is answered by nothing");
}

#[tokio::test]
async fn erased_words_are_gone_whoever_brought_them_and_it_is_known_who_erased_them() {
    let mut house = House::new().await;
    let (one, other, stranger) = (house.device(1).await, house.device(1).await, house.device(2).await);
    let words = one.words(1, "They kept our passports.");
    let mut here = one.connect().await;
    here.put_contents(&one.seals(), vec![words.clone()]).await.unwrap();
    let mut there = other.connect().await;
    there.put_contents(&other.seals(), vec![words.clone()]).await.unwrap();
    let mut elsewhere = stranger.connect().await;
    elsewhere.put_contents(&stranger.seals(), vec![words.clone()]).await.unwrap();

    assert_eq!(there.erase(&[words.key, ContentsKey([9; 32])]).await.unwrap(), 2, "both copies");
    assert_eq!(here.lacking_contents(&[words.key]).await.unwrap(), [words.key]);
    assert_eq!(there.erase(&[words.key]).await.unwrap(), 0, "there is nothing left to erase");
    let log = here.erasures(0).await.unwrap();
    assert_eq!(log.len(), 1);
    assert_eq!((log[0].device, log[0].contents.clone()), (other.id, vec![words.key; 2]));
    assert!(here.erasures(log[0].number).await.unwrap().is_empty());
    assert!(elsewhere.lacking_contents(&[words.key]).await.unwrap().is_empty(), "another consultation keeps its own");
    assert!(elsewhere.erasures(0).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_stolen_login_erases_no_more_than_an_hour_allows_and_the_laptops_put_it_back() {
    let mut house = House::new().await;
    let (owner, thief) = (house.device(1).await, house.device(1).await);
    let words: Vec<_> = (0..6000_u32)
        .map(|number| Plain { bytes: number.to_be_bytes().to_vec(), ..owner.words(1, &format!("note {number}")) })
        .collect();
    let mut here = owner.connect().await;
    here.put_contents(&owner.seals(), words.clone()).await.unwrap();
    let mut there = thief.connect().await;
    let refused = there.erase(&keys(&words)).await.unwrap_err();
    assert!(matches!(refused, HubError::TooManyErasures), "{refused:?}");
    let lacking = here.lacking_contents(&keys(&words)).await.unwrap();
    assert_eq!(lacking, keys(&words[..5000]));
    assert!(there.erase(&keys(&words[5000..5001])).await.is_err(), "the hour is full");
    assert_eq!(here.put_contents(&owner.seals(), words).await.unwrap(), 5000);
    assert!(here.erase(&lacking[..1]).await.is_ok(), "another device has an hour of its own");
}
