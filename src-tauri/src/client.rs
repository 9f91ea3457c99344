//! The TypeScript client, made from the one list of commands; the test fails where the committed one differs.

use std::collections::BTreeMap;
use std::fmt::Write;

use anteroom_app::AppError;
use anteroom_app::changes::Topic;
use ts_rs::{Config, TS, TypeVisitor};

use crate::prelude::*;
use crate::work::Step;

/// What the page sends is the passphrase, the PIN or the words alone; what arrives is never shown.
#[derive(TS)]
#[ts(as = "String")]
#[expect(dead_code, reason = "stands for the type of the same name in TypeScript alone")]
struct Secret(String);

struct Types {
    config: Config,
    declared: BTreeMap<String, String>,
}

impl TypeVisitor for Types {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        // Only types of our own have a file of their own.
        if T::output_path().is_some() {
            let name = T::ident(&self.config);
            if self.declared.contains_key(&name) {
                return;
            }
            let docs = T::docs().map(|docs| docs.trim_end().to_owned() + "\n").unwrap_or_default();
            self.declared.insert(name, format!("{docs}export {}\n", T::decl(&self.config)));
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

macro_rules! commands {
    ($($(#[doc = $doc:literal])* $name:ident($($input:ty)?) -> $output:ty $(, $long:ident)? $(= $of_window:path)? $(=> $of_app:path)?;)*) => {
        fn client() -> String {
            let mut types = Types { config: Config::default().with_large_int("number"), declared: BTreeMap::new() };
            types.visit::<AppError>();
            types.visit::<Topic>();
            types.visit::<Step>();
            let mut calls = String::new();
            $(
                $(types.visit::<$input>();)?
                types.visit::<$output>();
                let docs = concat!($($doc),*).trim();
                let input: &[String] = &[$(<$input as TS>::name(&types.config))?];
                let is_long = [$(stringify!($long))?] as [&str; _];
                call(&mut calls, docs, stringify!($name), input.first(), &<$output as TS>::name(&types.config), !is_long.is_empty());
            )*
            let types = types.declared.into_values().collect::<Vec<_>>().join("\n");
            format!("{HEAD}\n{types}\n{calls}")
        }
    };
}
include!("../commands.in");

const HEAD: &str = "// Made from src-tauri/commands.in by ANTEROOM_WRITE_CLIENT=1 cargo test -p anteroom-window; a test fails where this differs from it.\n\
    import { invoke } from \"@tauri-apps/api/core\";\n\
    import { long, type Long } from \"./long\";\n";

fn call(calls: &mut String, docs: &str, name: &str, input: Option<&String>, output: &str, is_long: bool) {
    let mut words = name.split('_');
    let mut camel = words.next().unwrap_or_default().to_owned();
    for word in words {
        camel.extend(word.chars().take(1).map(|letter| letter.to_ascii_uppercase()).chain(word.chars().skip(1)));
    }
    let (parameter, argument) = input.map_or((String::new(), ""), |input| (format!("input: {input}"), ", { input }"));
    if is_long {
        let (parameter, argument) =
            input.map_or((String::new(), "undefined"), |_| (format!("{parameter}, "), "input"));
        writeln!(
            calls,
            "/** {docs} */\nexport const {camel} = ({parameter}told: (step: Step) => void): Long<{output}> => long(\"{name}\", {argument}, told);"
        )
    } else {
        writeln!(
            calls,
            "/** {docs} */\nexport const {camel} = ({parameter}): Promise<{output}> => invoke(\"{name}\"{argument});"
        )
    }
    .ok();
}

#[test]
fn the_committed_client_is_the_one_that_the_commands_make() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../ui/src/lib/platform/client.ts");
    let made = client();
    if std::env::var_os("ANTEROOM_WRITE_CLIENT").is_some() {
        std::fs::write(file, &made).unwrap();
    }
    let committed = std::fs::read_to_string(file).unwrap();
    assert!(
        committed == made,
        "commands or types changed: ANTEROOM_WRITE_CLIENT=1 cargo test -p anteroom-window, and commit ui/"
    );
}
