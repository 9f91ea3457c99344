# Un tableau en cours d’importation.

import-title = Importer un tableau
import-lead = Les commentaires d’une enquête, d’une plateforme ou de la feuille d’un preneur de notes deviennent des contributions, chaque ligne une fois, en une seule action qu’une seule annulation reprend.
import-how = Tout CSV convient, quel que soit son codage. Le fichier reste tel quel, et une même ligne n’est jamais enregistrée deux fois.
import-choose-table = Importer un tableau…
import-choose-another = En choisir un autre…
import-about = { $rows ->
    [one] une ligne
   *[other] { NUMBER($rows) } lignes
}, en { $encoding }
import-means = Ce que signifient les colonnes
import-text = Texte
import-round = Tour
import-choose = Choisir…
import-guessed = devinée d’après les mots
import-nothing = rien ne le dit
import-not-asked = pas demandé
import-column = D’une colonne
import-column-first = { $name } ({ $first })
import-all-rows = Le même pour toutes les lignes
import-preview = Les premières lignes, telles qu’elles seraient enregistrées
import-answer = { $question } : { $answer }
import-needs-text = Dites quelle colonne contient le texte : rien d’autre n’est requis.
import-counting = Examen de chaque ligne…
import-new = { $count ->
    [0] Rien de nouveau à enregistrer
    [one] Une nouvelle contribution
   *[other] { NUMBER($count) } nouvelles contributions
}
import-already = { $count ->
    [one] une déjà enregistrée
   *[other] { NUMBER($count) } déjà enregistrées
}
import-refused = { $count ->
    [one] une ligne refusée
   *[other] { NUMBER($count) } lignes refusées
}
import-refused-more = { $count ->
    [one] Et une de plus.
   *[other] Et { NUMBER($count) } de plus.
}
import-save-refused = Enregistrer les lignes refusées…
import-refused-saved = Les lignes refusées sont enregistrées, chacune avec son motif, pour être corrigées et importées à nouveau.
import-do = { $count ->
    [one] Importer une contribution
   *[other] Importer { NUMBER($count) } contributions
}
import-working = Importation…
import-done = { $count ->
    [one] Une contribution importée.
   *[other] { NUMBER($count) } contributions importées.
}
import-done-refused = { $count ->
    [one] Une ligne a été refusée.
   *[other] { NUMBER($count) } lignes ont été refusées.
}
import-open = Importer…
import-speaker = Intervenant
import-when = Quand cela a été dit
import-groups-unknown = { $count ->
    [one] Un groupe ne figure pas dans cette consultation
   *[other] { NUMBER($count) } groupes ne figurent pas dans cette consultation
}
import-groups-unknown-how = Les lignes qui en nomment un sont refusées tant que vous n’avez pas dit ce qu’il devient.
import-groups-all = { $count ->
   *[other] Les { NUMBER($count) }
}
import-groups-differ = chacun comme ci-dessous
import-groups-more = Et { $count } de plus, pour lesquels vaut le choix commun.
import-group-rows = { $count ->
    [one] une ligne
   *[other] { NUMBER($count) } lignes
}
import-group-refuse = refuser ces lignes
import-groups-refuse = refuser leurs lignes
import-group-add = ajouter ce groupe
import-groups-add = ajouter ces groupes
import-group-leave-out = sans groupe
import-group-near = Le prendre pour : les plus proches
import-group-means = Le prendre pour
import-cancel = Annuler l’importation
import-cancelled = Importation annulée. Rien n’a été consigné.
import-found-by = importer import csv tsv tableau excel tableur enquête feuille
