// Work that takes its time: it tells how far it is, and can be called off.
import { Channel, invoke } from "@tauri-apps/api/core";
import type { Step } from "./client";

export type Long<Answer> = {
  answer: Promise<Answer>;
  /** It then ends with the refusal `cancelled`, and leaves nothing behind; unless it was done already. */
  callOff: () => void;
};

export function long<Answer>(command: string, input: unknown, told: (step: Step) => void): Long<Answer> {
  const steps = new Channel<Step>(told);
  return {
    answer: invoke<Answer>(command, { input, steps }),
    callOff: () => void invoke("call_off", { input: steps.id }),
  };
}
