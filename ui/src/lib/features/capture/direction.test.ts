import { expect, test } from "vitest";
import { directionOf } from "./direction";

test("the first letter decides, whatever stands before it", () => {
  expect(directionOf("نحتاج إلى معلومات، in our language")).toBe("rtl");
  expect(directionOf("«1. שלום»")).toBe("rtl");
  expect(directionOf("They said نعم")).toBe("ltr");
  expect(directionOf("季节工人")).toBe("ltr");
  expect(directionOf("42 …")).toBe("ltr");
});
