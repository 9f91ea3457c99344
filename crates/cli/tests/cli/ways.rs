//! One story of three laptops, told by files alone, by a shared server alone, and by both: it ends the same.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::cluster::Cluster;
use crate::computer::Computer;
use crate::exchange::{carry, hands, merges};
use crate::server::{agree, looks_after, served, syncs, url};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Files,
    Server,
    /// The table has no network, and the rapporteur no stick.
    Mixed,
}

struct Story {
    way: Way,
    ana: Computer,
    bea: Computer,
    seven: Computer,
    _cluster: Cluster,
}

impl Story {
    /// An organiser, a table and a rapporteur, who all know of the server.
    fn begin(way: Way) -> Self {
        let (cluster, ana, seven) = served();
        let bea = Computer::new();
        ana.runs(&["invite", "x.anteroom", "--name", "Bea", "--role", "rapporteur", "--to", "x.invitation"]).done();
        carry(&ana, &bea, "x.invitation");
        bea.runs(&["join", "x.invitation", "--name", "Bea", "--to", "x.acceptance"]).done();
        carry(&bea, &ana, "x.acceptance");
        ana.runs(&["admit", "x.anteroom", "x.acceptance"]).done();
        looks_after(&ana, &["hub", "add", "x.anteroom", &url(&cluster)]).done();
        let story = Self { way, ana, bea, seven, _cluster: cluster };
        hands(&story.ana, &story.bea);
        merges(&story.bea);
        story.tells_everybody();
        story
    }

    fn all(&self) -> [&Computer; 3] {
        [&self.ana, &self.bea, &self.seven]
    }

    /// Everybody learns what everybody did.
    fn tells_everybody(&self) {
        let Self { ana, bea, seven, .. } = self;
        let by_file = |from: &Computer, to: &Computer| {
            hands(from, to);
            merges(to);
        };
        match self.way {
            Way::Files => {
                by_file(seven, ana);
                by_file(bea, ana);
                by_file(ana, seven);
                by_file(ana, bea);
            }
            Way::Server => [seven, bea, ana, seven, bea].into_iter().for_each(|on| drop(syncs(on))),
            Way::Mixed => {
                by_file(seven, ana);
                syncs(bea);
                syncs(ana);
                syncs(bea);
                by_file(ana, seven);
            }
        }
        for on in self.all() {
            on.runs(&["verify", "x.anteroom"]).done();
        }
    }

    /// All laptops say the same.
    fn everywhere(&self, what: &str, of: impl Fn(&Computer) -> Value, wanted: &Value) {
        for (name, on) in ["Ana", "Bea", "Table 7"].into_iter().zip(self.all()) {
            assert_eq!(&of(on), wanted, "{:?}: {what}, at {name}", self.way);
        }
    }
}

fn texts(on: &Computer) -> BTreeMap<String, Value> {
    on.lists(&[]).into_iter().map(|row| (row["id"].as_str().unwrap().to_owned(), row["text"].clone())).collect()
}

fn row(on: &Computer, id: &str) -> Value {
    on.lists(&[]).into_iter().find(|row| row["id"] == id).unwrap_or_default()
}

fn conflicts(on: &Computer) -> Value {
    let listed = on.json(&["conflicts", "x.anteroom"]);
    listed.as_array().unwrap().iter().map(|conflict| conflict["values"].as_array().unwrap().len()).collect()
}

/// What is said in the end, in whatever way it went round.
fn told(way: Way) -> Vec<Value> {
    let story = Story::begin(way);
    let Story { ana, bea, seven, .. } = &story;
    let passports = seven.records(&[
        "--text",
        "They kept our passports.",
        "--group",
        "Trade unions",
        "--quote",
        "yes",
        "--basis",
        "form",
    ]);
    let debt = seven.records(&["--text", "The debt is paid back over three whole years.", "--group", "Trade unions"]);
    let secret = seven.records(&["--text", "Please forget that I said this.", "--group", "Trade unions"]);
    story.tells_everybody();
    story.everywhere("who recorded once is read everywhere", |on| texts(on).len().into(), &json!(4));

    // All at once, and nobody knows of the others: the same words anew, a tag, an answer that tightens and one that does not,
    // a note of the same words, and an erasure of what is being edited elsewhere.
    seven.runs(&["edit", "x.anteroom", &passports, "--text", "They kept all our passports."]).done();
    ana.runs(&["edit", "x.anteroom", &passports, "--text", "They took our passports."]).done();
    bea.runs(&["tag", "x.anteroom", &passports, "6", "7"]).done();
    seven.runs(&["change", "x.anteroom", &debt, "--permission", "share:given", "--basis", "form"]).done();
    ana.runs(&["change", "x.anteroom", &debt, "--permission", "quote:refused"]).done();
    let again = ana.records(&["--text", "The debt is paid back over three years", "--group", "Trade unions"]);
    seven.runs(&["withdraw", "x.anteroom", &secret]).done();
    ana.runs(&["edit", "x.anteroom", &secret, "--text", "Please do not forget this."]).done();
    story.tells_everybody();
    story.tells_everybody();
    story.everywhere("both wordings stand", conflicts, &json!([2]));
    story.everywhere("what was withdrawn is gone", |on| row(on, &secret), &Value::Null);
    story.everywhere(
        "tags are added to what is worded anew",
        |on| row(on, &passports)["nodes"].as_array().map(Vec::len).into(),
        &json!(2),
    );
    let permissions = |on: &Computer| {
        let row = row(on, &debt);
        json!([row["permissions"]["quote"], row["permissions"]["share"]])
    };
    story.everywhere("the stricter answer holds beside the other", permissions, &json!(["refused", "given"]));

    let value = ["settle", "x.anteroom", &passports, "text", "--value", "They kept and took our passports."];
    let refused = bea.runs(&value).refused();
    assert!(refused.contains("role"), "a rapporteur words nobody's contribution anew: {refused}");
    ana.runs(&value).done();
    ana.runs(&["pair", "x.anteroom", &debt, &again]).done();
    bea.runs(&["untag", "x.anteroom", &passports, "7"]).done();
    story.tells_everybody();
    story.tells_everybody();
    story.everywhere("it is settled", conflicts, &json!([]));
    story.everywhere("it counts once", |on| on.json(&["pairs", "x.anteroom"])[0]["state"].clone(), &json!("accepted"));
    agree(ana, bea);
    agree(ana, seven);
    let mut rows: Vec<Value> = ana
        .lists(&[])
        .into_iter()
        .map(|row| json!([row["text"], row["nodes"], row["permissions"], row["doubles"].as_array().map(Vec::len)]))
        .collect();
    rows.sort_by_key(Value::to_string);
    rows
}

#[test]
fn the_same_story_ends_the_same_by_files_by_the_server_and_by_both() {
    let (files, server, mixed) = std::thread::scope(|scope| {
        let [files, server, mixed] = [Way::Files, Way::Server, Way::Mixed].map(|way| scope.spawn(move || told(way)));
        (files.join().unwrap(), server.join().unwrap(), mixed.join().unwrap())
    });
    assert_eq!(files.len(), 4, "{files:?}");
    assert_eq!(files, server);
    assert_eq!(files, mixed);
}
