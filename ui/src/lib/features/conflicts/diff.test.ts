import { describe, expect, it } from "vitest";
import { differing, words } from "./diff";

const marked = (one: string, other: string, language = "en") =>
  differing(one, other, language)
    .map(({ text, differs }) => (differs ? `[${text}]` : text))
    .join("");

describe("where two wordings differ", () => {
  it("is marked in each, word by word", () => {
    expect(marked("They kept our passports.", "They took our passports.")).toBe("They [kept] our passports.");
    expect(marked("They kept all our passports.", "They kept our passports.")).toBe("They kept [all] our passports.");
    expect(marked("They kept our passports.", "They kept all our passports.")).toBe("They kept our passports.");
  });

  it("is one part where words stand side by side", () => {
    expect(marked("They never gave it back.", "They kept it.")).toBe("They [never gave] it [back].");
  });

  it("is nothing where they are the same, and everything where they have nothing in common", () => {
    expect(marked("The same.", "The same.")).toBe("The same.");
    expect(marked("One", "Two")).toBe("[One]");
    expect(marked("", "Two")).toBe("");
  });

  it("is told in any script, and nothing of a text is lost", () => {
    expect(marked("أخذوا جوازات سفرنا.", "احتفظوا بجوازات سفرنا.", "ar")).toContain("[");
    for (const text of ["他们扣留了我们的护照。", "Они забрали паспорта.\nВсе.", "👩🏽‍🌾 नेपाल"]) {
      expect(words(text, "und").join("")).toBe(text);
      expect(
        differing(text, "x", "und")
          .map((part) => part.text)
          .join(""),
      ).toBe(text);
    }
    expect(marked("他们扣留了护照。", "他们拿走了护照。", "zh")).toMatch(/^他们\[.+\].*护照。$/);
  });

  it("is marked as a whole where texts are too long to compare", () => {
    const long = (sign: string) => Array.from({ length: 3000 }, (_, at) => `${sign}${at}`).join(" ");
    expect(marked(`Same ${long("a")} end`, `Same ${long("b")} end`)).toBe(`Same [${long("a")}] end`);
  });
});
