//! The programs with which a brief is read here. All of them are needed; a test without them fails.

use std::fs;
use std::io::Read as _;
use std::path::Path;
use std::process::Command;

/// Runs a program and gives what it printed.
pub(crate) fn run(command: &mut Command) -> String {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// Converts a file with LibreOffice, under a profile of its own, and gives what came out.
pub(crate) fn convert(name: &str, file: &[u8], arguments: &[&str], into: &str) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let source = folder.path().join(name);
    fs::write(&source, file).unwrap();
    let out = folder.path().join("out");
    let profile = format!("-env:UserInstallation=file://{}", folder.path().join("profile").display());
    let mut office = Command::new("soffice");
    office.args([profile.as_str(), "--headless"]).args(arguments).arg("--outdir").arg(&out).arg(&source);
    let said = run(&mut office);
    fs::read(out.join(Path::new(name).with_extension(into))).unwrap_or_else(|_| panic!("nothing came out: {said}"))
}

/// The pages of a document as text.
pub(crate) fn pages(docx: &[u8]) -> String {
    let pdf = convert("brief.docx", docx, &["--convert-to", "pdf"], "pdf");
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("brief.pdf");
    fs::write(&file, pdf).unwrap();
    run(Command::new("pdftotext").arg("-layout").arg(&file).arg("-"))
}

pub(crate) fn pandoc(docx: &[u8], arguments: &[&str]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("brief.docx");
    fs::write(&file, docx).unwrap();
    run(Command::new("pandoc").args(arguments).arg(&file))
}

/// The parts of a package, by name and in order.
pub(crate) fn parts(docx: &[u8]) -> Vec<(String, String)> {
    let mut package = zip::ZipArchive::new(std::io::Cursor::new(docx)).unwrap();
    let names = 0..package.len();
    names
        .map(|at| {
            let mut part = package.by_index(at).unwrap();
            let mut text = String::new();
            part.read_to_string(&mut text).unwrap();
            (part.name().unwrap().into_owned(), text)
        })
        .collect()
}

pub(crate) fn part(docx: &[u8], name: &str) -> String {
    parts(docx).into_iter().find(|(known, _)| known == name).unwrap_or_else(|| panic!("no {name}")).1
}
