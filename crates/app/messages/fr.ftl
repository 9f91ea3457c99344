# Les mots d'un document en français.

brief-annex = Annexe : éléments à l’appui
brief-annex-note = Les références ne valent que pour ce document. Les intervenants sont nommés dans la mesure où la règle du tour de table et leur accord le permettent.
brief-reference = Référence
brief-who = Qui
brief-kind = Nature
brief-about = Se rapporte à
brief-words = Propos
brief-not-quoted = citation non autorisée
brief-a-participant = un participant
brief-evidence = Éléments
brief-note-public = Destiné au public
brief-note-states = Destiné aux États et au secrétariat
brief-note-participants = Destiné aux participants
brief-note-organisers = Document de travail des organisateurs, à ne pas diffuser
brief-illustration = Illustration : organisations, personnes et propos inventés
