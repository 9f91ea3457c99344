# La liste des contributions, et l’une d’elles ouverte.

contributions-title = Contributions
contributions-all = { $count ->
    [one] { NUMBER($count) } contribution
   *[other] { NUMBER($count) } contributions
}
contributions-found = { NUMBER($found) } sur { NUMBER($all) }
contributions-announced = { $found ->
    [0] Aucun résultat
    [one] { NUMBER($found) } résultat
   *[other] { NUMBER($found) } résultats
}
contributions-list = Contributions trouvées

search-label = Rechercher dans les contributions
search-placeholder = Rechercher, dans toute langue
search-clear = Effacer la recherche

filter-label = Restreindre la liste
filter-round = Session ou tour
filter-round-any = Sessions : toutes
filter-round-none = Sans tour
filter-round-whole = { $session }, tous les tours
filter-group = Groupe de parties prenantes
filter-group-any = Groupes : tous
filter-group-none = Sans groupe
filter-node = Objectif ou principe
filter-node-any = Objectifs : tous
filter-node-none = Sans objectif ni principe
filter-kind = Nature
filter-kind-any = Natures : toutes
filter-kind-none = Sans nature
filter-language = Langue
filter-language-any = Langues : toutes
filter-permission = Autorisation
filter-permission-any = Autorisations : toutes
filter-clear = Tout afficher

sort-label = Ordre
sort-newest = Plus récentes
sort-oldest = Plus anciennes
sort-reference = Par référence
sort-relevance = Par pertinence

ask-share = Transmission
ask-quote = Citation
ask-name-organisation = Mention de l’organisation
ask-name-person = Mention de la personne
answer-given = { $question } : autorisée
answer-refused = { $question } : refusée
answer-not-asked = { $question } : non demandée

empty-lead = Tout ce qui est dit ou remis trouve sa place ici, avec qui l’a dit et ce que l’on peut en faire.
empty-how = Rien n’est encore enregistré dans cette consultation. Prenez un tour en notes, ou importez un tableau de commentaires.
none-lead = Rien ne correspond.
none-words = Aucune contribution ne contient « { $words } ».
none-words-filters = Aucune contribution retenue par les filtres ne contient « { $words } ».
none-filters = Aucune contribution ne répond à tous ces filtres à la fois.
none-how = Chaque mot doit figurer ; pour le dernier, ou s’il est suivi d’un *, un début suffit. Des “guillemets” cherchent des mots côte à côte, et un signe moins devant un mot l’exclut.
find-failed = La liste n’a pas pu être lue.
find-again = Réessayer

row-no-group = aucun groupe noté
row-may-be-quoted = citation autorisée
row-paraphrase-only = à reformuler
row-not-shared = ne pas transmettre
row-conflict = modifiée des deux côtés
row-erased = effacée
row-loading = en chemin

detail-label = La contribution ouverte
detail-hint = Choisissez une contribution pour la lire en entier.
detail-hint-keys = { $arrows } dans la liste, { $enter } pour ouvrir, { $slash } pour rechercher.
detail-close = Fermer
detail-groups = Qui
detail-no-group = Aucun groupe noté
detail-recorded = consignée le { $when }
detail-said = dite le { $when }
detail-round = Donnée lors de
detail-no-round = Aucun tour noté
detail-tags = Se rapporte à
detail-no-tags = Aucun objectif pour l’instant
node-grouping = { $level } { $mark }
node-grouping-about = { $grouping } : { $title }
language-unknown = Langue inconnue
detail-source = Source
detail-permissions = Ce que l’on peut en faire
detail-history = Historique
detail-laptop = saisi sur : { $name }
detail-title-falls-back = L’intitulé est en anglais : aucun intitulé officiel n’est connu dans cette langue.

quote-yes = Peut être citée
quote-no = Ne peut pas être citée
quote-paraphrase = À reformuler seulement
quote-not-shared = Ne peut pas être transmise

consent-given = autorisée
consent-refused = refusée
consent-not-asked = non demandée, donc non

basis-announcement = annoncé à la salle
basis-form = par formulaire
basis-in-person = demandé de vive voix
basis-clearance = accordé après coup

wording-verbatim = mot pour mot
wording-paraphrase = dans les termes du preneur de notes
wording-interpreted = par interprète

rule-chatham-house = Règle de Chatham House : les groupes peuvent être nommés, ni les organisations ni les personnes
rule-organisation-only = Organisation seulement : les organisations peuvent être nommées, pas les personnes
rule-on-the-record = Propos publics

state-accepted = acceptée
state-set-aside = mise de côté

conflict-title = Modifié des deux côtés : { $field }
conflict-explained = Ces versions s’opposent jusqu’à ce que quelqu’un tranche.

deed-record = a consigné
deed-edit = a corrigé
deed-tag = a rattaché
deed-import = a importé
deed-erase = a effacé
deed-undo = a annulé
deed-redo = a rétabli
deed-settle = a tranché
deed-permission = a modifié une autorisation
deed-consolidate = a réuni ou séparé
deed-attach = a joint
deed-other = a modifié

field-text = le texte
field-kind = la nature
field-groups = les groupes
field-tags = les rattachements
field-language = la langue
field-round = le tour
field-share = la transmission
field-quote = la citation
field-name-organisation = la mention de l’organisation
field-name-person = la mention de la personne
field-wording = la façon de noter
field-rule = la règle du tour
field-state = l’état
field-speaker = l’intervenant
field-said-at = le moment où cela a été dit
field-other = autre chose

value-none = rien

filter-state = État
filter-state-any = États : tous
filter-files = Fichiers joints
filter-files-any = Fichiers : avec ou sans
filter-files-with = Avec fichiers
filter-files-without = Sans fichier
state-new = pas encore examinée
kind-none = Pas encore de type
# Before a translation in which the words asked for stand
row-found-in = { $language } :
row-found-in-file = Dans le nom d’un fichier :
row-files = { $count ->
    [one] { NUMBER($count) } fichier joint
   *[other] { NUMBER($count) } fichiers joints
}
row-more = +{ NUMBER($count) }

many-bar = Que faire de la sélection
many-count = { $count ->
    [one] { NUMBER($count) } sélectionnée
   *[other] { NUMBER($count) } sélectionnées
}
many-all = Les { NUMBER($count) } sélectionnées
many-select-all = Sélectionner les { NUMBER($count) } contributions de la liste
many-clear = Ne rien sélectionner
many-cancel = Annuler
many-apply = { $count ->
    [one] Modifier { NUMBER($count) } contribution
   *[other] Modifier { NUMBER($count) } contributions
}
many-apply-one = Modifier
many-tags = Objectifs…
many-tags-title = { $count ->
    [one] Objectifs de cette contribution
   *[other] Objectifs de { NUMBER($count) } contributions
}
many-tags-done = { $count ->
    [one] Objectifs d’une contribution modifiés.
   *[other] Objectifs de { NUMBER($count) } contributions modifiés.
}
many-groups = Groupes…
many-groups-title = { $count ->
    [one] Groupes de cette contribution
   *[other] Groupes de { NUMBER($count) } contributions
}
many-groups-done = { $count ->
    [one] Groupes d’une contribution modifiés.
   *[other] Groupes de { NUMBER($count) } contributions modifiés.
}
many-kind = Type…
many-kind-title = { $count ->
    [one] Type de cette contribution
   *[other] Type de { NUMBER($count) } contributions
}
many-kind-done = { $count ->
    [one] Type d’une contribution modifié.
   *[other] Type de { NUMBER($count) } contributions modifié.
}
many-state = État…
many-state-title = { $count ->
    [one] État de cette contribution
   *[other] État de { NUMBER($count) } contributions
}
many-state-done = { $count ->
    [one] État d’une contribution modifié.
   *[other] État de { NUMBER($count) } contributions modifié.
}
many-permission = Autorisation…
many-permission-title = { $count ->
    [one] Ce que l’on peut faire de cette contribution
   *[other] Ce que l’on peut faire de { NUMBER($count) } contributions
}
many-permission-done = { $count ->
    [one] Autorisation d’une contribution modifiée.
   *[other] Autorisations de { NUMBER($count) } contributions modifiées.
}
# Behind what was done: of those selected some did not change
many-rest = { $count ->
    [one] Pour l’autre, c’était déjà ainsi.
   *[other] Pour les { NUMBER($count) } autres, c’était déjà ainsi.
}
many-none = { $count ->
    [one] Rien n’a changé : c’était déjà ainsi.
   *[other] Rien n’a changé : c’était déjà ainsi pour les { NUMBER($count) }.
}
palette-many = { $name } ({ NUMBER($count) } sélectionnées)
palette-one = { $name } (de la contribution ouverte)

pick-node = Chercher un objectif ou un principe
pick-group = Chercher un groupe de parties prenantes
pick-none = Rien ne porte ces lettres.
pick-as-is = inchangé
pick-on = ajouté
pick-off = retiré

permission-question = Quelle question
permission-answer = Leur réponse
permission-basis = Sur quoi elle repose
permission-hint = Qui élargit une autorisation dit sur quoi cela repose. Annuler n’en élargit jamais.

work-changing = Modification en cours…
work-cancel = Annuler
work-cancelled = Annulé. Tout est resté comme avant.
filter-open = Filtres
filter-open-some = Filtres ({ NUMBER($count) })
filter-done = Terminé

detail-change = Modifier
detail-change-kind = Modifier le type
detail-change-state = Modifier l’état
detail-change-groups = Modifier les groupes
detail-change-tags = Modifier les objectifs
detail-change-permission = Modifier : { $question }
detail-untag = Retirer { $node }
field-translations = les traductions
field-files = les fichiers

half-let-go = Abandonner les changements
half-later = Plus tard
correct-go-on = Reprendre la correction…
translate-go-on = Reprendre la traduction…
correct-open = Corriger…
correct-name = Corriger les mots, la façon de les noter, l’intervenant ou le tour
correct-title = Corriger { $reference }
correct-do = Corriger
correct-done = { $reference } corrigée.
correct-wording = Noté
correct-wording-hint = Seul ce qui a été noté mot pour mot peut être cité. Annuler ne rend jamais des mots citables.
correct-round = Tour
correct-round-hint = La règle la plus stricte de tous les tours où ceci a figuré continue de valoir, ici et dans chaque dossier. Annuler le déplacement ne l’assouplit pas.
correct-question = Question
correct-no-question = À aucune question
detail-question = À la question { $number }
detail-change-round = Changer le tour ou la question
field-question = la question du tour

translate-open = Traduire…
translate-name = Ajouter une traduction
translate-title = Traduction de { $reference }
translate-into = Vers
translate-text = Traduction
translate-reviewed = Quelqu’un d’autre l’a relue au regard des mots
translate-do = Garder la traduction
translate-done = Traduction de { $reference } gardée.
translation-draft = traduction, brouillon
translation-reviewed = traduction, relue

erase-open = Effacer…
erase-name = Effacer définitivement cette contribution
erase-title = Effacer { $reference } ?
erase-cannot = Cela ne peut pas être annulé.
erase-what = Ses mots, ses traductions et son historique quittent cette consultation, ainsi que toute citation. Les copies déjà remises et les sauvegardes antérieures les contiennent encore.
erase-not = La garder
erase-do = Effacer définitivement
erase-done = { $reference } est effacée.

## Files attached to a contribution
attached-title = Fichiers joints
attached-none = Une photo du tableau ou une déclaration écrite peut être gardée ici, chiffrée avec tout le reste ; ou déposez-la sur cette fenêtre.
attach-open = Joindre un fichier…
attach-name = Joindre des fichiers à cette contribution
attach-done = { $count ->
    [one] Un fichier est joint à { $reference }.
   *[other] { $count } fichiers sont joints à { $reference }.
}
attached-save = Enregistrer une copie…
attached-save-name = Enregistrer une copie de { $name }
attached-save-warns = La copie est un fichier ordinaire : elle n’est pas chiffrée.
attached-saved = { $name } est enregistré. Cette copie n’est pas chiffrée.
attached-erase-name = Effacer { $name }
attached-erase-what = Le fichier et son nom quittent cette consultation ; la contribution reste. Les copies déjà remises et les sauvegardes antérieures le contiennent encore.
attached-erased = { $name } est effacé.
attached-enlarge = Agrandir { $name }
attached-unreadable = Cette image ne peut pas être affichée. Enregistrez-en une copie pour l’ouvrir ailleurs.
# In the history, in the place of the name of an erased file
attached-gone = un fichier, dont le nom a disparu avec lui

# What was changed on both sides, and how it is settled
conflicts-title = Modifié des deux côtés
conflicts-go = Trancher ce qui a été modifié des deux côtés
conflicts-count = { $count ->
    [0] { "" }
    [one] Un conflit à trancher
   *[other] { $count } conflits à trancher
}
conflicts-none = Il ne reste rien à trancher.
conflicts-none-how = Quand deux ordinateurs modifient la même chose sans le savoir, les deux versions restent et attendent ici.
conflicts-leave = Vers les contributions
conflict-previous = Précédent
conflict-next = Suivant
conflict-place = { $at } sur { $count }
conflict-version = Version { $number }
conflict-keep = Garder celle-ci
conflict-before = Auparavant
conflict-written = Ce qui doit figurer à la place ({ $field })
conflict-put = Mettre ceci à la place
conflict-put-not = Plutôt pas
conflict-write = En écrire une autre
conflict-split = { $count ->
    [2] En faire deux contributions
   *[other] En faire { $count } contributions
}
conflict-settled = { $reference } : { $field }, tranché.
conflict-nameless = Cet élément
conflict-parted = { $count ->
    [one] { $reference } a été dédoublée : l’autre formulation est { $others }.
   *[other] { $reference } a été divisée : les autres formulations sont { $others }.
}
conflict-settle = Trancher

pairs-title = Noté deux fois
pairs-go = Voir ce qui a été noté deux fois
pairs-what = Quand deux personnes ont noté les mêmes paroles, les deux formulations restent et comptent une fois.
pairs-which = Les paires à voir
pairs-open = À décider
pairs-accepted = Une seule
pairs-refused = Deux
pairs-none = Il n’y a rien à décider.
pairs-none-accepted = Aucune paire n’a encore été réunie.
pairs-none-refused = Aucune paire n’a encore été écartée.
pairs-none-how = Ce que deux ordinateurs ont noté dans un même tour, à quelques minutes près, et qui se ressemble, est proposé ici. Rien n’est réuni tout seul.
pair-here = cet ordinateur
pair-laptop = ordinateur { $series }
pair-no-speaker = Ni intervenant ni groupe
pair-no-round = Sans tour
pair-minutes = { $count ->
    [0] à moins d’une minute
    [one] à { NUMBER($count) } minute d’intervalle
   *[other] à { NUMBER($count) } minutes d’intervalle
}
pair-contested = Un ordinateur a dit qu’elles ne font qu’une, un autre qu’elles sont deux. Tant que vous n’avez pas tranché, elles comptent pour deux.
pair-with = { $count ->
    [one] { $others } ne fait qu’un avec elles aussi.
   *[other] { $others } ne font qu’un avec elles aussi.
}
pair-leaves = Si vous les séparez, { $reference } quitte les autres.
pair-accept = Elles ne font qu’une
pair-refuse = Elles sont deux
pair-part = Les séparer
pair-counts-once = Elles comptent une fois.
pair-counts-twice = Elles comptent pour deux.
pair-accepted = { $one } et { $other } comptent désormais une fois.
pair-refused = { $one } et { $other } sont deux, et ne sont plus proposées.
pair-parted = { $one } et { $other } sont de nouveau deux.
row-double = noté deux fois
detail-double = { $count ->
    [one] Notée aussi sous { $others } : ensemble, elles comptent une fois.
   *[other] Notée aussi sous { $others } : ensemble, elles comptent une fois.
}
detail-double-see = Voir les deux formulations
contributions-notes = { $count ->
    [one] en { NUMBER($count) } note
   *[other] en { NUMBER($count) } notes
}
many-pair = Elles ne font qu’une
field-doubles = ce avec quoi elle ne fait qu’une
field-apart = ce avec quoi elle ne se confond pas

withdraw-name = L’intervenant se retire
withdraw-open = Il ou elle se retire…
withdraw-title = L’intervenant de { $reference } se retire
withdraw-speaker = cette personne
withdraw-what = Ce qui est retiré
withdraw-this = Cette contribution, { $reference }
withdraw-all = { $count ->
    [one] Tout ce que { $who } a dit : { NUMBER($count) } contribution
   *[other] Tout ce que { $who } a dit : { NUMBER($count) } contributions
}
withdraw-all-noted = { $count ->
    [one] De tout ce que { $who } a dit, ce que vous avez noté : { NUMBER($count) } contribution
   *[other] De tout ce que { $who } a dit, ce que vous avez noté : { NUMBER($count) } contributions
}
withdraw-name-too = – avec son nom et son contact
withdraw-permission = Une autorisation seulement ; les mots restent
withdraw-which = Quelle autorisation
withdraw-of-all = { $count ->
    [one] Pour tout ce que { $who } a dit
   *[other] Pour tout ce que { $who } a dit : { NUMBER($count) } contributions
}
withdraw-happens = Ce qui se passe alors
withdraw-cannot = C’est irréversible.
withdraw-everywhere = Les mots, leurs traductions et les fichiers joints sont effacés ici aussitôt, et sur tous les autres ordinateurs à la prochaine remise.
withdraw-sticks = Les fichiers remis et les sauvegardes faites auparavant les contiennent encore : on ne peut pas les rappeler.
withdraw-doubles = { $count ->
    [one] { $others } note les mêmes paroles et part avec elle.
   *[other] { $others } notent les mêmes paroles et partent avec elle.
}
withdraw-doubles-permission = { $count ->
    [one] { $others } note les mêmes paroles : l’autorisation y est aussi retirée.
   *[other] { $others } notent les mêmes paroles : l’autorisation y est aussi retirée.
}
withdraw-left = { $count ->
    [one] { $others } en fait aussi partie et reste, parce que quelqu’un d’autre l’a notée : demandez à un organisateur de la retirer.
   *[other] { $others } en font aussi partie et restent, parce que d’autres les ont notées : demandez à un organisateur de les retirer.
}
withdraw-left-permission = { $count ->
    [one] { $others } en fait aussi partie et garde son autorisation, parce que quelqu’un d’autre l’a notée : demandez à un organisateur de l’y retirer.
   *[other] { $others } en font aussi partie et gardent leur autorisation, parce que d’autres les ont notées : demandez à un organisateur de l’y retirer.
}
withdraw-beyond = { $count ->
    [one] { NUMBER($count) } d’entre elles est masquée aussitôt, mais effacée seulement quand un autre organisateur le confirme : cet ordinateur a effacé tout ce qu’un seul peut effacer.
   *[other] { NUMBER($count) } d’entre elles sont masquées aussitôt, mais effacées seulement quand un autre organisateur le confirme : cet ordinateur a effacé tout ce qu’un seul peut effacer.
}
withdraw-rests-nothing = Aucun paragraphe d’une note ne repose dessus.
withdraw-rests = { $count ->
    [one] Un paragraphe repose dessus et y sera signalé :
   *[other] { NUMBER($count) } paragraphes reposent dessus et y seront signalés :
}
withdraw-rests-permission = { $count ->
    [one] Un paragraphe repose dessus ; le contrôle avant diffusion dit ce qui peut encore sortir :
   *[other] { NUMBER($count) } paragraphes reposent dessus ; le contrôle avant diffusion dit ce qui peut encore sortir :
}
withdraw-paragraphs = { $count ->
    [one] paragraphe { $numbers }
   *[other] paragraphes { $numbers }
}
withdraw-permission-happens = La réponse est désormais non, sur tous les ordinateurs à la prochaine remise.
withdraw-permission-kept = Aucune annulation ne la rétablit : seule la personne peut l’accorder de nouveau.
withdraw-not = Ne rien changer
withdraw-do = { $count ->
    [one] La retirer définitivement
   *[other] En retirer { NUMBER($count) } définitivement
}
withdraw-do-permission = Retirer l’autorisation
withdraw-done = { $count ->
    [0] Retiré.
    [one] Retiré : { NUMBER($count) } contribution est effacée définitivement.
   *[other] Retiré : { NUMBER($count) } contributions sont effacées définitivement.
}
withdraw-waits = { $count ->
    [one] { NUMBER($count) } autre est masquée jusqu’à ce qu’un autre organisateur le confirme.
   *[other] { NUMBER($count) } autres sont masquées jusqu’à ce qu’un autre organisateur le confirme.
}
withdraw-done-permission = { $count ->
    [0] Cette autorisation était déjà refusée.
    [one] L’autorisation est retirée.
   *[other] L’autorisation est retirée pour { NUMBER($count) } contributions.
}
