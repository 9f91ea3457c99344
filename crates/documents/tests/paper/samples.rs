//! Two briefs that passed the release check: one in English with quotations in four languages, one in Arabic.

use anteroom_model::ids::RecordId;
use anteroom_model::permission::{AttributionRule, Basis, Consent, Permission, Permissions, Wording};
use anteroom_model::release::{
    Audience, BriefWords, Cited, DraftBrief, DraftPiece, DraftSection, DraftStatement, ReleasedBrief, check,
};
use anteroom_model::statement::StatementType;

pub(crate) const ARABIC: &str = "احتجزوا جوازات سفرنا ثلاثة أشهر!";
pub(crate) const CHINESE: &str = "雇主没收了我们的护照，三个月没有发工资。";
pub(crate) const RUSSIAN: &str = "У нас отобрали паспорта сразу после приезда.";
pub(crate) const FRENCH: &str = "On nous a pris nos passeports dès l’arrivée.";

/// What one contribution is, for a brief.
pub(crate) fn cited(
    number: u8,
    language: &str,
    text: &str,
    who: &str,
    kind: &str,
    about: &[&str],
) -> (RecordId, Cited) {
    let given = Permission { consent: Consent::Given, basis: Some(Basis::Form) };
    let cited = Cited {
        own_reference: format!("K7F-{number}"),
        annex_reference: format!(
            "E-{}",
            ["QJ4KXA", "8MVTW2", "HZ3NPB", "C6RD9F", "2GYLE5", "W7UBSM"][usize::from(number) % 6]
        ),
        text: text.into(),
        language: language.into(),
        wording: Wording::Verbatim,
        permissions: Permissions {
            share: given,
            quote: given,
            name_organisation: given,
            name_person: Permission::default(),
        },
        rule: AttributionRule::OnTheRecord,
        groups: vec![("group".into(), who.into())],
        kind: kind.into(),
        about: about.iter().map(|about| (*about).to_owned()).collect(),
        ..Cited::default()
    };
    (RecordId([number; 16]), cited)
}

fn text(words: &str) -> DraftPiece {
    DraftPiece::Text(words.into())
}

fn quote(number: u8, words: &str) -> DraftPiece {
    DraftPiece::Quote { contribution: RecordId([number; 16]), words: Some(words.into()) }
}

fn finding(pieces: Vec<DraftPiece>, citations: &[u8]) -> DraftStatement {
    let citations = citations.iter().map(|number| RecordId([*number; 16])).collect();
    DraftStatement { statement_type: StatementType::Finding, pieces, citations, is_unsettled: false }
}

fn process(words: &str) -> DraftStatement {
    DraftStatement {
        statement_type: StatementType::Process,
        pieces: vec![text(words)],
        citations: Vec::new(),
        is_unsettled: false,
    }
}

fn section(heading: &str, statements: Vec<DraftStatement>) -> DraftSection {
    DraftSection { heading: heading.into(), statements, ..DraftSection::default() }
}

pub(crate) fn released(draft: &DraftBrief) -> ReleasedBrief {
    check(draft, Audience::Public).unwrap()
}

pub(crate) fn english() -> DraftBrief {
    DraftBrief {
        title: "Protecting migrants through rights-based border governance measures".into(),
        language: "en".into(),
        note: "Regional stakeholder consultation · For the public · Illustration: invented organisations, persons and words".into(),
        sections: vec![
            section(
                "Headline",
                vec![finding(
                    vec![text(
                        "Participants described workplaces and borders at which documents are taken and not returned, and showed that \
                         written procedures already work where they are used.",
                    )],
                    &[1, 2, 3, 4, 5],
                )],
            ),
            section(
                "Who was heard, and how",
                vec![process(
                    "Stakeholders were heard on 9 November, on the record and in writing before, in six languages. Groups too small to \
                     hide their members are not named.",
                )],
            ),
            section(
                "Key messages",
                vec![
                    finding(
                        vec![
                            text("Identity documents (objective 4): a participant from the trade unions said: “"),
                            quote(1, ARABIC),
                            text("”. Others reported the same in Chinese, “"),
                            quote(2, CHINESE),
                            text("”, and in Russian: «"),
                            quote(3, RUSSIAN),
                            text("»"),
                        ],
                        &[1, 2, 3],
                    ),
                    finding(
                        vec![
                            text("One of the youth organisations put it so: «\u{a0}"),
                            quote(4, FRENCH),
                            text("\u{a0}». Local communities issue cards at one counter, “"),
                            quote(5, "for everybody: twenty minutes, no question about status"),
                            text("”."),
                        ],
                        &[4, 5],
                    ),
                ],
            ),
            DraftSection {
                chapeau: Some("Stakeholders called on States to:".into()),
                bold: true,
                ..section(
                    "Recommendations",
                    vec![
                        finding(vec![text("Prohibit the withholding of identity documents by employers, and enforce it across borders;")], &[1, 2]),
                        finding(vec![text("Issue a document to everybody who asks for one, at one counter, without a question about status.")], &[5]),
                    ],
                )
            },
        ],
        cited: [
            cited(1, "ar", ARABIC, "Trade unions", "challenge", &["4 Legal identity", "6 Fair recruitment"]),
            cited(2, "zh", CHINESE, "Migrants and diaspora", "challenge", &["6 Fair recruitment"]),
            cited(3, "ru", RUSSIAN, "Civil society", "challenge", &["4 Legal identity"]),
            cited(4, "fr", FRENCH, "Youth organisations", "challenge", &["4 Legal identity"]),
            cited(
                5,
                "en",
                "Cards for everybody: twenty minutes, no question about status. It is used for everybody: twenty minutes, no question about status",
                "Local communities",
                "good practice",
                &["4 Legal identity", "15 Basic services"],
            ),
        ]
        .into_iter()
        .collect(),
        words: BriefWords {
            annex: "Annex: evidence".into(),
            annex_note: "References are of this document alone. Who spoke is named as far as the rule of the round and the speaker's \
                         permission allow."
                .into(),
            reference: "Reference".into(),
            who: "Who".into(),
            kind: "Kind".into(),
            about: "Speaks to".into(),
            words: "Words".into(),
            not_quoted: "not cleared for quotation".into(),
            unsettled: "worded in two ways, not settled yet".into(),
            a_participant: "a participant".into(),
            evidence: "Evidence".into(),
        },
        ..DraftBrief::default()
    }
}

pub(crate) fn arabic() -> DraftBrief {
    let said = "They kept our passports for three months.";
    let mut unquoted = cited(3, "ar", "لا أحد يجيب.", "منظمات الشباب", "تحدٍّ", &["4 الهوية القانونية"]);
    unquoted.1.permissions.quote = Permission::default();
    DraftBrief {
        title: "حماية المهاجرين من خلال إدارة الحدود على أساس الحقوق".into(),
        language: "ar".into(),
        note: "المشاورة الإقليمية مع أصحاب المصلحة · للجمهور".into(),
        sections: vec![
            section(
                "الرسائل الأساسية",
                vec![
                    finding(
                        vec![
                            text("أفاد مشاركون من النقابات العمالية خلال جائحة COVID-19 عام 2020 بما يلي: «"),
                            quote(1, ARABIC),
                            text("»، وقال آخر بالإنكليزية: “"),
                            quote(2, said),
                            text("” ولم يُجب أحد."),
                        ],
                        &[1, 2, 3],
                    ),
                    process("استُمع إلى أصحاب المصلحة في 9 تشرين الثاني/نوفمبر بست لغات."),
                ],
            ),
            DraftSection {
                chapeau: Some("دعا أصحاب المصلحة الدول إلى ما يلي:".into()),
                bold: true,
                ..section("التوصيات", vec![finding(vec![text("حظر احتجاز وثائق الهوية من جانب أرباب العمل؛")], &[1])])
            },
        ],
        cited: [
            cited(1, "ar", ARABIC, "النقابات العمالية", "تحدٍّ", &["4 الهوية القانونية", "6 التوظيف العادل"]),
            cited(2, "en", said, "المجتمع المدني", "تحدٍّ", &["6 التوظيف العادل"]),
            unquoted,
        ]
        .into_iter()
        .collect(),
        words: BriefWords {
            annex: "المرفق: الأدلة".into(),
            annex_note: "تخص الإشارات المرجعية هذه الوثيقة وحدها.".into(),
            reference: "المرجع".into(),
            who: "من".into(),
            kind: "النوع".into(),
            about: "يتعلق بـ".into(),
            words: "الكلام".into(),
            not_quoted: "لم يُؤذن باقتباسه".into(),
            unsettled: "صياغتان لم يُحسم بينهما بعد".into(),
            a_participant: "مشارك".into(),
            evidence: "الأدلة".into(),
        },
        ..DraftBrief::default()
    }
}
