import type { Vocabulary } from './concepts.ts'

export const spanish: Vocabulary = {
  language: 'es',
  common: 'el la los las de y su sus para con por una un del que gracias está en al se le no tu usted hola',
  labels: {
    departure: 'salida|hora de salida|sale|sal.|salida a las|nueva salida|nueva hora de salida',
    arrival: 'llegada|hora de llegada|llega|lleg.|llegada a las|nueva llegada|nueva hora de llegada',
    from: 'desde|de|origen|estación de salida|aeropuerto de salida|salida desde|puerto de salida|parada de salida|lugar de salida',
    to: 'hasta|a|destino|estación de llegada|aeropuerto de llegada|llegada a|puerto de llegada|hacia|parada de llegada',
    outbound: 'ida|vuelo de ida|viaje de ida|trayecto de ida',
    inbound: 'vuelta|regreso|vuelo de vuelta|vuelo de regreso|viaje de vuelta|trayecto de vuelta',
    date: 'fecha|fecha de viaje|fecha de salida|día|cuándo|fecha y hora|fecha del vuelo|fecha del viaje',
    time: 'hora|horario|inicio|hora de inicio|comienzo',
    number:
      'vuelo|número de vuelo|vuelo nº|n.º de vuelo|nº de vuelo|tren|número de tren|nº de tren|autobús|servicio|barco|buque|nº tren|nº vuelo|ferry',
    reference:
      'localizador|código de reserva|número de reserva|nº de reserva|n.º de reserva|nº reserva|referencia|referencia de reserva|código de confirmación|número de confirmación|nº de confirmación|número de pedido|nº de pedido|pnr|reserva nº|reserva|ref.|bono|localizador de reserva|expediente|pedido|código localizador|n.º de confirmación|reserva n.º|núm. de reserva',
    name: 'pasajera|pasajero/a|viajera|pasajero|pasajeros|nombre|viajero|viajeros|cliente|huésped|titular|conductor|a nombre de|conductor principal|nombre del pasajero|nombre y apellidos|titular de la reserva|nombre del huésped|asistente|pasajero(s)|nombre del cliente',
    seat: 'asiento|plaza|asientos|butaca|plazas|nº de asiento|localidad',
    coach: 'coche|vagón',
    cabin: 'clase|cabina|clase de servicio|acomodación|clase de viaje|acomodo',
    terminal: 'terminal',
    checkIn: 'llegada a las|entrada|llegada|check-in|fecha de entrada|fecha de llegada|check in|día de entrada',
    checkOut: 'salida a las|salida|check-out|fecha de salida|check out|día de salida',
    pickUp:
      'recogida|entrega del vehículo|lugar de recogida|fecha de recogida|hora de recogida|dirección de recogida|inicio del alquiler|punto de recogida|oficina de recogida',
    dropOff:
      'devolución|lugar de devolución|fecha de devolución|fin del alquiler|oficina de devolución|dirección de destino|lugar de entrega',
    meet: 'punto de encuentro|su conductor le esperará|el conductor le esperará|el conductor le espera|lugar de encuentro|su conductor le espera',
    office: 'oficina|lugar|sucursal|estación',
    driver: 'chófer|su conductor|conductor asignado|chofer|su chófer|conductor/a',
    phone:
      'teléfono|tel.|tel|móvil|tfno.|teléfono de la oficina de recogida|teléfono de contacto|celular|tlf.|contacto',
    guests:
      'personas|número de personas|comensales|huéspedes|mesa para|adultos|número de huéspedes|nº de personas|nº personas|número de comensales|ocupación|número de pasajeros',
    total:
      'total|precio total|importe total|total pagado|importe|total a pagar|importe pagado|precio total (iva incl.)|coste total|total de la estancia|total reserva|monto total|total pedido',
    price: 'precio|coste|tarifa total|precio cerrado|precio fijo',
    hotel: 'hotel|alojamiento|establecimiento',
    restaurant: 'restaurante',
    venue: 'lugar del evento|dónde|recinto|sala|sede|ubicación',
    event: 'evento|espectáculo|concierto|asunto',
    address: 'dirección|domicilio|dirección del hotel',
    provider: 'compañía|aerolínea|compañía aérea|transportista|operador|naviera|empresa',
    route: 'trayecto|itinerario|ruta|viaje|recorrido',
    cancelBy:
      'cancelación gratuita hasta el|cancelación gratuita hasta|cancelación gratis hasta el|cancelación sin cargo hasta el|cancelable hasta el|anulación gratuita hasta el|cancelación gratuita antes del|cancelar antes del|puede cancelar gratis hasta el|cancelar sin coste hasta el|cancelar sin cargo hasta el|cancelación sin coste hasta el|puede cancelar sin cargo hasta el|cancelación sin gastos hasta el',
    checkInBy:
      'facturación hasta las|cierre de facturación|la facturación cierra a las|presentarse antes de las|hora límite de facturación|cierre del check-in|check-in hasta las|hora límite de embarque de vehículos|límite de facturación|facturación antes de las',
    old: 'anterior|antiguo|original|horario anterior|vuelo original|antes|inicial|horario original|en lugar de|vuelo anterior|itinerario original|antigua|previsto inicialmente',
    new: 'nuevo|nueva|nuevo horario|nuevos horarios|nuevo vuelo|ahora|nuevo itinerario|actualizado|nueva fecha',
    duration:
      'duración|tiempo de vuelo|escala|transbordo|enlace|directo|conexión|duración del viaje|tiempo de conexión',
    aside:
      'reservado el|fecha de reserva|fecha de la reserva|fecha de emisión|emitido el|emitida el|billete nº|número de billete|nº de billete|factura|factura nº|equipaje|puerta|embarque|hora de embarque|avión|vía|andén|tarjeta|fidelización|habitación|tipo de habitación|desayuno|tasa turística|tasas|impuestos|iva|anticipo|depósito|franquicia|vehículo|grupo|categoría|kilometraje|combustible|válido hasta|válida hasta|pagado el|fecha de pago|pago|forma de pago|operado por|tarifa|por noche|precio por noche|número de cliente|actualizado el|última actualización|observaciones|notas|estado|correo|email|e-mail|web|fax|fecha de nacimiento|noches|nº de noches|apertura de puertas|cierre de puertas|subtotal|descuento|condiciones|en vigor|oferta válida|comprado el|fecha de compra|fecha de pedido|impreso el|nif|cif|dni|vencimiento|fianza|peticiones|apertura de facturación|suplemento|expedido el',
  },
  kinds: {
    flight:
      'vuelo|vuelos|aerolínea|aeropuerto|embarque|tarjeta de embarque|avión|líneas aéreas|aéreas|billete de avión',
    train: 'tren|trenes|estación|coche|ferrocarril|vía|billete de tren|andén|ave|ferroviario',
    bus: 'autobús|autobuses|autocar|estación de autobuses|bus|parada|dársena',
    ferry: 'ferry|barco|naviera|puerto|travesía|buque|camarote|estación marítima',
    car: 'alquiler|alquiler de coches|coche de alquiler|vehículo|devolución|permiso de conducir|alquiler de coche|rent a car|renta de auto',
    ride: 'taxi|chófer|traslado|transfer|vtc|traslados|conductor|recogida',
    stay: 'hotel|habitación|noche|noches|estancia|alojamiento|hostal|desayuno|parador|pensión|huésped',
    meal: 'restaurante|mesa|mesa para|comensales|cena|almuerzo|comida|taberna|asador',
    meeting:
      'evento|concierto|espectáculo|conferencia|entradas|entrada|sala|reunión|invitación|teatro|feria|congreso|museo|exposición|visita|recinto|función|jornada',
  },
  booked:
    'confirmada|confirmado|confirmación de reserva|confirmación de la reserva|confirmación|su reserva|tu reserva|su billete|tus billetes|tu billete|su viaje|tu viaje|billete electrónico|ha sido confirmada|reservado|tu pedido|tarjeta de embarque|invitación|su estancia|su vuelo|tu vuelo|tus entradas|queda confirmada|confirmamos',
  requested:
    'no está confirmada|aún no está confirmada|todavía no está confirmada|solicitud de reserva|hemos recibido su solicitud|hemos recibido tu solicitud|pendiente de confirmación|su solicitud|tu solicitud|sujeta a confirmación|lista de espera|no es una confirmación|todavía no confirmada|no confirmada|aún no confirmada',
  changed:
    'cambio de horario|ha sido modificado|ha sido modificada|han sido modificados|modificación de su|modificación de tu|ha cambiado|han cambiado|cambio en su|cambio en tu|nuevo horario|se ha modificado|reserva modificada|reprogramado|reprogramada|cambios en su|cambios en tu|se ha cambiado|ha sido reprogramado|modificación de horario',
  cancelled:
    'ha sido cancelado|ha sido cancelada|cancelado|cancelada|anulado|anulada|ha sido anulada|ha sido anulado|confirmación de cancelación|cancelación de su|cancelación de tu|confirmación de anulación|ha quedado cancelada|ha quedado anulada|se ha cancelado|vuelo cancelado',
  selling:
    'reserva ahora|reserva ya|darse de baja|darte de baja|ofertas|oferta|promoción|código promocional|boletín|descuentos|desde solo|compra ya|newsletter|rebajas|reservar ahora|cancelar suscripción',
  refundable: {
    yes: 'reembolsable|reembolso permitido|admite reembolso|admite devolución|reembolsos permitidos|permite reembolso|anulación permitida|totalmente reembolsable|reembolso con gastos',
    no: 'no reembolsable|sin reembolso|reembolso no permitido|no admite reembolso|no admite devolución|no es reembolsable|no reembolsables|no permite reembolso|no admite cambios ni devoluciones|no admite cambios ni reembolsos|no admite cambios ni reembolso|ni reembolsos ni devoluciones|no admite cambios ni anulaciones|no admite anulación',
  },
  changeable: {
    yes: 'cambios permitidos|admite cambios|cambio permitido|cambios gratuitos|permite cambios|modificable|cambios con coste|cambios sin coste|cambios con gastos|admite cambio',
    no: 'no admite cambios|cambios no permitidos|no modificable|cambio no permitido|no permite cambios|no se permiten cambios|no admite cambio',
  },
  nextDay: 'día siguiente|al día siguiente|+1 día|del día siguiente',
  towards: 'a|hasta|hacia',
  at: 'a las|a la|desde las|hasta las|las|a partir de las|hora|antes de las|h',
  greeting:
    'estimado|estimada|hola|buenos días|buenas tardes|querido|querida|apreciado|apreciada|estimado/a|estimado cliente',
  titles: 'sr.|sra.|srta.|don|doña|d.|dña.|d.ª|señor|señora|dr.|dra.|sr|sra',
  cabins:
    'turista|preferente|business|economy|clase turista|primera clase|segunda clase|económica|ejecutiva|turista plus|básico|elige|confort|estándar|premium|primera|clase ejecutiva|clase económica|clase business',
  weekdays: { lun: 1, mar: 2, mie: 3, jue: 4, vie: 5, sab: 6, dom: 7 },
  months: { sept: 9, set: 9, setiembre: 9 },
}
