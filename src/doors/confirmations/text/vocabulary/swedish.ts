import type { Vocabulary } from './concepts.ts'

export const swedish: Vocabulary = {
  language: 'sv',
  common: 'och att det är du din ditt dina för med på av till från hej tack inte vi en ett kan här den som',
  labels: {
    departure: 'avgång|avgår|avresa|avgångstid|avg.|avg|ny avgångstid|ny avgång',
    arrival: 'ankomst|ankommer|ankomsttid|ank.|ank|ny ankomsttid|ny ankomst',
    from: 'från|avreseort|avgångsstation|avgångshamn|avreseflygplats|påstigning',
    to: 'till|destination|ankomststation|ankomsthamn|resmål|avstigning',
    outbound: 'utresa|bortresa|utresan|dit',
    inbound: 'återresa|hemresa|retur|återresan',
    date: 'datum|resdatum|avresedatum|dag|när|datum och tid|tid och datum',
    time: 'tid|klockslag|starttid|börjar|kl',
    number: 'flyg|flygnummer|flyg nr|tåg|tågnummer|tåg nr|buss|linje|fartyg|flight|tågnr|avgångsnummer',
    reference:
      'bokningsnummer|bokningskod|bokningsreferens|bokningsnr|bokning|referens|referensnummer|bekräftelsenummer|pnr|ordernummer|order|reservationsnummer|voucher|bokningsid|beställningsnummer|ordernr|reservation',
    name: 'passagerare|resenär|resenärer|namn|gäst|kund|förare|i namnet|gästens namn|hyrestagare|huvudgäst|deltagare|bokat av',
    seat: 'plats|säte|stol|platser|sittplats|plats nr|platsnummer',
    coach: 'vagn|vagnsnummer|vagn nr',
    cabin: 'klass|kabin|reseklass|hytt|komfortklass',
    terminal: 'terminal',
    checkIn: 'incheckning|ankomst|ankomstdag|ankomstdatum|checka in|check-in',
    checkOut: 'utcheckning|avresa|avresedag|avresedatum|checka ut|check-out',
    pickUp: 'upphämtning|hämtning|hämtas|upphämtningsplats|uthämtning|hämttid|hämtadress|hämtplats|upphämtningstid',
    dropOff: 'återlämning|avlämning|återlämnas|avlämningsplats|lämnas|destinationsadress|återlämningsplats',
    meet: 'mötesplats|din chaufför väntar|samlingsplats|föraren väntar|chauffören väntar',
    office: 'plats för uthämtning|station|kontor|uthyrningskontor',
    driver: 'chaufför|din chaufför|er chaufför|din förare',
    phone: 'tel.|tel|telefon|mobil|telefonnummer|tfn|tfn.',
    guests:
      'personer|antal personer|gäster|antal gäster|bord för|vuxna|sällskap|antal vuxna|antal resenärer|antal passagerare',
    total: 'totalt|summa|totalpris|totalbelopp|att betala|totalsumma|betalt|total|totalt pris|totalt betalt|belopp',
    price: 'pris|kostnad|fast pris',
    hotel: 'hotell|boende|hotellets namn',
    restaurant: 'restaurang|krog',
    venue: 'var|lokal|scen|arena',
    event: 'evenemang|föreställning|konsert|ämne',
    address: 'adress|hotelladress|besöksadress',
    provider: 'flygbolag|bolag|operatör|rederi|uthyrare|tågoperatör',
    route: 'sträcka|resa|rutt',
    cancelBy:
      'avbokas senast|kostnadsfri avbokning till|fri avbokning till|kan avbokas till|avbokning senast|gratis avbokning till|avboka senast|fri avbokning fram till|kostnadsfri avbokning fram till|avbokas kostnadsfritt till|avboka kostnadsfritt till|avbokningsbar till|gratis avbokning fram till|kan avbokas kostnadsfritt fram till|avboka kostnadsfritt senast',
    checkInBy:
      'incheckning senast|incheckningen stänger|incheckning stänger|checka in senast|senaste incheckning|incheckningen stänger kl',
    old: 'tidigare|gammal|ursprunglig|ursprungliga|istället för|tidigare avgång|gamla|ursprunglig tid|tidigare tid',
    new: 'ny|nya|ny tid|nya tider|nu|nytt|ny avgång|ändrad|uppdaterad',
    duration: 'restid|byte|flygtid|bytestid|väntetid|direkt',
    aside:
      'bokad|bokningsdatum|bokad den|utfärdad|köpt|köpdatum|biljettnummer|kvitto|kvittonummer|faktura|bagage|gate|boarding|spår|perrong|medlemsnummer|kundnummer|rum|rumstyp|frukost|moms|varav moms|skatt|avgifter|fordon|bil|bilgrupp|giltig|giltig till|betald|betalning|betalsätt|per natt|senast uppdaterad|uppdaterad den|anmärkning|status|e-post|webb|nätter|antal nätter|depositum|självrisk|org.nr|organisationsnummer|delsumma|rabatt|villkor|insläpp|utskriven|beställd|meddelande|orderdatum|dörrarna öppnar|övrigt',
  },
  kinds: {
    flight: 'flyg|flygbiljett|flygplats|flygbolag|boardingkort|flight|flygresa|flygningen',
    train: 'tåg|tågresa|vagn|tågbiljett|tåget|järnväg|ombord|tågresan|resplus',
    bus: 'buss|bussresa|bussbiljett|busshållplats|bussen|bussterminal',
    ferry: 'färja|båt|fartyg|hytt|hamn|överfart|färjeresa|rederi|bildäck|kryssning',
    car: 'hyrbil|biluthyrning|hyra|återlämning|uthyrning|körkort|bilhyra',
    ride: 'taxi|chaufför|transfer|upphämtning|flygtaxi|förare|taxiresa',
    stay: 'hotell|rum|natt|nätter|boende|vistelse|utcheckning|dubbelrum|enkelrum|pensionat|vandrarhem',
    meal: 'restaurang|bord|bord för|middag|lunch|bordsbokning|krog|sällskap',
    meeting: 'evenemang|konsert|föreställning|konferens|biljetter|scen|möte|inbjudan|teater|mässa|museum|seminarium',
  },
  booked:
    'bekräftad|bekräftelse|bokningsbekräftelse|din bokning|din biljett|din resa|tack för din bokning|bokad|dina biljetter|din reservation|är bokat|är bokad|inbjudan|boardingkort|er bokning|ditt bord|orderbekräftelse|bekräftar',
  requested:
    'inte bekräftad|ej bekräftad|ännu inte bekräftad|bokningsförfrågan|mottagit din förfrågan|din förfrågan|inväntar bekräftelse|preliminär|väntelista|ännu inte bekräftat|inte en bekräftelse|ännu ej bekräftad',
  changed:
    'har ändrats|ändrad|ändring av|tidtabellsändring|ny avgångstid|tidsändring|ombokad|ändrats|har flyttats|nya tider|är ändrad|är ombokad',
  cancelled:
    'är avbokad|avbokad|inställd|är inställt|har ställts in|avbokning av|avbokningsbekräftelse|inställt|har avbokats|avbokningen|avbokat|bekräftar avbokningen',
  selling:
    'boka nu|avregistrera|avprenumerera|nyhetsbrev|erbjudanden|erbjudande|rabattkod|från endast|kampanj|rea|boka idag',
  refundable: {
    yes: 'återbetalningsbar|återbetalas|återbetalning möjlig|avbokningsbar',
    no: 'ej återbetalningsbar|inte återbetalningsbar|återbetalas ej|återbetalas inte|ingen återbetalning|icke återbetalningsbar|ej avbokningsbar|kan inte återbetalas|ej om- eller avbokningsbar',
  },
  changeable: {
    yes: 'ombokningsbar|ombokning mot avgift|kan ombokas|ombokning möjlig|fri ombokning|ombokas kostnadsfritt|ombokning tillåten|ombokning mot',
    no: 'ej ombokningsbar|kan inte ombokas|ombokas ej|inte ombokningsbar|ombokning ej möjlig|kan ej ombokas|ej om- eller avbokningsbar|ombokning är inte möjlig',
  },
  nextDay: 'nästa dag|dagen efter|+1 dag|följande dag',
  towards: 'till',
  at: 'kl|kl.|klockan|från|senast|den|efter|före|från kl.|från kl|senast kl.|tidigast',
  greeting: 'hej|hejsan|bästa|kära|god dag',
  titles: 'herr|fru|hr|dr',
  cabins:
    '1 klass|2 klass|1:a klass|2:a klass|1 klass lugn|2 klass lugn|första klass|andra klass|ekonomi|economy|business|premium|plus|ekonomiklass',
  weekdays: { man: 1, tis: 2, ons: 3, tors: 4, fre: 5, lor: 6, son: 7 },
  months: {},
  currency: { kr: 'SEK' },
}
