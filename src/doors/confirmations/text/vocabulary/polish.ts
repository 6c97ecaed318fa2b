import type { Vocabulary } from './concepts.ts'

export const polish: Vocabulary = {
  language: 'pl',
  common:
    'i w na z do się jest nie dziękujemy prosimy państwa twoja twój od za po dla oraz przed pan pani dzień dobry za o',
  labels: {
    departure:
      'odlot|odjazd|wylot|godzina odjazdu|godzina odlotu|wyjazd|godzina wylotu|odpłynięcie|nowa godzina odlotu|nowa godzina odjazdu|odj.',
    arrival:
      'przylot|przyjazd|godzina przyjazdu|godzina przylotu|przybycie|przypłynięcie|nowa godzina przylotu|nowa godzina przyjazdu|przyj.',
    from: 'z|skąd|stacja początkowa|lotnisko wylotu|ze stacji|stacja wyjazdu|miejsce wyjazdu|od',
    to: 'cel|do|dokąd|stacja docelowa|lotnisko przylotu|cel podróży|do stacji|stacja przyjazdu|miejsce przyjazdu',
    outbound: 'podróż tam|wylot tam|lot tam|tam',
    inbound: 'podróż powrotna|lot powrotny|powrót',
    date: 'data|data podróży|data wyjazdu|dzień|kiedy|data i godzina|data wylotu|termin|data lotu',
    time: 'godzina|godz.|czas|rozpoczęcie|początek',
    number: 'lot|numer lotu|nr lotu|pociąg|numer pociągu|nr pociągu|autobus|kurs|prom|rejs|statek|linia',
    reference:
      'potwierdzenie rezerwacji|rezerwacji|zlecenie nr|numer rezerwacji|nr rezerwacji|kod rezerwacji|numer rezerwacji (pnr)|pnr|numer potwierdzenia|numer zamówienia|nr zamówienia|rezerwacja nr|rezerwacja|zamówienie|referencja|voucher|numer voucheru|kod potwierdzenia|zamówienie nr|numer zlecenia|nr potwierdzenia|nr zlecenia',
    name: 'pasażer|pasażerowie|imię i nazwisko|gość|podróżny|klient|kierowca główny|na nazwisko|nazwisko|najemca|uczestnik|główny gość|imię i nazwisko gościa|pasażer główny|rezerwujący',
    seat: 'miejsce|miejsca|fotel|nr miejsca|miejsce nr|m.|miejsce siedzące',
    coach: 'wagon|wag.|nr wagonu|wagon nr',
    cabin: 'klasa|kabina|klasa podróży|kl.',
    terminal: 'terminal',
    checkIn: 'przyjazd|zameldowanie|data przyjazdu|check-in|data zameldowania|przyjazd od|dzień przyjazdu',
    checkOut: 'wyjazd|wymeldowanie|data wyjazdu|check-out|data wymeldowania|dzień wyjazdu',
    pickUp:
      'odbiór|miejsce odbioru|data odbioru|odbiór pojazdu|godzina odbioru|adres odbioru|odbiór samochodu|początek najmu',
    dropOff:
      'zwrot|miejsce zwrotu|data zwrotu|zwrot pojazdu|miejsce docelowe|zwrot samochodu|koniec najmu|adres docelowy',
    meet: 'miejsce spotkania|kierowca będzie czekał|punkt spotkania|kierowca czeka',
    office: 'oddział|lokalizacja|biuro|punkt',
    driver: 'kierowca|twój kierowca|państwa kierowca',
    phone: 'tel.|tel|telefon|telefon komórkowy|numer telefonu|kom.|kontakt',
    guests: 'liczba osób|liczba gości|osoby|goście|stolik dla|dorośli|stolik na|liczba pasażerów|osób|ilość osób',
    total:
      'razem|suma|łącznie|kwota|do zapłaty|cena całkowita|koszt całkowity|łączna kwota|zapłacono|kwota łączna|cena łączna|suma do zapłaty|razem do zapłaty|całkowity koszt|całkowita cena|ogółem',
    price: 'cena|koszt|cena biletu|opłata',
    hotel: 'hotel|obiekt|nazwa hotelu|pensjonat',
    restaurant: 'restauracja',
    venue: 'miejsce wydarzenia|gdzie|sala|lokalizacja wydarzenia',
    event: 'wydarzenie|spektakl|koncert|temat',
    address: 'adres|adres hotelu',
    provider: 'linia lotnicza|przewoźnik|operator|wypożyczalnia|armator|linie lotnicze',
    route: 'trasa|podróż|relacja|przejazd',
    cancelBy:
      'bezpłatne anulowanie do|bezpłatna anulacja do|anulowanie bezpłatne do|bezpłatne odwołanie do|anulacja do|można anulować do|możliwość anulacji do|bezpłatna rezygnacja do|bezpłatne anulowanie rezerwacji do|bezkosztowa anulacja do|anulować bezpłatnie do|rezygnacja bez opłat do|bezpłatnie anulować do|bezpłatnie odwołać do',
    checkInBy:
      'odprawa do|odprawa zamyka się o|koniec odprawy|odprawa do godz.|odprawa zamykana o|zamknięcie odprawy|odprawa kończy się o',
    old: 'było|poprzednio|poprzedni|pierwotny|pierwotnie|poprzednia|pierwotna|stary|stara|zamiast|poprzednie godziny|dotychczasowy|dotychczas|dotychczasowe',
    new: 'nowy|nowa|nowe|jest|nowe godziny|obecnie|po zmianie|nowy rozkład|aktualnie',
    duration: 'czas podróży|czas lotu|przesiadka|czas przejazdu|czas trwania|bezpośredni',
    aside:
      'data wystawienia|wystawiono|data rezerwacji|data zakupu|zakupiono|numer biletu|nr biletu|faktura|faktura nr|bagaż|bramka|boarding|wejście na pokład|peron|tor|karta|numer klienta|pokój|typ pokoju|śniadanie|podatki|podatek|opłaty|podatki i opłaty|vat|nip|regon|krs|zaliczka|zadatek|kaucja|udział własny|pojazd|samochód|kategoria|grupa|ważny do|ważne do|zapłacono dnia|płatność|forma płatności|obsługiwany przez|taryfa|za noc|cena za noc|zaktualizowano|ostatnia aktualizacja|uwagi|status|e-mail|strona|fax|data urodzenia|noce|liczba nocy|liczba noclegów|otwarcie drzwi|rabat|regulamin|obowiązuje|oferta ważna|wydrukowano|termin płatności|data zamówienia|opłata klimatyczna|zarezerwowano',
  },
  kinds: {
    flight: 'lot|loty|linie lotnicze|lotnisko|wylot|bilet lotniczy|airlines|przylot|odlot|karta pokładowa',
    train: 'pociąg|kolej|wagon|dworzec|bilet kolejowy|koleje|przesiadka|intercity',
    bus: 'autobus|autokar|dworzec autobusowy|bilet autobusowy|przystanek|autobusowy',
    ferry: 'prom|statek|port|kabina|terminal promowy|rejs|promowy|armator|żegluga',
    car: 'wynajem|wypożyczalnia|samochód|najem|zwrot pojazdu|prawo jazdy|wynajem samochodu',
    ride: 'taxi|taksówka|kierowca|transfer|przejazd|odbiór',
    stay: 'hotel|pokój|noc|noce|nocleg|pobyt|zameldowanie|doba|pensjonat|noclegi|doby|wymeldowanie',
    meal: 'restauracja|stolik|kolacja|obiad|rezerwacja stolika|stolika',
    meeting: 'wydarzenie|koncert|spektakl|konferencja|bilety|sala|spotkanie|zaproszenie|teatr|targi|muzeum|szkolenie',
  },
  booked:
    'potwierdzona|potwierdzony|potwierdzenie|potwierdzenie rezerwacji|twoja rezerwacja|państwa rezerwacja|twój bilet|e-bilet|twoja podróż|dziękujemy za rezerwację|zarezerwowano|zarezerwowany|twoje bilety|potwierdzamy|bilet elektroniczny|karta pokładowa|zaproszenie|zamówienie|bilet',
  requested:
    'niepotwierdzona|nie jest jeszcze potwierdzona|oczekuje na potwierdzenie|otrzymaliśmy zapytanie|zapytanie o rezerwację|prośba o rezerwację|otrzymaliśmy państwa prośbę|lista rezerwowa|wstępna rezerwacja|nie stanowi potwierdzenia|jeszcze nie potwierdzona|otrzymaliśmy twoje zapytanie|otrzymaliśmy twoją prośbę|nie jest potwierdzeniem',
  changed:
    'zmiana rozkładu|zmianie uległ|zmianie uległa|uległ zmianie|uległa zmianie|uległy zmianie|zmieniono|zmiana godzin|zmiana rezerwacji nr|została zmieniona|został zmieniony|zmiana lotu|przesunięty|zmiana godziny|zmiana w rezerwacji|zmiana terminu',
  cancelled:
    'został odwołany|została anulowana|odwołany|odwołane|anulowana|anulowany|anulowano|anulowanie rezerwacji nr|potwierdzenie anulowania|potwierdzenie anulacji|odwołano|anulacja rezerwacji|został anulowany|zostało anulowane|potwierdzamy anulowanie',
  selling:
    'kup teraz|zarezerwuj teraz|wypisz się|oferty|oferta specjalna|promocja|kod rabatowy|newsletter|rabaty|już od|okazje|zrezygnuj z subskrypcji|rezerwuj teraz',
  refundable: {
    yes: 'zwrot możliwy|zwrot: dozwolony|podlega zwrotowi|bezzwrotna: nie|zwrot dozwolony|zwrot za opłatą|bilet zwrotny|możliwość zwrotu',
    no: 'zwrot: niedozwolony|bezzwrotna|bezzwrotny|nie podlega zwrotowi|zwrot niemożliwy|brak zwrotu|zwrot niedozwolony|bez możliwości zwrotu|bez prawa zwrotu|bezzwrotne|zwrot: niemożliwy|zwrot nie jest możliwy',
  },
  changeable: {
    yes: 'zmiana rezerwacji: dozwolona|zmiana dozwolona|zmiana możliwa|zmiana za opłatą|możliwość zmiany|zmiany dozwolone|zmiana: dozwolona|bezpłatna zmiana',
    no: 'zmiana rezerwacji: niedozwolona|zmiana niedozwolona|zmiana niemożliwa|bez możliwości zmiany|brak możliwości zmiany|zmiany niedozwolone|zmiana: niedozwolona|bez możliwości zmiany i zwrotu',
  },
  nextDay: 'następnego dnia|następny dzień|+1 dzień|dzień później',
  towards: 'do',
  at: 'o|o godz.|godz.|od|do|od godz.|do godz.|w dniu|dnia|o godzinie|godzina|po godz.',
  greeting:
    'szanowny panie|szanowna pani|dzień dobry|witaj|cześć|szanowni państwo|drogi|droga|szanowny|szanowna|witamy|hej',
  titles: 'pan|pani|p.|dr|panie|mr|mrs|ms',
  cabins:
    'ekonomiczna|biznes|klasa ekonomiczna|klasa biznes|klasa 1|klasa 2|1 klasa|2 klasa|economy|business|klasa pierwsza|klasa druga|premium|standard|kl. 2|kl. 1',
  weekdays: { pn: 1, pon: 1, wt: 2, sr: 3, czw: 4, pt: 5, sob: 6, nd: 7, niedz: 7, nie: 7 },
  months: {},
}
