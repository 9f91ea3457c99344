// Roles as people read them.
import { t } from "$lib/messages/index.svelte";
import type { Role } from "$lib/platform";

export const ROLES: readonly Role[] = ["facilitator", "organiser", "rapporteur", "observer"];

export const roleName = (role: Role): string =>
  ({
    facilitator: t("role-facilitator"),
    organiser: t("role-organiser"),
    rapporteur: t("role-rapporteur"),
    observer: t("role-observer"),
  })[role];

export const roleExplained = (role: Role): string =>
  ({
    facilitator: t("role-facilitator-explained"),
    organiser: t("role-organiser-explained"),
    rapporteur: t("role-rapporteur-explained"),
    observer: t("role-observer-explained"),
  })[role];
