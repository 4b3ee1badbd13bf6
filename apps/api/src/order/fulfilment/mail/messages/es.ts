import { everyIn } from './every-in';
import type { MailMessages } from './mail-messages.types';

export const spanish: MailMessages = {
  confirmed: {
    subject: (orderNumber, shop) => `Tu pedido ${orderNumber} en ${shop}`,
    greeting: (name) => (name ? `¡Gracias por tu pedido, ${name}!` : '¡Gracias por tu pedido!'),
    news: 'Hemos recibido tu pago y tu pedido está confirmado.',
  },
  paymentReceived: {
    subject: (orderNumber, shop) => `Hemos recibido el pago de tu pedido ${orderNumber} en ${shop}`,
    greeting: (name) => (name ? `¡Gracias por tu pedido, ${name}!` : '¡Gracias por tu pedido!'),
    news: 'Tu banco ha completado el pago y tu pedido está confirmado.',
  },
  paymentFailed: {
    subject: (orderNumber, shop) =>
      `El pago de tu pedido ${orderNumber} en ${shop} no se ha completado`,
    greeting: (name) => (name ? `Hola, ${name}:` : 'Hola:'),
    news: 'El pago no se ha completado. No se ha cobrado nada; puedes volver a hacer el pedido.',
  },
  refund: {
    subject: (orderNumber, shop) => `Un reembolso de tu pedido ${orderNumber} en ${shop}`,
    greeting: (name) => (name ? `Hola, ${name}:` : 'Hola:'),
    news: 'Te hemos devuelto dinero. Tu banco puede tardar de 5 a 10 días en mostrarlo.',
  },
  refundPending: {
    subject: (orderNumber, shop) =>
      `Un reembolso de tu pedido ${orderNumber} en ${shop} está en camino`,
    greeting: (name) => (name ? `Hola, ${name}:` : 'Hola:'),
    news: 'Hemos iniciado un reembolso de tu pedido. Tu banco aún no lo ha confirmado. Te escribiremos de nuevo cuando lo haga.',
  },
  refundRequiresAction: {
    subject: (orderNumber, shop) =>
      `Necesitamos tus datos bancarios para el reembolso del pedido ${orderNumber} en ${shop}`,
    greeting: (name) => (name ? `Hola, ${name}:` : 'Hola:'),
    news: 'Hemos iniciado un reembolso de tu pedido. Stripe, nuestro proveedor de pagos, te pregunta en un correo aparte adónde enviar el dinero.',
  },
  refundFailed: {
    subject: (orderNumber, shop) =>
      `El reembolso de tu pedido ${orderNumber} en ${shop} ha fallado`,
    greeting: (name) => (name ? `Hola, ${name}:` : 'Hola:'),
    news: 'Tu banco no ha aceptado nuestro reembolso, así que aún no tienes el dinero. Lo sabemos y lo vamos a resolver.',
  },
  order: 'Pedido',
  see: 'Ver tu pedido',
  discount: 'Descuento',
  shipping: 'Envío',
  tax: 'Impuestos',
  taxIncluded: 'Impuestos incluidos',
  total: 'Total',
  charged: 'Cobrado',
  thisRefund: 'Este reembolso',
  refunded: 'Reembolsado en total',
  every: everyIn({
    day: ['cada día', 'cada # días'],
    week: ['cada semana', 'cada # semanas'],
    month: ['cada mes', 'cada # meses'],
    year: ['cada año', 'cada # años'],
  }),
};
