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
  refundPending: {
    subject: (orderNumber, shop) => `${shop}：ご注文 ${orderNumber} の返金を手続き中です`,
    greeting: (name) => (name ? `${name} 様` : 'お客様'),
    news: 'ご注文の返金手続きを始めました。銀行からの確認はまだ届いていません。確認でき次第、改めてご連絡します。',
  },
  refundRequiresAction: {
    subject: (orderNumber, shop) => `${shop}：ご注文 ${orderNumber} の返金に振込先の情報が必要です`,
    greeting: (name) => (name ? `${name} 様` : 'お客様'),
    news: 'ご注文の返金手続きを始めました。振込先については、決済会社の Stripe から別のメールでご案内します。',
  },
  refundFailed: {
    subject: (orderNumber, shop) => `${shop}：ご注文 ${orderNumber} の返金が完了しませんでした`,
    greeting: (name) => (name ? `${name} 様` : 'お客様'),
    news: '銀行が返金を受け付けなかったため、まだお手元に届いていません。当店で把握しており、対応いたします。',
  },
  order: 'ご注文',
  see: 'ご注文を見る',
  discount: '割引',
  shipping: '送料',
  tax: '税',
  taxIncluded: 'うち税',
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
