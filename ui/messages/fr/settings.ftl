# Réglages.

settings-lock-after = Verrouiller si personne n’a touché la fenêtre depuis
settings-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
settings-seconds = { $count ->
    [0] jamais
    [one] { $count } seconde
   *[other] { $count } secondes
}
settings-backups = Sauvegardes
settings-backups-explained = À chaque fermeture, une copie du dossier de la consultation y est écrite, chiffrée comme elle, puis relue. Les sept dernières sont gardées ; après un effacement, seulement la plus récente, car les anciennes contiennent encore les mots.
settings-backups-choose = Choisir un emplacement…
settings-backups-other = Un autre emplacement…
settings-backups-none = Plus de sauvegardes
settings-guards = Ce qui ouvre cette consultation
settings-pin-explained = Sa phrase secrète et sa fiche de secours. Un code PIN peut l’ouvrir sur cet ordinateur, avec le trousseau de clés de celui-ci.
settings-pin-is = Sa phrase secrète, sa fiche de secours et, sur cet ordinateur, un code PIN.
settings-pin-new = Le nouveau code PIN, quatre caractères au moins
settings-pin-set = Définir un code PIN
settings-pin-forget = Oublier le code PIN

settings-keys = Raccourcis clavier
keys-find = Chercher une action
keys-none-found = Aucune action ne porte ce nom.
keys-change = Modifier
keys-change-named = Modifier la touche : { $action }
keys-press = Appuyez sur les nouvelles touches…
keys-press-how = Échap laisse tout tel quel.
keys-none = aucune
keys-fixed = toujours ainsi
keys-as-it-came = Par défaut
keys-as-it-came-named = Par défaut : { $action }
keys-all-as-they-came = Tout par défaut
keys-are-as-they-came = Toutes les touches sont celles par défaut.
keys-now = { $action } : désormais { $keys }.
keys-held = { $keys } est la touche de « { $action } » ({ $where }). Si elle est reprise, cette action n’en aura plus.
keys-held-fast = { $keys } est toujours « { $action } » ({ $where }). Choisissez d’autres touches.
keys-take-over = La reprendre
keys-leave = Ne rien changer
keys-taken = { $keys } appartient au système ou aux champs de texte : quitter, fermer, supprimer, se déplacer ou coller. Choisissez d’autres touches.
keys-bare = { $keys } seul s’écrirait dans le texte. Maintenez Ctrl ou Alt, ou prenez une touche de F2 à F9.
keys-unknown = { $keys } n’existe pas sur tous les claviers. Prenez une lettre ou un chiffre avec Ctrl, un chiffre avec Alt, ou une touche de F2 à F9.
keys-everywhere = Partout
keys-tidy = Ce qui manque à un tour clos
keys-brief = Une synthèse
keys-dialog = Dans une boîte de dialogue
keys-dialog-do = Faire ce que propose la boîte
keys-kind = Type { $number }
keys-line-break = Aller à la ligne
keys-next-suggestion = Passer à la suggestion suivante
keys-resume = Reprendre le dernier brouillon en attente
keys-goes-on = La même personne continue la saisie
keys-screen = Écran de salle : montrer ou masquer
keys-tidy-leave = Laisser tel quel
keys-tidy-suggested = Prendre ce qui est proposé sous ce numéro
keys-conflict-digit = Faire ce qui est proposé sous ce numéro
keys-tidy-ended = Saisir la fin de l’intervention
keys-tidy-done = Terminer
keys-open = Ouvrir la contribution
keys-close-opened = Fermer la contribution
keys-select = Sélectionner la contribution, ou non
keys-select-stretch = Sélectionner jusqu’à la suivante
keys-select-all = Tout sélectionner dans la liste
keys-import-record = Importer le tableau
keys-who-number = Qui l’a dit ? Par le numéro du paragraphe
keys-brief-split = Continuer dans un nouveau paragraphe
keys-release-mend = Faire la première réparation
keys-release-mend-number = Faire la réparation de ce numéro
keys-release-go = Aller au paragraphe
keys-plan-add = Ajouter un élément en dessous
check-title = Vérifier cette consultation
check-explained = Chaque page, chaque signature et chaque mot sont examinés : tout est-il tel qu’il a été signé, et la fenêtre montre-t-elle ce qui a été signé ? Rien n’est modifié.
check-working = Vérification…
check-well = Tout est tel qu’il a été signé : { $commits ->
    [one] une entrée
   *[other] { NUMBER($commits) } entrées
}, { $contributions ->
    [0] aucune contribution
    [one] une contribution
   *[other] { NUMBER($contributions) } contributions
}.
check-mendable = { $count ->
    [one] Ce que les gens ont fait est tel qu’ils l’ont signé, mais ce qui en est montré ne l’est pas : une chose. Rien n’est perdu.
   *[other] Ce que les gens ont fait est tel qu’ils l’ont signé, mais ce qui en est montré ne l’est pas : { NUMBER($count) } choses. Rien n’est perdu.
} Une relecture du journal y remédie.
check-wrong = { $count ->
    [one] Une chose n’est pas telle qu’elle a été signée.
   *[other] { NUMBER($count) } choses ne sont pas telles qu’elles ont été signées.
} Rien n’a été modifié, et ce qui peut être lu peut l’être encore. N’enregistrez plus rien ici : restaurez le dossier depuis une sauvegarde, et gardez celui-ci jusque-là.
check-details = Ce qui a été trouvé, pour qui y remédiera
check-again = Vérifier de nouveau
check-rebuild = Relire le journal
check-rebuilding = Relecture du journal…
