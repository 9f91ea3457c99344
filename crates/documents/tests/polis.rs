//! Four real public conversations, read whole.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use anteroom_documents::table::{Row, Table};

fn conversation(name: &str) -> Vec<u8> {
    let path = format!("{}/fixtures/polis/{name}.csv", env!("CARGO_MANIFEST_DIR"));
    std::fs::read(path).unwrap()
}

fn rows(file: &[u8]) -> Vec<Row> {
    let table = Table::open(file).unwrap();
    assert_eq!(
        table.columns(),
        ["timestamp", "datetime", "comment-id", "author-id", "agrees", "disagrees", "moderated", "comment-body"]
    );
    table.rows().map(Result::unwrap).collect()
}

const CONVERSATIONS: [(&str, usize, &str); 4] = [
    ("american-assembly.bowling-green", 896, "More free meeting space for nonprofits."),
    ("canadian-electoral-reform", 174, "MMP is simpler to explain than STV."),
    ("austria-climate.5twd2jsnkf.2022-08-08", 522, "klimafreundlich zu entscheiden. Die Politik muss handeln."),
    ("vtaiwan.uberx", 197, "平台簡潔、交易程序精簡、路線糾紛減少"),
];

#[test]
fn every_row_of_every_conversation_is_read() {
    for (name, count, said) in CONVERSATIONS {
        let rows = rows(&conversation(name));
        assert_eq!(rows.len(), count, "{name}");
        assert!(rows.iter().all(|row| row.cell(0).unwrap().bytes().all(|byte| byte.is_ascii_digit())), "{name}");
        assert!(rows.iter().any(|row| row.cell(7).unwrap().contains(said)), "{name}");
    }
}

#[test]
fn a_conversation_reads_the_same_in_the_encodings_of_its_region() {
    for (name, encoding, mark) in [
        ("austria-climate.5twd2jsnkf.2022-08-08", encoding_rs::WINDOWS_1252, ""),
        ("vtaiwan.uberx", encoding_rs::BIG5, ""),
        ("vtaiwan.uberx", encoding_rs::UTF_16LE, "\u{feff}"),
    ] {
        let file = conversation(name);
        // What the older encodings lack (emoji) is taken out first.
        let text: String = String::from_utf8(file)
            .unwrap()
            .chars()
            .filter(|letter| !encoding.encode(letter.encode_utf8(&mut [0; 4])).2)
            .collect();
        let encoded = if encoding == encoding_rs::UTF_16LE {
            format!("{mark}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect()
        } else {
            encoding.encode(&text).0.into_owned()
        };
        assert_eq!(rows(&encoded), rows(text.as_bytes()), "{name} in {}", encoding.name());
    }
}
