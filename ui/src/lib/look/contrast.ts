// How far two colours stand apart, as WCAG 2.2 measures it.

function channels(hex: string): [number, number, number] | null {
  const digits = /^#([0-9a-f]{6})$/i.exec(hex)?.[1];
  if (!digits) return null;
  const at = (from: number) => parseInt(digits.slice(from, from + 2), 16) / 255;
  return [at(0), at(2), at(4)];
}

function luminance([red, green, blue]: [number, number, number]): number {
  const linear = (part: number) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** From 1 (the same) to 21 (black on white); 1 where one of them is no `#rrggbb`. */
export function contrast(one: string, other: string): number {
  const [first, second] = [channels(one), channels(other)];
  if (!first || !second) return 1;
  const [dark, light] = [luminance(first), luminance(second)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** Black or white, whichever reads better on a colour that is data. */
export function inkOn(colour: string): "#000000" | "#ffffff" {
  return contrast("#ffffff", colour) >= contrast("#000000", colour) ? "#ffffff" : "#000000";
}
