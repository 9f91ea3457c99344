//! Tables as they come, well-formed and otherwise.

use encoding_rs::{Encoding, GBK, SHIFT_JIS, WINDOWS_1251, WINDOWS_1252};
use proptest::prelude::*;

use super::*;

fn cells(file: &[u8]) -> Vec<Vec<String>> {
    let table = Table::open(file).unwrap();
    table.rows().map(|row| row.unwrap().cells().map(str::to_owned).collect()).collect()
}

fn refusals(file: &[u8]) -> Vec<Option<WhyRefused>> {
    Table::open(file).unwrap().rows().map(|row| row.err().map(|refused| refused.why)).collect()
}

proptest! {
    #[test]
    fn what_the_csv_crate_wrote_is_read_back(
        rows in prop::collection::vec(prop::collection::vec(any::<String>(), 3), 0..30),
        delimiter in prop::sample::select(b",;\t|".to_vec()),
        always in any::<bool>(),
    ) {
        let style = if always { csv::QuoteStyle::Always } else { csv::QuoteStyle::Necessary };
        let mut writer = csv::WriterBuilder::new().delimiter(delimiter).quote_style(style).from_writer(Vec::new());
        writer.write_record(["text", "group", "kind"]).unwrap();
        let rows: Vec<Vec<String>> = rows
            .into_iter()
            .map(|row| row.into_iter().map(|cell| cell.replace('\0', "")).collect::<Vec<_>>())
            .filter(|row| row.iter().any(|cell| !cell.trim().is_empty()))
            .collect();
        for row in &rows {
            writer.write_record(row).unwrap();
        }
        let file = writer.into_inner().unwrap();
        let controls = file.iter().filter(|byte| matches!(byte, 0..=8 | 14..=31 | 127)).count();
        prop_assume!(controls * 20 < file.len() || controls < 4);
        prop_assert_eq!(cells(&file), rows);
    }

    #[test]
    fn no_bytes_whatever_make_a_reader_fall_over(file in prop::collection::vec(any::<u8>(), 0..400)) {
        if let Ok(table) = Table::open(&file) {
            for row in table.rows() {
                prop_assert_eq!(row.map_or(table.columns().len(), |row| row.cells().count()), table.columns().len());
            }
        }
    }

    #[test]
    fn a_stray_quotation_mark_loses_no_words(before in 0_usize..5, after in 0_usize..5) {
        let line = |at: usize| format!("said {at},x\n");
        let lines = |range: std::ops::Range<usize>| range.map(line).collect::<String>();
        let file = format!("text,who\n{}\"stray,x\n{}", lines(0..before), lines(before..before + after));
        let table = Table::open(file.as_bytes()).unwrap();
        let rows: Vec<_> = table.rows().collect();
        prop_assert_eq!(rows.len(), before + 1);
        let refused = rows[before].as_ref().unwrap_err();
        prop_assert_eq!(&refused.why, &WhyRefused::Unclosed);
        let kept: String = refused.row().cells().collect();
        let all_kept = (before..before + after).all(|at| kept.contains(&line(at)));
        prop_assert!(all_kept);
    }
}

#[test]
fn every_encoding_in_use_is_told_from_the_others() {
    let encoded = |encoding: &'static Encoding, text: &str| encoding.encode(text).0.into_owned();
    let utf16 = |text: &str, mark: bool, bytes: fn(u16) -> [u8; 2]| {
        let mark = if mark { "\u{feff}" } else { "" };
        format!("{mark}{text}").encode_utf16().flat_map(bytes).collect::<Vec<u8>>()
    };
    let french = "text,who\nLes travailleurs ont été privés de leurs passeports à l’arrivée,Émile\n";
    let russian = "text,who\nУ рабочих отобрали паспорта сразу после приезда,Пётр\n";
    let chinese = "text,who\n雇主没收了工人的护照，三个月没有发工资,王芳\n";
    let japanese = "text,who\n到着するとすぐにパスポートを取り上げられました,山田\n";
    for (text, file) in [
        (french, french.as_bytes().to_vec()),
        (french, format!("\u{feff}{french}").into_bytes()),
        (french, encoded(WINDOWS_1252, french)),
        (russian, encoded(WINDOWS_1251, russian)),
        (chinese, encoded(GBK, chinese)),
        (japanese, encoded(SHIFT_JIS, japanese)),
        (chinese, utf16(chinese, true, u16::to_le_bytes)),
        (russian, utf16(russian, true, u16::to_be_bytes)),
        (french, utf16(french, false, u16::to_le_bytes)),
        (french, utf16(french, false, u16::to_be_bytes)),
    ] {
        let expected: Vec<_> = text.lines().nth(1).unwrap().split(',').map(str::to_owned).collect();
        assert_eq!(cells(&file), [expected]);
    }
}

#[test]
fn the_delimiter_is_the_one_that_cuts_evenly() {
    for file in [
        "text;who\n\"one, two; three\";a\nfour, five;b\n",
        "text\twho\n\"one, two\tthree\"\ta\nfour, five\tb\n",
        "text|who\n\"one, two| three\"|a\nfour, five|b\n",
        "Words, as said;who;when\none, two, three;a;1\nfour;b;2\n",
        "sep=;\r\ntext;who\r\none, two;a\r\n",
        "text,who\r\"line\rbreak; and; more\",a\rx,b\r",
    ] {
        let table = Table::open(file.as_bytes()).unwrap();
        assert!(table.columns().contains(&"who".to_owned()), "{:?} in {file}", table.columns());
        assert!(table.rows().all(|row| row.is_ok()), "{file}");
    }
}

#[test]
fn one_column_needs_no_delimiter() {
    assert_eq!(cells(b"text\nhello, all; of you\n\nbye\n"), [["hello, all; of you"], ["bye"]]);
}

#[test]
fn all_columns_can_be_asked_for() {
    let table = Table::open(b" \xc2\xa0Comment ,,Comment,\"Comment (2)\"\n1,2,3,4\n").unwrap();
    assert_eq!(table.columns(), ["Comment", "#2", "Comment (2)", "Comment (2) (2)"]);
}

#[test]
fn what_spreadsheets_forgive_is_forgiven() {
    let file = b"\n,,\na,b,c\n1\n1,2,3,,\n , ,\n,,,,,,\n\n4,5,6";
    assert_eq!(cells(file), [["1", "", ""], ["1", "2", "3"], ["4", "5", "6"]]);
}

#[test]
fn words_beyond_the_last_column_are_refused() {
    let file = b"text,who\nthey came, and took,x\nfine,y\n";
    let why = WhyRefused::TooManyCells { cells: 3, columns: 2, delimiter: b',' };
    assert_eq!(refusals(file), [Some(why), None]);
}

#[test]
fn damage_is_refused_where_it_is() {
    assert_eq!(refusals(b"text,who\n1,2\n3,\0\n4,5\n"), [None, Some(WhyRefused::Nul), None]);
    let cut = "text,who\nété,à\nnoël,".as_bytes().iter().chain(b"\xc3").copied().collect::<Vec<_>>();
    assert_eq!(refusals(&cut), [None, Some(WhyRefused::NotInEncoding("UTF-8"))]);
    let mut chinese = GBK.encode("text,who\n雇主没收了工人的护照,王芳\n三个月没有发工资,").0.into_owned();
    chinese.push(0x81);
    assert_eq!(refusals(&chinese), [None, Some(WhyRefused::NotInEncoding("GBK"))]);
}

#[test]
fn what_is_no_table_says_what_it_is() {
    let noise: Vec<u8> = (0..4000_u32).map(|at| (at.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    for (file, why) in [
        (&b""[..], NoTable::Empty),
        (b"\xef\xbb\xbf", NoTable::Empty),
        (b"\n \n\t\r\n", NoTable::Empty),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", NoTable::Picture),
        (b"PK\x03\x04\x14\0\x06\0\x08\0", NoTable::Packed),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", NoTable::OldOffice),
        (b"%PDF-1.7\n", NoTable::Pdf),
        (b"<!doctype html><table>", NoTable::WebPage),
        (b"\"text,who\n1,2\n", NoTable::HeaderUnclosed),
        (b"te\0xt,who\n1,2\n", NoTable::NotText),
        (&noise, NoTable::NotText),
    ] {
        assert_eq!(Table::open(file).err(), Some(why), "{}", String::from_utf8_lossy(&file[..file.len().min(20)]));
    }
}

#[test]
fn a_header_alone_is_a_table_without_rows() {
    assert_eq!(Table::open(b"text,who").unwrap().rows().count(), 0);
}
