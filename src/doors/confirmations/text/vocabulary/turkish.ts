import type { Vocabulary } from './concepts.ts'

export const turkish: Vocabulary = {
  language: 'tr',
  common:
    've bir bu için ile sayın rezervasyonunuz lütfen olarak teşekkür ederiz sizi size olan değil merhaba edilmiştir en da de',
  labels: {
    departure:
      'kalkış|kalkış saati|hareket|hareket saati|gidiş saati|kalkış zamanı|yeni kalkış saati|yeni kalkış|kalkış tarihi ve saati',
    arrival: 'varış|varış saati|iniş|iniş saati|varış zamanı|yeni varış saati|yeni varış',
    from: 'nereden|kalkış yeri|kalkış noktası|kalkış havalimanı|biniş istasyonu|biniş|kalkış istasyonu|biniş yeri|kalkış limanı',
    to: 'nereye|varış yeri|varış noktası|varış havalimanı|iniş istasyonu|varış istasyonu|varış limanı|gidilecek yer|iniş yeri',
    outbound: 'gidiş|gidiş uçuşu|gidiş yolculuğu|gidiş seferi',
    inbound: 'dönüş|dönüş uçuşu|dönüş yolculuğu|dönüş seferi',
    date: 'tarih|uçuş tarihi|seyahat tarihi|yolculuk tarihi|gün|ne zaman|tarih ve saat|sefer tarihi|tarih/saat|kalkış tarihi',
    time: 'saat|saati|başlangıç|başlangıç saati',
    number: 'uçuş|uçuş no|uçuş numarası|sefer|sefer no|tren|tren no|otobüs|feribot|sefer numarası|tren numarası',
    reference:
      'pnr|pnr kodu|pnr no|rezervasyon no|rezervasyon numarası|rezervasyon kodu|rezervasyon|onay kodu|onay numarası|sipariş no|referans|referans no|voucher no|bilet kodu|onay no|sipariş numarası|referans numarası|konfirmasyon no|konfirmasyon numarası|voucher',
    name: 'yolcu|yolcular|yolcu adı|ad soyad|adı soyadı|isim|misafir|konuk|müşteri|sürücü adı|kiracı|misafir adı|yolcu adı soyadı|konuk adı|rezervasyon sahibi|ad|katılımcı',
    seat: 'koltuk|koltuk no|koltuk numarası|yer',
    coach: 'vagon|vagon no|vagon numarası',
    cabin: 'sınıf|kabin|kabin sınıfı|uçuş sınıfı|kabin tipi',
    terminal: 'terminal',
    checkIn: 'giriş|giriş tarihi|check-in|otele giriş|varış tarihi',
    checkOut: 'çıkış|çıkış tarihi|check-out|otelden çıkış|ayrılış tarihi',
    pickUp:
      'alış|alış yeri|alış tarihi|teslim alma|alınış|alış noktası|alış saati|alınacak yer|teslim alış|araç teslim|alınma saati|alınma yeri|karşılama',
    dropOff:
      'iade|iade yeri|iade tarihi|teslim etme|bırakış|bırakış yeri|bırakılacak yer|bırakma yeri|teslim iade|araç iade',
    meet: 'buluşma noktası|şoförünüz sizi bekleyecektir|buluşma yeri|karşılama noktası',
    office: 'ofis|şube|yer',
    driver: 'şoför|sürücü|şoförünüz|sürücünüz|şoför adı',
    phone: 'telefon|tel|tel.|cep|telefon numarası|gsm|iletişim',
    guests: 'kişi sayısı|kişi|misafir sayısı|yolcu sayısı|yetişkin|konuk sayısı',
    total:
      'toplam|toplam tutar|toplam ücret|ödenen tutar|toplam fiyat|tutar|genel toplam|ödenen|ödenecek tutar|toplam bedel|toplam ödenen',
    price: 'fiyat|ücret|bedel|bilet ücreti',
    hotel: 'otel|konaklama|tesis|otel adı',
    restaurant: 'restoran|lokanta|restoran adı|restaurant',
    venue: 'mekan|nerede|salon|etkinlik yeri|mekân',
    event: 'etkinlik|gösteri|konser|konu|etkinlik adı',
    address: 'adres',
    provider: 'havayolu|hava yolu|firma|taşıyıcı|operatör|kiralama şirketi',
    route: 'güzergah|rota|sefer güzergahı|parkur|güzergâh|hat',
    cancelBy:
      'ücretsiz iptal için son tarih|ücretsiz iptal son tarih|ücretsiz iptal son tarihi|ücretsiz iptal|son iptal tarihi',
    checkInBy: 'check-in kapanış|check-in bitiş|check-in son saat|check-in kapanış saati|kontuar kapanış',
    old: 'eski|önceki|eski saat|eski uçuş|eski kalkış|önceki saat|ilk plan|eski bilgiler|önceki uçuş bilgileri|eski uçuş bilgileri',
    new: 'yeni|yeni saat|yeni uçuş|yeni bilgiler|güncel|yeni uçuş bilgileri|yeni sefer',
    duration: 'süre|uçuş süresi|yolculuk süresi|aktarma|aktarma süresi|direkt|seyahat süresi',
    aside:
      'rezervasyon tarihi|düzenleme tarihi|bilet no|bilet numarası|e-bilet no|fatura|fatura no|bagaj|kapı|boarding|biniş saati|uçak tipi|peron|üyelik no|müşteri no|oda|oda tipi|kahvaltı|vergi|vergiler|kdv|vergi no|depozito|kapora|araç|araç grubu|muafiyet|kilometre|geçerlilik|ödeme|ödeme tarihi|ödeme yöntemi|tarife|gecelik|gece sayısı|gece|güncelleme|son güncelleme|notlar|not|durum|e-posta|web|faks|doğum tarihi|ara toplam|indirim|koşullar|mersis|kapı açılış|satın alma tarihi|işlem tarihi|sipariş tarihi|talep tarihi|çağrı merkezi',
  },
  kinds: {
    flight: 'uçuş|uçuşunuz|hava yolları|havayolları|havalimanı|uçak|biniş kartı|uçak bileti|havayolu|uçuşlar',
    train: 'tren|vagon|gar|istasyon|demiryolu|tren bileti|yht|demiryolları',
    bus: 'otobüs|otogar|otobüs bileti|turizm|peron|terminali',
    ferry: 'feribot|vapur|gemi|iskele|deniz otobüsü|liman|feribotu',
    car: 'araç kiralama|kiralık araç|kiralama|oto kiralama|sürücü belgesi|ehliyet|rent a car',
    ride: 'transfer|taksi|şoför|şoförünüz|havalimanı transferi|vip transfer',
    stay: 'otel|oda|gece|konaklama|pansiyon|giriş tarihi|çıkış tarihi|konaklamanız',
    meal: 'restoran|masa|akşam yemeği|öğle yemeği|lokanta|masa rezervasyonu|masanız|meyhane',
    meeting: 'etkinlik|konser|gösteri|konferans|biletler|salon|toplantı|davet|tiyatro|fuar|müze|seminer|biletiniz',
  },
  booked:
    'onaylandı|onaylanmıştır|rezervasyonunuz|rezervasyon onayı|biletiniz|e-bilet|teyit|onay|rezervasyon teyidi|satın aldığınız|siparişiniz|biniş kartı|davet|rezervasyon detayları|uçuşunuz|konaklamanız',
  requested:
    'henüz onaylanmamıştır|henüz onaylanmadı|talebiniz alındı|rezervasyon talebi|talebiniz alınmıştır|onay bekliyor|onay bekleniyor|talebiniz|bekleme listesi|onay bekleyen|kesinleşmemiştir',
  changed:
    'değiştirilmiştir|değişmiştir|tarife değişikliği|saat değişikliği|güncellenmiştir|değişti|güncellendi|ertelenmiştir|saati değişmiştir|değiştirildi',
  cancelled: 'iptal edilmiştir|iptal edildi|iptal onayı|iptal olmuştur|iptal edilen',
  selling:
    'hemen al|abonelikten çık|kampanya|fırsat|indirim|bülten|hemen rezervasyon|promosyon|fırsatlar|başlayan fiyatlarla|listeden çık',
  refundable: {
    yes: 'iade edilebilir|iadeli|iade yapılabilir|iadesi mümkündür',
    no: 'iade edilemez|iadesiz|iade edilmez|iade yapılamaz|iadesi yapılmaz|iptal ve iade edilemez|iadesi mümkün değildir|iade yapılmaz|değişiklik ve iade yapılamaz|iade hakkı yoktur',
  },
  changeable: {
    yes: 'değiştirilebilir|değişiklik yapılabilir|ücretli değişiklik|ücretsiz değişiklik|değişiklik yapma hakkı',
    no: 'değiştirilemez|değişiklik yapılamaz|değişiklik yapılmaz|değişiklik hakkı yoktur|değişiklik ve iade yapılamaz',
  },
  nextDay: 'ertesi gün|+1 gün|sonraki gün',
  towards: '',
  at: 'saat|saat:|saati|itibaren|günü|tarihinde|en geç',
  greeting: 'sayın|merhaba|değerli yolcumuz|değerli misafirimiz|sevgili|değerli',
  titles: 'bay|bayan|bey|hanım|dr.|sn.|mr|mrs|ms|sayın',
  cabins: 'ekonomi|ekonomi sınıfı|business|business class|economy|economy class|promo|ekonomi flex|standart|pulman',
  weekdays: { pzt: 1, sal: 2, car: 3, per: 4, cum: 5, cmt: 6, paz: 7 },
  months: {},
  currency: { tl: 'TRY' },
}
