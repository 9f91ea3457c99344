//! Dates as other programs write them, read as milliseconds since 1970, UTC.

use jiff::civil::{Date, DateTime};
use jiff::tz::Offset;
use jiff::{Timestamp, fmt::strtime};

use crate::contributions::is_whole_day;

/// Abbreviations of time zones that files of the tools in use carry, in hours east of UTC.
const ZONES: &[(&str, i8)] = &[
    ("UTC", 0),
    ("GMT", 0),
    ("WET", 0),
    ("WEST", 1),
    ("CET", 1),
    ("CEST", 2),
    ("EET", 2),
    ("EEST", 3),
    ("MSK", 3),
    ("WIB", 7),
    ("EST", -5),
    ("EDT", -4),
    ("CST", -6),
    ("CDT", -5),
    ("MST", -7),
    ("MDT", -6),
    ("PST", -8),
    ("PDT", -7),
];

/// Below this a whole number counts seconds, from it on milliseconds: the year 5138 either way.
const MILLISECONDS_FROM: i64 = 100_000_000_000;

/// Reads a date, with or without a time; `None` where it cannot be told. A day alone is its midnight, UTC; another hour that
/// is midnight there comes a millisecond later, so that it stays one.
pub(crate) fn read(text: &str) -> Option<i64> {
    let text = text.trim();
    if let Ok(number) = text.parse::<i64>() {
        return Some(if number.abs() < MILLISECONDS_FROM { number * 1000 } else { number });
    }
    let instant = text.parse::<Timestamp>().ok().or_else(|| in_utc(text)).or_else(|| with_zone(text));
    let at = instant?.as_millisecond();
    let is_midnight = |part: &str| part.starts_with("00:00") || part.starts_with("0:00");
    let says_hour = text.contains(':') && !text.split(['T', ' ']).any(is_midnight);
    Some(if is_whole_day(at) && says_hour { at + 1 } else { at })
}

fn in_utc(text: &str) -> Option<Timestamp> {
    let civil = text.parse::<DateTime>().ok().or_else(|| text.parse::<Date>().ok().map(|date| date.at(0, 0, 0, 0)));
    Offset::UTC.to_timestamp(civil.or_else(|| in_words(text))?).ok()
}

/// `9.11.2020 10:30` and the like: the day first, as in the region.
fn in_words(text: &str) -> Option<DateTime> {
    const FORMS: &[&str] = &["%d.%m.%Y %H:%M", "%d.%m.%Y", "%d/%m/%Y %H:%M", "%d/%m/%Y", "%d %B %Y", "%d %b %Y"];
    FORMS.iter().find_map(|form| {
        let read = strtime::parse(form, text).ok()?;
        read.to_datetime().ok().or_else(|| read.to_date().ok().map(|date| date.at(0, 0, 0, 0)))
    })
}

/// `Tue Feb 13 12:58:16 WIB 2018`.
fn with_zone(text: &str) -> Option<Timestamp> {
    let mut words: Vec<_> = text.split_whitespace().collect();
    let at = words.iter().position(|word| ZONES.iter().any(|(zone, _)| zone == word))?;
    let (_, hours) = ZONES.iter().find(|(zone, _)| *zone == words[at])?;
    words.remove(at);
    let civil = strtime::parse("%a %b %d %H:%M:%S %Y", words.join(" ")).ok()?.to_datetime().ok()?;
    Offset::constant(*hours).to_timestamp(civil).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_dates_of_other_programs_are_read() {
        for (text, milliseconds) in [
            ("1518501496471", 1_518_501_496_471),
            ("1518501496", 1_518_501_496_000),
            ("2020-11-09T10:00:00Z", 1_604_916_000_000),
            ("2020-11-09 10:00", 1_604_916_000_000),
            ("2020-11-09", 1_604_880_000_000),
            ("9.11.2020 10:00", 1_604_916_000_000),
            ("09/11/2020", 1_604_880_000_000),
            ("Tue Feb 13 12:58:16 WIB 2018", 1_518_501_496_000),
            ("Wed Apr 27 07:51:34 PDT 2022", 1_651_071_094_000),
        ] {
            assert_eq!(read(text), Some(milliseconds), "{text}");
        }
        for (text, is_day) in [
            ("2020-11-09", true),
            ("2020-11-09 00:00", true),
            ("2020-11-09T00:00:00Z", true),
            ("2020-11-09T02:00:00+02:00", false),
            ("2020-11-09 10:00", false),
        ] {
            assert_eq!(read(text).map(is_whole_day), Some(is_day), "{text}");
        }
        assert_eq!(read("the day before yesterday"), None);
        assert_eq!(read(""), None);
    }
}
