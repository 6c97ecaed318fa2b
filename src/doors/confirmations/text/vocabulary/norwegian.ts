import type { Vocabulary } from './concepts.ts'
import { danish } from './danish.ts'

/** Bokmål writes most of this as Danish does. */
export const norwegian: Vocabulary = {
  ...danish,
  language: 'nb',
  common: 'og at det er du din ditt dine for med på av til fra hei takk ikke vi en et kan her den som deres vår kjære',
  labels: {
    ...danish.labels,
    departure: `${danish.labels.departure}|avgang|avreise|avgangstid|ny avgangstid|ny avgang|avg.|går`,
    from: 'fra|avreisested|avgangsstasjon|avgangshavn|påstigning',
    to: 'til|reisemål|ankomststasjon|ankomsthavn|avstigning|destinasjon',
    outbound: 'utreise|utreisen|tur',
    inbound: 'hjemreise|retur|returreise|hjemreisen',
    date: 'dato|reisedato|avreisedato|dag|når|dato og tid|dato og klokkeslett',
    time: 'tid|tidspunkt|klokkeslett|klokken|starttidspunkt|kl|start|starter',
    number:
      'fly|flynummer|flight|flygning|tog|tognummer|tog nr.|buss|ferge|avgangsnummer|rutenummer|rute|flightnummer|skip',
    reference: `${danish.labels.reference}|bestillingsnummer|referansenummer|referanse|bookingreferanse|bestilling|reservasjonsnummer|bekreftelsesnummer|ordrenummer|bookingnummer|reservasjon|billettreferanse|bestillingsreferanse|bookingkode|reservasjonskode`,
    name: 'passasjer|passasjerer|reisende|navn|gjest|kunde|fører|i navnet|gjestens navn|leietaker|deltaker|på navn|hovedgjest|sjåførnavn',
    seat: 'sete|plass|plasser|setenummer|setenr.|sitteplass|seter',
    coach: 'vogn|vognnummer',
    cabin: 'klasse|kabin|reiseklasse|lugar|komfort',
    checkIn: 'innsjekk|innsjekking|ankomst|ankomstdato|sjekk inn|check-in|ankomstdag',
    checkOut: 'utsjekk|utsjekking|avreise|avreisedato|sjekk ut|check-out|avreisedag',
    pickUp: 'henting|hentes|hentested|henteadresse|utlevering|hentetidspunkt|hentetid',
    dropOff: 'innlevering|levering|leveringssted|leveres|tilbakelevering|avlevering|reisemål adresse',
    meet: 'møtested|møteplass|sjåføren venter|din sjåfør venter|oppmøtested|oppmøte',
    driver: 'sjåfør|din sjåfør|sjåføren din',
    guests:
      'personer|antall personer|gjester|antall gjester|bord til|bord for|voksne|antall voksne|antall|antall passasjerer',
    total:
      'totalt|total|totalpris|sum|beløp|å betale|betalt|totalbeløp|totalsum|i alt|totalt betalt|sum betalt|å betale totalt',
    hotel: 'hotell|overnattingssted|hotellets navn',
    restaurant: 'restaurant|spisested',
    venue: 'hvor|sal|lokale|scene',
    event: 'arrangement|forestilling|konsert|emne',
    provider: 'flyselskap|selskap|operatør|rederi|utleier|togselskap',
    route: 'strekning|reise|rute',
    cancelBy:
      'gratis avbestilling til|gratis avbestilling frem til|avbestilles senest|kan avbestilles frem til|gratis kansellering frem til|avbestilling senest|kan avbestilles gratis frem til|kan avbestilles til|gratis avbestilling innen|kan avbestilles kostnadsfritt frem til|kan avbestilles kostnadsfritt inntil|kan kanselleres gratis frem til|gratis kansellering til|avbestilles gratis frem til',
    checkInBy:
      'innsjekking senest|innsjekking stenger|innsjekk senest|innsjekkingen stenger|sjekk inn senest|innsjekkingen stenger kl|siste innsjekk',
    old: 'tidligere|gammel|opprinnelig|i stedet for|opprinnelige|opprinnelig tid|gammel tid|gamle tider',
    duration: 'reisetid|bytte|flytid|varighet|overfartstid|direkte|byttetid',
    aside: `${danish.labels.aside}|bestilt|bestillingsdato|bestilt dato|utstedt|kjøpt|kjøpsdato|billettnummer|faktura|bagasje|spor|plattform|medlemsnummer|kundenummer|rom|romtype|frokost|mva|herav mva|skatt|avgifter|kjøretøy|bilgruppe|gyldig|gyldig til|betaling|per natt|pr natt|sist oppdatert|merknad|netter|antall netter|depositum|egenandel|org.nr|delsum|rabatt|vilkår|dørene åpner|kvittering|ordredato`,
  },
  kinds: {
    flight: 'fly|flybillett|lufthavn|flyselskap|boardingkort|flight|flyreise|flyplass',
    train: 'tog|togreise|vogn|togbillett|toget|stasjon|setereservasjon|jernbane|baner',
    bus: 'buss|bussreise|bussbillett|busstasjon|bussen|bussterminal|ekspressbuss',
    ferry: 'ferge|ferje|fergen|skip|lugar|havn|overfart|seilas|rederi|bildekk|hurtigbåt',
    car: 'bilutleie|leiebil|utleie|innlevering|utleier|førerkort|leiekontrakt',
    ride: 'taxi|drosje|sjåfør|transfer|henting|flyplasstransport',
    stay: 'hotell|rom|natt|netter|opphold|overnatting|utsjekk|utsjekking|dobbeltrom|gjestehus|enkeltrom',
    meal: 'restaurant|bord|bord til|middag|lunsj|bordbestilling|bordreservasjon|spisested',
    meeting: 'arrangement|konsert|forestilling|konferanse|billetter|sal|møte|invitasjon|teater|messe|museum|seminar',
  },
  booked: `${danish.booked}|bekreftet|bekreftelse|bestillingsbekreftelse|din bestilling|bestillingen din|din reise|reisen din|takk for bestillingen|billetten din|din billett|reservasjonen din|din reservasjon|ordrebekreftelse|er bestilt|bekrefter|reservasjonsbekreftelse`,
  requested:
    'ikke bekreftet|ennå ikke bekreftet|mottatt din forespørsel|forespørselen din|din forespørsel|avventer bekreftelse|venteliste|ikke en bekreftelse|mottatt forespørselen|foreløpig|bestillingsforespørsel',
  changed:
    'er endret|har blitt endret|endring av|tidsendring|ny avgangstid|ombooket|ruteendring|er flyttet|endret|endring i|nye tider|rutetidsendring',
  cancelled:
    'er innstilt|innstilt|er kansellert|kansellert|avbestilt|kansellering av|avbestilling av|er avlyst|avlyst|bekrefter avbestillingen|bekrefter kanselleringen|er avbestilt',
  selling: 'bestill nå|meld deg av|nyhetsbrev|tilbud|rabattkode|fra kun|kampanje|salg|kjøp nå|avmelding',
  refundable: {
    yes: 'refunderbar|kan refunderes|refusjon mulig',
    no: 'ikke refunderbar|refunderes ikke|kan ikke refunderes|ingen refusjon|kan ikke endres eller refunderes|verken endres eller refunderes|ikke-refunderbar|refusjon ikke mulig',
  },
  changeable: {
    yes: 'kan endres|endring mulig|endring mot gebyr|endringer tillatt|gratis endring|kan ombookes|kan endres mot gebyr',
    no: 'kan ikke endres|ikke endres|endring ikke mulig|kan ikke endres eller refunderes|verken endres eller refunderes|kan ikke ombookes',
  },
  nextDay: 'neste dag|dagen etter|+1 dag|påfølgende dag',
  at: 'kl|kl.|klokken|fra|senest|den|etter|innen|før|fra kl.|senest kl.|fra kl|tidligst',
  greeting: 'hei|kjære|god dag|hallo',
  titles: 'herr|fru|hr.|fr.|dr.',
  cabins:
    '1. klasse|2. klasse|økonomi|economy|business|standard|komfort|komfort|pluss|premium|ny standard|økonomiklasse|premium pluss',
  currency: { kr: 'NOK' },
}
