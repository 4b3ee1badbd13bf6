import { everyIn } from './every-in';
import type { MailMessages } from './mail-messages.types';

export const japanese: MailMessages = {
  confirmed: {
    subject: (orderNumber, shop) => `${shop}：ご注文 ${orderNumber}`,
    greeting: (name) =>
      name ? `${name} 様、ご注文ありがとうございます。` : 'ご注文ありがとうございます。',
    news: 'お支払いを確認し、ご注文が確定しました。',
  },
  paymentReceived: {
    subject: (orderNumber, shop) => `${shop}：ご注文 ${orderNumber} のお支払いを確認しました`,
    greeting: (name) =>
      name ? `${name} 様、ご注文ありがとうございます。` : 'ご注文ありがとうございます。',
    news: '銀行からのお支払いが完了し、ご注文が確定しました。',
  },
  paymentFailed: {
    subject: (orderNumber, shop) => `${shop}：ご注文 ${orderNumber} のお支払いが完了しませんでした`,
    greeting: (name) => (name ? `${name} 様` : 'お客様'),
    news: 'お支払いが完了しませんでした。代金は引き落とされていません。もう一度ご注文いただけます。',
  },
  refund: {
    subject: (orderNumber, shop) => `${shop}：ご注文 ${orderNumber} の返金`,
    greeting: (name) => (name ? `${name} 様` : 'お客様'),
    news: '返金の手続きをしました。銀行での反映には 5〜10 日かかることがあります。',
  },
  order: 'ご注文',
  see: 'ご注文を見る',
  discount: '割引',
  shipping: '送料',
  tax: '税',
  total: '合計',
  charged: 'ご請求額',
  thisRefund: '今回の返金',
  refunded: '返金合計',
  every: everyIn({
    day: ['毎日', '#日ごと'],
    week: ['毎週', '#週間ごと'],
    month: ['毎月', '#か月ごと'],
    year: ['毎年', '#年ごと'],
  }),
};
