//! The release check itself: reads a draft, lists all that stops it, and otherwise makes what may leave.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::cells::Cell;
use super::released::{AnnexEntry, BriefWords, ReleasedBrief, ReleasedParagraph, ReleasedSection, Run};
use super::table::{Answer, Audience, Form, Naming, answer, naming};
use crate::ids::RecordId;
use crate::permission::{AttributionRule, Permissions, Wording};
use crate::quoted::{is_term, next_quoted};
use crate::reference;
use crate::statement::StatementType;

/// A brief as it was written, with everything the check must know of what it cites.
#[derive(Clone, Debug, Default)]
pub struct DraftBrief {
    pub title: String,
    pub language: String,
    pub note: String,
    pub sections: Vec<DraftSection>,
    /// What is cited or quoted; a contribution that is gone is not in it.
    pub cited: BTreeMap<RecordId, Cited>,
    pub names: Names,
    pub words: BriefWords,
}

#[derive(Clone, Debug, Default)]
pub struct DraftSection {
    pub heading: String,
    pub chapeau: Option<String>,
    pub bold: bool,
    pub statements: Vec<DraftStatement>,
}

#[derive(Clone, Debug, Default)]
pub struct DraftStatement {
    pub statement_type: StatementType,
    pub pieces: Vec<DraftPiece>,
    pub citations: Vec<RecordId>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DraftPiece {
    Text(String),
    /// `words` is `None` where what was quoted is gone or was worded anew since.
    Quote {
        contribution: RecordId,
        words: Option<String>,
    },
}

/// What the check must know of a contribution.
#[derive(Clone, Debug, Default)]
pub struct Cited {
    /// Its short reference, for the list of refusals alone.
    pub own_reference: String,
    /// Its reference in this release.
    pub annex_reference: String,
    pub text: String,
    pub language: String,
    pub wording: Wording,
    pub permissions: Permissions,
    /// The strictest of its own and of every segment it has been in.
    pub rule: AttributionRule,
    /// Key and label of each group.
    pub groups: Vec<(String, String)>,
    pub organisation: Option<String>,
    pub person: Option<String>,
    pub kind: String,
    pub about: Vec<String>,
    /// Who spoke: the organisation, or the speaker where there is none. All unknown speakers count as one.
    pub voice: Option<RecordId>,
    /// The segment it was said in.
    pub room: Option<RecordId>,
    /// The voices of its segment; empty where it has none.
    pub cell: Cell,
}

impl Cited {
    /// Whether the rule hides who spoke from this audience.
    pub(super) fn is_masked_from(&self, audience: Audience) -> bool {
        self.rule == AttributionRule::ChathamHouse && audience != Audience::Organisers
    }

    /// How far its speaker may be named to this audience.
    ///
    /// # Errors
    /// Why nothing of it may be told, not even that "a participant" said it.
    pub fn told_to(&self, audience: Audience) -> Result<Naming, Stop> {
        if answer(Form::Evidence, audience, self.rule, &self.permissions) != Answer::Yes {
            return Err(Stop::NotShared);
        }
        let keys: Vec<_> = self.groups.iter().map(|(key, _)| key.clone()).collect();
        let named = naming(audience, self.rule, &self.permissions, self.cell.hides(&keys));
        if named == Naming::Nobody && self.is_masked_from(audience) && !self.cell.hides_a_participant() {
            return Err(Stop::TooFew);
        }
        Ok(named)
    }
}

/// Every name that could give somebody away in free text.
#[derive(Clone, Debug, Default)]
pub struct Names {
    pub organisations: Vec<String>,
    pub persons: Vec<String>,
}

/// Why something may not leave. Each can only be repaired, not waved through.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stop {
    /// A finding that rests on no contribution (any more).
    NoEvidence,
    /// The speaker refused that it be shared.
    NotShared,
    /// Words that nobody cleared for quotation.
    NotCleared,
    /// Words in quotation marks that were not taken down word for word.
    NotVerbatim,
    /// What was quoted is gone, or was worded anew.
    QuotationGone,
    /// Words in quotation marks that stand in nothing that is cited.
    QuotationUnknown,
    /// "A participant" would be one of too few.
    TooFew,
    /// The language of the words gives the speaker away.
    LanguageNames,
    /// An organisation or a person is named in the text against the rule or without permission.
    NameInText,
    /// The text contains a short reference, which never leaves.
    ReferenceInText,
}

impl Stop {
    pub const ALL: [(Self, &'static str); 10] = [
        (Self::NoEvidence, "no-evidence"),
        (Self::NotShared, "not-shared"),
        (Self::NotCleared, "not-cleared"),
        (Self::NotVerbatim, "not-verbatim"),
        (Self::QuotationGone, "quotation-gone"),
        (Self::QuotationUnknown, "quotation-unknown"),
        (Self::TooFew, "too-few"),
        (Self::LanguageNames, "language-names"),
        (Self::NameInText, "name-in-text"),
        (Self::ReferenceInText, "reference-in-text"),
    ];

    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(known, _)| *known == self).map_or("", |(_, word)| word)
    }

    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known)| *known == word).map(|(known, _)| *known)
    }
}

/// One thing that stops a release.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Refusal {
    /// The paragraph's number in the document, from 1.
    pub paragraph: u32,
    pub stop: Stop,
    /// The contribution by its short reference, or the words that stand in the text.
    pub about: String,
    /// The contribution that stops it, where it is one.
    pub contribution: Option<RecordId>,
}

/// Passes `draft` for `audience`, or says all that stops it.
///
/// # Errors
/// Every refusal in the order of the paragraphs, none twice.
pub fn check(draft: &DraftBrief, audience: Audience) -> Result<ReleasedBrief, Vec<Refusal>> {
    let mut check = Check { draft, audience, refusals: Vec::new(), paragraph: 0, annex: BTreeMap::new() };
    let sections: Vec<_> = draft
        .sections
        .iter()
        .filter(|section| !section.statements.is_empty())
        .map(|section| check.section(section))
        .collect();
    if !check.refusals.is_empty() {
        check.refusals.sort();
        check.refusals.dedup();
        return Err(check.refusals);
    }
    // The order of the annex is that of its references, which say nothing about order or origin.
    let mut annex: Vec<_> = check.annex.into_values().collect();
    annex.sort_by(|one, other| one.reference.cmp(&other.reference));
    Ok(ReleasedBrief::new(
        draft.title.clone(),
        draft.language.clone(),
        audience,
        draft.note.clone(),
        sections,
        annex,
        draft.words.clone(),
    ))
}

struct Check<'a> {
    draft: &'a DraftBrief,
    audience: Audience,
    refusals: Vec<Refusal>,
    paragraph: u32,
    annex: BTreeMap<RecordId, AnnexEntry>,
}

impl Check<'_> {
    fn refuse(&mut self, stop: Stop, about: impl Into<String>) {
        self.refusals.push(Refusal { paragraph: self.paragraph, stop, about: about.into(), contribution: None });
    }

    fn refuse_contribution(&mut self, stop: Stop, id: RecordId) {
        let about = self.draft.cited.get(&id).map(|cited| cited.own_reference.clone()).unwrap_or_default();
        self.refusals.push(Refusal { paragraph: self.paragraph, stop, about, contribution: Some(id) });
    }

    fn section(&mut self, section: &DraftSection) -> ReleasedSection {
        ReleasedSection {
            heading: section.heading.clone(),
            chapeau: section.chapeau.clone(),
            bold: section.bold,
            paragraphs: section.statements.iter().map(|statement| self.statement(statement)).collect(),
        }
    }

    fn statement(&mut self, statement: &DraftStatement) -> ReleasedParagraph {
        self.paragraph += 1;
        let runs = statement.pieces.iter().filter_map(|piece| self.piece(piece)).collect();
        let mut evidence = Vec::new();
        for id in &statement.citations {
            if let Some(cited) = self.draft.cited.get(id) {
                self.cite(*id, cited);
                evidence.push(cited.annex_reference.clone());
            }
        }
        if statement.statement_type == StatementType::Finding && evidence.is_empty() {
            self.refuse(Stop::NoEvidence, "");
        }
        for words in unknown_quotations(&statement.pieces) {
            self.refuse(Stop::QuotationUnknown, words);
        }
        self.look_for_names(statement);
        evidence.sort();
        evidence.dedup();
        ReleasedParagraph { statement_type: statement.statement_type, runs, evidence }
    }

    fn piece(&mut self, piece: &DraftPiece) -> Option<Run> {
        match piece {
            DraftPiece::Text(text) => {
                Some(Run { text: text.clone(), language: self.draft.language.clone(), quoted: false })
            }
            DraftPiece::Quote { contribution, words } => {
                let cited = self.draft.cited.get(contribution);
                let (Some(cited), Some(words)) = (cited, words) else {
                    self.refuse_contribution(Stop::QuotationGone, *contribution);
                    return None;
                };
                self.quote(*contribution, cited);
                Some(Run { text: words.clone(), language: cited.language.clone(), quoted: true })
            }
        }
    }

    fn quote(&mut self, id: RecordId, cited: &Cited) {
        if answer(Form::Quotation, self.audience, cited.rule, &cited.permissions) != Answer::Yes {
            self.refuse_contribution(Stop::NotCleared, id);
        }
        if cited.wording != Wording::Verbatim {
            self.refuse_contribution(Stop::NotVerbatim, id);
        }
        if cited.is_masked_from(self.audience)
            && cited.language != self.draft.language
            && !cited.cell.language_hides(&cited.language)
        {
            self.refuse_contribution(Stop::LanguageNames, id);
        }
    }

    fn cite(&mut self, id: RecordId, cited: &Cited) {
        let named = match cited.told_to(self.audience) {
            Ok(named) => named,
            Err(stop) => return self.refuse_contribution(stop, id),
        };
        let entry = AnnexEntry {
            reference: cited.annex_reference.clone(),
            who: self.who(cited, named),
            kind: cited.kind.clone(),
            about: cited.about.clone(),
            words: self.annex_words(cited),
        };
        self.annex.insert(id, entry);
    }

    fn who(&self, cited: &Cited, named: Naming) -> String {
        let groups = || cited.groups.iter().map(|(_, label)| label.as_str()).collect::<Vec<_>>().join(", ");
        let who = match named {
            Naming::Nobody => String::new(),
            Naming::Group => groups(),
            Naming::Organisation => cited.organisation.clone().unwrap_or_else(groups),
            Naming::Person => match (&cited.person, &cited.organisation) {
                (Some(person), Some(organisation)) => format!("{person}, {organisation}"),
                (Some(one), None) | (None, Some(one)) => one.clone(),
                (None, None) => groups(),
            },
        };
        if who.is_empty() { self.draft.words.a_participant.clone() } else { who }
    }

    fn annex_words(&self, cited: &Cited) -> Option<Run> {
        let quotable = answer(Form::Quotation, self.audience, cited.rule, &cited.permissions) == Answer::Yes
            && cited.wording == Wording::Verbatim
            && (!cited.is_masked_from(self.audience) || cited.cell.language_hides(&cited.language))
            && names_in(&cited.text, &self.draft.names.persons).is_empty()
            && names_in(&cited.text, &self.draft.names.organisations).is_empty();
        quotable.then(|| Run { text: cited.text.clone(), language: cited.language.clone(), quoted: true })
    }

    /// Looks for names that no evidence of this paragraph allows to be told, and for short references.
    fn look_for_names(&mut self, statement: &DraftStatement) {
        let text: String = statement
            .pieces
            .iter()
            .map(|piece| match piece {
                DraftPiece::Text(text) => text.as_str(),
                DraftPiece::Quote { words, .. } => words.as_deref().unwrap_or_default(),
            })
            .collect::<Vec<_>>()
            .join(" ");
        let may_name = |name: &str, at_least: Naming| {
            statement.citations.iter().filter_map(|id| self.draft.cited.get(id)).any(|cited| {
                let theirs = if at_least == Naming::Person { &cited.person } else { &cited.organisation };
                theirs.as_deref() == Some(name)
                    && naming(self.audience, cited.rule, &cited.permissions, true) >= at_least
            })
        };
        // How the consultation went, and what documents say, may speak of organisations.
        let tells_of_the_consultation =
            matches!(statement.statement_type, StatementType::Process | StatementType::Context);
        let organisations = names_in(&text, &self.draft.names.organisations);
        let persons = names_in(&text, &self.draft.names.persons);
        let told: Vec<_> = organisations
            .into_iter()
            .filter(|name| !tells_of_the_consultation && !may_name(name, Naming::Organisation))
            .chain(persons.into_iter().filter(|name| !may_name(name, Naming::Person)))
            .map(str::to_owned)
            .collect();
        for name in told {
            self.refuse(Stop::NameInText, name);
        }
        let references: Vec<_> = text
            .split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-')
            .filter(|word| {
                reference::looks_like_one(word)
                    && self.draft.cited.values().any(|cited| cited.own_reference.eq_ignore_ascii_case(word))
            })
            .map(str::to_owned)
            .collect();
        for found in references {
            self.refuse(Stop::ReferenceInText, found);
        }
    }
}

/// Stands where a quotation stands, so that the marks around it are read as what they are.
const QUOTATION: char = '\u{fffc}';

/// Words in quotation marks that are no reference to anything cited.
fn unknown_quotations(pieces: &[DraftPiece]) -> Vec<String> {
    let text: String = pieces
        .iter()
        .map(|piece| match piece {
            DraftPiece::Text(text) => text.replace(QUOTATION, ""),
            DraftPiece::Quote { .. } => QUOTATION.to_string(),
        })
        .collect();
    let mut unknown = Vec::new();
    let mut at = 0;
    while let Some(quoted) = next_quoted(&text, at) {
        at = quoted.to;
        let words = text[quoted.from..quoted.to].replace(QUOTATION, " … ");
        let is_reference = text[quoted.from..quoted.to].chars().all(|letter| letter == QUOTATION);
        if quoted.closed && !is_reference && !is_term(words.trim()) {
            unknown.push(words.trim().to_owned());
        }
    }
    unknown
}

/// The names that stand in `text` as words of their own, whatever their case.
fn names_in<'n>(text: &str, names: &'n [String]) -> Vec<&'n str> {
    let text = folded(text);
    names.iter().map(String::as_str).filter(|name| stands_in(&text, folded(name).trim())).collect()
}

/// Where `name` stands in `text` as words of its own, in bytes, whatever its case or accents.
pub fn places_of_name(text: &str, name: &str) -> Vec<(usize, usize)> {
    let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    let ends = |from: usize| starts.iter().copied().filter(move |at| *at > from).chain([text.len()]);
    let wanted = folded(name);
    let wanted = wanted.trim();
    let mut places = Vec::new();
    let mut behind = 0;
    for from in starts.iter().copied() {
        // As many letters as the name has, and some for accents and what cannot be seen.
        let longest = 4 * name.chars().count() + 8;
        let begins_here = from >= behind && !text[from..].starts_with(|first: char| !first.is_alphanumeric());
        let fits = |to: &usize| folded(&text[from..*to]) == wanted;
        if begins_here
            && let Some(to) = ends(from).take(longest).find(fits)
            && stands_alone(text, from, to, wanted)
        {
            // What combines with the last letter belongs to it.
            let to =
                to + text[to..].chars().take_while(|next| is_combining_mark(*next)).map(char::len_utf8).sum::<usize>();
            places.push((from, to));
            behind = to;
        }
    }
    places
}

fn stands_alone(text: &str, from: usize, to: usize, name: &str) -> bool {
    let joins = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    name.chars().any(|letter| letter >= '\u{2e80}')
        || (!joins(text[..from].chars().next_back()) && !joins(text[to..].chars().next()))
}

/// As a reader takes it in: whatever the case, the accents, the kind of blank or what cannot be seen.
fn folded(text: &str) -> String {
    let letters = text.nfkd().filter(|letter| {
        !is_combining_mark(*letter) && !matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
    });
    let mut folded = String::with_capacity(text.len());
    for letter in letters.flat_map(char::to_lowercase) {
        let letter = if letter.is_whitespace() { ' ' } else { letter };
        if letter != ' ' || !folded.ends_with(' ') {
            folded.push(letter);
        }
    }
    folded
}

/// Whether `name` stands in `text` as words of its own; both folded.
fn stands_in(text: &str, name: &str) -> bool {
    let ends_there = |letter: Option<char>| !letter.is_some_and(char::is_alphanumeric);
    // Scripts written without spaces have no edges.
    let without_spaces = name.chars().any(|letter| letter >= '\u{2e80}');
    !name.is_empty()
        && text.match_indices(name).any(|(at, found)| {
            let (before, after) = (text[..at].chars().next_back(), text[at + found.len()..].chars().next());
            without_spaces || (ends_there(before) && ends_there(after))
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::permission::{Basis, Permission, Voices};

    const ONE: RecordId = RecordId([1; 16]);

    #[test]
    fn a_name_is_found_however_it_is_spelled() {
        let names = [
            "José Pérez".to_owned(),
            "Rådet for Havarbejdere".to_owned(),
            "移民之家".to_owned(),
            "نقابة البحّارة".to_owned(),
        ];
        for text in ["said Jose\u{a0}Perez.", "JOSÉ  PÉREZ", "Jose\u{301} Pe\u{301}rez’s", "Jo\u{200b}sé\nPérez"]
        {
            assert_eq!(names_in(text, &names), ["José Pérez"], "{text:?}");
        }
        assert_eq!(names_in("the Radet for Havarbejdere", &names), ["Rådet for Havarbejdere"]);
        assert_eq!(names_in("他来自移民之家。", &names), ["移民之家"]);
        assert_eq!(names_in("وقالت نقابة البحارة", &names), ["نقابة البحّارة"]);
        assert!(names_in("José Pérezson and a sojosé pérez", &names).is_empty());
    }

    #[test]
    fn the_places_of_a_name_are_those_in_the_text_as_it_was_written() {
        let text = "JOSE\u{301}  Pérez said; José Pérezson did not. jose\u{a0}perez’s";
        let found: Vec<_> = places_of_name(text, "José Pérez").iter().map(|(from, to)| &text[*from..*to]).collect();
        assert_eq!(found, ["JOSE\u{301}  Pérez", "jose\u{a0}perez"]);
        let chinese = "他来自移民之家。";
        assert_eq!(places_of_name(chinese, "移民之家").len(), 1);
        assert!(places_of_name("nobody", "José").is_empty());
        let accented = "Pe\u{301}rez";
        assert_eq!(places_of_name(accented, "Pérez"), [(0, accented.len())]);
    }

    fn cited(rule: AttributionRule, quote: bool) -> Cited {
        let given = Permission::given(Basis::Form);
        Cited {
            own_reference: "K7F-18".into(),
            annex_reference: "E-Q2XM".into(),
            text: "They kept our passports.".into(),
            language: "en".into(),
            wording: Wording::Verbatim,
            permissions: Permissions {
                share: given,
                quote: if quote { given } else { Permission::default() },
                ..Permissions::default()
            },
            rule,
            groups: vec![("unions".into(), "Trade unions".into())],
            organisation: Some("Harbour Workers".into()),
            person: Some("Ana Petrova".into()),
            kind: "Challenge".into(),
            about: vec!["6 Recruitment".into()],
            voice: Some(RecordId([7; 16])),
            room: None,
            cell: Cell::default(),
        }
    }

    fn brief(cited: Cited, text: &str, quoted: Option<&str>) -> DraftBrief {
        let mut pieces = vec![DraftPiece::Text(text.into())];
        pieces.extend(quoted.map(|words| DraftPiece::Quote { contribution: ONE, words: Some(words.into()) }));
        let statement = DraftStatement { statement_type: StatementType::Finding, pieces, citations: vec![ONE] };
        DraftBrief {
            language: "en".into(),
            sections: vec![DraftSection { statements: vec![statement], ..DraftSection::default() }],
            cited: BTreeMap::from([(ONE, cited)]),
            names: Names { organisations: vec!["Harbour Workers".into()], persons: vec!["Ana Petrova".into()] },
            words: BriefWords { a_participant: "a participant".into(), ..BriefWords::default() },
            ..DraftBrief::default()
        }
    }

    fn stops(draft: &DraftBrief, audience: Audience) -> Vec<Stop> {
        check(draft, audience).err().unwrap_or_default().into_iter().map(|refusal| refusal.stop).collect()
    }

    #[test]
    fn a_cleared_quotation_leaves_and_names_the_group_alone() {
        let draft = brief(cited(AttributionRule::OnTheRecord, true), "One said: ", Some("kept our passports"));
        let released = check(&draft, Audience::Public).unwrap();
        assert_eq!(released.annex()[0].who, "Trade unions", "naming the organisation was not asked for");
        assert_eq!(released.sections()[0].paragraphs[0].evidence, ["E-Q2XM"]);
    }

    #[test]
    fn words_nobody_cleared_do_not_leave() {
        let draft = brief(cited(AttributionRule::OnTheRecord, false), "One said: ", Some("kept our passports"));
        assert_eq!(stops(&draft, Audience::Public), [Stop::NotCleared]);
        assert_eq!(stops(&draft, Audience::Organisers), []);
        let without = brief(cited(AttributionRule::OnTheRecord, false), "Documents were withheld.", None);
        assert_eq!(
            check(&without, Audience::Public).unwrap().annex()[0].words,
            None,
            "the annex does not quote either"
        );
    }

    #[test]
    fn a_finding_without_evidence_does_not_leave() {
        let mut draft = brief(cited(AttributionRule::OnTheRecord, true), "All is well.", None);
        draft.cited.clear();
        assert_eq!(stops(&draft, Audience::Organisers), [Stop::NoEvidence]);
    }

    #[test]
    fn a_quotation_of_erased_words_does_not_leave() {
        let mut draft = brief(cited(AttributionRule::OnTheRecord, true), "One said: ", Some("gone"));
        draft.sections[0].statements[0].pieces[1] = DraftPiece::Quote { contribution: ONE, words: None };
        assert_eq!(stops(&draft, Audience::Public), [Stop::QuotationGone]);
    }

    #[test]
    fn words_in_quotation_marks_that_nobody_said_do_not_leave() {
        let stops =
            |text, quoted| stops(&brief(cited(AttributionRule::OnTheRecord, true), text, quoted), Audience::Organisers);
        assert_eq!(stops("One said “kept all our passports for months”.", None), [Stop::QuotationUnknown]);
        assert_eq!(stops("One said “", Some("kept our passports for months")), [] as [Stop; 0]);
        assert_eq!(stops("The so-called “last resort” rule", None), [] as [Stop; 0], "a term is no quotation");
        let mut mixed = brief(cited(AttributionRule::OnTheRecord, true), "One said “", Some("kept our"));
        mixed.sections[0].statements[0].pieces.push(DraftPiece::Text(" many passports for months”.".into()));
        let refused = check(&mixed, Audience::Organisers).unwrap_err();
        assert_eq!(refused[0].stop, Stop::QuotationUnknown, "half a reference is none");
    }

    #[test]
    fn each_stop_has_a_word_of_its_own() {
        for (stop, word) in Stop::ALL {
            assert_eq!((Stop::from_word(word), stop.word()), (Some(stop), word));
        }
    }

    #[test]
    fn one_lonely_voice_under_chatham_house_does_not_leave() {
        let mut lonely = cited(AttributionRule::ChathamHouse, true);
        lonely.cell.small = 3;
        lonely.cell.groups.insert("unions".into(), Voices { organisations: 1, said: 1, most: 1 });
        assert_eq!(stops(&brief(lonely.clone(), "Documents were withheld.", None), Audience::Public), [Stop::TooFew]);
        lonely.cell.groups.insert("media".into(), Voices { organisations: 2, said: 2, most: 1 });
        let released = check(&brief(lonely, "Documents were withheld.", None), Audience::Public).unwrap();
        assert_eq!(released.annex()[0].who, "a participant");
    }

    #[test]
    fn the_only_quotation_in_a_language_does_not_leave() {
        let mut amharic = cited(AttributionRule::ChathamHouse, true);
        amharic.language = "am".into();
        amharic.cell.small = 3;
        amharic.cell.groups.insert("unions".into(), Voices { organisations: 4, said: 8, most: 2 });
        amharic.cell.languages.insert("am".into(), Voices { organisations: 1, said: 1, most: 1 });
        assert_eq!(stops(&brief(amharic, "One said: ", Some("passports")), Audience::States), [Stop::LanguageNames]);
    }

    #[test]
    fn a_name_in_the_text_does_not_leave() {
        let named = |text| stops(&brief(cited(AttributionRule::OnTheRecord, true), text, None), Audience::Public);
        assert_eq!(named("The HARBOUR WORKERS said so."), [Stop::NameInText]);
        assert_eq!(named("Ana Petrova said so."), [Stop::NameInText]);
        assert_eq!(named("Analysis of harbour workers' pay"), [Stop::NameInText], "an apostrophe is the end of a word");
        assert_eq!(named("The harbour workersʼunion"), [] as [Stop; 0]);
        assert_eq!(named("See K7F-18."), [Stop::ReferenceInText]);
        let mut remark = brief(cited(AttributionRule::OnTheRecord, true), "The Harbour Workers said so.", None);
        remark.sections[0].statements[0].statement_type = StatementType::Remark;
        assert_eq!(stops(&remark, Audience::Public), [Stop::NameInText], "calling it a remark changes nothing");
    }

    #[test]
    fn whoever_refused_sharing_is_not_evidence() {
        let mut refused = cited(AttributionRule::OnTheRecord, false);
        refused.permissions.share.consent = crate::permission::Consent::Refused;
        assert_eq!(stops(&brief(refused, "Documents were withheld.", None), Audience::Organisers), [Stop::NotShared]);
    }
}
