// Makes src/lib/messages/keys.ts from messages/en/*.ftl: the name of every message, with what it needs to be told.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { FluentParser, Visitor } from "@fluent/syntax";

const root = join(import.meta.dirname, "..");
const folder = join(root, "messages", "en");

class Variables extends Visitor {
    names = new Set();
    visitVariableReference(node) {
        this.names.add(node.id.name);
    }
}

const lines = [];
for (const file of readdirSync(folder).sort()) {
    const resource = new FluentParser().parse(readFileSync(join(folder, file), "utf8"));
    for (const entry of resource.body) {
        if (entry.type === "Junk") throw new Error(`${file} holds something that is no message: ${entry.content}`);
        if (entry.type !== "Message") continue;
        const variables = new Variables();
        variables.visit(entry);
        const told = [...variables.names].sort().map((name) => `${name}: string | number`);
        lines.push(`  "${entry.id.name}": ${told.length ? `{ ${told.join("; ")} }` : "null"};`);
    }
}

writeFileSync(
    join(root, "src", "lib", "messages", "keys.ts"),
    `// Made from messages/en by scripts/messages.mjs.\nexport type Messages = {\n${lines.join("\n")}\n};\n`,
);
