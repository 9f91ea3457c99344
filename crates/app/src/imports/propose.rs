//! What the columns of a table seem to mean, by what stands above them. Only proposed: a person decides.

use anteroom_documents::table::Table;

use super::mapping::Mapping;

/// What a column means: the part of a mapping that names it.
type Meaning = fn(&mut Mapping) -> &mut Option<String>;

/// Headings as the tools in use and people write them, in small letters without blanks.
const HEADINGS: &[(&[&str], Meaning)] = &[
    (&["language", "lang", "languagecode", "langue", "idioma", "язык", "اللغة", "语言"], |mapping| {
        &mut mapping.language
    }),
    (
        &[
            "group",
            "groups",
            "stakeholdergroup",
            "stakeholdergroups",
            "groupe",
            "groupes",
            "grupo",
            "группа",
            "المجموعة",
        ],
        |mapping| &mut mapping.group,
    ),
    (&["kind", "type", "nature", "tipo", "вид", "النوع"], |mapping| &mut mapping.kind),
    (
        &[
            "objective",
            "objectives",
            "about",
            "goal",
            "goals",
            "principle",
            "principles",
            "objectif",
            "objectifs",
            "objetivo",
            "objetivos",
            "цель",
            "цели",
            "الأهداف",
            "الهدف",
        ],
        |mapping| &mut mapping.node,
    ),
    (
        &["date", "when", "time", "timestamp", "datetime", "submitted", "submissiontime", "fecha", "дата", "التاريخ"],
        |mapping| &mut mapping.date,
    ),
    (
        &["speaker", "who", "author", "authorid", "submitter", "intervenant", "orador", "автор", "المتحدث"],
        |mapping| &mut mapping.speaker,
    ),
    (&["state", "status", "moderated"], |mapping| &mut mapping.state),
    (&["share", "shared", "mayshare", "maybeshared"], |mapping| &mut mapping.share),
    (&["quote", "quoted", "mayquote", "maybequoted", "consenttoquote"], |mapping| &mut mapping.quote),
    (&["nameorganisation", "nameorganization", "organisationnamed", "organizationnamed"], |mapping| {
        &mut mapping.name_organisation
    }),
    (&["nameperson", "personnamed"], |mapping| &mut mapping.name_person),
    (&["round", "segment"], |mapping| &mut mapping.round),
];

const TEXTS: &[&str] = &[
    "text",
    "comment",
    "comments",
    "commentbody",
    "commenttext",
    "contribution",
    "statement",
    "message",
    "body",
    "texte",
    "commentaire",
    "texto",
    "comentario",
    "текст",
    "النص",
    "文本",
    "whatwassaid",
];

/// So many rows are looked at for the column with the longest texts.
const LOOKED_AT: usize = 50;

/// A proposal for a table that does not explain itself.
pub(super) fn mapping(table: &Table<'_>) -> Mapping {
    let mut proposed = Mapping::default();
    let headings: Vec<String> = table.columns().iter().map(|name| letters(name)).collect();
    let column = |place: usize| table.columns().get(place).map(|name| format!("column:{name}"));
    let text =
        TEXTS.iter().find_map(|known| headings.iter().position(|heading| heading == known)).or_else(|| longest(table));
    proposed.text = text.and_then(column);
    for (known, field) in HEADINGS {
        let found = headings.iter().position(|heading| known.contains(&heading.as_str()));
        *field(&mut proposed) = found.filter(|place| Some(*place) != text).and_then(column);
    }
    proposed
}

/// The column whose cells hold most.
fn longest(table: &Table<'_>) -> Option<usize> {
    let mut lengths = vec![0_usize; table.columns().len()];
    for row in table.rows().take(LOOKED_AT).filter_map(Result::ok) {
        for (length, cell) in lengths.iter_mut().zip(row.cells()) {
            *length += cell.chars().count();
        }
    }
    let longest = (0..lengths.len()).max_by_key(|place| (lengths[*place], std::cmp::Reverse(*place)))?;
    (lengths[longest] > 0).then_some(longest)
}

fn letters(name: &str) -> String {
    name.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn proposed(table: &str) -> Mapping {
        mapping(&Table::open(table.as_bytes()).unwrap())
    }

    #[test]
    fn headings_say_what_columns_mean() {
        let found =
            proposed("Date,Comment,Stakeholder group,May be quoted\n2020-11-09,They kept our passports.,Media,yes\n");
        assert_eq!(found.text.as_deref(), Some("column:Comment"));
        assert_eq!(found.group.as_deref(), Some("column:Stakeholder group"));
        assert_eq!(
            (found.date.as_deref(), found.quote.as_deref()),
            (Some("column:Date"), Some("column:May be quoted"))
        );
        assert_eq!(found.kind, None);
    }

    #[test]
    fn the_longest_texts_are_the_text_where_no_heading_says_so() {
        let found = proposed("Q1,Q2,Group\n3,They kept our passports for months.,Media\n4,Nobody came.,Academia\n");
        assert_eq!((found.text.as_deref(), found.group.as_deref()), (Some("column:Q2"), Some("column:Group")));
    }
}
