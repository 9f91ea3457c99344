import { describe, expect, it } from "vitest";
import type { MemberView } from "$lib/platform";
import { awaited } from "./awaited";

function member(name: string, more: Partial<MemberView>): MemberView {
  return {
    device: name,
    person: name,
    name,
    roles: ["facilitator"],
    isOwn: false,
    isFounder: false,
    standsBefore: false,
    isConfirmed: true,
    isSuspended: false,
    contributions: 0,
    waiting: 0,
    hasForked: false,
    branches: [],
    hasGap: false,
    newest: null,
    cameAt: null,
    canReceive: true,
    ...more,
  };
}

const names = (members: MemberView[]) => awaited(members, 1000).map(({ name }) => name);

describe("from whom something is awaited", () => {
  it("names tables from which nothing has come, once the first has", () => {
    expect(names([member("3", { cameAt: 1200 }), member("4", { cameAt: 900, newest: 950 }), member("5", {})])).toEqual([
      "4",
      "5",
    ]);
  });

  it("names nobody before that", () => {
    expect(names([member("3", { cameAt: 900 }), member("4", {})])).toEqual([]);
  });

  it("waits for no laptop that is cut off, this one's, or one that records nothing", () => {
    const came = member("3", { newest: 1000 });
    const others = [{ isConfirmed: false }, { isOwn: true }, { roles: ["observer" as const] }];
    expect(names([came, ...others.map((more, at) => member(`${at}`, more))])).toEqual([]);
  });
});
