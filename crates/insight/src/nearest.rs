//! Which known names come nearest to one that is not known: "did you mean".

/// The names nearest to `asked`, best first, at most `most`; none that is not like it at all.
pub fn nearest<'a>(asked: &str, names: impl IntoIterator<Item = &'a str>, most: usize) -> Vec<&'a str> {
    let asked = asked.trim().to_lowercase();
    let mut scored: Vec<(usize, &str)> = names
        .into_iter()
        .filter_map(|name| {
            let known = name.to_lowercase();
            let holds = asked.chars().count() >= 3 && (known.contains(&asked) || asked.contains(&known));
            let apart = if holds { 0 } else { distance(&asked, &known) };
            let allowed = (asked.chars().count().max(known.chars().count()) / 3).max(2);
            (apart <= allowed).then_some((apart, name))
        })
        .collect();
    scored.sort_unstable();
    scored.dedup_by(|one, other| one.1 == other.1);
    scored.into_iter().take(most).map(|(_, name)| name).collect()
}

/// How many letters must be put in, left out or changed to make `other` of `one` (Levenshtein).
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (i, letter) in one.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, against) in other.iter().enumerate() {
            let changed = diagonal + usize::from(letter != *against);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_pen_finds_its_name() {
        let groups = ["Trade unions", "Academia", "Migrant communities", "Media"];
        assert_eq!(nearest("trade union", groups, 3), ["Trade unions"]);
        assert_eq!(nearest("Acedemia", groups, 3), ["Academia"]);
        assert_eq!(nearest("Migrant", groups, 3), ["Migrant communities"]);
        assert_eq!(nearest("Unicorns of the sea", groups, 3), [] as [&str; 0]);
    }

    #[test]
    fn distance_counts_letters() {
        assert_eq!((distance("", "abc"), distance("kitten", "sitting"), distance("миг", "миф")), (3, 3, 1));
    }
}
