// The tables of numbers in docs/file-format.md say what the code says, no more and no less.
import { readFileSync } from "node:fs";

const classes = ["Plain", "Protective", "Set", "Position"];
const read = (path) => readFileSync(path, "utf8");
const rows = (text, row, say) => [...text.matchAll(row)].map(say);

const model = read("crates/model/src/field.rs");
const deeds = read("crates/journal/src/deed.rs");
const numbered = /^ {4}([A-Z_]+) = (\d+);/gm;
const named = ([, name, number]) => `${number} | ${name}`;
const inCode = {
  Kinds: rows(model, numbered, named),
  Fields: rows(model, /^ {4}([A-Z_]+) = (\w+) (\d+);/gm, ([, name, kind, number]) => {
    return `${number * 4 + classes.indexOf(kind)} | ${name} | ${kind.toLowerCase()}`;
  }),
  Deeds: rows(deeds, numbered, named),
};

const paper = read("docs/file-format.md");
let differs = false;
for (const [title, wanted] of Object.entries(inCode)) {
  const section = paper.split(`\n### ${title}`)[1]?.split("\n### ")[0].split("\n## ")[0] ?? "";
  const columns = title === "Fields" ? /^\| (\d+ \| [A-Z_]+ \| \w+) \|/gm : /^\| (\d+ \| [A-Z_]+) \|/gm;
  const written = rows(section, columns, ([, row]) => row);
  const missing = wanted.filter((row) => !written.includes(row));
  const foreign = written.filter((row) => !wanted.includes(row));
  if (missing.length + foreign.length > 0 || wanted.length === 0) {
    differs = true;
    console.error(`docs/file-format.md, ${title}: missing ${JSON.stringify(missing)}, not in the code ${JSON.stringify(foreign)}`);
  }
}
process.exitCode = differs ? 1 : 0;
