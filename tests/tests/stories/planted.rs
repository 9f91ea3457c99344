//! A speaker withdraws all they said: whatever of it was planted, wherever on any laptop, is searched for in every decrypted
//! page, in every copy, and in whatever is handed over afterwards.

use std::fs::{self, File};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::io::Read as _;
use std::path::{Path, PathBuf};

use anteroom_app::briefs::{self, NewBrief, NewStatement};
use anteroom_app::capture::{self, Composed, OpenRound, RecordInTurn, Resume, Speaking};
use anteroom_app::conflicts::{self, Settlement, Split};
use anteroom_app::consultations::{self, Steps};
use anteroom_app::contributions::{self, Correction, Half, RecordContribution, Translate};
use anteroom_app::desk::Desk;
use anteroom_app::exchange::{self, Access, HandOverInput, Visit};
use anteroom_app::imports::{self, Mapping};
use anteroom_app::model::field;
use anteroom_app::model::ids::RecordId;
use anteroom_app::model::permission::{Consent, Wording};
use anteroom_app::model::statement::StatementType;
use anteroom_app::model::value::Fields;
use anteroom_app::model::view::{FindContributions, HalfMade};
use anteroom_app::model::view_brief::{BeginParagraph, CiteEvidence, RetypeParagraph, RewriteParagraph};
use anteroom_app::withdrawal::{self, Withdraw};
use anteroom_app::{Passphrase, Unlock, attachments, pairs, speakers, undo};
use anteroom_journal::deed::Deed;
use anteroom_store::{Action, Edit, Store};
use anteroom_tests::laptop::PASSPHRASE;
use anteroom_tests::needle::{Needle, found, found_below};

use crate::cluster::Cluster;
use crate::raw::{Robbed, pack_opened};
use crate::several::Member;

/// Who has it before the speaker withdraws.
#[derive(Clone, Copy, PartialEq, Eq)]
enum At {
    Everywhere,
    /// On one laptop alone.
    Only(&'static str),
    /// On every laptop, but in no file: each makes it for itself.
    Index,
}
use At::{Everywhere, Index, Only};

const ANA: &str = "Ana";
const BEN: &str = "Ben";
const RITA: &str = "Rita";

/// One word for each place. All begin with other letters: an index leaves out what a word begins with, as the one before.
const PLANTED: &[(&str, &str, At)] = &[
    ("text", "quixhaven", Everywhere),
    ("an earlier wording", "brindlemere", Everywhere),
    ("the index of the search", "hallowdrift", Index),
    ("a translation", "velloirmort", Everywhere),
    ("an earlier translation", "drowsewick", Everywhere),
    ("the name of an attached file", "oxlipfernby", Everywhere),
    ("the bytes of an attached file", "thrawnbelling", Everywhere),
    ("a quotation", "umbelgate", Everywhere),
    ("a quotation in a kept version", "gossamwold", Everywhere),
    ("a quotation that was typed before what it quotes was cited", "klaxonmoor", Everywhere),
    ("a note of the same words", "fernwhistle", Everywhere),
    ("one side of a conflict", "ashgrumble", Everywhere),
    ("the other side of a conflict", "jackdawbrook", Everywhere),
    ("what settled a conflict", "mizzlethorn", Everywhere),
    ("what was parted from a contribution", "pumicelark", Everywhere),
    ("what it was parted from", "skerrynook", Everywhere),
    ("a correction that was taken back", "wherrydale", Everywhere),
    ("a correction that was done again", "hobbinfell", Everywhere),
    ("what was recorded and taken back", "sorrelknap", Only(BEN)),
    ("what was handed over and taken back", "tansyreach", Everywhere),
    ("an imported row", "eiderholme", Everywhere),
    ("where a row comes from", "rookswater", Everywhere),
    ("the name that the speaker goes by", "ivorstanely", Everywhere),
    ("the speaker's own name", "yafflebrand", Everywhere),
    ("the speaker's contact", "zinnialoch", Everywhere),
    ("a draft that is parked again", "limpetcroft", Only(BEN)),
    ("a draft that was taken up again", "nettlequay", Only(BEN)),
    ("a draft that was never recorded", "uplandsey", Only(BEN)),
    ("a correction that somebody began", "bramblesea", Only(RITA)),
    ("a translation that somebody began", "cinderhythe", Only(RITA)),
];

fn word(place: &str) -> &'static str {
    PLANTED.iter().find(|(name, _, _)| *name == place).unwrap().1
}

/// What somebody says, with the word of this place in it.
fn says(place: &str) -> String {
    format!("They kept our {} in a drawer of the office.", word(place))
}

/// All that is planted, each also without its first letters.
fn needles() -> Vec<Needle> {
    PLANTED.iter().map(|(place, word, _)| Needle::words(place, word, &[&word[4..]])).collect()
}

/// The places that are to be found here, or in files from here.
fn expected(here: impl Fn(At) -> bool) -> Vec<&'static str> {
    PLANTED.iter().filter(|(_, _, at)| here(*at)).map(|(place, _, _)| *place).collect()
}

#[track_caller]
fn holds(hay: &[u8], places: &[&str], what: &str) {
    let needles = needles();
    let found = found(&needles, hay);
    let lacks: Vec<_> = places.iter().filter(|place| !found.contains(place)).collect();
    assert!(lacks.is_empty(), "before, {what} has nothing of {lacks:#?}");
}

/// What is found where nothing may be.
#[derive(Default)]
struct Left(Vec<String>);

impl Left {
    fn look(&mut self, hay: &[u8], whose: &str) {
        let needles = needles();
        self.0.extend(found(&needles, hay).iter().map(|place| format!("{place}, in {whose}")));
    }
}

/// Opens a consultation where it was founded or joined.
pub(crate) async fn opens(member: &Member) -> Desk {
    let (home, file) = (member.laptop.home(), member.laptop.file());
    Box::pin(consultations::open_with_home(&home, &file, &unlock())).await.unwrap()
}

fn unlock() -> Unlock {
    Unlock::Passphrase(Passphrase::new(PASSPHRASE.to_owned()))
}

/// The laptops at work, and the stick that goes from one to the other.
struct Room {
    desks: [Desk; 3],
    stick: PathBuf,
    files: Vec<PathBuf>,
}

impl Room {
    /// Hands over what the others lack, names too, or all of it; says where the file is.
    async fn writes(&mut self, from: usize, whole: bool) -> PathBuf {
        let file = self.stick.join(format!("{}.handover", self.files.len()));
        let input = HandOverInput { to: Vec::new(), whole, names: true };
        exchange::hand_over(&self.desks[from], &file, &input, &Steps::silent()).await.unwrap();
        self.files.push(file.clone());
        file
    }

    async fn hands_over(&mut self, from: usize) {
        let file = self.writes(from, false).await;
        for to in (0..self.desks.len()).filter(|to| *to != from) {
            exchange::merge(&self.desks[to], &file, None, &Steps::silent()).await.unwrap();
        }
    }

    /// Everybody hands to everybody.
    async fn all_hand_over(&mut self) {
        for _ in 0..2 {
            for from in 0..self.desks.len() {
                self.hands_over(from).await;
            }
        }
    }

    /// Everybody visits the shared server.
    async fn all_visit(&self) {
        for _ in 0..2 {
            for desk in &self.desks {
                visits(desk).await;
            }
        }
    }

    fn ana(&self) -> &Desk {
        &self.desks[0]
    }

    fn ben(&self) -> &Desk {
        &self.desks[1]
    }

    fn rita(&self) -> &Desk {
        &self.desks[2]
    }
}

async fn visits(desk: &Desk) -> Visit {
    Box::pin(exchange::sync(desk, &Steps::silent())).await.unwrap()
}

/// A shared server is added, which all three have logins for.
async fn is_served(room: &mut Room, cluster: &Cluster) {
    let url = cluster.superuser("postgres");
    exchange::set_up(&url).await.unwrap();
    let access = Access { url: &url, ..Access::default() };
    exchange::add_logins(room.ana(), &access, &Steps::silent()).await.unwrap();
    room.hands_over(0).await;
    room.all_visit().await;
}

fn composed(place: &str) -> Composed {
    Composed { text: says(place), ..Composed::default() }
}

async fn corrects(desk: &Desk, id: &str, place: &str) {
    let correction = Correction { text: Some(says(place)), ..Correction::default() };
    contributions::correct(desk, id, correction).await.unwrap();
}

/// What the speaker said, before anybody did more with it than writing it down.
struct Said {
    speaker: RecordId,
    /// May be quoted, and is.
    quoted: String,
    /// Are worded anew on two laptops: one of them is settled, the other parted.
    settled: String,
    parted: String,
}

/// Ben takes down what is said in the round, and what comes in a table.
async fn is_recorded(room: &Room, at: &Path) -> Said {
    let ben = room.ben();
    capture::open_round(ben, &OpenRound { round: "First round".into(), minutes_ago: 0 }).await.unwrap();
    capture::record(ben, &RecordInTurn { composed: composed("text"), next: false }).await.unwrap();
    let speaker = speakers::known_as(ben, SPEAKER, None, &[]).await.unwrap();
    let request = |text: String| RecordContribution {
        text,
        segment: Some("First round".into()),
        speaker: Some(speaker),
        share: Some(Consent::Given),
        quote: Some(Consent::Given),
        wording: Some(Wording::Verbatim),
        language: Some("en".into()),
        ..RecordContribution::default()
    };
    let records = async |text: String| contributions::record(ben, request(text)).await.unwrap().id;
    let quoted = records(says("an earlier wording")).await;
    let text = ["a quotation", "a quotation in a kept version", KEPT].map(says).join(" ");
    // As it is written it stands nowhere else than in the text; without the signs it stands in the index alone.
    let text = format!("{text} They met at Hállowdrïft.");
    let correction = Correction { text: Some(text), ..Correction::default() };
    contributions::correct(ben, &quoted, correction).await.unwrap();
    for place in ["an earlier translation", "a translation"] {
        let asked = Translate { id: quoted.clone(), language: "fr".into(), text: says(place), reviewed: false };
        contributions::translate(ben, &asked).await.unwrap();
    }
    let file = at.join(format!("{}.txt", word("the name of an attached file")));
    fs::write(&file, says("the bytes of an attached file").repeat(20_000)).unwrap();
    attachments::attach(ben, &quoted, std::slice::from_ref(&file)).await.unwrap();
    let corrected = records("They kept our papers.".into()).await;
    corrects(ben, &corrected, "a correction that was taken back").await;
    undo::undo(ben).await.unwrap();
    corrects(ben, &corrected, "a correction that was done again").await;
    undo::undo(ben).await.unwrap();
    undo::redo(ben).await.unwrap();
    let table = at.join(format!("{}.csv", word("where a row comes from")));
    fs::write(&table, format!("text,speaker\n{},{SPEAKER}\n", says("an imported row"))).unwrap();
    let mapping = Mapping { text: Some("text".into()), speaker: Some("column:speaker".into()), ..Mapping::default() };
    assert_eq!(imports::import(ben, &table, mapping, &Steps::silent()).await.unwrap().recorded, 1);
    let (settled, parted) = (records("They kept wages.".into()).await, records("They kept letters.".into()).await);
    // It is attached once more to what is parted from it.
    attachments::attach(ben, &parted, &[file]).await.unwrap();
    Said { speaker, quoted, settled, parted }
}

/// As whoever takes the floor first goes by.
const SPEAKER: &str = "Speaker 1";

/// No file takes it along any more.
const TAKEN_BACK: &str = "what was handed over and taken back";

const KEPT: &str = "a quotation that was typed before what it quotes was cited";

/// Ana, who organises, notes the same words and settles what she and Ben worded anew.
async fn is_worded_anew_and_settled(room: &mut Room, said: &Said) {
    corrects(room.ben(), &said.settled, "one side of a conflict").await;
    corrects(room.ana(), &said.settled, "the other side of a conflict").await;
    corrects(room.ben(), &said.parted, "what was parted from a contribution").await;
    corrects(room.ana(), &said.parted, "what it was parted from").await;
    let note = RecordContribution { text: says("a note of the same words"), ..RecordContribution::default() };
    let note = contributions::record(room.ana(), note).await.unwrap().id;
    room.all_hand_over().await;
    let ana = room.ana();
    pairs::accept(ana, &note, &said.quoted).await.unwrap();
    let by = Settlement::Value(says("what settled a conflict"));
    conflicts::settle(ana, &said.settled, "text", &by).await.unwrap();
    let conflict = conflicts::of_record(ana, &said.parted).await.unwrap().remove(0);
    let kept = conflict.values.iter().find(|it| it.value == says("what it was parted from")).unwrap();
    let split = Split { record: said.parted.clone(), take: Some(kept.revision.clone()) };
    assert_eq!(conflicts::split(ana, &split).await.unwrap().len(), 1);
    room.all_hand_over().await;
}

fn quoting(place: &str) -> String {
    format!("One participant said: “{}”.", says(place).trim_end_matches('.'))
}

/// Rita, who reports, quotes it, writes that anew, and leaves a correction and a translation half done. Says the brief, and
/// its paragraphs.
async fn is_quoted(room: &Room, said: &Said) -> (String, Vec<String>) {
    let rita = room.rita();
    let new = NewBrief { template: "roundtable-brief".into(), roundtable: Some("2".into()), ..NewBrief::default() };
    let brief = briefs::new(rita, new).await.unwrap();
    let cite = vec![said.quoted.clone()];
    let text = quoting("a quotation in a kept version");
    let first = NewStatement { text, cite, ..NewStatement::default() };
    let first = briefs::write(rita, &brief, first).await.unwrap();
    let text = quoting("a quotation");
    briefs::rewrite(rita, &RewriteParagraph { paragraph: first.clone(), text }).await.unwrap();
    let section = briefs::show(rita, &brief).await.unwrap().sections[0].key.clone();
    let begin = BeginParagraph { brief: brief.clone(), section, after: None };
    let second = briefs::begin(rita, &begin).await.unwrap();
    let text = quoting(KEPT);
    briefs::rewrite(rita, &RewriteParagraph { paragraph: second.clone(), text }).await.unwrap();
    let cited = CiteEvidence { paragraph: second.clone(), contribution: said.quoted.clone() };
    briefs::cite(rita, &cited).await.unwrap();
    for (what, place) in [
        (HalfMade::Correction, "a correction that somebody began"),
        (HalfMade::Translation, "a translation that somebody began"),
    ] {
        let half = Half { id: said.quoted.clone(), what, language: String::new(), words: says(place) };
        contributions::keep_half(rita, &half).await.unwrap();
    }
    (brief, vec![first, second])
}

/// Ben parks what the speaker was saying: recorded and taken back, the same and taken up, and never recorded.
async fn is_parked(room: &Room, said: &Said) {
    let ben = room.ben();
    let turn = capture::interventions(ben).await.unwrap().remove(0).turn;
    let parks = async |place: &str| {
        let again = Speaking { again: Some(turn.clone()), ..Speaking::default() };
        capture::speaking(ben, &again).await.unwrap();
        let parked = capture::park(ben, &composed(place)).await.unwrap().parked;
        parked.into_iter().find(|it| it.text == says(place)).unwrap().name
    };
    for place in ["a draft that is parked again", "a draft that was taken up again"] {
        let name = parks(place).await;
        capture::record_parked(ben, &name).await.unwrap();
        let theirs = FindContributions { speaker: Some(said.speaker.to_string()), ..find_all() };
        assert_eq!(
            contributions::find(ben, &theirs).await.unwrap().rows[0].text,
            says(place),
            "it is the same speaker's"
        );
        assert_eq!(undo::undo(ben).await.unwrap().parked, 1);
    }
    parks("a draft that was never recorded").await;
    let parked = capture::stands(ben).await.unwrap().parked;
    let name = parked.iter().find(|it| it.text == says("a draft that was taken up again")).unwrap().name.clone();
    let view = capture::resume(ben, &Resume { name, composed: Composed::default() }).await.unwrap();
    assert_eq!((view.composed.text, view.parked.len()), (says("a draft that was taken up again"), 2));
}

/// What Ben recorded is taken back: some of it before anybody else had it, some after.
async fn is_taken_back(room: &mut Room, said: &Said) {
    let request = |place: &str| RecordContribution {
        text: says(place),
        segment: Some("First round".into()),
        speaker: Some(said.speaker),
        ..RecordContribution::default()
    };
    contributions::record(room.ben(), request(TAKEN_BACK)).await.unwrap();
    room.hands_over(1).await;
    undo::undo(room.ben()).await.unwrap();
    contributions::record(room.ben(), request("what was recorded and taken back")).await.unwrap();
    undo::undo(room.ben()).await.unwrap();
}

fn find_all() -> FindContributions {
    FindContributions { limit: 100, ..FindContributions::default() }
}

/// The speaker's own name and contact are kept apart from everything else; so far the sample alone holds such.
async fn is_named(member: &Member, speaker: RecordId) {
    let (home, file) = (member.laptop.home(), member.laptop.file());
    let store = Box::pin(Store::open(&file, &home, &unlock())).await.unwrap();
    let known_as = Fields::from([(field::NAME, word("the name that the speaker goes by").into())]);
    let identity = Fields::from([
        (field::IDENTITY_OF, speaker.into()),
        (field::NAME, word("the speaker's own name").into()),
        (field::CONTACT, word("the speaker's contact").into()),
    ]);
    let edits = vec![
        Edit::Set { record: speaker, fields: known_as },
        Edit::Create { kind: field::IDENTITY, fields: identity, mark: None },
    ];
    let time = anteroom_app::desk::now();
    let action = Action { deed: Deed::IDENTITY, time, author: store.person(), undoes: None, edits };
    store.commit(action).await.unwrap();
    store.close().await.unwrap();
}

/// The words of a Word document.
fn words_of(docx: &Path) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(File::open(docx).unwrap()).unwrap();
    let mut words = Vec::new();
    for at in 0..archive.len() {
        archive.by_index(at).unwrap().read_to_end(&mut words).unwrap();
    }
    words
}

async fn all_close(room: Room) -> Vec<PathBuf> {
    for desk in room.desks {
        consultations::close(desk).await.unwrap();
    }
    room.files
}

async fn all_open(members: &[Member; 3], stick: &Path, files: Vec<PathBuf>) -> Room {
    let [ana, ben, rita] = members;
    let desks = [opens(ana).await, opens(ben).await, opens(rita).await];
    Room { desks, stick: stick.to_owned(), files }
}

/// What is looked for is found this way, in each of these places.
fn is_found(members: &[Member], robbed: &[Robbed<'_>], files: &[PathBuf]) {
    for (member, robbed) in members.iter().zip(robbed) {
        let here = expected(|at| at != Only(BEN) && at != Only(RITA) || at == Only(member.name));
        holds(&robbed.pages(), &here, member.name);
        let copies = member.laptop.at("copies before");
        member.does("backup", &["--to", copies.to_str().unwrap()]);
        holds(&robbed.pages_below(&copies), &here, &format!("the copy of {}", member.name));
        fs::remove_dir_all(copies).unwrap();
    }
    let mut handed_over = expected(|at| at == Everywhere);
    let all: Vec<u8> = files.iter().flat_map(|file| opened_by_anybody(robbed, file)).collect();
    holds(&all, &handed_over, "what was handed over");
    handed_over.retain(|place| *place != TAKEN_BACK);
    holds(&opened_by_anybody(robbed, files.last().unwrap()), &handed_over, "the last file, which is whole");
}

/// Rita's brief is stopped, until her paragraphs say it in words of their own.
async fn is_reported_otherwise(
    rita: &Desk,
    stick: &Path,
    said: &Said,
    brief: &str,
    paragraphs: &[String],
    left: &mut Left,
) {
    let exported = stick.join("after.docx");
    let refused = briefs::export(rita, brief, "organisers", &exported).await.unwrap_err();
    assert_eq!(refused.code, "release-refused");
    left.look(format!("{refused:?}").as_bytes(), "why the brief is refused");
    for paragraph in paragraphs {
        let (paragraph, contribution) = (paragraph.clone(), said.quoted.clone());
        let text = "Papers are withheld.".to_owned();
        briefs::rewrite(rita, &RewriteParagraph { paragraph: paragraph.clone(), text }).await.unwrap();
        briefs::uncite(rita, &CiteEvidence { paragraph: paragraph.clone(), contribution }).await.unwrap();
        let statement_type = StatementType::Remark;
        briefs::retype(rita, &RetypeParagraph { paragraph, statement_type }).await.unwrap();
    }
    briefs::export(rita, brief, "organisers", &exported).await.unwrap();
    left.look(&words_of(&exported), "the brief");
}

#[tokio::test]
async fn nothing_that_a_speaker_withdraws_is_left_on_any_laptop_nor_in_what_is_handed_over_afterwards() {
    let ana = Member::founds(ANA);
    let (ben, rita) = (ana.invites(BEN, "facilitator"), ana.invites(RITA, "rapporteur"));
    let members = [ana, ben, rita];
    let place = tempfile::tempdir().unwrap();
    let stick = place.path();
    let mut room = Box::pin(all_open(&members, stick, Vec::new())).await;

    let said = Box::pin(is_recorded(&room, stick)).await;
    room.all_hand_over().await;
    let cluster = Cluster::begin();
    Box::pin(is_served(&mut room, &cluster)).await;
    Box::pin(is_worded_anew_and_settled(&mut room, &said)).await;
    let (brief, paragraphs) = Box::pin(is_quoted(&room, &said)).await;
    Box::pin(is_parked(&room, &said)).await;
    Box::pin(is_taken_back(&mut room, &said)).await;
    let files = Box::pin(all_close(room)).await;
    Box::pin(is_named(&members[1], said.speaker)).await;
    let mut room = Box::pin(all_open(&members, stick, files)).await;
    room.all_hand_over().await;
    for desk in &room.desks {
        let words = word(TAKEN_BACK).to_owned();
        let found = contributions::find(desk, &FindContributions { words, ..find_all() }).await.unwrap();
        assert_eq!(found.total, 0, "it is put away");
    }
    room.all_visit().await;
    let exported = stick.join("before.docx");
    briefs::export(room.rita(), &brief, "organisers", &exported).await.unwrap();
    holds(&words_of(&exported), &["a quotation"], "the brief");
    room.writes(2, true).await;
    let files = Box::pin(all_close(room)).await;

    let robbed: Vec<Robbed<'_>> = members.iter().map(|member| Robbed::of(&member.laptop)).collect();
    is_found(&members, &robbed, &files);

    let mut room = Box::pin(all_open(&members, stick, Vec::new())).await;
    let withdraw = Withdraw { contribution: said.quoted.clone(), all: true, permission: None };
    let withdrawn = withdrawal::withdraw_said(room.ana(), &withdraw).await.unwrap();
    assert_eq!(withdrawn.waits, 0);
    // Ben learns of it by the server, Rita by a file.
    visits(room.ana()).await;
    assert!(visits(room.ben()).await.came.erased > 0);
    room.hands_over(0).await;
    for from in 0..3 {
        room.writes(from, true).await;
        room.hands_over(from).await;
    }
    let pack = stick.join("after.pack");
    let code = exchange::pack(room.ana(), &pack, &Steps::silent()).await.unwrap().words;
    let mut left = Left::default();
    Box::pin(is_reported_otherwise(room.rita(), stick, &said, &brief, &paragraphs, &mut left)).await;
    for desk in &room.desks {
        undo::redo(desk).await.ok();
        undo::undo(desk).await.ok();
    }
    room.all_hand_over().await;
    room.all_visit().await;
    let files = Box::pin(all_close(room)).await;

    for (member, robbed) in members.iter().zip(&robbed) {
        left.look(&robbed.pages(), &format!("the pages of {}", member.name));
        left.0.extend(found_below(&needles(), member.laptop.place()));
        let copies = member.laptop.at("copies after");
        member.does("backup", &["--to", copies.to_str().unwrap()]);
        assert!(!robbed.pages_below(&copies).is_empty());
        left.look(&robbed.pages_below(member.laptop.place()), &format!("the copies of {}", member.name));
        left.look(member.dump().as_bytes(), &format!("the dump of {}", member.name));
        member.is_sound();
    }
    let states = members.each_ref().map(|member| hash_of_state(&member.dump()));
    assert_eq!(states, [states[0]; 3], "all laptops hold the same to be true");
    for file in &files {
        left.look(&opened_by_anybody(&robbed, file), "a hand-over file");
    }
    left.look(&pack_opened(&pack, &code), "the event pack");
    assert!(left.0.is_empty(), "{:#?}", left.0);
}

/// Of what the journal says, without the words that each laptop holds of it.
fn hash_of_state(dump: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    dump.lines().filter(|line| !line.starts_with("word ")).for_each(|line| line.hash(&mut hasher));
    hasher.finish()
}

/// What stands in a file, as one of those for whom it is sealed reads it.
fn opened_by_anybody(robbed: &[Robbed<'_>], file: &Path) -> Vec<u8> {
    robbed.iter().find_map(|robbed| robbed.opens(file)).expect("it is sealed to one of them")
}
