//! Hand-over files that somebody made who may open them and seal them anew: changed behind the sealing, put together of others,
//! of another consultation, larger than any. Each is refused with a sentence, and leaves everything as it was.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod forged;
mod laptop;

use std::fs;
use std::sync::atomic::{AtomicU32, Ordering};

use anteroom_handover::{HandoverError, Head, Identity};
use anteroom_journal::check::{MOST_FIELDS, MOST_PARENTS, Refusal};
use anteroom_model::field::{self, Field, Kind};
use anteroom_model::ids::{ConsultationId, Digest, RecordId};
use anteroom_model::value::{Fields, Value};
use anteroom_store::{HandOver, HandedOver, Merged, Names, Silent, Since, Store, StoreError};
use ed25519_dalek::SigningKey;
use forged::{ATTACHED, COMMIT, CONTENTS, END, HEAD, Member, NOW, Opened, one_more};
use laptop::{Laptop, finds, is_sound, records};

/// An organiser, and a member whose keys are known here.
struct Scene {
    laptop: Laptop,
    ana: Store,
    ben: Member,
    files: AtomicU32,
}

impl Scene {
    async fn begin() -> Self {
        let laptop = Laptop::new();
        let (ana, _) = laptop.founds().await;
        records(&ana, "They kept our passports.").await;
        let ben = Member::admitted_by(&ana).await;
        Self { laptop, ana, ben, files: AtomicU32::new(0) }
    }

    async fn merges(&self, bytes: &[u8]) -> Result<Merged, StoreError> {
        let number = self.files.fetch_add(1, Ordering::Relaxed);
        let file = self.laptop.place.path().join(format!("{number}.handover"));
        fs::write(&file, bytes).unwrap();
        Ok(Box::pin(self.ana.merge(&file, NOW, &Silent)).await?.remove(0))
    }

    /// It is refused, and everything is as before, byte for byte.
    async fn refuses(&self, bytes: &[u8], before: &str, what: &str) -> StoreError {
        let refused = match self.merges(bytes).await {
            Ok(merged) => panic!("{what}: it was taken in: {merged:?}"),
            Err(refused) => refused,
        };
        assert!(self.ana.dump().await.unwrap() == before, "{what}: it changed something: {refused:?}");
        assert!(self.ana.strangers().await.unwrap().is_empty(), "{what}");
        refused
    }

    /// A file of the member with two commits, words and an attached file.
    async fn honest(&mut self) -> Opened {
        let recipient = forged::recipient(&self.ana).await;
        let one = self.ben.creates(&["We were not asked.", "Hours unpaid."], &[]);
        let two = self.ben.attaches(one.contents[0].0, b"a scanned letter");
        self.ben.file(&recipient, &[one, two])
    }
}

async fn own_file(scene: &Scene) -> Vec<u8> {
    let file = scene.laptop.place.path().join("own.handover");
    let what = HandOver { to: Vec::new(), since: Since::Whole, names: Names::LeftOut, name: "Ana".into(), at: NOW };
    let HandedOver { commits, .. } = scene.ana.hand_over(&file, what, &Silent).await.unwrap();
    assert!(commits > 0);
    fs::read(file).unwrap()
}

#[tokio::test]
async fn no_bit_that_is_flipped_behind_the_sealing_is_overlooked() {
    let mut scene = Scene::begin().await;
    let honest = scene.honest().await;
    let recipient = forged::recipient(&scene.ana).await;
    let before = scene.ana.dump().await.unwrap();
    for kind in [HEAD, COMMIT, CONTENTS, ATTACHED, END] {
        let all = honest.pieces.iter().enumerate();
        let of_kind: Vec<usize> = all.filter(|(_, (it, _))| *it == kind).map(|(at, _)| at).collect();
        assert!(!of_kind.is_empty(), "there is a piece of kind {kind}");
        for piece in of_kind {
            let length = honest.pieces[piece].1.len();
            for at in (0..length).step_by((length / 24).max(1)) {
                let mut changed = honest.clone();
                changed.pieces[piece].1[at] ^= 1 << (at % 8);
                scene.refuses(&changed.sealed_to(&recipient), &before, &format!("{kind}, {at}")).await;
            }
        }
    }
    let merged = scene.merges(&honest.sealed_to(&recipient)).await.unwrap();
    assert_eq!((merged.new, merged.refused.len()), (2, 0), "unchanged it is taken in");
    is_sound(&scene.ana).await;
}

#[tokio::test]
async fn pieces_left_out_doubled_or_put_elsewhere_are_refused() {
    let mut scene = Scene::begin().await;
    let honest = scene.honest().await;
    let recipient = forged::recipient(&scene.ana).await;
    let before = scene.ana.dump().await.unwrap();
    let count = honest.pieces.len();
    for at in 0..count {
        let (mut without, mut twice) = (honest.clone(), honest.clone());
        without.pieces.remove(at);
        twice.pieces.insert(at, honest.pieces[at].clone());
        scene.refuses(&without.sealed_to(&recipient), &before, &format!("without {at}")).await;
        scene.refuses(&twice.sealed_to(&recipient), &before, &format!("{at} twice")).await;
        for other in at + 1..count {
            let mut turned = honest.clone();
            turned.pieces.swap(at, other);
            scene.refuses(&turned.sealed_to(&recipient), &before, &format!("{at} for {other}")).await;
        }
    }
    let (mut unknown, mut longer) = (honest.clone(), honest.clone());
    unknown.pieces.insert(count - 1, (6, vec![1]));
    longer.pieces.push((ATTACHED, vec![0; 20]));
    scene.refuses(&unknown.sealed_to(&recipient), &before, "a kind that there is not").await;
    scene.refuses(&longer.sealed_to(&recipient), &before, "behind the end").await;
    assert_eq!(scene.merges(&honest.sealed_to(&recipient)).await.unwrap().new, 2);
}

#[tokio::test]
async fn whoever_may_open_a_file_can_put_nothing_else_into_it() {
    let mut scene = Scene::begin().await;
    let recipient = forged::recipient(&scene.ana).await;
    let honest = scene.honest().await;
    let [earlier, later] = {
        let one = scene.ben.creates(&["Something else."], &[]);
        [honest.clone(), scene.ben.file(&recipient, &[one])]
    };
    let before = scene.ana.dump().await.unwrap();
    let not_signed = |refused: &StoreError| matches!(refused, StoreError::HandOver(HandoverError::NotSigned));
    let end = earlier.pieces.len() - 1;

    let mut signature_of_another = earlier.clone();
    signature_of_another.pieces[end] = later.pieces.last().unwrap().clone();
    let mut sealed = vec![("the signature of another file", signature_of_another)];
    sealed.push(("signed by somebody else", earlier.signed_by(&SigningKey::from_bytes(&[9; 32]))));
    let mut words_of_another = earlier.clone();
    let place = earlier.pieces.iter().position(|(kind, _)| *kind == CONTENTS).unwrap();
    words_of_another.pieces[place] = later.pieces.iter().find(|(kind, _)| *kind == CONTENTS).unwrap().clone();
    sealed.push(("other words", words_of_another));
    let mut head_of_another = earlier.clone();
    head_of_another.pieces[0] = later.pieces[0].clone();
    sealed.push(("the head of another file", head_of_another));
    for length in [0, 63, 64] {
        let mut zeros = earlier.clone();
        zeros.pieces[end].1 = vec![0; length];
        sealed.push(("no signature", zeros));
    }
    for (what, file) in sealed {
        let refused = scene.refuses(&file.sealed_to(&recipient), &before, what).await;
        assert!(not_signed(&refused), "{what}: {refused:?}");
    }
    assert_eq!(scene.merges(&earlier.sealed_to(&recipient)).await.unwrap().new, 2);
    assert_eq!(scene.merges(&later.sealed_to(&recipient)).await.unwrap().new, 1);
    is_sound(&scene.ana).await;
}

#[tokio::test]
async fn what_was_meant_for_somebody_else_is_not_taken_in_by_whom_it_is_sealed_to_anew() {
    let mut scene = Scene::begin().await;
    let recipient = forged::recipient(&scene.ana).await;
    let elsewhere = Identity::random().recipient();
    let one = scene.ben.creates(&["For another organiser."], &[]);
    let file = scene.ben.file(&elsewhere, &[one]);
    let before = scene.ana.dump().await.unwrap();
    let refused = scene.refuses(&file.sealed_to(&recipient), &before, "sealed anew").await;
    assert!(matches!(refused, StoreError::HandOver(HandoverError::NotForThisLaptop)), "{refused:?}");
}

#[tokio::test]
async fn a_file_of_another_consultation_is_told_by_its_head_and_by_each_entry() {
    let mut scene = Scene::begin().await;
    let recipient = forged::recipient(&scene.ana).await;
    let before = scene.ana.dump().await.unwrap();
    let ours = scene.ana.consultation();
    let elsewhere = ConsultationId([3; 32]);

    scene.ben.consultation = elsewhere;
    let foreign = scene.ben.creates(&["Said elsewhere."], &[]);
    let file = scene.ben.file(&recipient, std::slice::from_ref(&foreign)).sealed_to(&recipient);
    let refused = scene.refuses(&file, &before, "its head").await;
    assert!(matches!(refused, StoreError::OtherConsultation), "{refused:?}");
    assert_eq!(refused.to_string(), "This file belongs to another consultation.");

    scene.ben.consultation = ours;
    let file = scene.ben.file(&recipient, &[foreign]).sealed_to(&recipient);
    let refused = scene.refuses(&file, &before, "its entries").await;
    assert!(matches!(refused, StoreError::Journal(Refusal::OtherConsultation)), "{refused:?}");
    is_sound(&scene.ana).await;
}

#[tokio::test]
async fn an_old_file_that_comes_once_more_takes_nothing_back() {
    let mut scene = Scene::begin().await;
    let recipient = forged::recipient(&scene.ana).await;
    let one = scene.ben.creates(&["First."], &[]);
    let old = scene.ben.file(&recipient, std::slice::from_ref(&one));
    let two = scene.ben.creates(&["Second."], &[one.contents[0].0]);
    let new = scene.ben.file(&recipient, &[one, two]);
    assert_eq!(scene.merges(&old.sealed_to(&recipient)).await.unwrap().new, 1);
    let merged = scene.merges(&new.sealed_to(&recipient)).await.unwrap();
    assert_eq!((merged.new, merged.erased), (1, 1));
    let before = scene.ana.dump().await.unwrap();
    let known = scene.ana.known().await.unwrap();
    // Sealed anew it is another file.
    for file in [&old, &new, &old] {
        let merged = scene.merges(&file.sealed_to(&recipient)).await.unwrap();
        assert_eq!((merged.new, merged.changed, merged.commits), (0, 0, 0), "{merged:?}");
        assert!(scene.ana.dump().await.unwrap() == before);
    }
    assert_eq!(finds(&scene.ana, "").await, ["They kept our passports.", "Second."]);
    let names = |known: &[anteroom_store::Known]| known.iter().map(|it| it.name.clone()).collect::<Vec<_>>();
    assert_eq!(names(&scene.ana.known().await.unwrap()), names(&known));
    is_sound(&scene.ana).await;
}

#[tokio::test]
async fn what_a_newer_version_wrote_is_kept_and_passed_on_untouched() {
    let mut scene = Scene::begin().await;
    let recipient = forged::recipient(&scene.ana).await;
    let fields =
        Fields::from([(field::TEXT, "From the future.".into()), (Field(4000), Value::List(vec![7_i64.into()]))]);
    let known = scene.ben.newer(field::CONTRIBUTION, &fields);
    let unknown = scene.ben.newer(Kind(900), &Fields::from([(Field(4000), "unknown".into())]));
    let mut file = scene.ben.file(&recipient, &[known, unknown]);
    // Keys 13 and 40 of the head, signed with the rest.
    file.pieces[0].1 = one_more(file.pieces[0].1.clone(), &[&[0x0d, 0x82, 0x01, 0xf5], &[0x18, 0x28, 0x61, b'n']]);
    let file = file.signed_by(&scene.ben.key);
    let merged = scene.merges(&file.sealed_to(&recipient)).await.unwrap();
    assert_eq!((merged.commits, merged.new, merged.refused.len(), merged.lacks_words), (2, 1, 0, 0), "{merged:?}");
    assert_eq!(finds(&scene.ana, "future").await.len(), 1);
    is_sound(&scene.ana).await;
    let passed_on = Opened::of(&own_file(&scene).await, &scene.ben.identity);
    for piece in file.pieces.iter().filter(|(kind, _)| [COMMIT, CONTENTS].contains(kind)) {
        assert!(passed_on.pieces.contains(piece), "it goes on as it came");
    }
}

#[tokio::test]
async fn an_entry_of_a_newer_format_is_refused_with_a_sentence_of_its_own() {
    let mut scene = Scene::begin().await;
    let recipient = forged::recipient(&scene.ana).await;
    let before = scene.ana.dump().await.unwrap();
    let mut newer = scene.ben.creates(&["From the future."], &[]);
    assert_eq!(newer.bytes[1..3], [0, 1], "key 0 is the format");
    newer.bytes[2] = 2;
    newer.signature = scene.ben.signs(&newer.bytes);
    let file = scene.ben.file(&recipient, &[newer]).sealed_to(&recipient);
    let refused = scene.refuses(&file, &before, "format 2").await;
    assert!(matches!(refused, StoreError::Journal(Refusal::Newer)), "{refused:?}");
    assert_eq!(refused.to_string(), "This was written by a newer version of Anteroom. Please update this one first.");
}

#[tokio::test]
async fn an_entry_beyond_what_is_allowed_is_refused() {
    let mut scene = Scene::begin().await;
    let recipient = forged::recipient(&scene.ana).await;
    let before = scene.ana.dump().await.unwrap();
    let digests =
        |count: usize| (0..count).map(|at| Digest([[at as u8, (at >> 8) as u8]; 16].concat().try_into().unwrap()));
    let fields = |count: usize| (1..=count).map(|at| (Field(4 * at as u32), "".into())).collect::<Fields>();
    let said = Fields::from([(field::TEXT, "x".into())]);
    for (what, parents, fields) in [
        ("too many parents", digests(MOST_PARENTS + 1).collect(), said.clone()),
        ("too many fields", Vec::new(), fields(MOST_FIELDS + 1)),
    ] {
        let entry = scene.ben.edits_unchecked(RecordId([1; 16]), &parents, &fields);
        let file = scene.ben.file(&recipient, &[entry]).sealed_to(&recipient);
        let refused = scene.refuses(&file, &before, what).await;
        assert!(matches!(refused, StoreError::Journal(Refusal::TooLarge)), "{what}: {refused:?}");
    }
    for (kind, length) in [(COMMIT, (64 << 20) + 65), (CONTENTS, (1 << 20) + 17), (ATTACHED, (1 << 20) + 1)] {
        let entry = scene.ben.creates(&["x"], &[]);
        let mut file = scene.ben.file(&recipient, &[entry]);
        let before_end = file.pieces.len() - 1;
        file.pieces.insert(before_end, (kind, vec![0; length]));
        file.pieces.sort_by_key(|(kind, _)| *kind);
        let file = file.signed_by(&scene.ben.key).sealed_to(&recipient);
        let refused = scene.refuses(&file, &before, &format!("a piece of {length}")).await;
        assert!(matches!(refused, StoreError::HandOver(HandoverError::Damaged)), "{refused:?}");
    }
    is_sound(&scene.ana).await;
}

#[tokio::test]
async fn what_unpacks_to_far_more_than_it_is_changes_nothing() {
    let mut scene = Scene::begin().await;
    let recipient = forged::recipient(&scene.ana).await;
    let before = scene.ana.dump().await.unwrap();
    let entry = scene.ben.creates(&["x"], &[]);
    let mut file = scene.ben.file(&recipient, &[entry]);
    let before_end = file.pieces.len() - 1;
    let zeros = (CONTENTS, vec![0; 1 << 20]);
    file.pieces.splice(before_end..before_end, vec![zeros; 200]);
    let sealed = file.signed_by(&scene.ben.key).sealed_to(&recipient);
    assert!(sealed.len() < 1 << 20, "it is small outside");
    let refused = scene.refuses(&sealed, &before, "a bomb").await;
    assert!(matches!(refused, StoreError::HandOver(HandoverError::Bomb)), "{refused:?}");
}

#[tokio::test]
async fn a_stranger_brings_no_more_than_may_wait() {
    let scene = Scene::begin().await;
    let recipient = forged::recipient(&scene.ana).await;
    let before = scene.ana.dump().await.unwrap();
    let mut stranger = Member::stranger(7, scene.ana.consultation());
    let tiny = stranger.tiny(5001);
    let file = stranger.file(&recipient, &[tiny]).sealed_to(&recipient);
    let refused = scene.refuses(&file, &before, "5,001 contributions").await;
    assert!(matches!(refused, StoreError::TooMuchWaits), "{refused:?}");

    // Much in the head alone: it waits outside, and nothing of it comes into the consultation.
    let contents = scene.laptop.file().join("contents.db-wal");
    let size = || fs::metadata(&contents).map_or(0, |file| file.len());
    let grown_from = size();
    let mut stranger = Member::stranger(8, scene.ana.consultation());
    let few = stranger.creates(&["Let me in."], &[]);
    let asks =
        Head { lacks_words: vec![(RecordId::default(), Digest::default()); 500_000], ..stranger.head(&recipient) };
    let file = stranger.file_with(&asks, &[few]).sealed_to(&recipient);
    let merged = scene.merges(&file).await.unwrap();
    assert_eq!((merged.strangers.len(), merged.commits), (1, 0));
    assert!(scene.ana.dump().await.unwrap() == before);
    assert!(size() - grown_from < 1 << 20, "one line each stands in the consultation: {}", size() - grown_from);
}

#[tokio::test]
async fn no_more_laptops_wait_than_may() {
    let scene = Scene::begin().await;
    let recipient = forged::recipient(&scene.ana).await;
    let before = scene.ana.dump().await.unwrap();
    for number in 0..201_u8 {
        let mut stranger = Member::stranger(number, scene.ana.consultation());
        let one = stranger.creates(&["Let me in."], &[]);
        let merged = scene.merges(&stranger.file(&recipient, &[one]).sealed_to(&recipient)).await;
        if number < 200 {
            assert_eq!(merged.unwrap().strangers.len(), 1);
        } else {
            let refused = merged.unwrap_err();
            assert!(matches!(refused, StoreError::TooMuchWaits), "{refused:?}");
        }
    }
    assert_eq!(scene.ana.strangers().await.unwrap().len(), 200);
    assert!(scene.ana.dump().await.unwrap() == before);
    let waiting = fs::read_dir(scene.laptop.file().join("waiting")).unwrap().count();
    assert_eq!(waiting, 200, "nothing of the last one is left");
}
