import type { Vocabulary } from './concepts.ts'

export const dutch: Vocabulary = {
  language: 'nl',
  common: 'de het een en van je jouw uw u voor met op is bij wij we aan niet te bedankt beste naar om dit uit',
  labels: {
    departure: 'vertrek|vertrektijd|vertrekt|vertrek om|afvaart|nieuwe vertrektijd',
    arrival: 'aankomst|aankomsttijd|komt aan|aankomst om|nieuwe aankomsttijd',
    from: 'van|vertrekstation|luchthaven van vertrek|vertrekluchthaven|vertrekhaven|opstappunt|opstaphalte|vertrekpunt',
    to: 'naar|bestemming|aankomststation|aankomsthaven|luchthaven van aankomst|uitstaphalte|eindbestemming',
    outbound: 'heenreis|heenvlucht|heen',
    inbound: 'terugreis|terugvlucht|retour|terug|retourvlucht',
    date: 'datum|reisdatum|vertrekdatum|dag|wanneer|datum en tijd|vluchtdatum',
    time: 'tijd|tijdstip|aanvang|begintijd|aanvangstijd',
    number: 'vlucht|vluchtnummer|vlucht nr.|trein|treinnummer|bus|lijn|schip|vluchtnr.|treinnr.|busnummer',
    reference:
      'aanvraagnummer|onder nummer|boekingsnummer|boekingsreferentie|boekingscode|reserveringsnummer|reserveringscode|bevestigingsnummer|bestelnummer|ordernummer|pnr|referentie|referentienummer|boeking|reservering|boekingsnr.|reserveringsnr.|reservering nr.|dossiernummer|dossier|voucher|ritnummer|bevestigingscode|kenmerk|ons kenmerk',
    name: 'passagier|passagiers|naam|reiziger|reizigers|gast|naam gast|klant|huurder|bestuurder|hoofdbestuurder|op naam van|naam passagier|naam reiziger|hoofdreiziger|passagier(s)|hoofdboeker|deelnemer',
    seat: 'stoel|zitplaats|plaats|stoelnummer|stoelen|zitplaatsen',
    coach: 'rijtuig|wagon|coupé',
    cabin: 'klasse|reisklasse|cabine|comfortklasse',
    terminal: 'terminal',
    checkIn: 'aankomst|inchecken|check-in|aankomstdatum|incheckdatum|aankomstdag',
    checkOut: 'vertrek|uitchecken|check-out|vertrekdatum|uitcheckdatum|vertrekdag',
    pickUp:
      'ophalen|ophaaltijd|ophaaladres|ophaallocatie|ophaalpunt|afhalen|ophaaldatum|afhaallocatie|start huur|ophaalmoment',
    dropOff: 'inleveren|inleverlocatie|terugbrengen|afzetadres|inleverdatum|einde huur|afzetten|bestemmingsadres',
    meet: 'ontmoetingspunt|verzamelpunt|je chauffeur wacht|uw chauffeur wacht|trefpunt|de chauffeur wacht',
    office: 'locatie|vestiging|kantoor|station',
    driver: 'chauffeur|uw chauffeur|je chauffeur',
    phone: 'tel.|tel|telefoon|mobiel|telefoonnummer|gsm|bel|contact',
    guests:
      'personen|aantal personen|gasten|aantal gasten|tafel voor|volwassenen|couverts|aantal volwassenen|aantal reizigers|aantal passagiers',
    total:
      'totaal|totaalprijs|totaalbedrag|totaal betaald|te betalen|totale prijs|bedrag|totale kosten|totaal te betalen|betaald bedrag|totaal incl. btw',
    price: 'richtprijs|huurprijs|prijs|kosten|ritprijs|vaste prijs',
    hotel: 'hotel|accommodatie|verblijf|hotelnaam',
    restaurant: 'restaurant|eetcafé',
    venue: 'locatie evenement|waar|zaal|plaats van het evenement',
    event: 'evenement|voorstelling|concert|onderwerp',
    address: 'adres',
    provider: 'luchtvaartmaatschappij|maatschappij|vervoerder|verhuurder|rederij|aanbieder|autoverhuurder',
    route: 'traject|route|reis|reisroute',
    cancelBy:
      'gratis annuleren tot|kosteloos annuleren tot|gratis annulering tot|te annuleren tot|annuleren kan tot|kosteloos te annuleren tot|gratis te annuleren tot|annuleren tot|gratis annuleren voor|annuleren kan kosteloos tot|annuleren kan gratis tot|kosteloze annulering tot|kosteloos annuleren kan tot|gratis annuleren kan tot',
    checkInBy:
      'inchecken tot|check-in sluit om|inchecktijd tot|uiterlijk inchecken|check-in tot|uiterste inchecktijd|inchecken uiterlijk|de check-in sluit om|inchecken sluit om',
    old: 'oud|oude|oorspronkelijk|oorspronkelijke|was|eerder|oude vlucht|oude tijden|oorspronkelijke vlucht|in plaats van|voorheen|oude vertrektijd|oorspronkelijke tijd',
    new: 'nieuw|nieuwe|nieuwe vlucht|nieuwe tijden|nu|nieuwe vluchttijden|gewijzigd|nieuwe reis|nieuwe dienstregeling|wordt|je nieuwe vlucht',
    duration: 'duur|reistijd|vluchtduur|overstap|reisduur|overstaptijd|duur van de reis|vaartijd',
    aside:
      'geboekt op|boekingsdatum|besteldatum|uitgiftedatum|uitgegeven op|ticketnummer|e-ticketnummer|factuur|factuurnummer|factuurdatum|bagage|gate|boarding|instappen|vliegtuig|toestel|spoor|perron|klantnummer|lidnummer|kamer|kamertype|ontbijt|toeristenbelasting|belasting|btw|aanbetaling|borg|eigen risico|voertuig|auto|categorie|geldig tot|geldig|betaald op|betaling|betaalmethode|uitgevoerd door|tarief|per nacht|prijs per nacht|laatst bijgewerkt|bijgewerkt|opmerkingen|status|e-mail|website|fax|geboortedatum|nachten|aantal nachten|deuren open|subtotaal|korting|voorwaarden|kvk|iban|aangekocht op|besteld op|gekocht op|afgedrukt op|actie geldig|vervalt|versie|zitplaatsreservering|incheckbalie open|instaptijd',
  },
  kinds: {
    flight: 'vlucht|vluchten|luchthaven|heenvlucht|terugvlucht|luchtvaart|vliegen|vliegticket|instapkaart|airlines',
    train: 'trein|spoor|treinreis|treinkaartje|treinen|rijtuig|treinticket|intercity|rail',
    bus: 'bus|busreis|busstation|touringcar|bushalte|busticket',
    ferry: 'veerboot|veer|ferry|overtocht|afvaart|haven|schip|hut|boot|veerdienst|rederij',
    car: 'autohuur|huurauto|autoverhuur|huurwagen|inleveren|huurder|rijbewijs|huurovereenkomst',
    ride: 'taxi|chauffeur|transfer|taxirit|rit|luchthavenvervoer|luchthaventaxi',
    stay: 'hotel|kamer|nacht|nachten|verblijf|overnachting|tweepersoonskamer|accommodatie|pension|herberg|b&b',
    meal: 'restaurant|tafel|tafel voor|diner|lunch|eetcafé|couverts|brasserie|tafelreservering',
    meeting:
      'evenement|concert|voorstelling|congres|conferentie|toegangskaart|zaal|theater|beurs|uitnodiging|vergadering|museum|rondleiding|tickets|entree',
  },
  booked:
    'bevestigd|bevestiging|boekingsbevestiging|reserveringsbevestiging|je boeking|uw boeking|je reservering|uw reservering|je reis|uw reis|je ticket|je tickets|bedankt voor je boeking|geboekt|e-ticket|je e-tickets|uw ticket|je bestelling|instapkaart|uitnodiging|gereserveerd|bevestigen|uw tickets|je vlucht|uw verblijf|orderbevestiging|uw bestelling',
  requested:
    'nog niet bevestigd|reserveringsaanvraag|boekingsaanvraag|aanvraag ontvangen|je aanvraag|uw aanvraag|in afwachting van bevestiging|op aanvraag|wachtlijst|onder voorbehoud|nog geen bevestiging|nog niet definitief',
  changed:
    'is gewijzigd|zijn gewijzigd|wijziging van|gewijzigde|dienstregelingswijziging|tijdswijziging|is veranderd|wijziging in|wijziging vluchttijden|nieuwe vertrektijd|is verplaatst|omgeboekt|schemawijziging|vluchtwijziging|werd gewijzigd|wijzigingsbevestiging',
  cancelled:
    'is geannuleerd|zijn geannuleerd|geannuleerd|annulering van|annuleringsbevestiging|vervallen|gaat niet door|rijdt niet|annulering bevestigd|werd geannuleerd|bevestigen de annulering',
  selling:
    'boek nu|uitschrijven|afmelden|nieuwsbrief|aanbiedingen|aanbieding|actiecode|korting tot|vanaf slechts|boek snel|nu boeken|acties|deals',
  refundable: {
    yes: 'restitueerbaar|terugbetaalbaar|restitutie mogelijk|volledig restitueerbaar|terugbetaling mogelijk',
    no: 'niet restitueerbaar|geen restitutie|niet terugbetaalbaar|geen terugbetaling|restitutie niet mogelijk|niet-restitueerbaar|niet-terugbetaalbaar|terugbetaling niet mogelijk',
  },
  changeable: {
    yes: 'kosteloos annuleren of wijzigen|omruilbaar|wijzigbaar|omboeken mogelijk|wijzigen mogelijk|wijzigen toegestaan|kosteloos wijzigen|omboekbaar|gratis wijzigen|gratis omboeken|wijzigen tegen betaling',
    no: 'niet omruilbaar|niet wijzigbaar|niet omboekbaar|wijzigen niet mogelijk|omboeken niet mogelijk|niet te wijzigen|niet-wijzigbaar|wijzigen niet toegestaan|omruilen niet mogelijk',
  },
  nextDay: 'volgende dag|de volgende dag|+1 dag|dag erna',
  towards: 'naar',
  at: 'om|vanaf|tot|op|uur|tussen',
  greeting: 'beste|geachte|hallo|dag|hoi|geachte heer|geachte mevrouw|goedemorgen|goedendag|geachte heer/mevrouw',
  titles: 'dhr.|dhr|mevr.|mevr|mw.|mw|heer|mevrouw|de heer|dr.|ir.|prof.|drs.',
  cabins:
    '1e klas|2e klas|economy|business|eerste klas|tweede klas|comfort|standaard|1e klasse|2e klasse|economy class|business class|premium|comfort class',
  weekdays: { ma: 1, di: 2, wo: 3, do: 4, vr: 5, za: 6, zo: 7 },
  months: { mrt: 3, maa: 3 },
}
