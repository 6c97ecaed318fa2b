import type { Vocabulary } from './concepts.ts'

export const english: Vocabulary = {
  language: 'en',
  common: 'the your you for and with please thank thanks this are have has is from will our we of to by be at',
  labels: {
    departure:
      'departure|departs|depart|departing|dep|departure time|depart time|leaves|leave|sails|sailing|etd|std|departs at|scheduled departure|new departure time',
    arrival: 'arrival|arrives|arrive|arriving|arr|arrival time|arrive time|eta|sta|scheduled arrival|new arrival time',
    from: 'from|origin|departing from|leaving from|departure station|departure airport|departure port|depart from|departure stop|boarding point|from station',
    to: 'to|destination|going to|arriving at|arrival station|arrival airport|arrival port|arrive at|arrival stop|to station|drop off at',
    outbound:
      'outbound|outward|outbound journey|outward journey|outbound flight|going out|departure flight|outbound sailing',
    inbound:
      'inbound|return|return journey|return flight|inbound flight|homebound|returning|coming back|return sailing|inbound journey',
    date: 'date|travel date|date of travel|day|departure date|when|date and time|date & time|journey date|event date|date of journey|service date',
    time: 'time|start time|starts|start|at|begins|reservation time|arrival at restaurant',
    number:
      'flight|flight no|flight no.|flight number|flight nr|train|train no|train no.|train number|service|coach service|service number|coach no.|flt|bus|ferry|sailing no|vessel',
    reference:
      'under number|your booking|booking reference|booking ref|booking ref.|reference|reference number|ref|ref.|our ref|your reference|booking code|confirmation code|confirmation number|confirmation no|confirmation no.|confirmation #|confirmation|record locator|pnr|reservation number|reservation no|reservation no.|reservation code|reservation #|booking number|booking no|booking no.|booking #|booking id|order number|order no|order no.|order ref|order reference|order|job no.|job no|job number|voucher|voucher no|voucher number|locator|your reference number|airline reference|rental agreement|itinerary number|trip id|confirmation id|reservation|booking|ticket reference|collection reference',
    name: 'pax|client|passenger|passengers|passenger name|name|guest|guest name|traveller|traveler|travellers|travelers|lead passenger|lead guest|booked for|reservation name|main driver|driver name|renter|customer|attendee|name on booking|under the name|hirer|lead name|lead traveller|reserved for|in the name of|party name|passenger(s)|traveller(s)|booking name|ticket holder|client',
    seat: 'seat|seats|seat no|seat no.|seat number|seat(s)|your seat',
    coach: 'coach|carriage|car no|car no.',
    cabin:
      'class|cabin|cabin class|fare class|travel class|class of travel|service class|ticket type|accommodation|class of service',
    terminal: 'terminal|term.|term',
    checkIn:
      'check-in time|check in time|check-in after|arrival time|arrival|arrive|arriving|check-in|check in|checkin|arrival date|check-in date|arriving on|check in from|checking in|check-in from|your arrival',
    checkOut:
      'check-out time|check out time|check-out before|departure time|departure|depart|departing|check-out|check out|checkout|departure date|check-out date|checking out|check out by|check-out by|your departure',
    pickUp:
      'pick up address|pick-up|pick up|pickup|collection|pick-up date|pick-up time|pickup time|pickup date|pick up date|pick up time|pick-up location|pickup location|pick up location|pick-up point|pick-up address|pickup address|collect|pickup point|picking up|pick-up date/time',
    dropOff:
      'return|returning|drop|drop-off|drop off|dropoff|return date|return location|return time|drop-off location|dropoff location|drop-off date|drop-off time|drop-off address|set down|dropping off|drop-off point|return to',
    meet: 'meeting point|meet at|meeting place|where to meet|your driver will wait at|your driver will meet you at|driver will meet you at|meet your driver at|meet your driver',
    office: 'location|office|station|branch|desk|rental location|counter',
    driver: "driver|your driver|chauffeur|your chauffeur|driver's name",
    phone: 'phone|tel|tel.|telephone|call us on|call us|call|mobile|phone number|contact number|t:|contact',
    guests:
      'guests|passengers|party|party size|covers|number of guests|persons|people|table for|no. of guests|number of people|adults|pax|number of passengers|no. of passengers',
    total:
      'total|total paid|total price|total cost|grand total|total amount|amount paid|total charged|total for stay|total due|order total|total charged to card|amount charged|total fare|total to pay|total stay|estimated total|you paid|total (incl. vat)|total including taxes',
    price: 'paid|amount paid|price|cost|fare paid|fixed price|fixed fare|ticket price',
    hotel: 'hotel|property|hotel name|accommodation name|your hotel|property name',
    restaurant: 'restaurant|restaurant name',
    venue: 'venue|where|place|event location|room',
    event: 'event|event name|show|performance|what',
    address: 'address|hotel address|street address|property address',
    provider:
      'airline|carrier|operator|rental company|supplier|operated by us|train operator|ferry operator|coach operator',
    route: 'route|journey|itinerary|trip|sector',
    cancelBy:
      'refunds are available until|refundable until|free cancellation until|free cancellation before|free cancellation up to|free cancellation by|cancel by|cancel before|cancel free until|cancel free of charge until|cancellation deadline|cancel for free until|cancel without charge until|cancellations before|cancel up to|can be cancelled until|cancel until|cancellable until|free to cancel until|cancel or change before|cancel for free before',
    checkInBy:
      'check-in closes at|check in closes at|check-in closes|check in closes|check-in by|check in by|latest check-in|check-in deadline|check in no later than|be at the port by|bag drop closes at|last check-in|check-in until|check-in no later than',
    old: 'was|previously|original|originally|old|previous|original flight|old time|old flight|previous flight|original schedule|old schedule|original time|former|original itinerary|your original flight|previous schedule|previous time|original departure|original booking|your old flight|instead of',
    new: 'new|now|new flight|new time|new schedule|updated|revised|new itinerary|your new flight|changed to|new times|updated flight|new departure|revised itinerary|new booking|updated itinerary|updated schedule|now departs|now arrives|now departing',
    duration:
      'duration|flight time|journey time|travel time|connection|layover|change|transfer time|stopover|connecting time|wait|flying time|elapsed',
    aside:
      'booked on|booking date|date of booking|date booked|issued|issue date|date of issue|issued on|ticket number|ticket|tickets|ticket no|ticket no.|e-ticket|e-ticket number|e-ticket no|eticket|invoice|invoice number|invoice date|baggage|bags|luggage|gate|boarding|boarding time|gate closes|gates close|doors close|doors|frequent flyer|member|membership|member number|loyalty|aircraft|equipment|platform|meal|meals|vehicle|registration|valid until|valid from|offer ends|prices rise on|book by|payment|paid|paid on|card|visa ending|operated by|order date|ordered|purchase date|purchased on|printed|version|updated|last updated|terms updated|conditions of carriage|sent|vat|vat no|registered|deposit|due|payment due|balance|balance due|bag drop|opens|closes|group|excess|mileage|fuel|insurance|taxes|tax|fees|taxes and fees|taxes and charges|taxes & fees|fare|fares|base fare|per night|rate|room rate|notes|special requests|room type|nights|seat reservation|status|email|e-mail|website|reply|fax|iban|company number|passport|date of birth|receipt|transaction|authorisation|authorization|mobile app|points|miles|earn|distance|stops|fare rules|fare type|fare basis|check-in opens|online check-in|deadline|expires|breakfast|lunch|parking|wifi|amended on|created|requested on|hold luggage|car type|category|subtotal|discount|vat incl|ref code|sort code|account|licence|license|platform closes|sales|offer|promotion',
  },
  kinds: {
    flight:
      'flight|flights|airline|boarding pass|airways|airlines|air|fly|flying|e-ticket|outbound flight|return flight',
    train: 'train|rail|railway|railways|trains|platform|carriage|rail ticket',
    bus: 'coach ticket|bus|coach travel|coaches|bus ticket|bus station|coach station|coachways|coach journey',
    ferry: 'ferry|ferries|sailing|sailings|port|vessel|ship|crossing|deck',
    car: 'car rental|car hire|rental car|hire car|rental|car|rent a car|vehicle hire|renter|rental agreement|hire',
    ride: 'pickup|plate|chauffeur|taxi|transfer|transfers|airport transfer|private transfer|your driver|cab|minicab|limousine|shuttle|chauffeurs|cars',
    stay: 'hotel|room|night|nights|check-out|stay|guesthouse|inn|lodge|apartment|bed and breakfast|suite|accommodation|hostel|resort',
    meal: 'restaurant|table|table for|dining|dinner|lunch|covers|party of|bistro|brasserie|table booking|seating',
    meeting:
      'event|concert|conference|ticket|tickets|venue|show|summit|theatre|workshop|meeting|admission|exhibition|invitation|performance|seminar|doors open|gallery|museum|tour|match',
  },
  booked:
    "is confirmed|are confirmed|has been confirmed|have been confirmed|confirmed|booking confirmation|reservation confirmation|confirmation|your booking|your reservation|is booked|your e-ticket|your ticket|your tickets|your itinerary|boarding pass|your trip|your order|your flight|your stay|your journey|thank you for booking|thanks for booking|you're all set|you are booked|you're booked|looking forward to welcoming|your table|your ride|your rental|booking details|invitation|you are invited|order confirmation|your transfer|we have booked|we have reserved",
  requested:
    'not yet confirmed|booking request|request received|have received your request|received your request|awaiting confirmation|pending confirmation|subject to confirmation|waiting list|waitlisted|not a confirmation|will confirm|provisional booking|we will get back to you|reservation request|on request|is pending|to be confirmed|unconfirmed',
  changed:
    "had to move|have moved your|now depart|will now depart|will now land|will now arrive|will now leave|amended|schedule change|amended confirmation|amended booking|your amended|we have modified|rental has been updated|has been changed|have been changed|has changed|have changed|change to your|changes to your|has been rescheduled|rescheduled|been amended|booking amended|has been updated|has been modified|updated itinerary|we've changed|we have changed|we've had to change|new departure time|flight change|time change|been moved|new schedule|amendment|has been amended|modified reservation|changed booking|retimed|has been retimed|been revised|booking changed",
  cancelled:
    "has been cancelled|have been cancelled|has been canceled|have been canceled|is cancelled|is canceled|are cancelled|cancellation confirmation|was cancelled|was canceled|booking cancelled|booking canceled|reservation cancelled|reservation canceled|flight cancelled|we have cancelled|we've cancelled|we have canceled|cancellation of your|cancellation notice|confirm the cancellation|confirms the cancellation|confirm your cancellation|we regret to cancel|had to cancel|now cancelled|status cancelled",
  selling:
    'book now|unsubscribe|flash sale|sale ends|black friday|special offer|deals|deal|newsletter|prices from|fares from|per person|last minute|promo code|subject to availability|limited time|hurry|view in browser|use code|save up to',
  refundable: {
    yes: 'full refund|refundable|fully refundable|is refundable|refundable fare|refundable ticket|refund permitted|refunds permitted|refund allowed|refundable before|refundable until|refundable up to|refundable: yes|refunds: yes|refunds allowed|refundable with',
    no: 'non-refundable|nonrefundable|non refundable|not refundable|no refund|no refunds|cannot be refunded|refunds not permitted|refund not permitted|not be refunded|non-changeable and non-refundable|refundable: no|refunds: no|not eligible for a refund',
  },
  changeable: {
    yes: 'change fee|at no charge|date changes free|changes permitted|changes allowed|change permitted|changeable|can be changed|free changes|changes free|changes are free|flexible fare|can be amended|exchangeable|changes for a fee|changes: yes|change free of charge|can be exchanged|changes free of charge|fully flexible',
    no: "non-changeable|cannot be changed|can not be changed|not changeable|no changes|changes not permitted|changes not allowed|not be changed|non-exchangeable|changes: no|can't be changed|cannot be amended|non-transferable and non-changeable|not exchangeable|cannot be exchanged|change not permitted|may not be changed",
  },
  nextDay: 'next day|following day|+1 day|day after',
  towards: 'to',
  at: 'at|from|by|on|after|before',
  greeting: 'dear|hello|hi|hey|good morning|good afternoon',
  titles: 'mr|mrs|ms|miss|mx|dr|prof|sir|madam|mr.|mrs.|ms.|dr.|prof.',
  cabins:
    'economy|premium economy|business|business class|first class|economy class|first|standard class|standard|main cabin|economy light|economy flex|economy standard|2nd class|1st class|second class|standard premier|business premier|basic economy|coach class|club',
  weekdays: { tues: 2, thur: 4, thurs: 4, weds: 3 },
  months: { sept: 9 },
}
