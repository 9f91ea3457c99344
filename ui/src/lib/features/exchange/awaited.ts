// From whom something is still awaited on a day.
import type { MemberView } from "$lib/platform";

/** When something last came from a laptop, in a file or through the shared server. Milliseconds since 1970, UTC. */
const last = (member: MemberView) => Math.max(member.cameAt ?? 0, member.newest ?? 0);

/** Once something has come since `start`, the tables from which nothing has. */
export function awaited(members: MemberView[], start: number): MemberView[] {
  const others = members.filter((member) => member.isConfirmed && !member.isOwn);
  const missing = others.filter((member) => member.roles.includes("facilitator") && last(member) < start);
  return others.some((member) => last(member) >= start) ? missing : [];
}

/** When this day began, here. Milliseconds since 1970, UTC. */
export function today(): number {
  return new Date().setHours(0, 0, 0, 0);
}
