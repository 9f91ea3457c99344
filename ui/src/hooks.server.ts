// When the page is built: what it asks for at once, beside its code. Of the fonts, the two that every first screen is set in,
// so that its words are not laid out in others before.
import type { Handle } from "@sveltejs/kit";

const FIRST = /(inter|source-serif-4)-latin-wght-normal/;

export const handle: Handle = ({ event, resolve }) =>
  resolve(event, { preload: ({ type, path }) => type !== "asset" && (type !== "font" || FIRST.test(path)) });
