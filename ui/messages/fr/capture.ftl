# La prise de notes d’un tour.

nav-capture = Prise de notes
capture-title = Prise de notes

begin-title = Ouvrir un tour
begin-lead = Ouvrez le tour qui se tient. Sa règle, ses questions et ce qui a été annoncé valent pour tout ce que vous notez.
begin-none = Il n’y a pas encore de tour. Les tours se préparent dans le programme : étapes, séances, tours.
begin-late = Il a commencé il y a
begin-late-minutes = minutes
begin-do = Ouvrir le tour
begin-starts = commence { $at }

round-room-screen = Écran de salle
round-room-screen-hide = Masquer l’écran de salle
round-room-screen-close = Fermer l’écran de salle
round-close = Clôturer le tour…
round-question = Question { NUMBER($number) }
round-question-none = Sans question
round-question-next = Question suivante

speaker = Intervenant { NUMBER($number) }
speaker-no-group = choisir le groupe
speaker-choose-group = Groupe de l’intervenant
speaker-choose-again = Quelqu’un qui a déjà parlé
speaker-organisation = Organisation
speaker-organisation-none = non notée
speaker-organisation-new = Nouvelle : { $name }
speaker-language = Langue
speaker-language-guess = La deviner d’après les mots
speaker-language-guessed = { $language }, devinée
speaker-interpreted = Par interprète
speaker-verbatim = Mot pour mot
speaker-verbatim-not = Le mot pour mot n’est pas possible par interprète.
speaker-back-to = Puis de nouveau l’intervenant { NUMBER($number) }
speaker-changed = { $who } a la parole. { $may }.

may-share-refused = Ne peut pas être partagé
may-quote = Peut être cité
may-not-quote = Ne peut pas être cité
may-because-not-asked = pas demandé, donc non
may-because-refused = refusé
may-organisation = l’organisation peut être nommée
may-person = la personne peut être nommée
may-organisation-capped = nom consenti, mais la règle du tour l’exclut
may-choose = Que peut-on faire de ces paroles ?
may-choose-quote = Citer, sans nommer personne
may-choose-organisation = Citer, en nommant l’organisation
may-choose-person = Citer, en nommant l’organisation et la personne
may-choose-paraphrase = Seulement en d’autres mots, en nommant l’organisation
may-choose-no = Ne pas citer
may-choose-not-shared = Ne pas partager du tout
may-basis = Sur quoi cela repose-t-il ?
may-basis-in-person = Demandé à l’instant, de vive voix
may-basis-form = Par formulaire
may-also = { $count ->
    [one] Aussi pour la contribution déjà notée dans cette intervention ?
   *[other] Aussi pour les { NUMBER($count) } déjà notées dans cette intervention ?
}
may-also-yes = Oui, pour celles-là aussi
may-also-no = Non, seulement à partir de maintenant

rule-title = La règle du tour
rule-short-on-the-record = qui l’a accepté peut être nommé
rule-short-organisation-only = organisations nommées, personnes non
rule-short-chatham-house = groupes nommés, organisations et personnes non
rule-short-strict = personne n’est nommé, aucun groupe non plus
rule-since = désormais ; pour le tour : { $rule }
rule-means-on-the-record = Ce qui est dit peut être rapporté avec le nom de l’organisation et de la personne, dans la mesure où l’intervenant l’a accepté.
rule-means-organisation-only = Ce qui est dit peut être rapporté avec le nom de l’organisation, si l’intervenant l’a accepté. Les personnes ne sont jamais nommées.
rule-means-chatham-house = Ce qui est dit peut être rapporté, mais pas qui l’a dit : ni personne, ni organisation. Un groupe n’est nommé que si au moins { NUMBER($small) } de ses organisations ont parlé, sans qu’aucune ait dit plus de la moitié ; sinon on lit « un participant ».
rule-means-strict = Ce qui est dit peut être rapporté, mais pas qui l’a dit : ni personne, ni organisation, ni groupe.
rule-stricter = La resserrer ?
rule-strictest = Il n’y en a pas de plus stricte.
rule-for-what = { $rule } : pour quoi ?
rule-from-now-on = Seulement pour ce qui est consigné désormais
rule-whole-round = Pour tout le tour, y compris ce qui est déjà consigné
rule-not-back = Elle ne s’assouplit plus ici, et annuler ne le fait pas non plus : cela se choisit dans le programme, avec l’accord des intervenants.
rule-leave = La laisser telle quelle
rule-tightened = { $rule } : c’est la règle désormais.

compose-label = Ce qui est dit
compose-placeholder = Notez ce qui est dit…
compose-kept = brouillon gardé { $at }
compose-kinds = Nature
compose-nodes = Objectifs et principes
compose-suggested = Suggéré
compose-suggested-ours = d’après notre propre liste de mots
compose-next = suivant
compose-dismiss = écarter
compose-accept = Retenir la prochaine suggestion
compose-dismiss-all = Écarter les suggestions
compose-add-node = Ajouter un objectif
compose-add-node-label = Ajouter un objectif ou un principe
mention-hint = { $take } la prend, { $leave } laisse ce qui a été saisi
compose-remove = Retirer { $name }
compose-record = Enregistrer
compose-record-next = Enregistrer, intervenant suivant
compose-park = Mettre en attente
compose-do-not-keep = Ne pas garder
compose-armed = Ce qui est écrit ici disparaît pour de bon : ni l’annulation ni le journal ne le garderont. Appuyez encore pour l’effacer.
compose-armed-recorded = { $reference } est effacée pour de bon et l’annulation ne la ramènera pas. Appuyez encore pour effacer : « { $text } »
compose-armed-parked = Ce brouillon disparaît pour de bon. Appuyez encore pour l’effacer.
compose-let-go = Effacé. Aucune copie n’en est gardée.
compose-recorded = Enregistré sous { $reference }
compose-parked = Mis en attente.

recorded-title = { $count ->
    [0] Enregistré dans ce tour
    [one] Enregistré dans ce tour : { NUMBER($count) }
   *[other] Enregistré dans ce tour : { NUMBER($count) }
}
recorded-none = Rien encore. Notez ce qui est dit et appuyez sur Entrée : seules les paroles sont obligatoires.
recorded-no-group = pas encore de groupe
recorded-no-node = pas encore d’objectif
recorded-reassign = Attribuer les dernières à un autre…

aside-clock = Cette intervention
aside-clock-of = sur { $limit }
aside-clock-over = { $over } de dépassement
aside-clock-restart = Remettre le chronomètre à zéro
aside-not-heard = Dans la salle, pas encore entendus
aside-not-heard-none = Tous ceux qui sont dans la salle ont été entendus.
aside-presence-none = Personne n’a été noté dans la salle.
aside-presence = Qui est dans la salle…
aside-heard = Entendus dans ce tour
aside-not-there = Absents de la salle
aside-heard-count = { $count ->
    [one] { NUMBER($count) } intervenant
   *[other] { NUMBER($count) } intervenants
}
aside-organisations = { $count ->
    [one] { NUMBER($count) } organisation
   *[other] { NUMBER($count) } organisations
}
compose-paste-too-long = { $count } caractères dépassent ce que contient une contribution. Rien n’a été collé, et ce que vous avez écrit reste tel quel. Divisez le texte, ou joignez-le comme fichier à une contribution.
aside-parked = En attente
aside-parked-count = En attente : { NUMBER($count) }
aside-go-parked = Aller aux brouillons en attente
aside-resume = Reprendre
aside-record-as-is = Enregistrer tel quel
aside-notes = Notes pour vous
aside-note = Note…
aside-typing = Au clavier : { $name }
aside-typing-nobody = Au clavier…

presence-title = Qui est dans la salle
presence-lead = Les flèches passent d’un groupe à l’autre ; 1, 2 et 3 disent comment il est là.
presence-not-expected = Pas attendu
presence-expected = Attendu
presence-in-the-room = Dans la salle
presence-spoke = A parlé

note-title = Une note pour vous
note-lead = Elle reste à côté du tour : ni contribution, ni dans une note de synthèse.
note-label = Note
note-do = Garder la note

typing-title = Qui est au clavier ?
typing-lead = Ce qui est enregistré à partir de maintenant porte ce nom. La consultation reste ouverte.
typing-new = Quelqu’un de nouveau : { $name }

typing-owner = À qui est cet ordinateur
typing-carried = { $name } saisissait avant le verrouillage ; ce qui est consigné maintenant porte son nom.
typing-goes-on = { $name } continue
typing-another = Quelqu’un d’autre

reassign-title = Attribuer à un autre
reassign-lead = Ce qui a été enregistré en dernier. Choisissez combien, puis à qui ou à quoi. De deux réponses et de deux règles, la plus stricte vaut.
reassign-last = { $count ->
    [one] La dernière
   *[other] Les { NUMBER($count) } dernières
}
reassign-fewer = Une de moins
reassign-more = Une de plus
reassign-to = À qui, ou à quoi
reassign-speaker = Un intervenant
reassign-new = Un intervenant pas encore noté
reassign-group = Un autre groupe
reassign-question = Une autre question
reassign-round = Un autre tour
reassign-done = { $count ->
    [one] Attribuée à un autre.
   *[other] { NUMBER($count) } attribuées à un autre.
}

tidy-title = { $round } : tour clos
tidy-none = { $recorded ->
    [0] Rien n’a été enregistré.
    [one] { NUMBER($recorded) } contribution enregistrée ; il n’y manque rien.
   *[other] { NUMBER($recorded) } contributions enregistrées ; il n’y manque rien.
}
tidy-some = { NUMBER($recorded) } enregistrées : { NUMBER($complete) } complètes, { NUMBER($lacking) } incomplètes
tidy-parked = { $count ->
    [one] { NUMBER($count) } brouillon en attente
   *[other] { NUMBER($count) } brouillons en attente
}
tidy-done = Terminé
tidy-reopen = Revenir au tour
tidy-finish = Le terminer
tidy-list = Ce à quoi il manque quelque chose
tidy-lacks-node = sans objectif
tidy-lacks-group = sans groupe
tidy-lacks-end = pas de fin
tidy-open = { $count ->
    [one] { NUMBER($count) } intervention n’a pas de fin
   *[other] { NUMBER($count) } interventions n’ont pas de fin
}
tidy-began = commencée { $at }
tidy-turn-recorded = { $count ->
    [0] rien de consigné
    [one] { NUMBER($count) } contribution
   *[other] { NUMBER($count) } contributions
}
tidy-ended-last = Finie avec sa dernière contribution, { $at }
tidy-ended-next = Finie quand la suivante a commencé, { $at }
tidy-ended-closed = Finie à la clôture du tour, { $at }
tidy-ended-type = Saisir une heure
tidy-ended-at = Finie à
tidy-ended-say = Garder
tidy-is-parked = en attente, pas enregistré
tidy-choose-group = Choisir le groupe
tidy-leave = ou laisser : une contribution sans groupe compte, mais sous aucun
tidy-leave-node = ou laisser
tidy-foot = Ce que vous laissez reste dans Contributions.
tidy-foot-group = Sans groupe
tidy-foot-node = Sans objectif ni principe
tidy-whole = Il ne reste rien à compléter.

picker-none = Rien ne correspond.
picker-more = { $keys } pour plusieurs

screen-hidden = Masqué
screen-waiting = Aucun tour n’est ouvert.
screen-speaker = Intervenant { NUMBER($number) }
screen-not-heard = Dans la salle, pas encore entendus
screen-time = Durée de cette intervention

practice-title = Exercice, pas à pas
practice-progress = { $done } sur { $of }
practice-open = Ouvrez le tour ci-dessous. Imaginez que quatre groupes sont dans la salle.
practice-record = Quelqu’un parle : saisissez une phrase et enregistrez-la.
practice-kind = Saisissez-en une autre, indiquez sa nature et enregistrez-la.
practice-next = Quelqu’un d’autre prend la parole : enregistrez et passez à l’intervenant suivant.
practice-park = Deux personnes parlent à la fois : au milieu d’une phrase, mettez-la de côté.
practice-close = Fermez le tour et voyez ce qu’il vous demande de compléter.
practice-over = C’est tout. Rien n’en est conservé : le prochain exercice repart de zéro.
