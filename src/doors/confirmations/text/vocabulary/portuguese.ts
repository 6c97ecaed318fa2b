import type { Vocabulary } from './concepts.ts'

export const portuguese: Vocabulary = {
  language: 'pt',
  common:
    'o a os as de e para com por uma um do da que obrigado obrigada está em ao não sua seu na no você olá dos das',
  labels: {
    departure:
      'partida|hora de partida|saída|parte|embarque partida|horário de partida|partida às|nova partida|saída às',
    arrival: 'chegada|hora de chegada|chega|horário de chegada|chegada às|nova chegada',
    from: 'de|origem|estação de partida|aeroporto de partida|partida de|estação de origem|local de partida',
    to: 'para|destino|estação de chegada|aeroporto de chegada|chegada a|estação de destino|local de chegada',
    outbound: 'ida|voo de ida|viagem de ida',
    inbound: 'volta|regresso|retorno|voo de volta|voo de regresso|viagem de regresso|viagem de volta',
    date: 'data|data da viagem|data de partida|dia|quando|data e hora|data do voo',
    time: 'hora|horário|início|horas',
    number:
      'voo|número do voo|voo nº|n.º do voo|nº do voo|comboio|trem|número do comboio|comboio n.º|autocarro|ônibus|navio|n.º comboio|comboio nº',
    reference:
      'localizador|código de reserva|código da reserva|número da reserva|número de reserva|nº da reserva|n.º da reserva|nº reserva|referência|referência da reserva|código de confirmação|número de confirmação|pnr|reserva nº|reserva n.º|reserva|número do pedido|pedido|ref.|n.º de reserva|voucher|n.º de confirmação|nº de confirmação',
    name: 'passageira|hóspede principal|passageiro|passageiros|nome|viajante|viajantes|cliente|hóspede|titular|condutor|em nome de|nome do passageiro|nome do hóspede|nome do cliente|condutor principal|passageiro(s)|nome completo|participante',
    seat: 'lugar|assento|poltrona|lugares|assentos',
    coach: 'carruagem|vagão|carro nº',
    cabin: 'classe|cabine|cabina|classe de viagem|conforto',
    terminal: 'terminal',
    checkIn: 'entrada|check-in|data de entrada|chegada|data de chegada|check in',
    checkOut: 'saída|check-out|data de saída|data de partida|check out',
    pickUp:
      'levantamento|retirada|recolha|local de levantamento|local de retirada|data de levantamento|data de retirada|embarque do passageiro|local de recolha|hora de recolha|início do aluguer',
    dropOff: 'devolução|local de devolução|data de devolução|entrega|fim do aluguer|local de destino',
    meet: 'ponto de encontro|o motorista estará|o motorista espera|o seu motorista aguarda|local de encontro|o seu motorista estará|o motorista aguarda',
    office: 'balcão|loja|local|estação|agência',
    driver: 'motorista|o seu motorista|seu motorista',
    phone: 'telefone|tel.|tel|telemóvel|celular|contacto|contato|fone',
    guests:
      'pessoas|número de pessoas|hóspedes|mesa para|adultos|número de hóspedes|nº de pessoas|n.º de pessoas|lugares à mesa|número de passageiros',
    total:
      'total|preço total|valor total|total pago|total a pagar|montante total|valor pago|total da estadia|custo total|total geral|montante pago',
    price: 'valor pago|preço|valor|custo|preço fixo',
    hotel: 'hotel|alojamento|hospedagem|propriedade|acomodação',
    restaurant: 'restaurante',
    venue: 'local do evento|onde|sala|recinto|espaço',
    event: 'evento|espetáculo|concerto|show|assunto',
    address: 'morada|endereço',
    provider: 'companhia|companhia aérea|operador|transportadora|locadora|empresa',
    route: 'trajeto|itinerário|rota|percurso|trecho|viagem',
    cancelBy:
      'cancelamento gratuito até|cancelamento grátis até|cancelamento gratuito antes de|cancelável até|cancelamento sem custos até|pode cancelar gratuitamente até|cancelar até|cancelamento sem custo até|cancelamento gratuito até ao dia|cancelamento gratuito até ao|cancelamento gratuito até dia|cancele grátis até|cancelamento gratuito até às',
    checkInBy:
      'check-in até às|check-in até|fecho do check-in|o check-in encerra às|hora limite de check-in|encerramento do check-in|apresentação até|apresente-se até às',
    old: 'anterior|antigo|original|horário anterior|voo original|antes|horário original|em vez de|voo anterior|inicial|antiga|inicialmente',
    new: 'novo|nova|novo horário|novos horários|novo voo|agora|novo itinerário|atualizado|nova data',
    duration: 'duração|tempo de voo|escala|ligação|conexão|direto|duração da viagem|transbordo',
    aside:
      'reservado em|data da reserva|data de reserva|data de emissão|emitido em|emitida em|bilhete nº|número do bilhete|n.º do bilhete|fatura|fatura nº|bagagem|porta|embarque|hora de embarque|portão|aeronave|cais|linha|plataforma|cartão|fidelidade|quarto|tipo de quarto|pequeno-almoço|café da manhã|taxa turística|taxas|impostos|iva|sinal|depósito|franquia|viatura|veículo|grupo|categoria|quilometragem|combustível|válido até|válida até|pago em|pagamento|data de pagamento|método de pagamento|forma de pagamento|operado por|tarifa|por noite|preço por noite|número de cliente|atualizado em|última atualização|observações|notas|estado|status|email|e-mail|site|fax|data de nascimento|noites|número de noites|abertura das portas|fecho das portas|subtotal|desconto|condições|em vigor|oferta válida|comprado em|data da compra|data do pedido|impresso em|nif|cnpj|cpf|vencimento|caução|pedidos especiais|abertura do check-in|preços válidos',
  },
  kinds: {
    flight: 'voo|voos|companhia aérea|aeroporto|cartão de embarque|avião|linhas aéreas|aéreas|portão',
    train: 'comboio|trem|comboios|carruagem|caminho de ferro|estação|bilhete de comboio|linha|ferroviário|trens',
    bus: 'autocarro|ônibus|autocarros|rodoviária|terminal rodoviário|camionagem|expresso rodoviário',
    ferry: 'ferry|barco|navio|porto|travessia|balsa|camarote|transtejo|gare marítima',
    car: 'aluguer|aluguel|aluguer de automóveis|rent-a-car|carro alugado|viatura|devolução|carta de condução|locadora|aluguel de carro|aluguer de carro',
    ride: 'táxi|motorista|transfer|transfere|transporte privado|recolha|traslado',
    stay: 'hotel|quarto|noite|noites|estadia|alojamento|pousada|hospedagem|hóspede|pensão|pequeno-almoço',
    meal: 'restaurante|mesa|mesa para|jantar|almoço|tasca|marisqueira',
    meeting:
      'evento|concerto|espetáculo|conferência|bilhetes|ingresso|ingressos|sala|reunião|convite|teatro|feira|congresso|museu|exposição|visita|seminário',
  },
  booked:
    'confirmada|confirmado|confirmação de reserva|confirmação da reserva|confirmação|a sua reserva|sua reserva|o seu bilhete|seu bilhete|a sua viagem|sua viagem|bilhete eletrónico|bilhete eletrônico|reservado|seu pedido|cartão de embarque|convite|a sua estadia|o seu voo|seu voo|seus ingressos|confirmamos|os seus bilhetes',
  requested:
    'ainda não está confirmada|não está confirmada|ainda não confirmada|pedido de reserva|recebemos o seu pedido|solicitação de reserva|recebemos sua solicitação|aguarda confirmação|pendente de confirmação|sujeita a confirmação|lista de espera|não constitui confirmação|não é uma confirmação|aguardando confirmação|recebemos a sua solicitação',
  changed:
    'alteração de horário|foi alterado|foi alterada|foram alterados|alteração da sua|alteração do seu|mudou|alteração na sua|alteração no seu|novo horário|foi modificado|foi modificada|reserva alterada|remarcado|remarcada|mudança de horário|foi reagendado|alteração de voo',
  cancelled:
    'foi cancelado|foi cancelada|cancelado|cancelada|anulado|anulada|confirmação de cancelamento|cancelamento da sua|cancelamento do seu|cancelamento da reserva|foram cancelados|confirmamos o cancelamento',
  selling:
    'reserve já|reserve agora|cancelar subscrição|descadastre|ofertas|oferta|promoção|código promocional|newsletter|descontos|a partir de|compre já|aproveite|cancelar inscrição',
  refundable: {
    yes: 'reembolso integral|reembolsável|reembolso permitido|permite reembolso|totalmente reembolsável|reembolsos permitidos|com reembolso',
    no: 'não reembolsável|não-reembolsável|sem reembolso|reembolso não permitido|não permite reembolso|não é reembolsável|nem reembolsos|não reembolsáveis|não admite reembolso|nem reembolso',
  },
  changeable: {
    yes: 'remarque sem custo|alterações permitidas|permite alterações|alteração permitida|alterável|alterações gratuitas|remarcação permitida|alterações com custo|troca permitida|alterações mediante taxa|alteração mediante taxa|alteração gratuita',
    no: 'não permite alterações|sem alterações|alterações não permitidas|alteração não permitida|não alterável|remarcação não permitida|não admite alterações|não permite alteração|não é permitida alteração|troca não permitida|não permite trocas',
  },
  nextDay: 'dia seguinte|no dia seguinte|+1 dia',
  towards: 'para|a',
  at: 'às|as|a partir das|até às|das|pelas|a partir de|h|ao dia|dia',
  greeting:
    'olá|caro|cara|prezado|prezada|exmo.|exma.|estimado|estimada|bom dia|boa tarde|exmo. senhor|exma. senhora|caro(a)|prezado(a)',
  titles: 'sr.|sra.|senhor|senhora|dr.|dra.|eng.|dona|d.|sr|sra|exmo.|exma.',
  cabins:
    'económica|econômica|executiva|1.ª classe|2.ª classe|1ª classe|2ª classe|turística|conforto|economy|business|primeira classe|classe económica|classe executiva|classe econômica|premium|turística',
  weekdays: { seg: 1, ter: 2, qua: 3, qui: 4, sex: 5, sab: 6, dom: 7 },
  months: {},
}
