# La fenêtre elle-même : ouvrir, verrouiller, son apparence.

app-name = Anteroom

unlock-lead = Une consultation est un dossier de cet ordinateur. Tout y est chiffré.
unlock-passphrase = Phrase secrète
unlock-show = Afficher
unlock-hide = Masquer
unlock-do = Déverrouiller
unlock-working = Déverrouillage…
unlock-choose = Choisir un dossier…
unlock-lost = Personne ne peut retrouver une phrase secrète perdue : gardez la fiche de secours sur papier.
unlock-caps = La touche Verr. Maj. est active.
unlock-empty = Tapez d’abord la phrase secrète.

error-locked = La consultation est verrouillée. Rien n’a été modifié.
error-nothing-chosen = Choisissez d’abord le dossier d’une consultation.
error-no-dialog = Le dialogue du système pour choisir un dossier n’a pas pu s’ouvrir.
error-cannot-keep-look = Ce réglage vaut jusqu’à la fermeture de la fenêtre : il n’a pas pu être gardé pour la prochaine fois.
error-wrong-passphrase = Cette phrase secrète n’ouvre pas la consultation. Tout est comme avant, et vous pouvez réessayer aussitôt.
error-not-there = Il n’y a plus rien à cet endroit. Le dossier a-t-il été déplacé, ou une clé retirée ?
error-not-a-consultation = Ce dossier n’est pas une consultation d’Anteroom. Rien n’y a été modifié : choisissez-en un dont le nom se termine par « .anteroom ».
error-keys-missing = Le fichier « keys » manque dans ce dossier, et sans lui rien ne peut être lu. Rien n’a été modifié : restaurez-le depuis une sauvegarde.
error-keys-damaged = Le fichier « keys » de ce dossier est endommagé, et sans lui rien ne peut être lu. Rien n’a été modifié : restaurez-le depuis une sauvegarde.
error-keys-of-another = Les fichiers « keys » et « contents.db » appartiennent à deux consultations différentes. Rien n’a été modifié : restaurez-les tous deux depuis une même sauvegarde.
error-contents-missing = Le fichier « contents.db » manque dans ce dossier. Rien n’a été modifié : restaurez le dossier depuis une sauvegarde.
error-contents-cut = Le fichier « contents.db » de ce dossier a été tronqué, comme lorsqu’une copie est interrompue. Rien n’a été modifié : restaurez le dossier depuis une sauvegarde, et gardez celui-ci jusque-là.
error-contents-damaged = Le fichier « contents.db » de ce dossier est endommagé. Rien n’a été modifié : restaurez le dossier depuis une sauvegarde, et gardez celui-ci jusque-là.
error-newer = Cette consultation a été écrite par une version plus récente d’Anteroom. Rien n’a été modifié : mettez d’abord celle-ci à jour.
error-not-closed = Ce dossier n’a pas été fermé la dernière fois. Rien n’a été modifié : ouvrez-le tel quel et fermez-le ; il pourra alors servir à restaurer.
error-open-elsewhere = Cette consultation est ouverte ailleurs : dans une autre fenêtre, ou par un autre programme. Fermez-la d’abord là-bas.
error-disk-full = Le disque est plein. Tout ce qui a été consigné auparavant est là. Faites de la place, puis réessayez.
error-read-only = On ne peut pas écrire dans ce dossier. Rien n’a été modifié : copiez-le à un endroit où l’on peut écrire, ou changez ses droits.
error-disk = Le disque ne répond pas comme il le devrait. Tout ce qui a été consigné auparavant est là : copiez le dossier sur un autre disque.
error-not-allowed = Votre rôle dans cette consultation ne le permet pas. Rien n’a été modifié : demandez à un organisateur.
error-gone = Cette contribution n’est plus là.
error-unexpected = Il s’est produit quelque chose que cette fenêtre ne sait pas dire. Rien n’a été modifié. Voici ce qui a été dit : { $message }

nav-label = Principale
nav-contributions = Contributions
nav-lock = Verrouiller

illustration-sample = Illustration
illustration-sample-explained = Personne n’a dit ces choses : cette consultation est inventée.
illustration-practice = Exercice
illustration-practice-explained = Cette consultation sert à s’exercer.

look-theme = Luminosité
look-theme-system = Comme le système
look-theme-light = Claire
look-theme-dark = Sombre
look-size = Taille du texte
look-size-small = Petite
look-size-normal = Normale
look-size-large = Grande
look-size-largest = Très grande
look-language = Langue
look-language-system = Comme le système

key-ctrl = Ctrl
key-alt = Alt
key-enter = Entrée
key-escape = Échap
key-space = Espace
key-digit = 1 … 9

palette-title = Toutes les actions
palette-label = Que voulez-vous faire ?
palette-none = Aucune action ne porte ce nom ici.
palette-go = Aller à { $place }

settings-title = Réglages

dialog-close = Fermer
notice-close = Fermer cette ligne
undo-do = Annuler
redo-do = Rétablir
undo-name = Annuler : { $deed }
redo-name = Rétablir : { $deed }
undo-done = Annulé : { $deed }.
undo-parked = Le brouillon est de nouveau en attente.
undo-elsewhere = Ce n’est pas sur cet écran, mais dans { $place }.
undo-under-way = Annulation…
redo-under-way = Rétablissement…
redo-done = Rétabli : { $deed }.
deed = { $deed ->
    [record] { $records ->
        [one] l’enregistrement d’une contribution
       *[other] l’enregistrement de { $records } contributions
    }
    [tag] { $records ->
        [one] le classement d’une contribution
       *[other] le classement de { $records } contributions
    }
    [import] { $records ->
        [one] l’importation d’une contribution
       *[other] l’importation de { $records } contributions
    }
    [edit] { $records ->
        [one] la modification d’une contribution
       *[other] la modification de { $records } contributions
    }
    [permission] { $records ->
        [one] le changement d’une autorisation
       *[other] le changement des autorisations de { $records } contributions
    }
    [attach] { $records ->
        [one] le fait de joindre un fichier
       *[other] le fait de joindre { $records } fichiers
    }
    [brief] la rédaction d’une note de synthèse
    [structure] la modification du programme
    [presence] le relevé des présences
    [settle] le règlement de ce qui a été modifié des deux côtés
    [consolidate] la réunion ou la séparation de notes
    [material] la modification de la bibliothèque
   *[other] la dernière action
}
