// The only door to Rust: everything the page can ask, what a refusal is, and what Rust tells unasked.
import { listen } from "@tauri-apps/api/event";
import type { AppError, ServerState, Topic } from "./client";

export * from "./client";
export type { Long } from "./long";

/** Whether something thrown is a refusal of ours, with a code to act on. */
export function isRefusal(thrown: unknown): thrown is AppError {
  return typeof thrown === "object" && thrown !== null && "code" in thrown && "message" in thrown;
}

/** Calls back with the token of a table that was dropped on the window. */
export async function hearTables(dropped: (token: number) => void): Promise<() => void> {
  return await listen<number>("table-dropped", (event) => dropped(event.payload));
}

/** Calls back when hand-over files were dropped on the window. */
export async function hearHandOvers(dropped: () => void): Promise<() => void> {
  return await listen("hand-overs-dropped", () => dropped());
}

/** Calls back whenever something else holds of the shared server. */
export async function hearServer(told: (state: ServerState) => void): Promise<() => void> {
  return await listen<ServerState>("server", ({ payload }) => told(payload));
}

/** Calls back when files that are no table were dropped on the window. */
export async function hearFiles(dropped: () => void): Promise<() => void> {
  return await listen("files-dropped", () => dropped());
}

/** Calls back whenever something may read differently. */
export async function hearChanges(changed: (topics: readonly Topic[]) => void): Promise<void> {
  await listen<Topic[]>("changed", (event) => changed(event.payload));
}

/** Calls back when the window is to lock. */
export async function hearLocking(lockNow: () => void): Promise<void> {
  await listen("lock-now", () => lockNow());
}
