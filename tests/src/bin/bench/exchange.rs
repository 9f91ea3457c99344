//! What goes from laptop to laptop: how long it takes, and how much memory.

use std::path::{Path, PathBuf};

use crate::laptop::{Laptop, TAGS, Took};
use crate::measured::{Line, Report, Times};
use crate::{Done, rows};

/// How much is measured.
pub(crate) struct Sizes {
    pub(crate) laptops: usize,
    /// Contributions of each.
    pub(crate) each: usize,
    /// Contributions of the largest consultation.
    pub(crate) large: usize,
}

/// As many as are asked for.
pub(crate) const SIZES: Sizes = Sizes { laptops: 20, each: 5000, large: 1_000_000 };

/// New contributions that are merged into consultations of all sizes, and from how many laptops in turn.
const NEW: usize = 1000;
const TURNS: usize = 5;

/// The organiser, the other laptops, and where all of it lies.
struct Exchange<'p> {
    place: &'p Path,
    sizes: Sizes,
    organiser: Laptop,
    others: Vec<Laptop>,
    /// One table for each of the others.
    tables: Vec<PathBuf>,
}

fn seconds(took: &[Took]) -> f64 {
    took.iter().map(|took| took.seconds).sum()
}

fn processor(took: &[Took]) -> f64 {
    took.iter().map(|took| took.processor).sum()
}

/// Measures all of it. `import`: what importing as many rows takes as all laptops have, from a table, in seconds.
pub(crate) fn measure(place: &Path, sizes: Sizes, import: Option<f64>, report: &mut Report) -> Done {
    let place = place.join("exchange");
    std::fs::create_dir(&place)?;
    let exchange = Exchange::begin(&place, sizes)?;
    exchange.tags(report)?;
    exchange.tables(import, report)?;
    exchange.one_by_one(report)?;
    exchange.sizes(report)?;
    Ok(std::fs::remove_dir_all(&place)?)
}

impl<'p> Exchange<'p> {
    /// An organiser who has let everybody in.
    fn begin(place: &'p Path, sizes: Sizes) -> Done<Self> {
        let all = place.join("rows.csv");
        rows::write(&all, sizes.laptops * sizes.each)?;
        let tables = rows::parts(&all, sizes.each)?;
        let organiser = Laptop::at(place.join("organiser"));
        organiser.does("found", [])?;
        let pack = place.join("event.pack");
        organiser.does("pack", [&*pack])?;
        let (mut others, mut firsts, mut names) = (Vec::new(), Vec::new(), Vec::new());
        for number in 0..sizes.laptops {
            let laptop = Laptop::at(place.join(format!("laptop-{number}")));
            names.push(PathBuf::from(format!("Table {number}")));
            laptop.does("start", [&*pack, &names[number]])?;
            firsts.push(laptop.path("first.bundle"));
            laptop.does("hand-over", [&*firsts[number]])?;
            others.push(laptop);
        }
        organiser.does("merge", firsts.iter().map(PathBuf::as_path))?;
        organiser.does("admit", names.iter().map(PathBuf::as_path))?;
        Ok(Self { place, sizes, organiser, others, tables })
    }

    /// A laptop as it was when it was let in, once more.
    fn copy(&self, laptop: &Laptop, name: &str) -> Done<Laptop> {
        laptop.copy(self.place.join(name))
    }

    /// What `of` hands over, into a copy of `into`, three times; the quickest.
    fn merged(&self, into: &Laptop, bundles: &[PathBuf], again: bool) -> Done<Vec<Took>> {
        let mut best: Option<Vec<Took>> = None;
        for _ in 0..3 {
            let laptop = self.copy(into, "merging")?;
            let all = bundles.iter().map(PathBuf::as_path);
            if again {
                laptop.does("merge", all.clone())?;
            }
            let took = laptop.does("merge", all)?.took.split_off(1);
            laptop.goes()?;
            if best.as_ref().is_none_or(|best| seconds(&took) < seconds(best)) {
                best = Some(took);
            }
        }
        best.ok_or_else(|| "Nothing was merged.".into())
    }

    fn tags(&self, report: &mut Report) -> Done {
        let half = self.sizes.each / 2;
        let table = rows::parts(&self.tables[0], half)?;
        let (organiser, other) = (self.copy(&self.organiser, "tagging")?, self.copy(&self.others[0], "tagged")?);
        for (laptop, table) in [(&organiser, &table[0]), (&other, &table[1])] {
            laptop.does("import", [&**table])?;
            laptop.does("tag", [])?;
        }
        let bundle = other.path("bundle");
        other.does("hand-over", [&*bundle])?;
        let took = self.merged(&organiser, &[bundle], false)?;
        organiser.goes()?;
        other.goes()?;
        let tags = half * TAGS as usize;
        report.line(Line {
            what: "merge 2,500 + 2,500 contributions with 20,000 tags",
            reach: "under 0.4 s",
            seen: format!("{:.2} s", seconds(&took)),
            reached: seconds(&took) < 0.4,
            beside: format!(
                "{half} with {tags} tags into as many, each tagged in an action of its own; {:.2} s of the processor",
                processor(&took)
            ),
        });
        Ok(())
    }

    fn tables(&self, import: Option<f64>, report: &mut Report) -> Done {
        let mut bundles = Vec::new();
        for (number, other) in self.others.iter().enumerate() {
            let other = self.copy(other, "importing")?;
            other.does("import", [&*self.tables[number]])?;
            bundles.push(self.place.join(format!("table-{number}.bundle")));
            other.does("hand-over", [&*bundles[number]])?;
            other.goes()?;
        }
        let import = if let Some(seconds) = import {
            seconds
        } else {
            let alone = self.copy(&self.organiser, "alone")?;
            let took = alone.does("import", [&*self.place.join("rows.csv")])?.took;
            alone.goes()?;
            seconds(&took)
        };
        let took = self.merged(&self.organiser, &bundles, false)?;
        report.line(Line {
            what: "20 files of 5,000 contributions each, imported as tables, into one",
            reach: "under 6 s, and at most 2.5 × importing the same rows from CSV",
            seen: format!("{:.1} s, {:.2} ×", seconds(&took), seconds(&took) / import),
            reached: seconds(&took) < 6.0 && seconds(&took) <= 2.5 * import,
            beside: format!(
                "{} files of {}; importing {import:.1} s; {:.1} s of the processor",
                bundles.len(),
                self.sizes.each,
                processor(&took)
            ),
        });
        self.again("tables", &bundles, report)
    }

    fn one_by_one(&self, report: &mut Report) -> Done {
        let mut bundles = Vec::new();
        for (number, other) in self.others.iter().enumerate() {
            let other = self.copy(other, "recording")?;
            other.does("record", [&*self.tables[number]])?;
            bundles.push(self.place.join(format!("recorded-{number}.bundle")));
            other.does("hand-over", [&*bundles[number]])?;
            other.goes()?;
        }
        let took = self.merged(&self.organiser, &bundles, false)?;
        report.line(Line {
            what: "20 files of 5,000 contributions each, recorded one by one (100,000 commits and signatures), into one",
            reach: "under 8 s",
            seen: format!("{:.1} s", seconds(&took)),
            reached: seconds(&took) < 8.0,
            beside: format!(
                "{} files of {}; {:.1} s of the processor",
                bundles.len(),
                self.sizes.each,
                processor(&took)
            ),
        });
        self.again("recorded", &bundles, report)
    }

    fn again(&self, how: &str, bundles: &[PathBuf], report: &mut Report) -> Done {
        let took = self.merged(&self.organiser, bundles, true)?;
        report.line(Line {
            what: if how == "tables" {
                "the same 20 again, imported as tables"
            } else {
                "the same 20 again, recorded one by one"
            },
            reach: "under 0.3 s",
            seen: format!("{:.2} s", seconds(&took)),
            reached: seconds(&took) < 0.3,
            beside: format!("{:.2} s of the processor", processor(&took)),
        });
        Ok(())
    }

    /// As much that is new into consultations of three sizes; and the largest of them as a file.
    fn sizes(&self, report: &mut Report) -> Done {
        let all = self.place.join("large.csv");
        rows::write(&all, self.sizes.large)?;
        let tables = rows::parts(&all, self.sizes.large.div_ceil(10))?;
        let mut bundles = Vec::new();
        for (number, other) in self.others.iter().take(TURNS).enumerate() {
            let other = self.copy(other, "recording")?;
            let table = rows::parts(&self.tables[number], NEW)?;
            other.does("record", [&*table[0]])?;
            bundles.push(self.place.join(format!("new-{number}.bundle")));
            other.does("hand-over", [&*bundles[number]])?;
            other.goes()?;
        }
        let mut grown = Vec::new();
        for size in [self.sizes.large / 100, self.sizes.large / 10, self.sizes.large] {
            let laptop = self.copy(&self.organiser, &format!("of {size}"))?;
            let small = rows::parts(&tables[0], size.min(self.sizes.large / 10))?;
            let some = if size == self.sizes.large { &tables[..] } else { &small[..1] };
            laptop.does("import", some.iter().map(PathBuf::as_path))?;
            if size == self.sizes.large {
                self.memory(&laptop, report)?;
            }
            grown.push((laptop, (size, f64::INFINITY, 0.0, 0.0)));
        }
        // In turn, three times, because a machine is quicker in one minute than in the next.
        for _ in 0..3 {
            for (laptop, best) in &mut grown {
                let copy = self.copy(laptop, "growing")?;
                let did = copy.does("merge", bundles.iter().map(PathBuf::as_path))?;
                copy.goes()?;
                let mut times = Times::default();
                did.took[1..].iter().for_each(|took| times.add(std::time::Duration::from_secs_f64(took.seconds)));
                let middle = times.percentile(50);
                if middle < best.1 {
                    *best = (best.0, middle, processor(&did.took[1..]) / TURNS as f64, did.took[0].seconds);
                }
            }
        }
        let mut seen = Vec::new();
        for (laptop, best) in grown {
            laptop.goes()?;
            seen.push(best);
        }
        let ratio =
            seen.iter().map(|it| it.1).fold(0.0, f64::max) / seen.iter().map(|it| it.1).fold(f64::MAX, f64::min);
        let each = |(size, wall, middle, first): &(usize, f64, f64, f64)| {
            format!(
                "{size}: {wall:.0} ms ({:.0} ms of the processor; the first after opening reads the journal, {:.0} ms more)",
                middle * 1000.0,
                first * 1000.0
            )
        };
        report.line(Line {
            what: "merge 1,000 new contributions, recorded one by one, into 10,000, 100,000 and 1,000,000",
            reach: "flat within 1.5 ×",
            seen: format!("{ratio:.2} ×"),
            reached: ratio <= 1.5,
            beside: seen.iter().map(each).collect::<Vec<_>>().join("; "),
        });
        Ok(())
    }

    fn memory(&self, large: &Laptop, report: &mut Report) -> Done {
        let bundle = self.place.join("large.bundle");
        let wrote = large.does("hand-over-whole", [&*bundle])?;
        let size = std::fs::metadata(&bundle)?.len() >> 20;
        let other = self.copy(&self.others[0], "receiving")?;
        let merged = other.does("merge", [&*bundle])?;
        other.goes()?;
        std::fs::remove_file(bundle)?;
        for (what, did, at) in [
            ("peak memory merging a file of 1,000,000 contributions", &merged, 1),
            ("peak memory writing that file", &wrote, 0),
        ] {
            report.line(Line {
                what,
                reach: "under 400 MB",
                seen: format!("{} MiB", did.peak),
                reached: did.peak << 20 < 400_000_000,
                beside: format!(
                    "{} contributions, imported as tables; a file of {size} MiB, {:.0} s",
                    self.sizes.large, did.took[at].seconds
                ),
            });
        }
        Ok(())
    }
}
