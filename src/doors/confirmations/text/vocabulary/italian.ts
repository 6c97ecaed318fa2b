import type { Vocabulary } from './concepts.ts'

export const italian: Vocabulary = {
  language: 'it',
  common: 'il lo la gli di e è per con una un del della che suo sua non sono gentile grazie le da nel alla tuo tua',
  labels: {
    departure:
      'partenza|ora di partenza|parte|part.|orario di partenza|partenza alle|partenza ore|nuova partenza|nuovo orario di partenza',
    arrival:
      'arrivo|ora di arrivo|arriva|arr.|orario di arrivo|arrivo alle|arrivo ore|nuovo arrivo|nuovo orario di arrivo',
    from: 'da|stazione di partenza|aeroporto di partenza|origine|partenza da|porto di partenza|fermata di partenza|luogo di partenza',
    to: 'a|stazione di arrivo|aeroporto di arrivo|destinazione|per|arrivo a|porto di arrivo|fermata di arrivo|luogo di arrivo',
    outbound: 'andata|volo di andata|viaggio di andata',
    inbound: 'ritorno|volo di ritorno|viaggio di ritorno',
    date: 'data|data del viaggio|data di partenza|giorno|quando|data e ora|data volo|data viaggio',
    time: 'ora|orario|ore|inizio|alle ore',
    number:
      'volo|numero volo|volo n.|n. volo|treno|numero treno|treno n.|n. treno|autobus|corsa|nave|numero di volo|traghetto|pullman',
    reference:
      "codice|con il numero|richiesta n.|richiesta|codice prenotazione|codice di prenotazione|numero prenotazione|numero di prenotazione|prenotazione n.|n. prenotazione|pnr|codice conferma|numero di conferma|conferma n.|riferimento|riferimento prenotazione|numero ordine|numero d'ordine|codice biglietto|codice viaggio|voucher|voucher n.|prenotazione|pratica|codice pratica|pratica n.|ordine|rif.|codice cp|localizzatore|ordine n.|n. conferma",
    name: 'passeggera|passeggero|passeggeri|nome|viaggiatore|viaggiatori|cliente|ospite|nome ospite|intestatario|conducente|a nome di|a nome|nome e cognome|conducente principale|nominativo|intestata a|partecipante|nome passeggero|nome del passeggero',
    seat: 'posto|posti|posto a sedere|sedile|posto n.|poltrona',
    coach: 'carrozza|carr.|vettura',
    cabin: 'classe|cabina|classe di viaggio|livello di servizio|servizio|sistemazione',
    terminal: 'terminal',
    checkIn: 'arrivo alle|arrivo dalle|arrivo|check-in|data di arrivo|check in|data arrivo',
    checkOut: 'partenza alle|partenza entro|partenza|check-out|data di partenza|check out|data partenza',
    pickUp:
      'ritiro|presa in carico|luogo di ritiro|data di ritiro|prelievo|ritiro veicolo|inizio noleggio|punto di ritiro|ora di ritiro|luogo di prelievo|ritiro auto',
    dropOff:
      'riconsegna|restituzione|luogo di riconsegna|riconsegna veicolo|fine noleggio|consegna|data di riconsegna|riconsegna auto|luogo di restituzione',
    meet: "punto d'incontro|punto di incontro|l'autista la attenderà|l'autista vi attenderà|luogo di incontro|l'autista la aspetta|l'autista ti aspetterà",
    office: 'ufficio|sede|agenzia|luogo|stazione',
    driver: 'autista|il suo autista|il tuo autista|conducente ncc|conducente',
    phone: 'tel.|tel|telefono|cellulare|cell.|recapito',
    guests:
      'passeggeri|persone|numero di persone|coperti|ospiti|tavolo per|adulti|numero ospiti|numero persone|n. persone|numero coperti|n. ospiti|numero passeggeri',
    total:
      'totale|prezzo totale|importo totale|totale pagato|importo|costo totale|totale complessivo|totale soggiorno|totale da pagare|importo pagato|totale ordine|totale prenotazione',
    price: 'tariffa indicativa|prezzo|costo|tariffa totale|prezzo fisso',
    hotel: 'hotel|albergo|struttura|alloggio',
    restaurant: 'ristorante|trattoria|osteria',
    venue: "sede|luogo dell'evento|dove|sala|teatro|sede evento",
    event: 'evento|spettacolo|concerto|oggetto',
    address: 'indirizzo',
    provider: 'compagnia|compagnia aerea|vettore|operatore|autonoleggio|compagnia di navigazione',
    route: 'linea|tratta|itinerario|percorso|viaggio|rotta',
    cancelBy:
      'cancellazione gratuita fino al|cancellazione gratuita entro il|cancellabile fino al|annullamento gratuito fino al|annullamento gratuito entro il|cancellabile gratuitamente fino al|cancellazione entro il|cancellazione gratuita entro|disdetta entro il|disdetta gratuita entro|cancellazione gratuita fino alle|annullamento entro il|disdetta gratuita fino al|cancellazione gratuita prima del|disdetta gratuita entro il',
    checkInBy:
      'check-in entro le|check-in entro|chiusura check-in|chiusura del check-in|presentarsi entro le|presentarsi al check-in entro|il check-in chiude alle|accettazione entro|check-in chiude alle|limite check-in',
    old: 'originario|vecchio|precedente|volo originario|orario precedente|vecchio orario|anziché|orario originario|in precedenza|prima|volo precedente|originale|orario originale|itinerario originario',
    new: 'nuovo|nuova|nuovo orario|nuovi orari|nuovo volo|nuovo itinerario|aggiornato|ora modificata|nuova data',
    duration: 'durata|tempo di volo|durata del viaggio|coincidenza|scalo|cambio|durata volo|diretto',
    aside:
      'prenotato il|data prenotazione|data di prenotazione|data emissione|data di emissione|emesso il|emessa il|biglietto n.|numero biglietto|n. biglietto|fattura|fattura n.|bagaglio|bagagli|gate|imbarco|uscita|aeromobile|binario|carta fedeltà|tessera|camera|tipologia camera|colazione|tassa di soggiorno|tasse|iva|p.iva|acconto|caparra|saldo|veicolo|categoria|franchigia|chilometraggio|deposito|cauzione|valido fino al|valida fino al|valido|pagato il|pagamento|metodo di pagamento|operato da|tariffa|a notte|per notte|codice cliente|aggiornato al|ultimo aggiornamento|note|stato|email|e-mail|sito|fax|data di nascita|notti|numero notti|apertura porte|chiusura porte|subtotale|sconto|condizioni|in vigore|offerta valida|acquistato il|data acquisto|data ordine|stampato il|carta|scadenza|apertura check-in',
  },
  kinds: {
    flight: "volo|voli|compagnia aerea|aeroporto|imbarco|carta d'imbarco|aereo|linee aeree|airlines",
    train: 'treno|treni|stazione|carrozza|ferrovie|binario|biglietto ferroviario|treno regionale|frecce',
    bus: 'autobus|bus|pullman|autostazione|corriera|autolinee|fermata',
    ferry: 'traghetto|nave|traghetti|porto|imbarco nave|navigazione|passaggio ponte|traversata|aliscafo',
    car: 'autonoleggio|noleggio|noleggio auto|auto a noleggio|veicolo|riconsegna|patente|franchigia',
    ride: 'taxi|autista|transfer|ncc|trasferimento|navetta|noleggio con conducente|trasferimenti',
    stay: 'hotel|albergo|camera|notte|notti|soggiorno|pernottamento|colazione|struttura|agriturismo|locanda|pensione',
    meal: 'ristorante|tavolo|tavolo per|coperti|cena|pranzo|trattoria|osteria|pizzeria',
    meeting:
      'evento|concerto|spettacolo|conferenza|biglietti|sala|riunione|invito|teatro|fiera|convegno|museo|mostra|visita',
  },
  booked:
    "è confermata|è confermato|confermata|confermato|conferma di prenotazione|conferma prenotazione|conferma|la sua prenotazione|la tua prenotazione|il suo biglietto|i tuoi biglietti|il tuo viaggio|riepilogo|biglietto elettronico|prenotato|prenotata|il tuo ordine|carta d'imbarco|invito|confermiamo|il tuo biglietto|il suo viaggio|il tuo volo|il suo volo",
  requested:
    "non ancora confermata|non ancora confermato|richiesta di prenotazione|abbiamo ricevuto la sua richiesta|abbiamo ricevuto la tua richiesta|in attesa di conferma|la sua richiesta|la tua richiesta|soggetta a conferma|non è ancora confermata|non costituisce conferma|lista d'attesa|non è ancora una conferma",
  changed:
    'variazione operativa|è stato modificato|è stata modificata|sono stati modificati|cambio orario|variazione orario|modifica della|modifica del|variazione di orario|orario modificato|nuovo orario|sono stati variati|è cambiato|è stata spostata|è stato spostato|è cambiata|variazione del|modifica orario|prenotazione modificata',
  cancelled:
    'è stato cancellato|è stata cancellata|cancellato|cancellata|annullato|annullata|è stato annullato|è stata annullata|conferma di cancellazione|annullamento della|cancellazione del volo|conferma di annullamento|cancellazione della sua|conferma cancellazione|sono stati cancellati',
  selling:
    'prenota ora|prenota subito|cancella iscrizione|disiscriviti|offerte|offerta|promozione|codice sconto|newsletter|sconti|a partire da|annulla iscrizione|acquista ora|scopri',
  refundable: {
    yes: 'rimborsabile|rimborso possibile|rimborso consentito|completamente rimborsabile|rimborso ammesso|rimborsabile con penale',
    no: 'non rimborsabile|nessun rimborso|rimborso non consentito|rimborso non ammesso|non è rimborsabile|rimborso non previsto|non modificabile e non rimborsabile|né rimborsabile|non è ammesso il rimborso',
  },
  changeable: {
    yes: 'cambio prenotazione ammesso|cambio prenotazione consentito|cambio consentito|modificabile|cambio consentito|modifica consentita|cambio possibile|cambio ammesso|modifiche consentite|cambiabile|modifiche gratuite|cambio biglietto consentito',
    no: 'non modificabile|cambio non consentito|modifica non consentita|nessuna modifica|né modificabile|cambio non ammesso|non è modificabile|modifiche non consentite|non cambiabile|cambi non consentiti|non modificabile e non rimborsabile',
  },
  nextDay: 'giorno successivo|il giorno dopo|+1 giorno|giorno seguente|giorno dopo',
  towards: 'a|per',
  at: 'alle|ore|alle ore|dalle|entro|dalle ore|entro le|il|del|h',
  greeting:
    'gentile|gentile cliente|ciao|buongiorno|buonasera|caro|cara|egregio|egr.|gent.ma|gent.mo|salve|spett.le|gentilissima|gentilissimo',
  titles: 'sig.|sig.ra|sig.na|signor|signora|dott.|dott.ssa|ing.|avv.|prof.|prof.ssa|sig|dottor|dottoressa',
  cabins:
    '1ª classe|2ª classe|prima classe|seconda classe|economy|business|economica|premium|standard|prima|seconda|2a classe|1a classe|executive|classe economica|poltrona',
  weekdays: { lun: 1, mar: 2, mer: 3, gio: 4, ven: 5, sab: 6, dom: 7 },
  months: {},
}
