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
settings-backups-explained = À chaque fermeture, une copie du dossier de la consultation y est écrite, chiffrée comme elle. Les sept dernières sont gardées ; après un effacement, seulement la plus récente, car les anciennes contiennent encore les mots.
settings-backups-choose = Choisir un emplacement…
settings-backups-other = Un autre emplacement…
settings-backups-none = Plus de sauvegardes
settings-guards = Ce qui ouvre cette consultation
settings-pin-explained = Sa phrase secrète et sa fiche de secours. Un code PIN peut l’ouvrir sur cet ordinateur, avec le trousseau de clés de celui-ci.
settings-pin-is = Sa phrase secrète, sa fiche de secours et, sur cet ordinateur, un code PIN.
settings-pin-new = Le nouveau code PIN, quatre caractères au moins
settings-pin-set = Définir un code PIN
settings-pin-forget = Oublier le code PIN
