# La vue d’ensemble et le programme.

nav-overview = Vue d’ensemble
nav-programme = Programme
overview-recorded = { $count ->
    [0] rien encore
    [one] { $count } contribution
   *[other] { $count } contributions
}
overview-no-rounds = Pas encore de tours.
overview-no-programme = Un programme se compose d’étapes, de séances et de tours : composez-le ici avant le jour venu.
overview-edit = Modifier le programme
overview-next = La suite
overview-waits = Où en sont les choses
overview-all = Contributions
overview-without-node = Sans objectif ni principe
overview-without-group = Sans groupe
overview-without-round = Sans tour
overview-briefs = Notes de synthèse
overview-round-open = « { $round } » est ouvert sur cet ordinateur.
overview-round-closed = « { $round } » est clos et attend d’être mis en ordre.
overview-parked = { $count ->
    [one] Un brouillon est en attente.
   *[other] { $count } brouillons sont en attente.
}
overview-to-capture = Aller à la prise de notes
next-programme = Composer le programme
next-programme-why = Il n’y a pas encore de tour où l’on pourrait s’exprimer.
next-tidy = Parcourir les contributions
next-tidy-why = { $count ->
    [one] Une contribution n’a pas encore de groupe ou d’objectif.
   *[other] { $count } contributions n’ont pas encore de groupe ou d’objectif.
}
next-conflicts = Trancher
next-conflicts-why = { $count ->
    [one] Une chose a été modifiée des deux côtés et attend d’être tranchée.
   *[other] { $count } choses ont été modifiées des deux côtés et attendent d’être tranchées.
}
next-pairs = Décider
next-pairs-why = { $count ->
    [one] Une chose a peut-être été notée deux fois : elle ne doit compter qu’une fois.
   *[other] { $count } choses ont peut-être été notées deux fois : chacune ne doit compter qu’une fois.
}
overview-notes = { $count ->
    [one] En { NUMBER($count) } note : ce qui est noté deux fois compte une fois.
   *[other] En { NUMBER($count) } notes : ce qui est noté deux fois compte une fois.
}
next-read = Continuer les notes
next-read-why = Tout a un groupe et un objectif.
plan-lead = Ce qui change ici est conservé aussitôt et peut être annulé. Une règle rendue plus stricte le reste.
plan-stages = Étapes, séances, tours
plan-groups = Groupes de parties prenantes
plan-consultation = Consultation
plan-stage = Étape
plan-session = Séance
plan-round = Tour
plan-group = Groupe de parties prenantes
plan-new-stage = Nouvelle étape
plan-new-session = Nouvelle séance
plan-new-round = Nouveau tour
plan-new-group = Nouveau groupe
plan-add = Ajouter : { $what }
plan-add-stage = Ajouter une étape
plan-add-session = Ajouter une séance
plan-add-round = Ajouter un tour
plan-add-group = Ajouter un groupe
plan-up = Monter
plan-down = Descendre
plan-remove = Retirer du programme
plan-removed = « { $name } » ne figure plus au programme.
plan-name = Nom
plan-starts = Premier jour
plan-ends = Dernier jour
plan-starts-at = Début
plan-ends-at = Fin
plan-date-wrong = Ce n’est pas une date : écrivez-la comme { $example }. L’ancienne est conservée.
plan-questions = Questions posées à la salle
plan-questions-hint = Une par ligne.
plan-rule = Règle d’attribution
plan-rule-chatham-house = Règle de Chatham House
plan-rule-organisation-only = Organisation seulement
plan-rule-on-the-record = Propos publics
plan-limit = Temps par intervenant
plan-basis = Fondement de l’enregistrement
plan-basis-none = Non précisé
plan-basis-announcement = Annoncé à la salle
plan-basis-form = Un formulaire signé
plan-basis-in-person = Demandé de vive voix
plan-basis-clearance = Autorisé après coup
plan-quote = Citation, sauf avis contraire de l’intervenant
plan-quote-not-asked = Non demandé, donc non
plan-quote-given = Autorisée
plan-quote-refused = Refusée
plan-expected = Attendus à ce tour
plan-in-use = Utilisé dans cette consultation
next-capture = Enregistrer la première contribution
next-capture-why = Le programme est prêt. Ce qui se dit s’enregistre dans « Prise de notes », tour par tour.
next-brief = Rédiger la première note
next-brief-why = Tout a un groupe et un objectif. Une note le porte dans la session formelle.
