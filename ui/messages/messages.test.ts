import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { FluentParser, Visitor, type Message, type VariableReference } from "@fluent/syntax";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..");

class Variables extends Visitor {
  names = new Set<string>();
  visitVariableReference(node: VariableReference) {
    this.names.add(node.id.name);
  }
}

function messages(language: string): Map<string, string> {
  const folder = join(root, "messages", language);
  const said = new Map<string, string>();
  for (const file of readdirSync(folder)) {
    const { body } = new FluentParser().parse(readFileSync(join(folder, file), "utf8"));
    expect(
      body.filter((entry) => entry.type === "Junk").map((junk) => junk.content),
      `${language}/${file}`,
    ).toEqual([]);
    for (const message of body.filter((entry): entry is Message => entry.type === "Message")) {
      const variables = new Variables();
      variables.visit(message);
      said.set(message.id.name, [...variables.names].sort().join(" "));
    }
  }
  return said;
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.(svelte|ts)$/.test(entry.name) && entry.name !== "keys.ts" ? [readFileSync(path, "utf8")] : [];
  });
}

const english = messages("en");
const languages = readdirSync(join(root, "messages"), { withFileTypes: true }).filter((entry) => entry.isDirectory());

test("every message of the window is said somewhere in it", () => {
  const code = sources(join(root, "src")).join("\n");
  const unused = [...english.keys()].filter((key) => !code.includes(`"${key}"`));
  expect(unused).toEqual([]);
});

for (const { name } of languages) {
  test(`${name} says everything that English says, with the same things told`, () => {
    expect([...messages(name)].sort()).toEqual([...english].sort());
  });
}
