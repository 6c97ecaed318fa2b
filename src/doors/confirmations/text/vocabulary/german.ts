import type { Vocabulary } from './concepts.ts'

export const german: Vocabulary = {
  language: 'de',
  common: 'der die das und ist ihre ihr ihren sie wir für mit von auf bei zum zur nicht eine einen im den am wird',
  labels: {
    departure:
      'abflug|abfahrt|ab|abflugzeit|abfahrtszeit|abfahrtzeit|start|neue abflugzeit|abflug um|abfahrt um|auslaufen|neue abfahrt',
    arrival: 'ankunft|an|ankunftszeit|landung|neue ankunftszeit|ankunft um|neue ankunft',
    from: 'von|abflughafen|startbahnhof|abfahrtsort|abgangsbahnhof|abflugort|ab bahnhof|abfahrtshafen|einstieg|einstiegsort|startort',
    to: 'nach|ziel|zielflughafen|zielbahnhof|ankunftsort|bis bahnhof|ankunftshafen|zielort|ausstieg',
    outbound: 'hinflug|hinfahrt|hinreise|ihre hinfahrt',
    inbound: 'rückflug|rückfahrt|rückreise|ihre rückfahrt',
    date: 'datum|reisedatum|reisetag|tag|flugdatum|termin|wann|abflugdatum|datum und uhrzeit|fahrtdatum|datum/zeit|datum/uhrzeit',
    time: 'uhrzeit|zeit|beginn',
    number:
      'flug|flugnummer|flug-nr.|flug nr.|flugnr.|flug-nr|zug|zugnummer|zug-nr.|verbindung|linie|zugnr.|busnummer|fähre|schiff|bus',
    reference:
      'unter der nummer|buchungsnr|buchungsnummer|buchungscode|buchungs-nr.|buchungsnr.|buchungsreferenz|reservierungsnummer|reservierungs-nr.|reservierungscode|auftragsnummer|auftrags-nr.|bestätigungsnummer|bestätigungs-nr.|bestätigungscode|buchungsref.|buchungsref|vorgangsnummer|referenz|referenznummer|pnr|bestellnummer|bestell-nr.|voucher|voucher-nr.|vorgang|reservierung nr.|reservierung|buchung|filekey|gutscheinnummer|ticketcode|unser zeichen|auftrag|airline-referenz|buchung nr.|mietvertragsnummer|res.-nr.',
    name: 'passagier|passagiere|name|gast|gäste|reisender|reisende|reisende person|fahrgast|fahrgäste|kunde|kundin|gastname|name des gastes|hauptfahrer|mieter|auf den namen|fahrer/mieter|teilnehmer|hauptgast|teilnehmerin|fahrzeugmieter|fluggast|fluggäste|gebucht für|auf den namen von',
    seat: 'pl.|sitzplatz|platz|sitz|sitzplätze|plätze|sitzplatznummer|plätzen',
    coach: 'wagen|wagennummer|wg.|wagen-nr.',
    cabin: 'klasse|reiseklasse|buchungsklasse|beförderungsklasse|serviceklasse|wagenklasse|tarifklasse',
    terminal: 'terminal',
    checkIn: 'anreise ab|check-in ab|anreise|check-in|ankunftstag|anreisetag|anreisedatum|einchecken|check in',
    checkOut: 'abreise bis|check-out bis|abreise|check-out|abreisetag|abreisedatum|auschecken|check out',
    pickUp:
      'abholung|übernahme|anmietung|abholzeit|abholort|abholadresse|mietbeginn|abholstation|abhol-zeit|anmietstation|abholdatum|abholung am|übernahmeort|fahrzeugübernahme',
    dropOff:
      'rückgabe|abgabe|mietende|rückgabeort|zieladresse|rückgabestation|fahrzeugrückgabe|rückgabedatum|abgabestation|fahrziel',
    meet: 'treffpunkt|ihr fahrer wartet|der fahrer wartet|ihr fahrer erwartet sie',
    office: 'station|ort|filiale|vermietstation|büro|mietstation',
    driver: 'fahrer|fahrerin|ihr fahrer|chauffeur|ihr chauffeur|ihre fahrerin',
    phone: 'tel.|tel|telefon|mobil|handy|telefonnummer|rufnummer|telefonisch|rückfragen',
    guests:
      'personen|anzahl personen|personenzahl|gästezahl|anzahl gäste|tisch für|erwachsene|anzahl der personen|belegung|anzahl',
    total:
      'gesamtpreis|gesamtbetrag|summe|gesamt|total|endpreis|gesamtsumme|rechnungsbetrag|bezahlt|zu zahlen|gesamtkosten|gesamtpreis inkl. steuern und gebühren|betrag|endbetrag|gesamtpreis inkl. mwst.|mietpreis gesamt|gesamtmietpreis|reisepreis',
    price: 'preis|kosten|festpreis|fahrpreis|mietpreis|pauschalpreis',
    hotel: 'hotel|unterkunft|haus|hotelname|pension',
    restaurant: 'restaurant|lokal|gasthaus|gaststätte',
    venue: 'ort|veranstaltungsort|wo|spielort|raum|tagungsort|location|treffen',
    event: 'veranstaltung|konzert|vorstellung|thema|was',
    address: 'adresse|anschrift|hoteladresse',
    provider:
      'fluggesellschaft|airline|anbieter|vermieter|veranstalter|betreiber|reederei|bahn|beförderer|autovermieter',
    route: 'strecke|reise|route|flugstrecke|reiseverbindung',
    cancelBy:
      'kostenfreie stornierung bis|kostenlose stornierung bis|kostenfrei stornierbar bis|kostenlos stornierbar bis|stornierbar bis|stornierung bis|gratis stornierbar bis|kostenfrei bis|kostenlos bis|stornofrist|stornieren bis|stornierung möglich bis|storno bis|kostenlos stornieren bis|kostenfrei stornieren bis|kostenlose annullierung bis|gratis annullierbar bis|kostenfreie stornierung ist bis|gratis annullation bis|kostenlose stornierung ist bis|bis spätestens',
    checkInBy:
      'check-in schließt um|check-in bis|check-in-schluss|check-in schluss|check-in spätestens|einchecken bis|spätester check-in|check-in schliesst um|check-in schließt|annahmeschluss|meldeschluss|check-in-ende|einfinden bis',
    old: 'bisher|alt|alte|ursprünglich|bisherige|ursprünglicher flug|alter flug|bisheriger flug|alte zeiten|bisherige zeiten|vorher|alte flugzeiten|ursprüngliche zeiten|bisherige flugzeiten|bisherige verbindung|statt|ursprüngliche verbindung|bisherige abfahrt|bisheriger termin',
    new: 'neu|neue|neuer flug|neue zeiten|neue flugzeiten|neue verbindung|neuer flugplan|jetzt|nunmehr|neue buchung|neue reisedaten|ihre neue verbindung|neuer termin|ihr neuer flug',
    duration:
      'dauer|flugzeit|reisezeit|reisedauer|umsteigezeit|umstieg|flugdauer|fahrzeit|fahrtdauer|umsteigen|aufenthalt|übergangszeit|fahrzeit ca.',
    aside:
      'einlass|gebucht am|buchungsdatum|bestelldatum|ausgestellt am|ausstellungsdatum|rechnungsdatum|rechnungsnummer|rechnung|rechnung nr.|ticketnummer|ticket-nr.|ticketnr.|ticket|stand|agb stand|gepäck|freigepäck|gate|boarding|einsteigezeit|flugzeugtyp|fluggerät|gleis|vielflieger|kundennummer|kunden-nr.|bahncard|mitgliedsnummer|zimmer|zimmerpreis|zimmertyp|verpflegung|pro nacht|gültig ab|gültig bis|gültig|anzahlung|anzahlung fällig bis|restzahlung|restzahlung fällig bis|fällig|fällig bis|fahrzeug|fahrzeugkategorie|kategorie|kaution|selbstbeteiligung|kilometer|steuern|gebühren|mwst|mwst.|ust|zahlungsart|zahlung|bezahlt am|bezahlt mit|iban|bic|durchgeführt von|operated by|bemerkung|bemerkungen|hinweis|status|e-mail|web|internet|fax|ust-idnr.|steuernummer|handelsregister|geburtsdatum|tarif|vom|letzte aktualisierung|aktualisiert|erstellt am|gedruckt am|erstellt|drucken|versand|kurtaxe|frühstück|parken|anzahl nächte|nächte|halteverbot|spätestens|öffnet|schließt|sitzplatzreservierung|entfernung|flughafensteuer|zwischensumme|rabatt|auftragsdatum|bestellt am|online-check-in|boardingbeginn|buchung vom|bestellung vom|boarding ab',
  },
  kinds: {
    flight:
      'flug|flüge|hinflug|rückflug|airline|flugbuchung|luftverkehr|luftfahrt|flugticket|flughafen|bordkarte|fluggesellschaft|airways',
    train:
      'bahn|zug|bahnfahrt|bahnhof|fahrkarte|gleis|bahnticket|sparpreis|ice|zugfahrt|zugbindung|hbf|wagen|fahrkarten|online-ticket',
    bus: 'bus|fernbus|busfahrt|busbahnhof|haltestelle|busreise|busticket|zob',
    ferry: 'fähre|fähren|schiff|fährüberfahrt|überfahrt|kabine|hafen|fährbuchung|reederei|deck|fährticket',
    car: 'mietwagen|autovermietung|mietwagenbuchung|leihwagen|anmietung|fahrzeugübernahme|autovermieter|fahrzeugkategorie|mietvertrag',
    ride: 'transfer|taxi|chauffeur|fahrdienst|flughafentransfer|limousinenservice|chauffeurservice|taxifahrt|limousine|fahrer',
    stay: 'hotel|übernachtung|zimmer|anreise|abreise|nächte|nacht|unterkunft|pension|doppelzimmer|einzelzimmer|gasthof|ferienwohnung|aufenthalt',
    meal: 'restaurant|tisch|tischreservierung|tisch für|abendessen|mittagessen|lokal|speisekarte|gaststube|wirtshaus',
    meeting:
      'veranstaltung|konzert|tagung|konferenz|eintrittskarte|eintrittskarten|vorstellung|einlass|seminar|messe|einladung|besprechung|oper|theater|kongress|museum|führung',
  },
  booked:
    'bestätigt|bestätigung|buchungsbestätigung|reservierungsbestätigung|bestätigen|ihre buchung|ihre reservierung|ihre reise|reisebestätigung|ihr ticket|ihre tickets|auftragsbestätigung|ihre fahrkarte|ihr online-ticket|ist gebucht|vielen dank für ihre buchung|gebucht|deine buchung|ihre bestellung|deine reservierung|ihr flug|einladung|reiseplan|ihre fahrt|reserviert|bestellbestätigung|bordkarte',
  requested:
    'noch nicht bestätigt|anfrage erhalten|ihre anfrage|reservierungsanfrage|buchungsanfrage|noch keine bestätigung|unverbindliche anfrage|auf anfrage|keine verbindliche|vorgemerkt|warteliste|wird noch bestätigt|noch nicht verbindlich|ist noch keine',
  changed:
    'flugplanänderung|fahrplanänderung|hat sich geändert|haben sich geändert|wurde geändert|wurden geändert|änderung ihrer|änderung ihres|geänderte|umgebucht|wurde verschoben|neue flugzeiten|neue abflugzeit|zeitänderung|flugzeitenänderung|geändert|umbuchungsbestätigung|buchungsänderung|änderung zu ihrer|aktualisierte reservierung|wurde aktualisiert',
  cancelled:
    'wurde storniert|wurde annulliert|storniert|stornierungsbestätigung|annulliert|ist gestrichen|wurde gestrichen|stornobestätigung|fällt aus|entfällt|flugausfall|wurde abgesagt|abgesagt|stornierung ihrer|stornierung bestätigt|annullierung ihres|bestätigen die stornierung|wurden storniert|bestätigen wir die stornierung',
  selling:
    'jetzt buchen|abmelden|newsletter|angebote|angebot|ab nur|schnäppchen|rabattcode|gutscheincode|im browser ansehen|nur solange|jetzt sparen|abbestellen|pro person|aktion|sale',
  refundable: {
    yes: 'erstattbar|erstattung möglich|stornierbar|kostenfrei erstattbar|voll erstattbar|rückerstattung möglich|erstattung: ja|erstattungsfähig|erstattung kostenfrei',
    no: 'nicht erstattbar|nicht erstattungsfähig|erstattung ausgeschlossen|keine erstattung|nicht stornierbar|nicht rückerstattbar|erstattung nicht möglich|stornierung ausgeschlossen|erstattung: nein|keine rückerstattung|stornierung nicht möglich|rückerstattung ausgeschlossen|umbuchung und erstattung ausgeschlossen|umtausch und erstattung ausgeschlossen|umbuchung und stornierung ausgeschlossen|umbuchung und stornierung nicht möglich|weder umbuchbar noch erstattbar',
  },
  changeable: {
    yes: 'umbuchbar|umbuchung möglich|umbuchung gegen gebühr|umtausch möglich|umbuchung kostenlos|umbuchung kostenfrei|umbuchung: ja|umtauschbar|umbuchungen möglich|änderung möglich|änderungen möglich',
    no: 'nicht umbuchbar|umbuchung ausgeschlossen|umbuchung nicht möglich|umtausch ausgeschlossen|keine umbuchung|umbuchung und erstattung ausgeschlossen|umtausch und erstattung ausgeschlossen|umbuchung: nein|nicht umtauschbar|umbuchung und stornierung ausgeschlossen|umbuchung und stornierung nicht möglich|änderungen nicht möglich|weder umbuchbar noch erstattbar',
  },
  nextDay: 'am nächsten tag|am folgetag|folgetag|nächster tag|+1 tag|am tag darauf',
  towards: 'nach',
  at: 'um|ab|bis|am|gegen|von|uhr',
  greeting:
    'sehr geehrte|sehr geehrter|sehr geehrte frau|sehr geehrter herr|guten tag|hallo|liebe|lieber|grüezi|guten morgen|moin|servus|grüss gott|grüß gott',
  titles: 'herr|herrn|frau|dr.|dr|prof.|dipl.-ing.|ing.|mag.',
  cabins:
    '1. klasse|2. klasse|economy|business|first|premium economy|economy class|business class|economy light|economy classic|economy flex|erste klasse|zweite klasse',
  weekdays: { mo: 1, di: 2, mi: 3, do: 4, fr: 5, sa: 6, so: 7, sonnabend: 6 },
  months: { janner: 1, feber: 2, marz: 3, mrz: 3 },
}
