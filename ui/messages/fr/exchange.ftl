# Les autres ordinateurs : fichiers de remise, dossiers d’événement, participants.

nav-exchange = Remise
exchange-lead = Ce qui a été noté sur d’autres ordinateurs entre ici, et ce qui manque aux autres en sort. Les fichiers sont scellés : qui trouve une clé n’y lit rien.
exchange-illustration = Ce n’est pas une vraie consultation : elle ne reprend rien d’autres ordinateurs et ne remet rien.
exchange-this-laptop = cet ordinateur
exchange-founder = la personne fondatrice
exchange-nameless = un ordinateur sans nom
exchange-unconfirmed = { $name }, pas encore confirmé
exchange-unconfirmed-explained = Vous pouvez noter tout de suite. Quand votre premier fichier de remise arrive chez un organisateur, il compare ces mots avec son écran et admet cet ordinateur.
exchange-words-consultation = La consultation
exchange-words-own = Cet ordinateur
exchange-take-in = Reprendre des fichiers…
exchange-hand-over = Remettre…
exchange-pack = Dossier d’événement…
exchange-invite = Inviter…
exchange-drop = On peut aussi déposer des fichiers sur cette fenêtre, vingt à la fois.
exchange-taking-in = Reprise
exchange-handing-over = Remise
exchange-taken = Ce qui est arrivé
exchange-erasures = { $count ->
    [0] Un nom ou un fichier est masqué jusqu’à ce qu’une seconde personne confirme
    [one] Une contribution est masquée jusqu’à ce qu’une seconde personne confirme
   *[other] { $count } contributions sont masquées jusqu’à ce qu’une seconde personne confirme
}
exchange-erasures-explained = Quelqu’un a effacé plus que ce qu’un seul ordinateur peut effacer. Une fois confirmé, les mots disparaissent pour de bon, partout.
exchange-erasures-elsewhere = Cela se confirme sur l’ordinateur d’un organisateur que celui qui a effacé n’a pas admis ; pas sur celui qui a effacé.
exchange-erasures-confirm = Effacer pour de bon
exchange-erasures-done = Confirmé : les mots ont disparu pour de bon.
exchange-erasures-refuse = Ne pas effacer
exchange-erasures-refuse-explained = Si vous refusez, ce qui est masqué s’affiche de nouveau. Les cinquante premières, qu’un seul ordinateur peut effacer, ne sont plus ici : elles ne reviennent qu’avec un fichier d’un ordinateur qui les a encore.
exchange-erasures-refused = Refusé : ce qui était masqué s’affiche de nouveau.
exchange-strangers = En attente d’admission
exchange-strangers-explained = Comparez les quatre mots avec l’écran de l’ordinateur avant d’accepter.
exchange-strangers-others = Un organisateur en décide.
exchange-stranger = { $count ->
    [0] Rien encore de { $name }
    [one] Une note de { $name }
   *[other] { $count } notes de { $name }
}
exchange-check = Mots de contrôle :
exchange-rival = Un autre ordinateur porte aussi le nom « { $name } ». Un seul est peut-être la table que vous pensez : comparez les mots.
exchange-whose = À qui est cet ordinateur :
exchange-whose-new = une personne nouvelle ici
exchange-whose-instead = à la place d’un ordinateur perdu, qui est exclu
exchange-whose-another = un ordinateur de plus de quelqu’un
exchange-awaited = Rien d’aujourd’hui n’est ici de { $names }.
exchange-gap = Des entrées antérieures de cet ordinateur manquent : demandez un fichier complet.
exchange-give-up = Compter la suite sans elles
exchange-give-up-explained = Des entrées de { $name } manquent, et ce qui les suit attend. Si aucun ordinateur ni aucune clé ne les a plus, la suite peut compter sans elles.
exchange-given-up = { $name } : la suite compte maintenant.
exchange-accept = Accepter { $name }
exchange-refuse = Refuser { $name }
exchange-refuse-all = Tout refuser
exchange-approve = Faire compter le travail de { $name }
exchange-accepted = { $name } participe.
exchange-refused = Refusé.
exchange-approved = Cela compte maintenant.
exchange-members = Qui participe
exchange-name = Nom
exchange-roles = Rôles
exchange-recorded = Notées
exchange-last-file = Dernier fichier
exchange-what = Ce que l’on peut faire
exchange-open = Modifier…
exchange-change = Modifier { $name }
exchange-suspended = suspendu
exchange-not-confirmed = pas confirmé
exchange-forked = Deux ordinateurs ont écrit avec la clé de celui-ci.
exchange-waits = { $count ->
    [one] Une action attend un organisateur
   *[other] { $count } actions attendent un organisateur
}
exchange-keep = Garder
exchange-kept = { $name } : gardé.
exchange-suspend = Suspendre
exchange-suspend-explained = Ce que { $name } a noté jusqu’ici reste. Ce qui vient de cet ordinateur plus tard ne compte pas tant qu’un organisateur ne l’admet pas de nouveau.
exchange-stolen = Il a été perdu ou volé : refuser ce qui en vient, et redemander aux autres ce qu’il a effacé.
exchange-is-suspended = { $name } est suspendu.
exchange-suspend-title = Suspendre { $name }
exchange-suspend-when = Ce qui ne compte plus
exchange-suspend-now = ce qui vient à partir de maintenant
exchange-suspend-since = ce qu’il a fait depuis un jour ou une heure
exchange-suspend-moment = Depuis quand
exchange-suspend-since-explained = Selon sa propre horloge. Ce qu’il a fait depuis quitte la liste et attend, sauf s’il a été volé : alors c’est refusé.
exchange-moment-wrong = Ce n’est pas une date : écrivez-la comme { $example }.
exchange-let-in-since = Il a admis ceux-ci depuis. Qui reste ?
exchange-let-in-with = et avec lui { $names }
exchange-let-in-explained = Ceux qui sont cochés participent comme avant, admis par vous. Les autres attendent d’être admis de nouveau.
exchange-stands-before = Cet ordinateur a été admis avant le vôtre : { $name }. Ce qu’il enregistre est écarté, mais ce qu’il décide comme organisateur continue de compter, à moins que la fiche de secours ne le dise aussi.
exchange-recover = Fiche de secours
exchange-recover-explained = S’il ne reste aucun organisateur pour admettre cet ordinateur, les mots de la fiche de secours l’admettent, avec tous les rôles. La fiche a été imprimée à la fondation de la consultation.
exchange-recover-do = Admettre cet ordinateur
exchange-recovered = Cet ordinateur participe avec tous les rôles.
exchange-readmit = Admettre de nouveau
exchange-readmit-explained = Ce qui y a été noté entre-temps compte aussi.
exchange-not-now = Pas maintenant
exchange-wordless = { $count ->
    [one] Une contribution figure ici sans ses mots
   *[other] { $count } contributions figurent ici sans leurs mots
}
exchange-wordless-explained = Elles ont été enregistrées sur ces ordinateurs. Quelqu’un a effacé les mots avant que ce soit refusé, ou personne ne les a encore apportés : un fichier d’un ordinateur ou d’une sauvegarde qui les a les apporte, sauf si la personne n’en permet pas la transmission.
exchange-wordless-more = { $count ->
    [one] Et une autre.
   *[other] Et { $count } autres.
}
exchange-reports = Ce qui est arrivé auparavant
exchange-for = Pour
exchange-nobody = Il n’y a encore personne pour qui un fichier puisse être scellé. Acceptez une table, ou invitez quelqu’un.
exchange-what-goes = Ce qui part
exchange-since = Ce qui leur manque
exchange-whole = Le tout
exchange-names = Les noms et contacts aussi
exchange-names-explained = Les noms et contacts vont à toutes les personnes choisies ci-dessus, et restent sur leurs ordinateurs.
exchange-held-back = Les mots que leurs auteurs ne permettent pas de transmettre restent ici.
exchange-save = Enregistrer le fichier…
exchange-handed = { $count ->
    [0] Le fichier est prêt. Il ne contient pas de nouvelle contribution.
    [one] Le fichier est prêt, avec une contribution.
   *[other] Le fichier est prêt, avec { $count } contributions.
}
exchange-show-words = L’écran de l’organisateur montre aussi ces mots. Comparez-les avant qu’il accepte :
exchange-compare = À comparer avec l’écran de l’autre ordinateur :
exchange-done = Terminé
exchange-pack-explained = Un seul fichier avec lequel toutes les tables commencent : le programme, les groupes, le cadre et les règles, et rien de ce que quelqu’un a dit. Six mots l’ouvrent.
exchange-pack-words = Le fichier est prêt. Dites ces six mots à voix haute aux tables. Ils ne sont gardés nulle part ; ne les écrivez pas sur la clé.
exchange-pack-check = Les tables comparent :
exchange-pack-noted = J’ai noté les mots
exchange-invite-explained = Pour les organisateurs, rapporteurs et observateurs qui ont besoin des contributions sur leur propre ordinateur. Les tables commencent plus vite avec un dossier d’événement.
exchange-invited = L’invitation pour { $name } est prête.
exchange-open-acceptance = Une acceptation est revenue…
exchange-acceptance = { $name } a accepté, sous le nom « { $own } ».
role-facilitator = Facilitateur
role-organiser = Organisateur
role-rapporteur = Rapporteur
role-observer = Observateur
role-facilitator-explained = note, et modifie ce qu’il a noté
role-organiser-explained = fait tout
role-rapporteur-explained = rédige les notes de séance, et étiquette tout
role-observer-explained = lit

# La porte
welcome-join = Rejoindre une consultation…
welcome-join-explained = avec un dossier d’événement, une invitation, ou le premier fichier reçu
join-title = Rejoindre une consultation
join-explained = Choisissez ce que l’on vous a donné : un dossier d’événement, une invitation, ou le premier fichier de remise après l’acceptation de votre invitation.
join-choose = Choisir le fichier…
join-words = Les six mots dits à voix haute
join-words-missing = Saisissez les six mots.
join-name = Le nom de cet ordinateur : « Table 7 »
join-own-name = Votre nom
join-name-missing = Indiquez un nom.
join-passphrase = La phrase secrète choisie en acceptant
join-begin = Commencer
join-accept = Accepter, et enregistrer la réponse…
join-accepted = La réponse est enregistrée : donnez-la à l’organisateur. Quand son premier fichier revient, choisissez-le ici. Il compare ces mots :

# Une phrase secrète a été oubliée
help-allow = Les organisateurs peuvent aider qui oublie sa phrase secrète
help-allow-explained = C’est dit à toutes les personnes qui rejoignent la consultation à partir de maintenant : avec les mots d’un organisateur, ce que contient leur ordinateur peut être ouvert. Les ordinateurs qui l’ont déjà rejointe restent comme ils sont.
help-declared = Si vous l’oubliez, un organisateur peut aider. Qui a les mots d’un organisateur et cet ordinateur peut lire ce qu’il contient.
help-forgot = La phrase secrète est oubliée…
help-words = Les douze mots que dit un organisateur
help-letter = Enregistrer un fichier pour un organisateur…
help-letter-explained = Un organisateur peut aider : enregistrez un fichier pour lui et donnez-le-lui, ou envoyez-le. Personne d’autre ne peut le lire.
help-letter-saved = Le fichier est enregistré. Donnez-le à un organisateur et demandez-lui les douze mots.
help-recovered = Les mots d’un organisateur ont ouvert la consultation. Choisissez la phrase secrète qui l’ouvre désormais ; ces mots ne l’ouvrent ensuite plus. Les sauvegardes et les copies faites avant s’ouvrent encore avec eux.
help-stands = L’ancienne phrase secrète ouvre toujours la consultation, et les mots de l’organisateur aussi. Vous pouvez la changer dans les réglages.
help-forgotten = Phrase secrète oubliée…
help-forgotten-explained = Qui a oublié sa phrase secrète enregistre un fichier devant la consultation verrouillée et vous le donne. Il contient douze mots qui ouvrent cet ordinateur ; seuls les organisateurs peuvent les lire.
help-choose = Choisir le fichier…
help-whose = Ces mots ouvrent l’ordinateur de { $name } :
help-whose-unknown = Ces mots ouvrent un ordinateur dont rien n’est encore arrivé :
help-careful = Ne les dites qu’à quelqu’un dont vous connaissez la voix. Qui les a avec l’ordinateur, ou une sauvegarde, peut lire ce qu’il contient.

# Le serveur partagé
server-title = Serveur partagé
server-none = Les ordinateurs qui ont un réseau peuvent échanger par un serveur partagé, qui transmet des entrées scellées et n’en lit aucune. Les fichiers restent possibles à côté.
server-none-told = Les ordinateurs qui ont un réseau peuvent échanger par un serveur partagé. L’équipe d’organisation l’ajoute, et le prochain fichier de remise l’apprend à cet ordinateur.
server-told-of = L’équipe d’organisation a ajouté un serveur partagé et créé un accès pour cet ordinateur :
server-begin = Échanger avec lui
server-connect = Ajouter un serveur partagé…
server-connect-explained = Qui a la charge du serveur l’a installé et vous en donne l’adresse et le mot de passe. Avec eux, chaque ordinateur participant reçoit son propre accès, qui voyage scellé dans le prochain fichier de remise.
server-address = Adresse
server-password = Mot de passe
server-password-kept = Le mot de passe sert une fois et n’est pas gardé.
server-authority = Certificat de votre propre autorité…
server-make-logins = Créer les accès
server-connecting = Création des accès…
server-connected = Cet ordinateur échange désormais avec le serveur partagé.
server-added = Nouveaux accès : { $names }.
server-added-next = Remettez-leur un fichier : leurs accès s’y trouvent.
server-dropped = N’entrent plus : { $names }.
server-without = Pas encore d’accès : { $names }. Leurs ordinateurs doivent d’abord remettre un fichier.
server-done = Terminé
server-logins = Mettre les accès à jour…
server-visit = Synchroniser
server-visiting = Synchronisation…
server-synced = Synchronisé à { $time }
server-last = Dernière synchronisation : { $time }.
server-not-yet = Pas encore synchronisé
server-away = Non connecté
server-tries-again = Un nouvel essai se fait tout seul ; ce que vous notez est en sécurité ici.
server-nothing-new = Rien de nouveau sur le serveur partagé.
server-leave = Quitter ce serveur
server-leave-explained = Cet ordinateur n’échange plus avec le serveur partagé. Ce qui en est venu reste ici, et ce qu’il a reste là-bas.
server-holds = { $count ->
    [one] Une entrée scellée
   *[other] { $count } entrées scellées
} sur le serveur, { $size } Ko
server-seen = Dernier passage
server-newest = Entrée la plus récente
server-entries = Entrées
server-no-login = sans accès
server-never = –
