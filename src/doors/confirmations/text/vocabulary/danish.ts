import type { Vocabulary } from './concepts.ts'

export const danish: Vocabulary = {
  language: 'da',
  common: 'og at det er du din dit dine for med på af til fra hej tak ikke vi en et kan her den som jeres vores kære',
  labels: {
    departure: 'afgang|afgår|afrejse|afgangstid|afg.|ny afgangstid|ny afgang|afg',
    arrival: 'ankomst|ankommer|ankomsttid|ank.|ny ankomsttid|ank|ny ankomst',
    from: 'fra|afgangsstation|afgangshavn|afgangslufthavn|påstigning',
    to: 'til|destination|ankomststation|ankomsthavn|rejsemål|afstigning|ankomstlufthavn',
    outbound: 'udrejse|ud|udrejsen',
    inbound: 'hjemrejse|retur|tilbagerejse|hjemrejsen|returrejse',
    date: 'dato|rejsedato|afrejsedato|dag|hvornår|dato og tid|dato og tidspunkt',
    time: 'tid|tidspunkt|klokkeslæt|starttidspunkt|kl|starter',
    number: 'fly|flynummer|flynr|flight|tog|tognummer|tognr|bus|færge|afgangsnummer|rutenummer|fly nr.|rute',
    reference:
      'bookingnummer|bookingreference|reservationsnummer|bestillingsnummer|bookingkode|booking|reference|referencenummer|ordrenummer|ordrenr.|pnr|reservation|bekræftelsesnummer|voucher|bestilling|reservationskode|booking nr.|booking-nr.|bestillingsnr.|reservationsnr.|billetnummer og pinkode',
    name: 'passager|passagerer|rejsende|navn|gæst|kunde|fører|i navnet|gæstens navn|lejer|deltager|hovedgæst|booket af|på navnet',
    seat: 'plads|sæde|pladser|siddeplads|pladsnummer|sædenummer|plads nr.',
    coach: 'vogn|vognnummer|vogn nr.',
    cabin: 'klasse|kabine|rejseklasse',
    terminal: 'terminal',
    checkIn: 'indtjekning|ankomst|ankomstdato|indcheckning|check-in|check ind|ankomstdag|tjek ind',
    checkOut: 'udtjekning|afrejse|afrejsedato|udcheckning|check-out|check ud|afrejsedag|tjek ud',
    pickUp: 'afhentning|afhentes|afhentningssted|hentes|afhentningstid|afhentningsadresse|afhentningssted',
    dropOff: 'aflevering|afleveres|afleveringssted|tilbagelevering|afsætning|destinationsadresse',
    meet: 'mødested|din chauffør venter|mødepunkt|chaufføren venter',
    office: 'sted|station|kontor|udlejningssted',
    driver: 'chauffør|din chauffør|jeres chauffør',
    phone: 'tlf.|tlf|telefon|mobil|telefonnummer|tel.',
    guests: 'personer|antal personer|gæster|antal gæster|bord til|voksne|antal voksne|antal|selskab|antal passagerer',
    total:
      'i alt|total|samlet pris|totalpris|beløb|pris i alt|at betale|betalt|samlet beløb|total pris|totalbeløb|betalt i alt|i alt betalt',
    price: 'pris|fast pris',
    hotel: 'hotel|overnatningssted|hotellets navn',
    restaurant: 'restaurant|kro',
    venue: 'hvor|sal|lokale|spillested',
    event: 'arrangement|begivenhed|forestilling|koncert|emne',
    address: 'adresse',
    provider: 'flyselskab|selskab|operatør|rederi|udlejer',
    route: 'strækning|rejse|rute',
    cancelBy:
      'gratis afbestilling indtil|gratis annullering indtil|afbestilles senest|kan afbestilles indtil|gratis afbestilling til|afbestilling senest|annulleres senest|gratis afbestilling frem til|kan afbestilles gratis indtil|kan annulleres gratis indtil|gratis annullering frem til|afbestil gratis indtil|kan afbestilles gratis frem til|afbestilles gratis indtil|gratis afbud indtil',
    checkInBy:
      'indtjekning senest|check-in lukker|check-in senest|check-in lukker kl|senest check-in|tjek ind senest|indcheckning senest|check ind senest|indtjekning lukker',
    old: 'tidligere|gammel|oprindelig|i stedet for|oprindelige|gammel tid|før|tidligere tid|gamle tider|oprindelig afgang',
    new: 'ny|nye|ny tid|nye tider|nu|nyt|ændret til|opdateret',
    duration: 'rejsetid|skift|flyvetid|skiftetid|varighed|sejltid|direkte',
    aside:
      'bestilt|bestilt den|bookingdato|bestillingsdato|udstedt|købt|købsdato|billetnummer|faktura|bagage|gate|boarding|spor|perron|medlemsnummer|kundenummer|værelse|værelsestype|morgenmad|moms|heraf moms|skat|afgifter|køretøj|bil|bilgruppe|gyldig|gyldig til|betaling|betalingsmetode|pr. nat|sidst opdateret|bemærkning|bemærkninger|status|e-mail|hjemmeside|nætter|antal nætter|depositum|selvrisiko|cvr|cvr-nr.|subtotal|rabat|vilkår|dørene åbner|kvittering|udskrevet|ordredato|reserveret den',
  },
  kinds: {
    flight: 'fly|flybillet|lufthavn|flyselskab|boardingkort|flight|flyrejse|flyvning',
    train: 'tog|togrejse|vogn|togbillet|toget|station|pladsbillet|baner',
    bus: 'bus|busrejse|busbillet|busstation|bussen|busterminal|fjernbus',
    ferry: 'færge|færgen|skib|kahyt|havn|overfart|sejlads|rederi|bildæk|færgebillet',
    car: 'biludlejning|lejebil|udlejning|aflevering|udlejer|kørekort|billeje',
    ride: 'taxa|taxi|chauffør|transfer|afhentning|lufthavnstransport|kørsel',
    stay: 'hotel|værelse|nat|nætter|ophold|overnatning|udtjekning|dobbeltværelse|kro|enkeltværelse|vandrerhjem',
    meal: 'restaurant|bord|bord til|middag|frokost|bordreservation|bordbestilling|spisested',
    meeting: 'arrangement|koncert|forestilling|konference|billetter|sal|møde|invitation|teater|messe|museum|seminar',
  },
  booked:
    'bekræftet|bekræftelse|bookingbekræftelse|din booking|din billet|din rejse|tak for din bestilling|din reservation|dine billetter|din bestilling|ordrebekræftelse|reservationsbekræftelse|er booket|er reserveret|bekræfter|boardingkort|jeres reservation|jeres booking|din billet|tak for din booking',
  requested:
    'ikke bekræftet|endnu ikke bekræftet|modtaget din forespørgsel|din forespørgsel|afventer bekræftelse|reservationsforespørgsel|venteliste|ikke en bekræftelse|foreløbig|modtaget din anmodning',
  changed:
    'er ændret|er blevet ændret|ændring af|tidsændring|ny afgangstid|ombooket|køreplansændring|er flyttet|har ændret|ændring i|nye tider|ændret',
  cancelled:
    'er aflyst|aflyst|er annulleret|annulleret|afbestilt|annullering af|afbestilling af|er blevet aflyst|er afbestilt|annulleringsbekræftelse|afbestillingsbekræftelse|er blevet annulleret|bekræfter afbestillingen|bekræfter annulleringen',
  selling: 'bestil nu|afmeld|nyhedsbrev|tilbud|rabatkode|fra kun|kampagne|udsalg|book nu|køb nu',
  refundable: {
    yes: 'refunderbar|kan refunderes|refusion mulig|refunderes mod',
    no: 'ikke refunderbar|refunderes ikke|kan ikke refunderes|ingen refusion|kan ikke ændres eller refunderes|hverken ændres eller refunderes|refusion ikke mulig|ikke-refunderbar',
  },
  changeable: {
    yes: 'kan ændres|ombookes|ændring mulig|ændring mod gebyr|ændringer tilladt|kan ombookes|gratis ændring|kan ombyttes',
    no: 'kan ikke ændres|ikke ændres|ændring ikke mulig|kan ikke ombookes|kan ikke ombyttes|kan ikke ændres eller refunderes|hverken ændres eller refunderes',
  },
  nextDay: 'næste dag|dagen efter|+1 dag|følgende dag',
  towards: 'til',
  at: 'kl|kl.|klokken|fra|senest|den|efter|inden|fra kl.|senest kl.|fra kl|tidligst',
  greeting: 'hej|kære|goddag|hejsa',
  titles: 'hr.|fru|hr|dr.|frk.',
  cabins:
    "1. klasse|2. klasse|økonomi|economy|business|standard|stillezone|1'|dsb 1|økonomiklasse|premium|1. kl.|2. kl.",
  weekdays: { man: 1, tir: 2, tirs: 2, ons: 3, tor: 4, tors: 4, fre: 5, lor: 6, son: 7 },
  months: {},
  currency: { kr: 'DKK' },
}
