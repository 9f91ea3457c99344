//! The release check itself: reads a draft, lists all that stops it, and otherwise makes what may leave.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::draft::{Cited, DraftBrief, DraftPiece, DraftSection, DraftStatement};
use super::names::names_in;
use super::released::{AnnexEntry, ReleasedBrief, ReleasedParagraph, ReleasedSection, Run};
use super::table::{Answer, Audience, Form, Naming, answer, naming};
use crate::ids::RecordId;
use crate::permission::Wording;
use crate::quoted::{is_term, next_quoted};
use crate::reference;
use crate::statement::StatementType;

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
    /// What was quoted was worded anew on two sides, and nobody has settled which wording holds.
    QuotationUnsettled,
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
    /// The paragraph itself was changed on two sides, and nobody has settled which of them holds.
    ParagraphUnsettled,
}

impl Stop {
    pub const ALL: [(Self, &'static str); 12] = [
        (Self::NoEvidence, "no-evidence"),
        (Self::NotShared, "not-shared"),
        (Self::NotCleared, "not-cleared"),
        (Self::NotVerbatim, "not-verbatim"),
        (Self::QuotationGone, "quotation-gone"),
        (Self::QuotationUnsettled, "quotation-unsettled"),
        (Self::QuotationUnknown, "quotation-unknown"),
        (Self::TooFew, "too-few"),
        (Self::LanguageNames, "language-names"),
        (Self::NameInText, "name-in-text"),
        (Self::ReferenceInText, "reference-in-text"),
        (Self::ParagraphUnsettled, "paragraph-unsettled"),
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
    let mut annex: Vec<_> = check.annex.into_values().map(|(_, entry)| entry).collect();
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
    /// Each with how far it names its speaker.
    annex: BTreeMap<RecordId, (Naming, AnnexEntry)>,
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
        if statement.is_unsettled {
            self.refuse(Stop::ParagraphUnsettled, "");
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
                if cited.is_some_and(|cited| cited.is_unsettled) {
                    self.refuse_contribution(Stop::QuotationUnsettled, *contribution);
                    return None;
                }
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
            is_unsettled: cited.is_unsettled,
        };
        // Of two notes of the same words the annex says no more than the stricter one of them allows.
        match self.annex.entry(cited.one_with.unwrap_or(id)) {
            Entry::Vacant(free) => drop(free.insert((named, entry))),
            Entry::Occupied(mut there) if there.get().1 != entry => {
                let (before, known) = there.get();
                let words = known.words.clone().filter(|_| entry.words.is_some());
                let is_unsettled = known.is_unsettled || entry.is_unsettled;
                let (named, kept) = if *before <= named { (*before, known.clone()) } else { (named, entry) };
                there.insert((named, AnnexEntry { words, is_unsettled, ..kept }));
            }
            Entry::Occupied(_) => {}
        }
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
        // Of two wordings neither is somebody's words before it is settled which.
        let quotable = !cited.is_unsettled
            && answer(Form::Quotation, self.audience, cited.rule, &cited.permissions) == Answer::Yes
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

#[cfg(test)]
mod tests {
    use super::super::cells::Cell;
    use super::super::draft::Names;
    use super::super::released::BriefWords;
    use super::*;
    use crate::permission::{AttributionRule, Basis, Permission, Permissions, Voices};

    const ONE: RecordId = RecordId([1; 16]);

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
            is_unsettled: false,
            one_with: None,
        }
    }

    fn brief(cited: Cited, text: &str, quoted: Option<&str>) -> DraftBrief {
        let mut pieces = vec![DraftPiece::Text(text.into())];
        pieces.extend(quoted.map(|words| DraftPiece::Quote { contribution: ONE, words: Some(words.into()) }));
        let statement = DraftStatement {
            statement_type: StatementType::Finding,
            pieces,
            citations: vec![ONE],
            is_unsettled: false,
        };
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
    fn what_is_noted_twice_stands_once_in_the_annex_as_the_stricter_note_allows() {
        let other = RecordId([2; 16]);
        let noted = |quote| Cited { one_with: Some(ONE), ..cited(AttributionRule::OnTheRecord, quote) };
        let mut draft = brief(noted(true), "Passports are kept.", None);
        let named = Permission::given(Basis::Form);
        let mut second = noted(false);
        second.permissions.name_organisation = named;
        draft.cited.insert(other, second);
        draft.sections[0].statements[0].citations.push(other);
        for order in [[ONE, other], [other, ONE]] {
            draft.sections[0].statements[0].citations = order.to_vec();
            let released = check(&draft, Audience::Public).unwrap();
            let [entry] = released.annex() else { panic!("one entry: {:?}", released.annex()) };
            assert_eq!((entry.who.as_str(), &entry.words), ("Trade unions", &None), "{order:?}");
            assert_eq!(released.sections()[0].paragraphs[0].evidence, ["E-Q2XM"]);
        }
    }

    #[test]
    fn of_two_wordings_none_leaves_as_somebodys_words_before_it_is_settled() {
        let unsettled = || Cited { is_unsettled: true, ..cited(AttributionRule::OnTheRecord, true) };
        let released = check(&brief(unsettled(), "Documents were withheld.", None), Audience::Public).unwrap();
        assert_eq!((&released.annex()[0].words, released.annex()[0].is_unsettled), (&None, true));
        let quotes = brief(unsettled(), "One said: ", Some("kept our passports"));
        assert_eq!(stops(&quotes, Audience::Public), [Stop::QuotationUnsettled]);
        let mut draft = brief(cited(AttributionRule::OnTheRecord, true), "Documents were withheld.", None);
        draft.sections[0].statements[0].is_unsettled = true;
        assert_eq!(stops(&draft, Audience::Organisers), [Stop::ParagraphUnsettled]);
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
