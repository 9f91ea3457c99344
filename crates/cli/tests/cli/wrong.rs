//! Every command with arguments that are missing, too many, unknown or of something that is not there.

use std::collections::BTreeSet;

use crate::computer::Computer;

/// One command, used rightly: what it needs, and beside it what it needs by name.
struct Use {
    command: &'static [&'static str],
    /// Needed, in this order, behind the file.
    places: &'static [&'static str],
    /// Needed by name, with their values.
    named: &'static [&'static str],
    /// Whether any number may follow.
    goes_on: bool,
    /// Whether it refuses in a consultation with nothing in it.
    refuses: bool,
}

const fn uses(
    command: &'static [&'static str],
    places: &'static [&'static str],
    named: &'static [&'static str],
    goes_on: bool,
    refuses: bool,
) -> Use {
    Use { command, places, named, goes_on, refuses }
}

const ALL: &[Use] = &[
    uses(&["new"], &[], &["--framework", "gcm", "--name", "Ours"], false, true),
    uses(&["sample"], &[], &[], false, true),
    uses(&["import"], &["nowhere.csv"], &[], false, true),
    uses(&["sheet"], &[], &["--to", "nowhere/sheet.csv"], false, true),
    uses(&["record"], &[], &["--text", " "], false, true),
    uses(&["list"], &["words"], &[], false, false),
    uses(&["show"], &["ZZZ-9"], &[], false, true),
    uses(&["tag"], &["ZZZ-9", "1"], &[], true, true),
    uses(&["untag"], &["ZZZ-9", "1"], &[], true, true),
    uses(&["change"], &["ZZZ-9"], &["--state", "accepted"], true, true),
    uses(&["edit"], &["ZZZ-9"], &["--text", "other"], false, true),
    uses(&["undo"], &[], &[], false, false),
    uses(&["redo"], &[], &[], false, false),
    uses(&["brief", "new"], &[], &["--roundtable", "99"], false, true),
    uses(&["brief", "write"], &["Nothing", "Words."], &[], false, true),
    uses(&["brief", "list"], &[], &[], false, false),
    uses(&["brief", "export"], &["Nothing"], &["--to", "x.docx"], false, true),
    uses(&["programme", "show"], &[], &[], false, false),
    uses(&["programme", "stage"], &[" "], &[], false, true),
    uses(&["programme", "session"], &["Morning"], &["--stage", "Nowhere"], false, true),
    uses(&["programme", "round"], &["First"], &["--session", "Nowhere"], false, true),
    uses(&["programme", "group"], &[" "], &[], false, true),
    uses(&["programme", "presence"], &["Media"], &["--round", "Nowhere"], false, true),
    uses(&["attach"], &["ZZZ-9", "nowhere.pdf"], &[], true, true),
    uses(&["save-attached"], &["nothing", "x.pdf"], &[], false, true),
    uses(&["erase-attached"], &["nothing"], &[], false, true),
    uses(&["erase"], &["ZZZ-9"], &[], true, true),
    uses(&["conflicts"], &[], &[], false, false),
    uses(&["settle"], &["ZZZ-9", "text"], &["--take", "abcdef"], false, true),
    uses(&["pairs"], &[], &[], false, false),
    uses(&["pair"], &["ZZZ-9", "ZZZ-8"], &[], false, true),
    uses(&["pack"], &[], &["--to", "x.pack"], false, false),
    uses(&["start"], &["y.anteroom"], &["--name", "Table 7"], false, true),
    uses(&["invite"], &[], &["--name", "Ben", "--role", "organiser", "--to", "x.invitation"], false, false),
    uses(&["join"], &[], &["--name", "Ben", "--to", "x.acceptance"], false, true),
    uses(&["admit"], &["nowhere.acceptance"], &[], false, true),
    uses(&["bundle"], &[], &["--to", "x.handover"], false, true),
    uses(&["merge"], &["nowhere.handover"], &[], true, true),
    uses(&["hub", "add"], &["postgres://server.example.org"], &[], false, true),
    uses(&["hub", "drop"], &["postgres://server.example.org", "Nobody"], &[], false, true),
    uses(&["hub", "status"], &[], &[], false, false),
    uses(&["hub", "leave"], &[], &[], false, false),
    uses(&["sync"], &[], &[], false, true),
    uses(&["approve"], &["Nobody"], &[], false, true),
    uses(&["refuse"], &["Nobody"], &[], true, true),
    uses(&["give-up"], &["Nobody"], &[], false, true),
    uses(&["members"], &[], &[], false, false),
    uses(&["rename"], &[" "], &[], false, true),
    uses(&["suspend"], &["Nobody"], &[], false, true),
    uses(&["recover"], &[], &[], false, true),
    uses(&["withdraw"], &["ZZZ-9"], &[], false, true),
    uses(&["confirm-erasure"], &[], &[], false, false),
    uses(&["backup"], &[], &[], false, false),
    uses(&["restore"], &["x.anteroom"], &[], false, true),
    uses(&["verify"], &[], &[], false, false),
    uses(&["rebuild"], &[], &[], false, false),
    uses(&["dump"], &[], &[], false, false),
    uses(&["passphrase"], &[], &[], false, true),
    uses(&["passphrase-help"], &[], &[], false, false),
    uses(&["forgotten"], &[], &["--to", "x.forgotten"], false, true),
    uses(&["help-with"], &["nowhere.forgotten"], &[], false, true),
    uses(&["remember"], &[], &[], false, true),
    uses(&["forget"], &[], &[], false, false),
];

impl Use {
    fn with(&self, places: &[&'static str], named: &[&'static str], more: &[&'static str]) -> Vec<&'static str> {
        [self.command, places, named, more].concat()
    }

    fn rightly(&self) -> Vec<&'static str> {
        self.with(&self.all_places(), self.named, &[])
    }

    fn all_places(&self) -> Vec<&'static str> {
        [&["x.anteroom"], self.places].concat()
    }

    /// Each way to use it wrongly.
    fn wrongly(&self) -> Vec<Vec<&'static str>> {
        let places = self.all_places();
        let mut wrong =
            vec![self.with(&places, self.named, &["--sing"]), self.with(&places, self.named, &["--json=x"])];
        // Words to look for may be left out.
        let needed = if self.command == ["list"] { 1 } else { places.len() };
        wrong.extend((0..needed).map(|count| self.with(&places[..count], self.named, &[])));
        if !self.goes_on {
            wrong.push(self.with(&places, self.named, &["too-much"]));
        }
        for pair in self.named.chunks(2) {
            wrong.push(self.with(&places, self.named, &pair[..1]));
            // One of two will do to lay out a brief: what has neither is refused, not wrongly used.
            if self.command != ["brief", "new"] {
                let rest: Vec<_> = self.named.chunks(2).filter(|it| *it != pair).flatten().copied().collect();
                wrong.push(self.with(&places, &rest, &[]));
            }
        }
        wrong.push(self.with(&places, self.named, &["--passphrase-fd", "three"]));
        wrong
    }
}

/// The commands that a help text names.
fn named_by(help: &str) -> BTreeSet<String> {
    let listed = help.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    let names = listed.filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    names.filter_map(|line| line.split_whitespace().next()).filter(|name| *name != "help").map(str::to_owned).collect()
}

#[test]
fn no_command_is_forgotten_here() {
    let computer = Computer::new();
    let mut commands = BTreeSet::new();
    for name in named_by(&computer.runs(&["--help"]).done()) {
        let below = named_by(&computer.runs(&[name.as_str(), "--help"]).done());
        if below.is_empty() {
            commands.insert(name);
        } else {
            commands.extend(below.into_iter().map(|below| format!("{name} {below}")));
        }
    }
    // It needs no consultation, and an address in place of one.
    assert!(commands.remove("hub init"));
    assert_eq!(commands, ALL.iter().map(|it| it.command.join(" ")).collect());
}

#[test]
fn wrong_arguments_end_with_2_and_write_nothing() {
    let computer = Computer::new();
    let folder = computer.path("");
    for arguments in ALL.iter().flat_map(Use::wrongly) {
        let ended = computer.runs(&arguments);
        assert!(ended.err.starts_with("error: "), "{arguments:?}: {ended:?}");
        assert_eq!(ended.code, 2, "{arguments:?}: {ended:?}");
        ended.wrong_usage();
        assert_eq!(folder.read_dir().unwrap().count(), 0, "{arguments:?} wrote something");
    }
}

#[test]
fn where_no_consultation_is_each_command_says_so_and_writes_nothing() {
    let computer = Computer::new();
    for it in ALL.iter().filter(|it| !matches!(it.command, ["new" | "sample"])) {
        computer.runs(&it.rightly()).refused();
        assert!(!computer.path("x.anteroom").exists(), "{:?}", it.command);
    }
}

#[test]
fn what_is_not_there_is_refused_in_a_sentence_and_the_journal_stays_as_it_was() {
    let computer = Computer::new();
    let file = computer.founds();
    computer.records(&["--text", "They kept our passports."]);
    let before = computer.runs(&["dump", file]).done();
    let there = || computer.path("").read_dir().unwrap().count();
    let count = there();
    for it in ALL.iter().filter(|it| it.refuses) {
        let ended = computer.runs(&it.rightly());
        assert_eq!(ended.code, 1, "{:?}: {ended:?}", it.command);
        ended.refused();
        assert_eq!(there(), count, "{:?} wrote something", it.command);
    }
    assert_eq!(computer.runs(&["dump", file]).done(), before);
}
