// The only door to Rust: everything the page can ask, and what a refusal is.
import type { AppError } from "./client";

export * from "./client";

/** Whether something thrown is a refusal of ours, with a code to act on. */
export function isRefusal(thrown: unknown): thrown is AppError {
  return typeof thrown === "object" && thrown !== null && "code" in thrown && "message" in thrown;
}
