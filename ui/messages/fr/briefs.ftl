# Les notes : la liste, une note sur le bureau, ses preuves, qui a dit quoi, la diffusion.

nav-briefs = Synthèses
briefs-title = Notes de synthèse
briefs-count = { $count ->
    [one] { NUMBER($count) } note
   *[other] { NUMBER($count) } notes
}
briefs-empty = Une note porte ce qui a été dit jusqu’à la session officielle, et chacun de ses constats s’appuie sur des contributions. Commencez par la table ronde à laquelle elle est destinée.
briefs-paragraphs = { $count ->
    [one] { NUMBER($count) } paragraphe
   *[other] { NUMBER($count) } paragraphes
}
briefs-words = { $words ->
    [one] { NUMBER($words) } mot
   *[other] { NUMBER($words) } mots
}
briefs-words-of = { NUMBER($words) } mots sur { NUMBER($budget) }
briefs-gone = { $count ->
    [one] { NUMBER($count) } paragraphe repose sur ce qui a été retiré ou effacé
   *[other] { NUMBER($count) } paragraphes reposent sur ce qui a été retiré ou effacé
}
briefs-put-away = Ranger
briefs-put-away-of = Ranger « { $title } »
briefs-put-away-done = « { $title } » est rangée.

brief-new = Nouvelle note
brief-new-about = Ce sur quoi elle porte
brief-new-about-all = Toute la consultation
brief-new-sessions = Une séance
brief-new-template = Modèle
brief-new-template-of = { $name } : { NUMBER($sections) } sections, { NUMBER($budget) } mots
brief-new-language = Langue de la note
brief-new-title = Titre
brief-new-title-empty = Celui de ce sur quoi elle porte
brief-new-do = La mettre en place

brief-close = Retour à toutes les notes
brief-title = Titre de la note
brief-rename = Renommer la note
brief-audience = À qui elle est destinée
brief-for-public = Pour le public
brief-for-states = Pour les États
brief-for-participants = Pour les participants
brief-for-organisers = Pour les organisateurs
brief-next-repair = Paragraphe suivant à réparer
brief-last-repair = Paragraphe précédent à réparer
brief-nothing-wrong = Rien n’empêche la diffusion de cette note.
brief-release = Diffuser…
brief-outline = Plan
brief-outline-words = Plan, mots
brief-sheet = La feuille
brief-count = { NUMBER($words) } / { NUMBER($budget) }
brief-words = Mots
brief-to-repair = À réparer
brief-quotations = Citations vérifiées
brief-not-kept = Ce qui a été tapé n’a pas encore pu être conservé. Le texte est toujours là.

brief-begin = Écrire le premier paragraphe
brief-begin-in = Écrire le premier paragraphe de « { $section } »
brief-begin-below = Nouveau paragraphe en dessous
brief-paragraph-empty = Écrivez ici
brief-paragraph-label = Paragraphe { $number }, { $section }
brief-paragraph-label-empty = Nouveau paragraphe, { $section }
brief-drag = Le glisser à une autre place
brief-move-up = Monter le paragraphe
brief-move-down = Descendre le paragraphe
brief-moved = C’est maintenant le paragraphe { NUMBER($number) }.
brief-moved-empty = Le paragraphe est déplacé.
brief-put-away = Ranger
brief-put-away-named = Ranger le paragraphe
brief-put-away-done = Le paragraphe est rangé.
brief-type = Ce qu’est le paragraphe
brief-type-finding = Constat
brief-type-process = Déroulement de la consultation
brief-type-context = Contexte
brief-type-remark = Remarque du rapporteur
brief-make = En faire : { $type }
brief-rests-on = { $organisations ->
    [one] { NUMBER($organisations) } organisation
   *[other] { NUMBER($organisations) } organisations
}, { $groups ->
    [one] { NUMBER($groups) } groupe
   *[other] { NUMBER($groups) } groupes
}
brief-lacks-evidence = Ce constat ne s’appuie encore sur rien.
brief-quotation-unknown = { $count ->
    [one] Des mots entre guillemets ne figurent dans rien de ce qui est cité.
   *[other] Des mots entre guillemets ne figurent dans rien de ce qui est cité, à { NUMBER($count) } endroits.
}
brief-quotation-gone = Ce qui était cité ici a été effacé ou reformulé.
brief-unsettled = Ce paragraphe a été modifié des deux côtés. Autre version présente :
brief-quotation-lost = { $reference } n’est plus citée : ses mots figurent là sans guillemets.

brief-evidence = Preuves
brief-evidence-of = Preuves du paragraphe { NUMBER($number) }
brief-evidence-close = Fermer les preuves
brief-evidence-none-yet = Choisissez un paragraphe pour voir sur quoi il s’appuie.
brief-evidence-cites-nothing = Il ne s’appuie encore sur rien.
brief-evidence-all-gone = Ce sur quoi reposait ce constat a été retiré ou effacé. Citez autre chose qui le dit, reformulez-le, ou mettez le paragraphe de côté.
brief-evidence-gone = { $count ->
    [one] Une contribution citée ici a été retirée ou effacée. Relisez : cela tient-il encore sans elle ? Sinon reformulez, citez-en une autre, ou ôtez la citation vide à côté.
   *[other] { NUMBER($count) } contributions citées ici ont été retirées ou effacées. Relisez : cela tient-il encore sans elles ? Sinon reformulez, citez-en d’autres, ou ôtez les citations vides à côté.
}
brief-evidence-erased = Une contribution qui a été effacée
brief-quoted-here = citée mot à mot ici
brief-seek = Chercher des preuves
brief-seek-label = Chercher des preuves
brief-seek-placeholder = Chercher dans toutes les langues
brief-cite = Citer
brief-uncite = Retirer
brief-card-act = { $action } { $reference }
brief-cited = { $reference } est citée au paragraphe { $number }.
brief-uncited = La référence est retirée.
brief-choose-paragraph = Choisissez d’abord le paragraphe qui doit la citer.
brief-off-subject = hors du sujet
brief-cited-by = { $count ->
    [one] citée au paragraphe { $numbers }
   *[other] citée aux paragraphes { $numbers }
}
brief-proposed-none = Rien d’autre n’a été trouvé.
brief-proposed-alike = { $count ->
    [one] { NUMBER($count) } autre parle de la même chose. La ressemblance propose, vous décidez.
   *[other] { NUMBER($count) } autres parlent de la même chose. La ressemblance propose, vous décidez.
}
brief-proposed-subject = { $count ->
    [one] { NUMBER($count) } contribution sur le sujet
   *[other] { NUMBER($count) } contributions sur le sujet
}
brief-proposed-words = { $count ->
    [one] { NUMBER($count) } trouvée
   *[other] { NUMBER($count) } trouvées
}
brief-proposed-more = { NUMBER($count) } de plus

who-title = Qui a dit cela ?
who-this = Qui a dit ce paragraphe ?
who-anywhere = Qui l’a dit ? Par le numéro d’un paragraphe
who-of = Qui l’a dit ? Paragraphe { $number }
who-briefs = Les notes de synthèse qui ont ce paragraphe
who-nowhere = Aucune note de synthèse n’a de paragraphe { $number }.
who-no-brief = Cette consultation n’a pas encore de note de synthèse.
who-number = Paragraphe
who-hint = Tapez le numéro d’un paragraphe.
who-aloud = Peut être dit à voix haute
who-unspoken = { $count ->
    [one] La phrase se tait sur { NUMBER($count) } contribution, dont rien ne peut être dit.
   *[other] La phrase se tait sur { NUMBER($count) } contributions, dont rien ne peut être dit.
}
who-eyes = { $count ->
    [0] Aucune preuve
    [one] Pour vos yeux seulement : { NUMBER($count) } contribution
   *[other] Pour vos yeux seulement : { NUMBER($count) } contributions
}

release-title = Diffusion
release-for = Pour qui
release-counts = { $paragraphs ->
    [one] { NUMBER($paragraphs) } paragraphe
   *[other] { NUMBER($paragraphs) } paragraphes
} · { $evidence ->
    [one] { NUMBER($evidence) } contribution citée
   *[other] { NUMBER($evidence) } contributions citées
} · { $quotations ->
    [one] { NUMBER($quotations) } citation
   *[other] { NUMBER($quotations) } citations
}
release-empty = Cette note n’a encore aucun paragraphe : il n’y a rien à diffuser.
release-may-leave = Elle peut sortir. { $audience } : rien n’y enfreint une règle ou une permission.
release-stops = { $count ->
    [one] { NUMBER($count) } chose ne peut pas sortir
   *[other] { NUMBER($count) } choses ne peuvent pas sortir
}
release-keys = { $enter } ou un chiffre répare, les flèches passent à la suivante, G va au paragraphe.
release-warnings = À regarder ({ NUMBER($count) })
release-go = Aller au paragraphe { NUMBER($number) }
release-mended = Réparé : { $repair }
release-agreed = L’intervenant a accepté :
release-record-answer = Noter la réponse
release-export = Exporter en DOCX…
release-written = { $paragraphs ->
    [one] Écrit, { NUMBER($paragraphs) } paragraphe
   *[other] Écrit, { NUMBER($paragraphs) } paragraphes
} avec { $evidence ->
    [one] { NUMBER($evidence) } preuve :
   *[other] { NUMBER($evidence) } preuves :
}

repair-own-words = Retirer les mots, pour le dire avec les vôtres
repair-unquote = Ôter les guillemets
repair-quote-exactly = Citer exactement :
repair-name-group = Dire à la place :
repair-drop-reference = Retirer la référence
repair-leave-out = Retirer la contribution citée
repair-make-remark = En faire une remarque du rapporteur
repair-ask = L’intervenant a été consulté…
