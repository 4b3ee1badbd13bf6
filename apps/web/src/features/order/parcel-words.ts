import type { OrderShipment } from '@shop/contract';
import type { Language } from '../../locale/languages';

type Words = Record<OrderShipment['status'], string> & {
  /** Above the parcels. */
  title: string;
  /** Of an order of which something is not out yet. */
  part: string;
  /** @param number counts from 1 */
  parcel: (number: number) => string;
  carrier: string;
  trackingNumber: string;
  track: string;
  expectedOn: string;
  shippedOn: string;
  deliveredOn: string;
};

/**
 * The words about parcels. They are here and not in the catalogues because every visitor of the page loads those, and only
 * an order that is out needs these. TypeScript misses what a language lacks.
 */
export const parcelWords: Readonly<Record<Language, Words>> = {
  en: {
    title: 'Your parcels',
    part: 'A part of your order has been sent. We’re preparing the rest.',
    parcel: (number) => `Parcel ${number}`,
    shipped: 'On its way',
    delayed: 'Delayed',
    lost: 'The carrier can’t find it. We’ll get in touch.',
    delivered: 'Delivered',
    returned: 'It has come back to us. We’ll get in touch.',
    carrier: 'Carrier',
    trackingNumber: 'Tracking number',
    track: 'Track this parcel',
    expectedOn: 'Expected on',
    shippedOn: 'Sent on',
    deliveredOn: 'Delivered on',
  },
  de: {
    title: 'Ihre Pakete',
    part: 'Ein Teil Ihrer Bestellung ist verschickt. Den Rest bereiten wir vor.',
    parcel: (number) => `Paket ${number}`,
    shipped: 'Unterwegs',
    delayed: 'Verspätet',
    lost: 'Der Versanddienst findet es nicht. Wir melden uns bei Ihnen.',
    delivered: 'Zugestellt',
    returned: 'Es ist zu uns zurückgekommen. Wir melden uns bei Ihnen.',
    carrier: 'Versanddienst',
    trackingNumber: 'Sendungsnummer',
    track: 'Dieses Paket verfolgen',
    expectedOn: 'Voraussichtlich am',
    shippedOn: 'Verschickt am',
    deliveredOn: 'Zugestellt am',
  },
  fr: {
    title: 'Vos colis',
    part: 'Une partie de votre commande a été expédiée. Nous préparons le reste.',
    parcel: (number) => `Colis ${number}`,
    shipped: 'En route',
    delayed: 'Retardé',
    lost: 'Le transporteur ne le retrouve pas. Nous vous contacterons.',
    delivered: 'Livré',
    returned: 'Il nous est revenu. Nous vous contacterons.',
    carrier: 'Transporteur',
    trackingNumber: 'Numéro de suivi',
    track: 'Suivre ce colis',
    expectedOn: 'Livraison prévue le',
    shippedOn: 'Expédié le',
    deliveredOn: 'Livré le',
  },
  es: {
    title: 'Tus paquetes',
    part: 'Hemos enviado una parte de tu pedido. Estamos preparando el resto.',
    parcel: (number) => `Paquete ${number}`,
    shipped: 'En camino',
    delayed: 'Con retraso',
    lost: 'El transportista no lo encuentra. Te escribiremos.',
    delivered: 'Entregado',
    returned: 'Ha vuelto a nosotros. Te escribiremos.',
    carrier: 'Transportista',
    trackingNumber: 'Número de seguimiento',
    track: 'Seguir este paquete',
    expectedOn: 'Entrega prevista el',
    shippedOn: 'Enviado el',
    deliveredOn: 'Entregado el',
  },
  ja: {
    title: 'お荷物',
    part: 'ご注文の一部を発送しました。残りは発送準備中です。',
    parcel: (number) => `荷物 ${number}`,
    shipped: '配送中',
    delayed: '遅延しています',
    lost: '配送業者で所在が確認できていません。当店からご連絡します。',
    delivered: '配達済み',
    returned: '当店に返送されました。当店からご連絡します。',
    carrier: '配送業者',
    trackingNumber: '追跡番号',
    track: 'この荷物を追跡する',
    expectedOn: 'お届け予定日',
    shippedOn: '発送日',
    deliveredOn: '配達日',
  },
};
