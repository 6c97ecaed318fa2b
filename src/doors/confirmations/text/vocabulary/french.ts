import type { Vocabulary } from './concepts.ts'

export const french: Vocabulary = {
  language: 'fr',
  common: 'le la les des et est votre vous nous pour avec dans une du au aux sur en à de bonjour merci',
  labels: {
    departure: 'départ|heure de départ|départ à|dép.|embarquement départ|nouveau départ|nouvel horaire de départ',
    arrival: "arrivée|heure d'arrivée|arrivée à|arr.|nouvelle arrivée",
    from: 'de|gare de départ|aéroport de départ|origine|au départ de|lieu de départ|port de départ|départ de|arrêt de départ',
    to: "à|vers|gare d'arrivée|aéroport d'arrivée|destination|à destination de|lieu d'arrivée|port d'arrivée|arrêt d'arrivée|arrivée à destination",
    outbound: 'aller|vol aller|trajet aller|voyage aller|traversée aller',
    inbound: 'retour|vol retour|trajet retour|voyage retour|traversée retour',
    date: 'date|date du voyage|jour|date de départ|quand|date et heure|date du vol|date de voyage|le',
    time: 'heure|horaire|début',
    number:
      'vol|vol n°|numéro de vol|n° de vol|train|train n°|n° de train|numéro de train|bus|autocar|navire|ligne|train no',
    reference:
      'sous le numéro|référence|référence de réservation|référence dossier|réf. dossier|référence du dossier|n° de dossier|dossier|numéro de réservation|n° de réservation|code de réservation|numéro de confirmation|n° de confirmation|numéro de commande|n° de commande|dossier voyage|réf.|pnr|numéro de dossier|code réservation|confirmation n°|réservation n°|commande n°|code de confirmation|bon n°|réservation|référence commande|votre référence|référence de commande|nom de dossier',
    name: 'passagère|voyageuse|cliente|passager|passagers|nom|voyageur|voyageurs|client|nom du client|nom du passager|voyageur(s)|conducteur|conducteur principal|titulaire|au nom de|locataire|nom du voyageur|nom de réservation|nom du client principal|réservé au nom de|participant|passager(s)|réservation au nom de',
    seat: 'place|siège|places|n° de siège|n° de place|place assise|place n°|siège n°',
    coach: 'voiture|voit.',
    cabin: 'classe|cabine|classe de voyage|confort',
    terminal: 'terminal|aérogare',
    checkIn: "arrivée à|arrivée à partir de|arrivée|date d'arrivée|enregistrement|check-in|jour d'arrivée|arrivée le",
    checkOut: 'départ à|départ avant|départ|date de départ|check-out|jour de départ|départ le|libération de la chambre',
    pickUp:
      'prise en charge|retrait|départ de location|lieu de prise en charge|lieu de retrait|prise du véhicule|heure de prise en charge|adresse de prise en charge|enlèvement|date de prise en charge|agence de départ|début de location',
    dropOff:
      'restitution|retour du véhicule|lieu de restitution|dépose|lieu de dépose|retour|agence de retour|adresse de dépose|date de restitution|fin de location',
    meet: 'point de rencontre|lieu de rendez-vous|point de rendez-vous|votre chauffeur vous attendra|le chauffeur vous attendra|rendez-vous',
    office: 'agence|lieu|bureau',
    driver: 'chauffeur|votre chauffeur|conducteur du véhicule',
    phone: 'tél.|tél|téléphone|mobile|portable|tél. :|contact',
    guests:
      "personnes|nombre de personnes|couverts|nombre de couverts|table pour|convives|adultes|nombre de voyageurs|nombre de passagers|nombre d'adultes|nombre de convives|pour",
    total:
      'total|montant total|prix total|montant total payé|total ttc|montant payé|total payé|total à payer|montant|prix total ttc|total du séjour|coût total|montant réglé|montant ttc|total général',
    price: 'prix|tarif total|prix ttc|forfait',
    hotel: "hôtel|établissement|hébergement|nom de l'hôtel",
    restaurant: 'restaurant',
    venue: "lieu de l'événement|salle|où|lieu du spectacle",
    event: 'événement|spectacle|concert|objet|manifestation',
    address: "adresse|adresse de l'hôtel",
    provider: 'compagnie|compagnie aérienne|transporteur|loueur|compagnie maritime|opérateur|exploitant',
    route: 'trajet|itinéraire|parcours|voyage|traversée|liaison',
    cancelBy:
      "annulation gratuite jusqu'au|annulation gratuite avant le|annulation sans frais jusqu'au|annulable jusqu'au|annulable sans frais jusqu'au|annuler avant le|annulation possible jusqu'au|annulation gratuite avant|annulation sans frais avant le|annuler sans frais jusqu'au|annulez gratuitement jusqu'au|annuler gratuitement jusqu'au|remboursable jusqu'au|annulation jusqu'au|annulable gratuitement jusqu'au",
    checkInBy:
      "enregistrement avant|enregistrement jusqu'à|heure limite d'enregistrement|fin d'enregistrement|fermeture de l'enregistrement|limite d'enregistrement|présentation à l'enregistrement avant|clôture de l'enregistrement|heure limite de présentation|se présenter avant",
    old: 'ancien|ancienne|ancien horaire|anciens horaires|initial|horaire initial|vol initial|au lieu de|initialement|précédent|précédemment|ancien vol|horaires initiaux|prévu initialement|trajet initial|initialement prévu|ancienne date',
    new: 'nouveau|nouvelle|nouvel horaire|nouveaux horaires|nouveau vol|désormais|nouveau trajet|nouvelle heure|nouvel itinéraire|modifié|nouvelle date|vos nouveaux horaires',
    duration:
      'durée|temps de vol|temps de trajet|correspondance|durée du trajet|durée du vol|escale|temps de correspondance|direct|durée estimée',
    aside:
      "réservé le|date de réservation|date de commande|date d'émission|émis le|émise le|billet n°|numéro de billet|n° de billet|billet électronique|facture|facture n°|n° de facture|bagage|bagages|porte|embarquement|appareil|quai|carte|carte de fidélité|fidélité|chambre|petit déjeuner|petit-déjeuner|taxe de séjour|taxes|tva|acompte|solde|véhicule|catégorie|franchise|kilométrage|caution|valable jusqu'au|valable|offre valable|payé le|paiement|mode de paiement|réglé le|commandé le|opéré par|assuré par|tarif|par nuit|prix par nuit|numéro client|n° client|siret|siren|rcs|capital|mis à jour le|dernière mise à jour|remarque|remarques|demande|statut|e-mail|courriel|site|fax|date de naissance|nuits|nombre de nuits|ouverture des portes|fermeture des portes|sous-total|remise|conditions|conditions générales|en vigueur|cb|échéance|imprimé le|envoyé le|commande du|réservation du|heure limite d'embarquement|fermeture de l'embarquement|menu|ouverture de l'enregistrement",
  },
  kinds: {
    flight:
      "vol|vols|compagnie aérienne|aéroport|embarquement|carte d'embarquement|avion|aérienne|billet d'avion|airlines",
    train: 'train|gare|tgv|voiture|rail|billet de train|trains|ter|ferroviaire|quai',
    bus: 'bus|autocar|car|gare routière|autocars|arrêt de bus',
    ferry: 'ferry|traversée|bateau|navire|port|gare maritime|ferries|maritime|passager piéton|pont',
    car: 'location de voiture|contrat de location|kilométrage|conducteur|agence|location|véhicule|loueur|restitution|location de véhicule|voiture de location|franchise|permis de conduire',
    ride: 'taxi|chauffeur|transfert|vtc|navette|transferts|prise en charge|votre chauffeur',
    stay: 'hôtel|chambre|nuit|nuits|séjour|hébergement|auberge|petit-déjeuner|chambre double|hôtelier|gîte',
    meal: 'restaurant|table|couverts|dîner|déjeuner|table pour|brasserie|bistrot|convives|réservation de table',
    meeting:
      'événement|concert|spectacle|conférence|billets|salle|réunion|invitation|théâtre|opéra|salon|colloque|musée|exposition|visite|représentation|congrès',
  },
  booked:
    "est confirmée|est confirmé|confirmée|confirmé|confirmation de réservation|confirmation de commande|confirmation|votre réservation|votre commande|votre billet|vos billets|votre voyage|votre séjour|e-billet|votre vol|nous confirmons|nous vous confirmons|carte d'embarquement|invitation|votre table|récapitulatif|billet électronique|nous avons le plaisir de confirmer|réservé",
  requested:
    "pas encore confirmée|pas encore confirmé|n'est pas encore|demande de réservation|avons bien reçu votre demande|en attente de confirmation|sous réserve de confirmation|votre demande|liste d'attente|n'est pas une confirmation|sera confirmée|ne vaut pas confirmation",
  changed:
    "modification de votre|modification d'horaire|a été modifié|a été modifiée|ont été modifiés|changement d'horaire|a changé|ont changé|horaire modifié|nouveaux horaires|a été avancé|a été retardé|modification de vol|réservation modifiée|a été déplacé|a été déplacée|nouvel horaire|modifications apportées|changement de programme|ont été modifiées",
  cancelled:
    "a été annulé|a été annulée|est annulé|est annulée|annulation de votre|confirmation d'annulation|annulé|annulée|ont été annulés|supprimé|confirmons l'annulation|vol annulé|est supprimé|ont été annulées|bien annulée|bien annulé|annulation confirmée",
  selling:
    "réservez vite|réservez maintenant|se désabonner|désinscription|désabonner|offres|promo|promotion|bons plans|à partir de|code promo|soldes|newsletter|offre spéciale|j'en profite|vente flash|réserver maintenant|je réserve",
  refundable: {
    yes: 'remboursable sans frais|remboursable|échangeable et remboursable|remboursement possible|remboursable avec frais|annulable et remboursable|entièrement remboursable',
    no: 'non remboursable|non-remboursable|ni échangeable ni remboursable|pas remboursable|aucun remboursement|remboursement impossible|ni remboursable|non échangeable et non remboursable|ni échangeable, ni remboursable|non échangeable, non remboursable|ni modifiable ni remboursable|non modifiable et non remboursable|non échangeable ni remboursable|non annulable|remboursement non autorisé',
  },
  changeable: {
    yes: 'échangeable|modifiable|échange possible|modification possible|échangeable et remboursable|modifiable sans frais|échangeable sans frais|modifiable avec frais|échangeable avec frais',
    no: 'non échangeable|non-échangeable|ni échangeable|non modifiable|pas échangeable|échange impossible|ni échangeable ni remboursable|ni modifiable|pas modifiable|non-modifiable|modification non autorisée|aucune modification|ni échangeable, ni remboursable',
  },
  nextDay: 'le lendemain|lendemain|+1 jour|jour suivant|j+1',
  towards: 'vers|à',
  at: 'à|a|vers|dès|avant|de|le|à partir de',
  greeting:
    'bonjour|bonsoir|chère madame|cher monsieur|chère|cher|madame, monsieur|bonjour madame|bonjour monsieur|madame|monsieur',
  titles: 'm.|mme|mlle|monsieur|madame|dr|pr|m|mr|mrs|maître|me',
  cabins:
    '1re classe|2de classe|2e classe|1ère classe|2nde classe|2ème classe|1ere classe|économique|affaires|economy|business|première|première classe|seconde classe|classe économique|classe affaires|économie|premium|premium economy|confort|standard',
  weekdays: { lun: 1, mar: 2, mer: 3, jeu: 4, ven: 5, sam: 6, dim: 7 },
  months: { janv: 1, fevr: 2, fev: 2, avr: 4, juil: 7, sept: 9, jan: 1, dec: 12 },
}
