# Toutes les phrases que le programme adresse à une personne, en français.

# Refus
empty-text = Il n’y a pas de texte à consigner. Rien n’a été modifié : écrivez au moins un mot.
text-too-long = Ce texte occupe { $bytes } octets ; une contribution en contient au plus { $most }. Rien n’a été consigné : divisez-le.
unknown-framework = Aucun cadre ne s’appelle « { $name } ». Cadres connus : { $known }.
unknown-node = Aucun objectif, principe ou autre élément du cadre ne s’appelle « { $name } ».{ $near ->
    [0] { "" }
   *[other] { " " }Le plus proche : { $nearest }.
}
unknown-group = Aucun groupe de parties prenantes ne s’appelle « { $name } ».{ $near ->
    [0] { "" }
   *[other] { " " }Le plus proche : { $nearest }.
}
unknown-kind = Aucune nature de contribution ne s’appelle « { $name } ».{ $near ->
    [0] { "" }
   *[other] { " " }La plus proche : { $nearest }.
}
unknown-session = Aucune session ne s’appelle « { $name } ».{ $near ->
    [0] { "" }
   *[other] { " " }La plus proche : { $nearest }.
}
unknown-round = Aucun tour ne s’appelle « { $name } ».{ $near ->
    [0] { "" }
   *[other] { " " }Le plus proche : { $nearest }.
}
unknown-grouping = Le cadre n’a pas de regroupement « { $name } ». Connus : { $known }.
unknown-contribution = Cette consultation n’a pas de contribution « { $name } ». Rien n’a été modifié : cherchez-la par ses mots.
unknown-brief = Cette consultation n’a pas de note de synthèse « { $name } ».{ $near ->
    [0] { "" }
   *[other] { " " }La plus proche : { $nearest }.
}
unknown-speaker = Aucun intervenant ne s’appelle « { $name } ».{ $near ->
    [0] { "" }
   *[other] { " " }Le plus proche : { $nearest }.
}
unknown-section = Cette note de synthèse n’a pas de section « { $name } ». Sections connues : { $known }.
unknown-template = Aucun modèle ne s’appelle « { $name } ». Modèles connus : { $known }.
unknown-column = Le tableau n’a pas de colonne « { $name } ». Il a : { $known }.
unknown-state = Il n’y a pas d’état « { $name } ». États connus : { $known }.
unknown-permission = « { $name } » n’est pas une question d’autorisation. Questions connues : share, quote, name-organisation, name-person, chacune suivie de :given, :refused ou :not-asked.
unknown-audience = Aucun public ne s’appelle « { $name } ». Publics connus : { $known }.
unknown-language = « { $name } » n’est pas un code de langue tel que en, fr ou zh-Hans.
erased-contribution = Cette contribution a été effacée ; on ne peut plus rien y modifier.
not-allowed = Votre rôle dans cette consultation ne le permet pas. Rien n’a été modifié : demandez à un organisateur.
too-many-files = On ne peut pas joindre { $count } fichiers à la fois ({ $most } au plus). Rien n’a été joint : choisissez-en moins, puis les autres.
file-too-large = « { $name } » compte { $size } Mo ; on peut joindre { $most } Mo au plus. Rien n’a été joint : réduisez-le, ou joignez-en une partie.
file-empty = « { $name } » est vide. Rien n’a été joint : voyez s’il a été enregistré jusqu’au bout.
not-a-file = « { $name } » n’est pas un fichier. Rien n’a été joint : choisissez les fichiers qu’il contient.
unknown-attachment = Ce fichier joint n’est plus là. Rien n’a été modifié.
dialog-hand-over = Fichier de remise
dialog-pack = Dossier d’événement
dialog-invitation = Invitation
dialog-acceptance = Acceptation
dialog-forgotten = Phrase secrète oubliée
dialog-beginning = Dossier d’événement, invitation ou fichier de remise
dialog-table = Tableaux (CSV)
dialog-refused-name = Lignes refusées de { $table }
not-to-be-shared = Ces mots ne peuvent pas être partagés : ils ne sont donc pas traduits. Rien n’a été conservé.
basis-needed = Sur quoi repose cette autorisation ? Qui l’élargit dit si elle a été annoncée, signée, donnée de vive voix ou obtenue après coup.
too-many = Une action modifie au plus { $most } contributions. Restreignez la liste et traitez le reste en une seconde fois.
nothing-to-undo = Il n’y a rien à annuler.
nothing-to-redo = Il n’y a rien à rétablir.
empty-table = Ce fichier ne contient pas de tableau : { $why }. Rien n’a été consigné.
too-many-rows = Ce fichier a plus de { $most } lignes, plus que n’en admet une importation. Rien n’a été consigné : divisez-le et importez une partie après l’autre.
quotation-not-found = La citation « { $words } » ne figure dans aucune des contributions indiquées à l’appui. Les guillemets sont réservés à leurs termes exacts.
nothing-cited = Une citation a besoin de la contribution dont elle provient : indiquez-la à l’appui.
unknown-paragraph = Il n’y a plus de paragraphe « { $name } » dans cette consultation.
still-quoted = Ce paragraphe cite les mots de { $name }. Retirez d’abord la citation, puis la référence.
no-such-number = Cette note n’a pas de paragraphe { $number } : ils vont de 1 à { $last }.
nothing-to-repair = Cela a été réparé ou modifié entre-temps. Rien n’a été fait.
release-refused = { $count ->
    [one] La note de synthèse ne peut pas encore sortir : une chose l’en empêche.
   *[other] La note de synthèse ne peut pas encore sortir : { $count } choses l’en empêchent.
}
empty-brief = Cette note de synthèse n’a encore aucun paragraphe. Écrivez-en un d’abord.
no-round = Aucun tour n’est ouvert ici. Ouvrez-en un d’abord.
only-stricter = Ici, une règle ne peut qu’être resserrée. Une règle plus souple se choisit dans le programme et demande l’accord de qui a parlé.
ends-before-it-began = Une intervention ne peut pas finir avant d’avoir commencé.
ends-later-than-now = Cette heure n’est pas encore venue.
round-open = Un tour est déjà ouvert ici. Clôturez-le d’abord.
unknown-draft = Ce brouillon n’est plus là : il a été consigné ou jeté entre-temps.
parked-elsewhere = Ce brouillon a été mis en attente dans un autre tour et s’y termine : ouvrez ce tour, ou consignez le brouillon tel quel.
speaker-numbered = Intervenant { $number }
empty-name = Il manque un nom. Rien n’a été modifié : donnez-en un.
name-too-long = Ce nom compte { $count } caractères ; un nom en contient au plus { $most }. Rien n’a été modifié : raccourcissez-le.
ends-before-start = Le dernier jour (ou la dernière heure) précède le premier. Rien n’a été modifié : corrigez l’un des deux.
cannot-write = « { $path } » n’a pas pu être écrit : { $why }. Dans la consultation, tout est comme avant : choisissez un autre emplacement et réessayez.
cannot-read = « { $path } » n’a pas pu être lu : { $why }. Rien n’a été consigné.
no-randomness = Ce système ne fournit pas de nombres aléatoires, sans lesquels rien ne peut être chiffré. Rien n’a été fait : redémarrez l’ordinateur et réessayez.
cancelled = Interrompu. Tout est comme avant.
unknown-stage = Aucune étape ne s’appelle « { $name } ».{ $near ->
    [0] { "" }
   *[other] { " " }La plus proche : { $nearest }.
}
unknown-presence = « { $name } » n’est pas une forme de présence. Formes connues : { $known }.

# Ouvrir une consultation, et ce que dit le disque
wrong-passphrase = La phrase secrète est fausse. Rien n’a été modifié : réessayez, ou ouvrez la consultation avec la fiche de secours.
wrong-recovery-words = Ce ne sont pas les mots de la fiche de secours de cette consultation. Rien n’a été modifié : est-ce la fiche d’une autre ?
not-recovery-words = Ce ne sont pas les douze mots d’une fiche de secours : l’un d’eux est mal écrit, absent ou à une autre place. Rien n’a été modifié : comparez-les avec la fiche.
wrong-pin = Le code PIN est faux, ou le trousseau de cet ordinateur ne contient pas la clé de cette consultation. Rien n’a été modifié : réessayez, ou utilisez la phrase secrète.
empty-passphrase = La phrase secrète est vide. Rien n’a été modifié : saisissez-en une.
short-pin = Le code PIN est trop court : il lui faut au moins quatre caractères. Rien n’a été modifié.
keyring = Le trousseau de cet ordinateur ne peut pas être utilisé : { $why }. Rien n’a été modifié : utilisez la phrase secrète.
not-there = Il n’y a rien à l’emplacement « { $path } ». Le dossier a-t-il été déplacé, ou un disque n’est-il pas branché ?
exists-already = « { $path } » existe déjà. Rien n’y a été touché : choisissez un autre nom.
not-a-consultation = « { $path } » n’est pas une consultation d’Anteroom. Rien n’y a été touché : choisissez un dossier dont le nom se termine par .anteroom.
keys-missing = Le fichier « keys » manque dans « { $path } ». Sans lui, rien de ce dossier ne peut être lu : restaurez-le depuis une sauvegarde. Si le programme a été interrompu pendant la création de cette consultation, elle est encore vide : supprimez le dossier et recommencez.
keys-damaged = Le fichier « keys » est endommagé, et sans lui rien ne peut être lu. Rien n’a été modifié : restaurez « keys » depuis une sauvegarde ; « contents.db » peut rester.
keys-of-another = Le fichier « keys » appartient à une autre consultation que « contents.db ». Rien n’a été modifié : remettez celui qui va avec, depuis une sauvegarde.
contents-missing = Le fichier « contents.db » manque dans « { $path } ». Rien n’a été modifié : restaurez le dossier depuis une sauvegarde.
contents-empty = Le fichier « contents.db » est vide. Rien n’a été modifié : restaurez le dossier depuis une sauvegarde.
contents-cut = Le fichier « contents.db » a été tronqué, comme lorsqu’une copie est interrompue. Rien n’a été modifié : restaurez le dossier depuis une sauvegarde, et gardez celui-ci jusque-là.
contents-damaged = Le fichier « contents.db » est endommagé. Rien n’a été modifié : restaurez le dossier depuis une sauvegarde, et gardez celui-ci jusque-là.
newer = Cette consultation a été écrite par une version plus récente d’Anteroom. Rien n’a été modifié : mettez d’abord celle-ci à jour.
not-closed = « { $path } » n’a pas été fermée la dernière fois, et tout n’y est pas encore dans un seul fichier. Rien n’a été modifié : ouvrez-la et fermez-la, puis faites-en une consultation.
open-elsewhere = Cette consultation est ouverte ailleurs : dans une autre fenêtre, ou par un autre programme. Rien n’a été modifié : fermez-la d’abord là-bas.
disk-full = Le disque est plein. Ce qui n’a pas été confirmé n’a pas été consigné ; tout ce qui précède est là. Faites de la place et recommencez.
read-only = On ne peut pas écrire dans « { $path } ». Rien n’a été modifié : choisissez un autre emplacement, ou adressez-vous à qui s’occupe de cet ordinateur.
folder-read-only = On ne peut pas écrire dans le dossier de cette consultation. Ce qui n’a pas été confirmé n’a pas été consigné ; tout ce qui précède est là. Déplacez le dossier là où vous pouvez écrire.
disk = Le disque ne répond pas comme il le devrait : { $why }. Ce qui n’a pas été confirmé n’a pas été consigné ; tout ce qui précède est là. Copiez le dossier sur un autre disque.
database = La base de données ne répond pas comme elle le devrait (code SQLite { $why }). Ce qui n’a pas été confirmé n’a pas été consigné. Vérifiez cette consultation dans les réglages : la vérification dit ce qui est endommagé et quoi faire.
device-key-damaged = La clé de cet ordinateur pour cette consultation est endommagée. Ouvrez la consultation avec la fiche de secours.
unknown-record = Ceci n’est plus dans la consultation. Rien n’a été modifié.
newer_format = Ceci a été écrit par une version plus récente d’Anteroom. Rien n’a été modifié : mettez d’abord celle-ci à jour.
malformed = Une entrée est endommagée : { $why }.
too_large = Une entrée est plus grande que toutes celles qu’écrit Anteroom.
contradicts_itself = Une entrée se contredit : { $why }.
signature = La signature d’une entrée ne correspond pas : l’entrée a été modifiée après avoir été signée.
other_consultation = Une entrée appartient à une autre consultation.
contents = Les mots d’une entrée ne correspondent pas à ce qui a été signé.

# Ce qu'une vérification d'une consultation trouve d'anormal, pour qui y remédiera
problem-page = « contents.db » : { $about }.
problem-pages-unreadable = « contents.db » est endommagé : certaines de ses pages ne peuvent être lues.
problem-part-unreadable = Une partie de « contents.db » ne peut être lue.
problem-entry-missing = L'entrée { $about } manque : d'autres la suivent.
problem-own-entry-missing = L'entrée { $about } manque : cet ordinateur l'a signée.
problem-founding-missing = L'entrée fondatrice manque.
problem-entry-under-another-hash = Une entrée se trouve sous une autre empreinte que la sienne.
problem-record-read-wrongly = Ce qui est lu de l'enregistrement { $about } n'est pas ce que dit le journal.
problem-words-not-signed = Les mots de l'enregistrement { $about } ne sont pas ceux qui ont été signés.
problem-words-of-erased = L'enregistrement { $about } est effacé, et il en reste des mots ici.
problem-words-missing = Des mots de l'enregistrement { $about } manquent.
problem-words-of-nobody = Il y a des mots qu'aucune entrée ne nomme.
problem-rows-of-nobody = Il y a des lignes d'enregistrements que le journal ne connaît pas.
problem-file-not-attached = Le fichier joint { $about } n'est pas celui qui a été joint.
problem-file-of-nobody = Il y a des octets d'un fichier joint { $about } qu'aucune entrée ne nomme, ou qui a été effacé.
problem-search-wrong = La recherche ne trouve pas ce que contiennent les textes.
problem-groups-wrong = La liste des groupes n'est pas ce que disent les contributions.
problem-nodes-wrong = La liste des objectifs n'est pas ce que disent les contributions.

# Ce qui empêche une sortie, et comment y remédier
stop-no-evidence = Paragraphe { $paragraph } : ce constat ne s’appuie sur rien. Indiquez une contribution à l’appui, ou faites-en une remarque.
stop-not-shared = Paragraphe { $paragraph } : la personne qui a tenu les propos de { $about } a refusé qu’ils soient transmis. Retirez cet appui.
stop-not-cleared = Paragraphe { $paragraph } : la citation des propos de { $about } n’est pas autorisée. Demandez à la personne, ou dites-le dans vos propres termes.
stop-not-verbatim = Paragraphe { $paragraph } : { $about } n’a pas été noté mot pour mot. Dites-le dans vos propres termes.
stop-quotation-gone = Paragraphe { $paragraph } : ce qui était cité de { $about } a été effacé ou reformulé. Citez de nouveau, ou retirez la citation.
stop-quotation-unknown = Paragraphe { $paragraph } : « { $about } » figure entre guillemets, mais dans aucune des contributions citées. Citez les mots exacts, ou dites-le avec les vôtres.
stop-quotation-unsettled = Paragraphe { $paragraph } : { $about }, cité ici, a été reformulé des deux côtés. Tranchez entre les formulations, ou dites-le avec vos propres mots.
stop-paragraph-unsettled = Le paragraphe { $paragraph } a été modifié des deux côtés. Tranchez entre les versions.
stop-too-few = Paragraphe { $paragraph } : sous la règle de Chatham House, trop peu de voix se sont exprimées à ce tour pour que « un participant » cache qui a tenu les propos de { $about }. Indiquez aussi à l’appui des contributions d’un tour plus large, ou retirez cet appui.
stop-language-names = Paragraphe { $paragraph } : cette langue a été si peu parlée à ce tour que les propos de { $about } désigneraient leur auteur. Dites-le dans la langue de la note de synthèse.
stop-name-in-text = Paragraphe { $paragraph } : « { $about } » est nommé sans autorisation, ou contre la règle du tour. Retirez le nom.
stop-reference-in-text = Paragraphe { $paragraph } : le texte contient la référence courte { $about }, qui ne sort jamais. Retirez-la.

# Ce qu’il faut regarder avant une sortie ; cela n’empêche rien
warning-over-budget = « { $section } » compte { $words } mots, pour { $budget } au plus.
warning-empty-sections = { $count ->
    [one] Une section n’a aucun paragraphe et est omise : { $sections }.
   *[other] { $count } sections n’ont aucun paragraphe et sont omises : { $sections }.
}
warning-evidence-conflict = Le paragraphe { $paragraph } s’appuie sur { $about }, modifiée des deux côtés.
warning-evidence-set-aside = Le paragraphe { $paragraph } s’appuie sur { $about }, qui a été écartée.
warning-gap = Le paragraphe { $paragraph } a encore un blanc, « […] », là où des mots ont été retirés.

# La seule ligne que l’on peut dire à voix haute sur qui est derrière un paragraphe ; ses parties sont jointes par des points-virgules
aloud-organisations = { $organisations ->
    [one] Une organisation
   *[other] { $organisations } organisations
}
aloud-organisations-of = { $organisations ->
    [one] Une organisation
   *[other] { $organisations } organisations
} de { $count ->
    [one] un groupe
   *[other] { $count } groupes
} ({ $groups })
aloud-named = { $count ->
    [one] l’une d’elles accepte d’être nommée : { $names }
   *[other] { $count } d’entre elles acceptent d’être nommées : { $names }
}
aloud-masked = { $beside ->
    [beside] à côté d’elles, des participants
   *[alone] Des participants
} sous la règle de Chatham House
aloud-masked-of = { $beside ->
    [beside] à côté d’elles, des participants
   *[alone] Des participants
} sous la règle de Chatham House, parmi : { $groups }
aloud-masked-counted = { $beside ->
    [beside] à côté d’elles, des participants
   *[alone] Des participants
} de { $count } organisations sous la règle de Chatham House
aloud-masked-counted-of = { $beside ->
    [beside] à côté d’elles, des participants
   *[alone] Des participants
} de { $count } organisations sous la règle de Chatham House, parmi : { $groups }
aloud-others = d’autres
aloud-own = Ce paragraphe ne repose sur aucune contribution : il dit comment la consultation s’est passée, ou ce que le rapporteur remarque.
aloud-nothing = On ne peut pas dire qui est derrière cela.
# Ce qui se place entre des noms, et entre les parties d’une phrase
list-comma = { ", " }
list-semicolon = { " ; " }

# Les lignes d’une importation qui ne sont pas consignées
row-unreadable-date = « { $name } » n’est pas une date lisible.
row-unknown-answer = « { $name } » n’est ni oui ni non.
not-a-sheet = Ceci n’est pas une feuille faite par Anteroom : indiquez par --text quelle colonne contient les propos.

# Pourquoi un fichier n’est pas un tableau ; suit « Ce fichier ne contient pas de tableau : »
table-empty = il est vide
table-packed = c’est un classeur ou un autre fichier compressé (XLSX, ODS, DOCX ou ZIP, par exemple). Enregistrez le tableau au format CSV et importez-le ainsi
table-old-office = c’est un classeur ou un document d’un ancien format (XLS ou DOC). Enregistrez le tableau au format CSV et importez-le ainsi
table-pdf = c’est un PDF
table-picture = c’est une image
table-web-page = c’est une page web. Enregistrez le tableau au format CSV et importez-le ainsi
table-not-text = ce n’est pas du texte
table-header-unclosed = un guillemet de sa première ligne n’est jamais fermé

# Pourquoi une ligne d’un tableau ne peut pas être lue
table-too-many-cells = Elle a { $cells } cellules, mais il y a { $columns ->
    [one] une seule colonne
   *[other] { $columns } colonnes
}. { $delimiter ->
    [comma] Des propos qui contiennent une virgule doivent être entre guillemets droits (").
    [semicolon] Des propos qui contiennent un point-virgule doivent être entre guillemets droits (").
    [tab] Des propos qui contiennent une tabulation doivent être entre guillemets droits (").
    [bar] Des propos qui contiennent une barre verticale doivent être entre guillemets droits (").
   *[other] Des propos qui contiennent le signe placé entre les cellules doivent être entre guillemets droits (").
}
table-unclosed = Un guillemet ouvert ici n’est jamais fermé, si bien que tout ce qui suit a été pris dans cette ligne.
table-nul = Elle contient un octet nul, qui n’est pas du texte.
table-not-in-encoding = Elle contient des octets qui ne sont pas du texte en { $encoding }, l’encodage de ce fichier.
table-unreadable = Elle ne peut pas être lue.

# Pourquoi un document ne peut pas être écrit ; suit « n’a pas pu être écrit : »
document-too-large = il est plus grand que ne peut l’être un document Word

# Au-dessus des lignes refusées par une importation, quand on les enregistre
refused-row = Ligne
refused-why = Pourquoi elle n’a pas été consignée

# La feuille que remplit un preneur de notes sans Anteroom. C’est à ces mots qu’elle est reconnue à son retour : celles qui
# circulent sont perdues si un en-tête, sheet-text-how, sheet-listed ou sheet-begin est reformulé.
sheet-text = Ce qui a été dit
sheet-text-how = Comment remplir cette feuille : une ligne pour chaque chose dite, telle qu’elle a été dite. Seule cette colonne doit être remplie. Les lignes qui commencent par ### expliquent, et sont ignorées.
sheet-speaker = Intervenant
sheet-speaker-how = Un nom ou un numéro par lequel vous distinguez les intervenants
sheet-group = Groupe
sheet-group-how = L’un des groupes énumérés ci-dessous ; s’il y en a plusieurs, séparés par ;
sheet-kind = Nature
sheet-kind-how = L’une des natures énumérées ci-dessous
sheet-objectives = Objectifs
sheet-objectives-how = Des numéros séparés par ; comme 6; 16
sheet-language = Langue
sheet-language-how = en, fr, ru, etc.
sheet-quote = Citation autorisée
sheet-quote-how = oui ou non ; laissez vide si personne n’a posé la question
sheet-organisation-named = Mention de l’organisation autorisée
sheet-organisation-named-how = oui ou non ; laissez vide si personne n’a posé la question
sheet-listed = Un groupe et une nature à copier
sheet-begin = Écrivez sous cette ligne.
# Ce que les tableurs attendent entre les cellules dans cette langue
sheet-delimiter = ;

# Les mots d’un document
brief-annex = Annexe : éléments à l’appui
brief-annex-note = Les références ne valent que pour ce document. Les intervenants sont nommés dans la mesure où la règle du tour de table et leur accord le permettent.
brief-reference = Référence
brief-who = Qui
brief-kind = Nature
brief-about = Se rapporte à
brief-words = Propos
brief-not-quoted = citation non autorisée
brief-unsettled = deux formulations, pas encore tranché
brief-a-participant = un participant
brief-a-participant-of = un participant ({ $group })
brief-evidence = Éléments
brief-note-public = Destiné au public
brief-note-states = Destiné aux États et au secrétariat
brief-note-participants = Destiné aux participants
brief-note-organisers = Document de travail des organisateurs, à ne pas diffuser
brief-illustration = Illustration : organisations, personnes et propos inventés

# Ce qu’une annulation laisse en l’état
undo-changed-since = Quelque chose a été modifié depuis ; cela reste.
undo-permission = Une autorisation, la règle d’un tour ou la façon dont des mots ont été notés n’est jamais assouplie en annulant : cela reste.
undo-erased = Ce qui a été effacé ne revient pas.
undo-nothing-before = Il n’y avait rien avant à quoi revenir.
sample-damaged = L’exemple livré avec le programme ne peut pas être lu : { $why }

# Les autres ordinateurs
not-a-hand-over = Ce n’est pas un fichier de remise d’Anteroom. Rien n’a été repris.
newer-hand-over = Ce fichier vient d’une version plus récente d’Anteroom. Rien n’a été repris : mettez d’abord celle-ci à jour.
not-for-this-laptop = Ce fichier est destiné à quelqu’un d’autre : cet ordinateur ne peut pas l’ouvrir. Rien n’a été repris : demandez-en un qui soit fait pour cet ordinateur.
wrong-code = Ce ne sont pas les six mots de ce dossier d’événement. Vérifiez l’orthographe, et que c’est le bon fichier.
torn = Cette copie est incomplète : le fichier s’arrête trop tôt. Rien n’a été repris : copiez-le de nouveau là où il a été fait.
damaged-hand-over = Ce fichier a été endommagé en route. Rien n’a été repris : copiez-le de nouveau là où il a été fait.
changed-after-signing = Ce fichier a été modifié après sa signature. Rien n’a été repris : demandez à la personne dont il vient.
bomb = Ce fichier contient bien plus que sa taille ne le permet. Anteroom n’en écrit pas de tel, et rien n’a été repris.
suspended = Un organisateur a suspendu cet ordinateur. Il n’ajoute plus rien à la consultation : demandez à un organisateur.
unknown-laptop = Aucun ordinateur de ce genre ne participe ici, ou aucun fichier ne peut être scellé pour lui. Rien n’a été modifié.
unknown-member = Personne du nom de « { $name } » ne participe ici, et aucun ordinateur n’a cet identifiant. Rien n’a été modifié.
unknown-branch = « { $name } » n’a aucune branche qui commence par « { $branch } ». Rien n’a été modifié : voyez la liste des membres.
several-members = Plusieurs ordinateurs portent le nom « { $name } » : { $ids }. Rien n’a été modifié : indiquez l’un d’eux.
nobody-to-seal-to = Il n’y a encore personne pour qui un fichier puisse être scellé. Rien n’a été écrit.
unknown-invitation = Cette invitation n’a pas été faite ici, ou quelqu’un s’en est déjà servi. Personne n’a été admis.
takes-part-already = Cet ordinateur participe déjà à cette consultation : ouvrez celle qui s’y trouve.
not-the-whole = Ce fichier ne contient qu’une partie de la consultation. Demandez-en un complet.
nothing-accepted = Personne n’a accepté sur cet ordinateur une invitation que ce fichier pourrait suivre, ou la phrase secrète est autre.
nobody-can-help = Aucun organisateur ne peut aider ici : la consultation ne le prévoyait pas quand cet ordinateur l’a rejointe. Seule sa phrase secrète l’ouvre, ou sa fiche de secours.
help-untold = Si la phrase secrète est oubliée, les organisateurs peuvent aider sur cet ordinateur : avec leurs mots, ce qu’il contient peut être lu. Rien n’a été commencé : recommencez si cela vous convient.
too-much-waits = Trop de choses attendent, venant d’ordinateurs que personne n’a confirmés. Rien n’a été repris : acceptez ou refusez-en d’abord une partie.
attached-differs = Un fichier joint à une contribution n’est pas celui qui avait été joint. Rien n’a été repris : demandez à la personne dont il vient.
illustration-alone = Ce n’est pas une vraie consultation : elle ne reprend rien d’autres ordinateurs et ne remet rien.
no-role = Choisissez au moins un rôle.
not-oneself = Personne ne suspend l’ordinateur devant lequel il est assis. Un autre organisateur le peut, ou la fiche de secours.
own-erasures = Seuls vos propres effacements attendent. Quelqu’un d’autre doit les confirmer.
erasures-of-who-let-in = La personne qui a effacé ceci a admis cet ordinateur : il ne peut pas être la seconde signature. Un autre organisateur doit confirmer. Rien n’a été modifié.
a-laptop = l’ordinateur { $id }
this-laptop = cet ordinateur
the-founder = la personne fondatrice
merge-from = De { $name }
merge-nothing-new = Rien de nouveau.
merge-entries = { $count ->
    [one] Une action est venue qui ne concerne aucune contribution : participants, programme.
   *[other] { $count } actions sont venues qui ne concernent aucune contribution : participants, programme.
}
merge-new = { $count ->
    [one] Une contribution est nouvelle.
   *[other] { $count } contributions sont nouvelles.
}
merge-changed = { $count ->
    [one] Une contribution a été modifiée.
   *[other] { $count } contributions ont été modifiées.
}
merge-conflicts = { $count ->
    [one] Dans une contribution, deux formulations s’opposent : tranchez.
   *[other] Dans { $count } contributions, quelque chose s’oppose à autre chose : tranchez.
}
merge-erased = { $count ->
    [one] Une contribution a été effacée.
   *[other] { $count } contributions ont été effacées.
}
merge-hidden = { $count ->
    [one] Une contribution est masquée jusqu’à ce qu’un organisateur décide : quelqu’un l’a effacée sans en avoir le droit, ou au-delà de ce qu’un seul ordinateur peut effacer.
   *[other] { $count } contributions sont masquées jusqu’à ce qu’un organisateur décide : quelqu’un les a effacées sans en avoir le droit, ou au-delà de ce qu’un seul ordinateur peut effacer.
}
merge-lacks-entries = { $count ->
    [one] Il manque une entrée que d’autres mentionnent : elle sera demandée avec le prochain fichier.
   *[other] Il manque { $count } entrées que d’autres mentionnent : elles seront demandées avec le prochain fichier.
}
merge-lacks-words = { $count ->
    [one] Les mots d’une entrée ne sont pas venus : la personne ne permet pas de les transmettre, ou ce sont des noms.
   *[other] Les mots de { $count } entrées ne sont pas venus : les personnes ne permettent pas de les transmettre, ou ce sont des noms.
}
merge-stranger = { $name } n’est pas encore confirmé : ce qui y a été noté attend un organisateur.
merge-waits-role = { $count ->
    [one] Une action de { $name } attend un organisateur : son rôle ne la permet pas.
   *[other] { $count } actions de { $name } attendent un organisateur : son rôle ne les permet pas.
}
merge-waits-no-member = { $count ->
    [one] Une action de { $name } attend un organisateur : cet ordinateur ne participe plus, ou pas encore.
   *[other] { $count } actions de { $name } attendent un organisateur : cet ordinateur ne participe plus, ou pas encore.
}
merge-waits-fork = { $count ->
    [one] Une action de { $name } attend un organisateur : deux ordinateurs ont écrit avec la même clé.
   *[other] { $count } actions de { $name } attendent un organisateur : deux ordinateurs ont écrit avec la même clé.
}
merge-waits-gap = { $count ->
    [one] Une action de { $name } attend : une action antérieure manque.
   *[other] { $count } actions de { $name } attendent : une action antérieure manque.
}
merge-not-taken-refused = { $count ->
    [one] Une action de { $name } a été refusée, comme un organisateur l’a décidé.
   *[other] { $count } actions de { $name } ont été refusées, comme un organisateur l’a décidé.
}
merge-not-taken-erased = { $count ->
    [one] Des mots effacés sont venus et ont été laissés de côté.
   *[other] Les mots de { $count } entrées effacées sont venus et ont été laissés de côté.
}
merge-not-taken-unnamed = { $count ->
    [one] Des mots qu’aucune entrée ne mentionne sont venus et ont été laissés de côté.
   *[other] Les mots de { $count } révisions qu’aucune entrée ne mentionne sont venus et ont été laissés de côté.
}
merge-clock = L’horloge de { $name } avance de { $minutes ->
    [one] une minute
   *[other] { $minutes } minutes
}.
merge-clock-behind = L’horloge de { $name } retarde de { $minutes ->
    [one] une minute ou plus
   *[other] { $minutes } minutes ou plus
}.
merge-clock-put-back = L’horloge de { $name } a reculé de { $minutes ->
    [one] une minute
   *[other] { $minutes } minutes
} d’une action à la suivante : ses heures sont fausses avant ou après.
merge-cloned = La copie de cet ordinateur continue ailleurs avec la même clé. Désormais cet ordinateur écrit avec une clé à lui, et attend un organisateur.

# La ligne de commande
cli-created =
    { $file } est prêt.

    Fiche de secours – notez ces mots ou imprimez-les maintenant ; ils ne seront plus affichés :

    {"    "}{ $words }

    Quiconque les détient peut ouvrir cette consultation, et y admettre ou suspendre n’importe qui. Gardez-les à l’écart de cet ordinateur.
cli-sample = { $file } : { $count } contributions, toutes inventées.
cli-all-is-well = Tout va bien : { $commits } commits, { $revisions } révisions, { $records } enregistrements.
cli-something-is-wrong = { $count ->
    [one] Cette consultation n’est pas telle qu’elle a été signée : une chose ne va pas.
   *[other] Cette consultation n’est pas telle qu’elle a été signée : { $count } choses ne vont pas.
}
cli-words-lacking = { $count ->
    [one] Les mots d’une révision ne sont pas ici : personne ne les a apportés, ou ils ne peuvent être transmis. Rien n’est endommagé.
   *[other] Les mots de { $count } révisions ne sont pas ici : personne ne les a apportés, ou ils ne peuvent être transmis. Rien n’est endommagé.
}
cli-files-lacking = { $count ->
    [one] Un fichier joint n’est pas ici : personne ne l’a apporté. Rien n’est endommagé.
   *[other] { $count } fichiers joints ne sont pas ici : personne ne les a apportés. Rien n’est endommagé.
}
cli-rebuilt = { $count ->
    [one] Un enregistrement a été relu du journal.
   *[other] { $count } enregistrements ont été relus du journal.
}
cli-passphrase-changed = La phrase secrète est changée.
cli-encrypted-anew = La phrase secrète est changée, et tout est chiffré sous une nouvelle clé.
cli-remembered = Le trousseau de cet ordinateur ouvre la consultation avec le code PIN : utilisez --pin.
cli-forgotten = Le trousseau de cet ordinateur n’ouvre plus la consultation.
cli-organisers-help = En cas de phrase secrète oubliée, les organisateurs peuvent aider sur les ordinateurs qui rejoignent la consultation à partir de maintenant.
cli-nobody-helps = En cas de phrase secrète oubliée, personne ne peut aider sur les ordinateurs qui rejoignent la consultation à partir de maintenant.
cli-declared-help = Si la phrase secrète est oubliée, un organisateur peut aider. Qui a les mots d’un organisateur et cet ordinateur peut lire ce qu’il contient.
cli-forgotten-letter = { $file } est pour un organisateur, qui peut dire les douze mots ouvrant cette consultation. Personne d’autre ne peut le lire.
cli-helped = L’ordinateur de { $name }, mots de contrôle { $check }. Ne dites ces douze mots qu’à quelqu’un dont vous connaissez la voix ; qui les a avec l’ordinateur peut lire ce qu’il contient :

    {"    "}{ $words }
cli-of = { $shown } sur { $total }
cli-may-be-quoted = peut être citée
cli-not-asked-to-be-quoted = ne peut pas être citée (non demandé)
cli-refused-to-be-quoted = ne peut pas être citée (refusé)
cli-conflict = modifiée des deux côtés : { $fields }
cli-no-conflicts = Rien n’est en conflit.
cli-settled = Tranché.
cli-settle-how = Pour trancher : anteroom settle FILE ID FIELD --take REVISION, ou --value V.
cli-no-pairs = Rien n’a été noté deux fois.
cli-pair-how = Pour dire que deux notes n’en font qu’une : anteroom pair FILE ID ID ; qu’elles sont deux : --refuse ; qu’elles sont deux finalement : --part.
cli-paired = Elles comptent désormais pour une. Les deux formulations restent.
cli-pair-refused = Elles sont deux, et ne sont plus proposées.
cli-parted = Elles sont de nouveau deux, et comptent pour deux.
cli-pair-proposed = Peut-être notée deux fois
cli-pair-accepted = Notée deux fois, compte une fois
cli-pair-two = Deux, malgré la ressemblance
cli-pair-contested = Une seule selon un ordinateur, deux selon un autre
cli-pair-minutes = { $count ->
    [0] à moins d’une minute
    [one] à { $count } minute d’intervalle
   *[other] à { $count } minutes d’intervalle
}
cli-pair-with = La même que { $others }
cli-of-doubles = { $count ->
    [one] { $count } d’entre elles est notée deux fois et compte une fois.
   *[other] { $count } d’entre elles sont notées deux fois et comptent une fois.
}
cli-of-wordless = { $count ->
    [0] Les mots de chaque contribution sont ici.
    [one] D’une contribution de plus, aucun mot n’est ici : personne ne les a apportés, ou ils ne peuvent être transmis.
   *[other] De { $count } contributions de plus, aucun mot n’est ici : personne ne les a apportés, ou ils ne peuvent être transmis.
}
cli-before = avant
cli-file = dans le nom d’un fichier
cli-changed = { $count ->
    [one] une contribution modifiée
   *[other] { $count } contributions modifiées
}
cli-undone = Annulé : { $deed } ({ $count ->
    [one] un enregistrement
   *[other] { $count } enregistrements
})
cli-redone = Rétabli : { $deed } ({ $count ->
    [one] un enregistrement
   *[other] { $count } enregistrements
})
cli-attached = { $count ->
    [one] Un fichier joint.
   *[other] { $count } fichiers joints.
}
cli-attachment-saved = Écrit dans « { $path } », où il n’est pas chiffré.
cli-erased = { $count ->
    [one] Une contribution effacée. Les copies déjà remises, et les sauvegardes faites jusqu’ici, en contiennent encore les mots.
   *[other] { $count } contributions effacées. Les copies déjà remises, et les sauvegardes faites jusqu’ici, en contiennent encore les mots.
}
cli-imported = Lignes consignées : { $recorded } ; déjà présentes : { $already } ; refusées : { $refused }
cli-row = ligne { $row } : { $why }
cli-more-refused = … --refused FICHIER.csv les écrit toutes.
cli-sheet = { $file } peut être rempli avec n’importe quel tableur.
cli-exported = { $file } : { $paragraphs } paragraphes, { $evidence } éléments à l’appui
cli-writing-the-sample = Écriture de l’exemple
cli-verifying = Vérification
cli-rebuilding = Reconstruction
cli-importing = Importation
cli-undoing = Annulation
cli-redoing = Rétablissement
cli-ask-passphrase = Phrase secrète
cli-ask-new-passphrase = Nouvelle phrase secrète
cli-ask-new-passphrase-helped = Nouvelle phrase secrète (en cas d’oubli, les organisateurs peuvent aider : avec leurs mots et cet ordinateur, ce qu’il contient peut être lu)
cli-ask-pin = Code PIN
cli-ask-new-pin = Nouveau code PIN
cli-ask-recovery = Mots de la fiche de secours
cli-ask-once-more = Encore une fois
cli-two-differ = Les deux diffèrent. Rien n’a été fait.
cli-nobody-to-ask = Il n’y a personne à qui demander la phrase secrète : définissez { $variable }, ou utilisez --passphrase-fd.
cli-descriptor = Rien n’a pu être lu du descripteur { $number } : { $why }.
cli-passphrase-not-text = La phrase secrète n’est pas du texte en UTF-8.
cli-passphrase-too-long = La phrase secrète dépasse { $most } octets.
cli-not-hidden = La phrase secrète n’a pas pu être ôtée de l’environnement : { $why }.
cli-cannot-start = Le programme n’a pas pu démarrer : { $why }.
cli-unknown-option = cette option n’existe pas ; une recherche de ce texte commencerait par un guillemet
cli-no-pin-here = --pin ouvre une consultation qui existe : il n’a pas sa place avec new, sample ou passphrase --recovery.

practice-name = Exercice
practice-stage = Exercice
practice-session = Séance d’exercice
practice-round = Premier tour
practice-question = Qu’est-ce qui changerait le plus les choses là où vous vivez ?
not-an-illustration = C’est une vraie consultation : elle n’a pas été supprimée.
dialog-folder = Choisir un dossier
dialog-file = Choisir un fichier
dialog-files = Choisir des fichiers
dialog-place = Enregistrer sous
sheet-file = Fiche de secours de { $name }
screen-title = Anteroom : écran de salle
recovery-sheet-text =
    Fiche de secours de « { $name } »
    { "" }
    { $words }
    { "" }
    Ces douze mots ouvrent la consultation lorsque la phrase secrète est perdue, et permettent à qui l’a fondée de reprendre la main si un ordinateur est volé. Qui les possède peut tout lire. Imprimez cette fiche, supprimez le fichier et gardez le papier là où vous garderiez un passeport. Personne ne peut vous en donner une autre.
unknown-part = Cette partie du programme n’existe plus : { $name }.
holds-contributions = { $count ->
    [one] Une contribution y a été enregistrée. Déplacez-la d’abord vers un autre tour ; rien n’a été retiré.
   *[other] { $count } contributions y ont été enregistrées. Déplacez-les d’abord vers un autre tour ; rien n’a été retiré.
}
not-backed-up = La consultation est fermée et complète, mais la sauvegarde n’a pas pu être écrite : { $why }. L’emplacement des sauvegardes est-il accessible ?
backup-damaged = La consultation est fermée, mais la sauvegarde qui vient d’être écrite n’a pas pu être relue : elle a été jetée, et toutes les plus anciennes ont été gardées. Ouvrez la consultation et vérifiez-la dans les réglages ; si elle est intacte, choisissez un autre emplacement pour les sauvegardes.

# Ce que le système dit d’un fichier ; chacun se place à la fin d’une phrase, sans son point
why-not-found = il n’y est pas
why-no-permission = vous n’en avez pas le droit à cet endroit
why-full = le disque est plein
why-read-only = le disque est en lecture seule
why-a-folder = c’est un dossier
why-timed-out = cela a duré trop longtemps
why-other = le système ne donne pas de raison
cli-ask-code = Les six mots du dossier d’événement
cli-merging = Reprise
cli-handing-over = Remise
cli-packed = { $file } est prêt. Il s’ouvre avec ces six mots, qui ne sont gardés nulle part ; dites-les à voix haute, et ne les écrivez pas sur la clé :

    {"    "}{ $words }

    Mots de contrôle de la consultation : { $check }
cli-started = { $file } est prêt, pour { $name }. Pas encore confirmé par un organisateur ; la saisie commence tout de suite.

    Mots de contrôle de la consultation : { $consultation }
    Mots de contrôle de cet ordinateur : { $own }
cli-invited = L’invitation est dans { $file }.
cli-joined = L’acceptation est dans { $file } : donnez-la à l’organisateur.

    Mots de contrôle de la consultation : { $consultation }
    Mots de contrôle de cet ordinateur : { $own }
cli-admitted = { $name } participe. Mots de contrôle de son ordinateur : { $check }
cli-handed-over = { $file } est prêt pour { $names } : { $count ->
    [one] une contribution
   *[other] { $count } contributions
}.
cli-server-made = Le serveur partagé est installé.
cli-server-updated = Le serveur partagé venait d’une version plus ancienne ; il est à jour.
cli-server-was-there = Le serveur partagé était déjà installé. Rien n’a été changé.
cli-logins = Cet ordinateur se rend désormais sur { $address }.
cli-logins-added = Nouveaux accès, que le prochain fichier de remise apporte : { $names }.
cli-logins-dropped = Supprimés : { $names }.
cli-logins-without = Pas encore d’accès, car rien ne peut leur être scellé : { $names }.
cli-login-dropped = { $name } n’entre plus.
cli-login-was-not = { $name } n’avait pas d’accès.
cli-server-left = Cet ordinateur ne se rend plus sur aucun serveur partagé.
cli-server-knows-none = Cet ordinateur ne se rend sur aucun serveur partagé.
cli-server-newest = dernière entrée { $time }
cli-server-members-confirmed = connaissait toutes les personnes participantes { $time }
cli-server-members-unconfirmed = n’a pas encore dit qu’il connaît tous ceux qui ont été admis ou suspendus
cli-visiting = Visite du serveur partagé
cli-brought = { $count ->
    [0] Rien n’était à apporter.
    [one] Une entrée a été apportée.
   *[other] { $count } entrées ont été apportées.
}
cli-approved = { $name } participe.
cli-ruled = { $count ->
    [0] Rien n’attendait.
    [one] Une action a été tranchée.
   *[other] { $count } actions ont été tranchées.
}
cli-refused = Refusé.
cli-given-up = { $count ->
    [0] Rien n’en manque.
    [one] Une entrée est abandonnée : la suite compte sans elle.
   *[other] { $count } entrées sont abandonnées : la suite compte sans elles.
}
cli-renamed = Le nom est { $name }.
cli-suspended = { $name } est suspendu.
cli-suspended-with = Ceux-ci tombent avec lui, car il les avait admis : { $names }. Ils attendent d’être admis de nouveau.
cli-suspended-stands-before = Ce que cet ordinateur décide comme organisateur continue de compter, car il a été admis avant celui-ci : seule la fiche de secours (--sheet) y met fin.
cli-recovered = La fiche de secours a admis cet ordinateur, avec tous les rôles.
cli-confirmed = { $count ->
    [0] Aucune contribution n’attendait de seconde signature.
    [one] Une contribution est effacée pour de bon.
   *[other] { $count } contributions sont effacées pour de bon.
}
cli-erasures-refused = { $count ->
    [0] Aucune contribution n’attendait de seconde signature.
    [one] Une contribution est de nouveau affichée.
   *[other] { $count } contributions sont de nouveau affichées.
}
cli-withdrawn = { $count ->
    [0] Il n’y avait aucune contribution à effacer.
    [one] Une contribution a été effacée pour de bon. Ce qui a été remis auparavant ne peut pas être rappelé.
   *[other] { $count } contributions ont été effacées pour de bon. Ce qui a été remis auparavant ne peut pas être rappelé.
}
cli-withdrawn-waits = { $count ->
    [one] Une autre est cachée jusqu’à ce qu’une deuxième personne confirme.
   *[other] { $count } autres sont cachées jusqu’à ce qu’une deuxième personne confirme.
}
cli-withdrawn-left = Encore là, parce que d’autres l’ont noté : { $left }. Demandez à un organisateur de l’effacer aussi.
cli-member-waits = attend d’être confirmé : { $count ->
    [one] une contribution
   *[other] { $count } contributions
}, mots de contrôle { $check }
cli-member-rival = Un autre ordinateur porte aussi le nom « { $name } » : comparez les mots avec ceux de son propre écran.
cli-branch-waits = branche { $branch } : { $count ->
    [one] une action
   *[other] { $count } actions
}, du { $first } au { $last }, à approuver ou à refuser
cli-branch-approved = branche { $branch } : { $count ->
    [one] une action
   *[other] { $count } actions
}, du { $first } au { $last }, approuvée
cli-branch-refused = branche { $branch } : { $count ->
    [one] une action
   *[other] { $count } actions
}, du { $first } au { $last }, refusée
cli-branch-of-one = Une branche appartient à un seul ordinateur : ne nommez que celui-là.
cli-backing-up = Copie
cli-backed-up = Une sauvegarde est dans { $file }.
cli-restored = { $file } est restauré.

# Ce qui a été modifié des deux côtés
unknown-conflict = Rien de ce qui s’appelle « { $field } » n’est en conflit dans « { $name } ». Rien n’a été modifié : voyez la liste des conflits.
settled-already = Ce conflit a été tranché entre-temps. Rien n’a été modifié.
pair-of-one = Une contribution n’est pas son propre doublon. Rien n’a été modifié.
pair-not-paired = Ces deux contributions ne sont pas réunies. Rien n’a été modifié.
pair-said-otherwise = On a dit de { $one } et { $other } qu’elles sont deux. Tant que cela vaut, ce qui ne fait qu’un avec l’une ne peut faire qu’un avec l’autre : dites d’abord qu’elles ne font qu’une, ou séparez-en une. Rien n’a été modifié.
not-one-of-them = « { $name } » n’est aucune des versions qui s’opposent ici. Rien n’a été modifié : prenez l’une de celles de la liste.
take-only = Ceci ne peut pas être réécrit ici. Rien n’a été modifié : gardez l’une des versions présentes.
conflict-this-laptop = cet ordinateur
conflict-another-laptop = un autre ordinateur
conflict-in-use = utilisé
conflict-not-in-use = inutilisé
conflict-is-away = retiré
conflict-is-there = présent
presence-not-expected = pas attendu
presence-expected = attendu
presence-in-the-room = dans la salle
presence-spoke = a parlé

# Ce qu’est un élément, et ce qu’il contient
kind-contribution = Contribution
kind-paragraph = Paragraphe
kind-brief = Note de synthèse
kind-section = Section
kind-consultation = Consultation
kind-stage = Étape
kind-session = Séance
kind-round = Tour
kind-group = Groupe de parties prenantes
kind-organisation = Organisation
kind-speaker = Intervenant
kind-intervention = Intervention
kind-presence = Présence
kind-identity = Nom et contact
kind-member = Membre
kind-document = Document
kind-note = Note
kind-file = Fichier joint
kind-other = Élément de la consultation
field-text = formulation
field-language = langue
field-kind = nature
field-round = tour
field-question = question
field-speaker = intervenant
field-intervention = intervention
field-state = état
field-said-at = moment où cela a été dit
field-source = source
field-name = nom
field-title = titre
field-short-name = nom court
field-place = rattachement
field-starts = début
field-ends = fin
field-questions = questions
field-time-limit = temps de parole
field-basis = fondement
field-presence = présence
field-region = région
field-organisation = organisation
field-type = type de paragraphe
field-body = formulation
field-chapeau = texte d’introduction
field-audience = public visé
field-about = sujet
field-budget = nombre de mots
field-note = note
field-contact = contact
field-put-away = présence dans la consultation
field-other = autre détail

# Le serveur partagé
not-an-address = Ce n’est pas l’adresse d’un serveur partagé. Elle ressemble à ceci : postgres://server.example.org/anteroom.
unknown-option = L’adresse du serveur partagé contient « { $name } », qui n’est pas compris.
less-than-verified = L’adresse demande moins qu’une connexion vérifiée. Anteroom ne parle à un serveur partagé que par TLS, certificat vérifié.
no-login = L’adresse ne nomme personne qui se connecte.
authority = Le certificat de l’autorité ne peut pas être lu : { $path }.
no-tls = Le serveur partagé ne parle pas TLS. Rien ne lui a été envoyé.
not-trusted = Le certificat du serveur partagé n’est pas fiable : { $why }. Rien ne lui a été envoyé.
unreachable = Le serveur partagé est injoignable : { $why }.
too-slow = Le serveur partagé met trop de temps à répondre. Ce qui est fait reste.
login-refused = Le serveur partagé ne laisse pas entrer cet ordinateur : son accès a été supprimé, ou le mot de passe est un autre. Demandez un fichier de remise à l’équipe d’organisation.
no-database = Le serveur partagé n’a pas de base de ce nom.
crowded = Trop d’ordinateurs sont connectés au serveur partagé en ce moment.
too-old = Il faut PostgreSQL 15 ou plus récent ; celui-ci est la version { $version }.
not-set-up = Cette base ne contient pas encore de serveur partagé d’Anteroom : il faut d’abord l’installer.
newer-server = Ce serveur partagé a été installé par une version plus récente d’Anteroom. Mettez d’abord celle-ci à jour.
older-server = Ce serveur partagé a été installé par une version plus ancienne d’Anteroom : qui en a la charge doit l’installer de nouveau, tout reste.
not-its-owner = Pour installer un serveur partagé, il faut posséder la base et avoir le droit de créer des accès.
login-of-another = Cet accès appartient à un autre ordinateur ou à une autre consultation. Demandez-en un nouveau à l’équipe d’organisation.
server-does-not-allow = Le serveur partagé ne le permet pas.
too-many-erasures = Trop d’effacements sur le serveur partagé en une heure ; le reste partira à une prochaine visite.
server-busy = Un autre ordinateur occupe le serveur partagé.
server-disk-full = Le disque du serveur partagé est plein.
too-large-for-server = Une entrée est plus grande que ce qu’un serveur partagé accepte.
nonsense = Le serveur partagé répond par quelque chose qu’on ne lui a jamais donné.
server-database = Le serveur partagé ne répond pas comme il faut (code PostgreSQL { $why }).
no-epoch = Rien ne peut encore être apporté au serveur partagé : un ordinateur de l’équipe d’organisation doit d’abord s’y rendre, pour qu’il y ait une clé.
no-server = Cet ordinateur ne connaît pas encore de serveur partagé. L’équipe d’organisation l’ajoute et remet un fichier.
why-other-name = il a été établi pour un autre nom
why-time-over = il a expiré
why-time-not-begun = il n’est pas encore valable ; l’horloge de cet ordinateur est-elle juste ?
why-signed-by-nobody = personne de connu ne l’a signé
why-not-verified = il ne peut pas être vérifié
why-nobody-answers = personne ne répond à cette adresse
why-no-connection = il n’y a pas de connexion
the-server = le serveur partagé
server-is-another = Le serveur partagé a été réinstallé, ou c’en est un autre. Tout lui a été donné de nouveau.
server-went-back = Le serveur partagé montre un état plus ancien qu’avant. Ce qui lui manque lui est rapporté.
server-shows-another-history = Le serveur partagé montre une autre histoire que celle vue par cet ordinateur. Il montre peut-être des choses différentes aux uns et aux autres : échangez des fichiers de remise, et prévenez qui en a la charge.
server-showed-another-history = Le serveur partagé montre une autre histoire que celle que raconte le fichier remis par { $name }. Il montre peut-être des choses différentes aux uns et aux autres, ou le fichier raconte ce qui n’a pas été : échangez des fichiers de remise avec d’autres, et prévenez qui a la charge du serveur.
server-lost-rows = Le serveur partagé avait perdu des entrées. Ce qui lui manque lui est rapporté.
server-broke-chain = Ce que les ordinateurs ont signé sur le serveur partagé ne tient pas ensemble. Prévenez qui en a la charge.
server-has-false-head = Le serveur partagé montre quelque chose que l’ordinateur nommé n’a pas signé.
server-withholds = Le serveur partagé retient des entrées qu’un autre ordinateur y a vues. Échangez des fichiers de remise.
server-rows-damaged = Il y a sur le serveur partagé des entrées modifiées. Elles y ont été laissées.
