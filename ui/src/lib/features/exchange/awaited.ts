// From whom something is still awaited on a day.
import type { MemberView } from "$lib/platform";

/** When its last file came, or through the shared server when it did the newest of what is here, by its own clock, which may
 be ahead. Milliseconds since 1970, UTC. */
const last = (member: MemberView) => Math.max(member.cameAt ?? 0, Math.min(member.newest ?? 0, Date.now()));

/** Once something of a day is here, which began at `start`, the tables of which nothing is. */
export function awaited(members: MemberView[], start: number): MemberView[] {
  const others = members.filter((member) => member.isConfirmed && !member.isOwn);
  const missing = others.filter((member) => member.roles.includes("facilitator") && last(member) < start);
  return others.some((member) => last(member) >= start) ? missing : [];
}

/** When this day began, here. Milliseconds since 1970, UTC. */
export function today(): number {
  return new Date().setHours(0, 0, 0, 0);
}
