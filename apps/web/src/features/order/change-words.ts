import type { Language } from '../../locale/languages';

type Words = Record<
  | 'title'
  | 'addressOnly'
  | 'until'
  | 'over'
  | 'processing'
  | 'notPossible'
  | 'region'
  | 'fullView'
  | 'invalid'
  | 'cancel'
  | 'cancelFree'
  | 'confirm'
  | 'keep'
  | 'correct'
  | 'name'
  | 'line1'
  | 'line2'
  | 'postalCode'
  | 'city'
  | 'state'
  | 'save'
  | 'saved'
  | 'correctedOn'
  | 'cancelled'
  | 'cancelledOn'
  | 'nothingSent'
  | 'free',
  string
> &
  /** @param amount what is paid back, formatted */
  Record<'cancelWhat' | 'due' | 'refused', (amount: string) => string> & {
    /** @param name of the country that the order goes to */
    country: (name: string) => string;
  };

/**
 * The words about cancelling an order and correcting its address. They are here and not in the catalogues because every
 * visitor of the page loads those, and only shops that offer it need these. TypeScript misses what a language lacks.
 */
export const changeWords: Readonly<Record<Language, Words>> = {
  en: {
    title: 'Change or cancel this order',
    addressOnly: 'Change this order',
    until: 'As long as nothing has been sent, you can do this yourself until:',
    over: 'This order can no longer be changed or cancelled here. If something is wrong, please write to us:',
    processing: 'What is still under way can’t be paid back, so this order can’t be cancelled now.',
    notPossible: 'This order can’t be changed here at the moment. Please write to us:',
    region:
      'The country or state can’t be changed here, because shipping or tax depends on it. Please write to us:',
    fullView: 'Please reload this page first, and enter the e-mail address of the order.',
    invalid: 'Something in the address is missing or can’t be read. Please check it.',
    cancel: 'Cancel this order',
    cancelWhat: (amount) =>
      `The whole order is cancelled, and nothing is sent. You get ${amount} back in the way you paid. This can’t be undone.`,
    cancelFree:
      'The whole order is cancelled, and nothing is sent. There is nothing to pay back. This can’t be undone.',
    confirm: 'Yes, cancel the order',
    keep: 'Keep the order',
    correct: 'Correct the shipping address',
    name: 'Name',
    line1: 'Street and number',
    line2: 'Address line 2 (optional)',
    postalCode: 'Postal code',
    city: 'City',
    state: 'State or region',
    country: (name) => `Country: ${name}. To have it sent to another country, please write to us.`,
    save: 'Save the address',
    saved: 'We send your order to the corrected address.',
    correctedOn: 'The shipping address was corrected on',
    cancelled: 'Your order is cancelled',
    cancelledOn: 'Cancelled on',
    nothingSent: 'Nothing will be sent.',
    free: 'There was nothing to pay, so there is nothing to pay back.',
    due: (amount) =>
      `Your refund of ${amount} is being made and isn’t confirmed yet. We’ll e-mail you when it is.`,
    refused: (amount) =>
      `Your refund of ${amount} couldn’t be made yet. We know about it and will put it right.`,
  },
  de: {
    title: 'Bestellung ändern oder stornieren',
    addressOnly: 'Bestellung ändern',
    until: 'Solange nichts verschickt ist, können Sie das selbst tun bis:',
    over: 'Diese Bestellung lässt sich hier nicht mehr ändern oder stornieren. Wenn etwas nicht stimmt, schreiben Sie uns bitte:',
    processing:
      'Was noch unterwegs ist, lässt sich nicht erstatten. Deshalb lässt sich diese Bestellung jetzt nicht stornieren.',
    notPossible:
      'Diese Bestellung lässt sich hier im Moment nicht ändern. Bitte schreiben Sie uns:',
    region:
      'Land oder Bundesstaat lassen sich hier nicht ändern, weil Versand oder Steuer davon abhängen. Bitte schreiben Sie uns:',
    fullView:
      'Bitte laden Sie zuerst diese Seite neu und geben Sie die E-Mail-Adresse der Bestellung ein.',
    invalid: 'An der Adresse fehlt etwas oder ist nicht lesbar. Bitte prüfen Sie sie.',
    cancel: 'Diese Bestellung stornieren',
    cancelWhat: (amount) =>
      `Die ganze Bestellung wird storniert, und nichts wird verschickt. Sie bekommen ${amount} zurück, auf dem Weg, auf dem Sie bezahlt haben. Das lässt sich nicht rückgängig machen.`,
    cancelFree:
      'Die ganze Bestellung wird storniert, und nichts wird verschickt. Zu erstatten ist nichts. Das lässt sich nicht rückgängig machen.',
    confirm: 'Ja, Bestellung stornieren',
    keep: 'Bestellung behalten',
    correct: 'Lieferadresse berichtigen',
    name: 'Name',
    line1: 'Straße und Hausnummer',
    line2: 'Adresszusatz (optional)',
    postalCode: 'Postleitzahl',
    city: 'Ort',
    state: 'Bundesstaat oder Region',
    country: (name) =>
      `Land: ${name}. Für den Versand in ein anderes Land schreiben Sie uns bitte.`,
    save: 'Adresse speichern',
    saved: 'Wir schicken Ihre Bestellung an die berichtigte Adresse.',
    correctedOn: 'Die Lieferadresse wurde berichtigt am',
    cancelled: 'Ihre Bestellung ist storniert',
    cancelledOn: 'Storniert am',
    nothingSent: 'Es wird nichts verschickt.',
    free: 'Es war nichts zu bezahlen, also gibt es nichts zu erstatten.',
    due: (amount) =>
      `Ihre Erstattung von ${amount} wird veranlasst und ist noch nicht bestätigt. Sobald sie es ist, schreiben wir Ihnen eine E-Mail.`,
    refused: (amount) =>
      `Ihre Erstattung von ${amount} war noch nicht möglich. Wir wissen davon und bringen es in Ordnung.`,
  },
  fr: {
    title: 'Modifier ou annuler cette commande',
    addressOnly: 'Modifier cette commande',
    until: 'Tant que rien n’est expédié, vous pouvez le faire vous-même jusqu’au :',
    over: 'Cette commande ne peut plus être modifiée ni annulée ici. Si quelque chose ne va pas, écrivez-nous :',
    processing:
      'Ce qui est encore en cours ne peut pas être remboursé. Cette commande ne peut donc pas être annulée maintenant.',
    notPossible: 'Cette commande ne peut pas être modifiée ici pour le moment. Écrivez-nous :',
    region:
      'Le pays ou la région ne peut pas être modifié ici, car la livraison ou les taxes en dépendent. Écrivez-nous :',
    fullView: 'Rechargez d’abord cette page et saisissez l’adresse e-mail de la commande.',
    invalid: 'Il manque quelque chose à l’adresse, ou une partie est illisible. Vérifiez-la.',
    cancel: 'Annuler cette commande',
    cancelWhat: (amount) =>
      `Toute la commande est annulée et rien n’est envoyé. ${amount} vous sont rendus par le moyen de paiement utilisé. C’est définitif.`,
    cancelFree:
      'Toute la commande est annulée et rien n’est envoyé. Il n’y a rien à rembourser. C’est définitif.',
    confirm: 'Oui, annuler la commande',
    keep: 'Garder la commande',
    correct: 'Corriger l’adresse de livraison',
    name: 'Nom',
    line1: 'Numéro et rue',
    line2: 'Complément d’adresse (facultatif)',
    postalCode: 'Code postal',
    city: 'Ville',
    state: 'État ou région',
    country: (name) => `Pays : ${name}. Pour un envoi dans un autre pays, écrivez-nous.`,
    save: 'Enregistrer l’adresse',
    saved: 'Nous envoyons votre commande à l’adresse corrigée.',
    correctedOn: 'L’adresse de livraison a été corrigée le',
    cancelled: 'Votre commande est annulée',
    cancelledOn: 'Annulée le',
    nothingSent: 'Rien ne sera envoyé.',
    free: 'Il n’y avait rien à payer : il n’y a donc rien à rembourser.',
    due: (amount) =>
      `Votre remboursement de ${amount} est en préparation et n’est pas encore confirmé. Nous vous écrirons dès qu’il le sera.`,
    refused: (amount) =>
      `Votre remboursement de ${amount} n’a pas encore pu être effectué. Nous le savons et allons y remédier.`,
  },
  es: {
    title: 'Cambiar o cancelar este pedido',
    addressOnly: 'Cambiar este pedido',
    until: 'Mientras no se haya enviado nada, puedes hacerlo tú hasta:',
    over: 'Este pedido ya no se puede cambiar ni cancelar aquí. Si algo no está bien, escríbenos:',
    processing:
      'Lo que aún está en camino no se puede devolver, así que este pedido no se puede cancelar ahora.',
    notPossible: 'Este pedido no se puede cambiar aquí en este momento. Escríbenos:',
    region:
      'El país o el estado no se pueden cambiar aquí, porque el envío o los impuestos dependen de ellos. Escríbenos:',
    fullView: 'Primero recarga esta página e introduce el correo electrónico del pedido.',
    invalid: 'Falta algo en la dirección o no se puede leer. Revísala.',
    cancel: 'Cancelar este pedido',
    cancelWhat: (amount) =>
      `Se cancela todo el pedido y no se envía nada. Te devolvemos ${amount} por el medio con que pagaste. No se puede deshacer.`,
    cancelFree:
      'Se cancela todo el pedido y no se envía nada. No hay nada que devolver. No se puede deshacer.',
    confirm: 'Sí, cancelar el pedido',
    keep: 'Conservar el pedido',
    correct: 'Corregir la dirección de envío',
    name: 'Nombre',
    line1: 'Calle y número',
    line2: 'Línea 2 de la dirección (opcional)',
    postalCode: 'Código postal',
    city: 'Ciudad',
    state: 'Estado o provincia',
    country: (name) => `País: ${name}. Para enviarlo a otro país, escríbenos.`,
    save: 'Guardar la dirección',
    saved: 'Enviamos tu pedido a la dirección corregida.',
    correctedOn: 'La dirección de envío se corrigió el',
    cancelled: 'Tu pedido está cancelado',
    cancelledOn: 'Cancelado el',
    nothingSent: 'No se enviará nada.',
    free: 'No había nada que pagar, así que no hay nada que devolver.',
    due: (amount) =>
      `Tu reembolso de ${amount} se está tramitando y aún no está confirmado. Te escribiremos cuando lo esté.`,
    refused: (amount) =>
      `Tu reembolso de ${amount} aún no se ha podido hacer. Lo sabemos y lo resolveremos.`,
  },
  ja: {
    title: 'ご注文の変更・キャンセル',
    addressOnly: 'ご注文の変更',
    until: '発送前であれば、次の日時までお客様ご自身で手続きできます:',
    over: 'このご注文は、こちらでは変更・キャンセルできなくなりました。お困りの際は当店までご連絡ください:',
    processing: '処理中のお支払いは返金できないため、このご注文は現在キャンセルできません。',
    notPossible: '現在、このご注文はこちらでは変更できません。当店までご連絡ください:',
    region:
      '送料や税がお届け先によって決まるため、国や都道府県・州はこちらでは変更できません。当店までご連絡ください:',
    fullView: 'まずこのページを再読み込みし、ご注文のメールアドレスを入力してください。',
    invalid: '住所に不足または読み取れない部分があります。ご確認ください。',
    cancel: 'このご注文をキャンセルする',
    cancelWhat: (amount) =>
      `ご注文全体をキャンセルし、商品は発送しません。${amount} をお支払い方法に応じて返金します。この操作は取り消せません。`,
    cancelFree:
      'ご注文全体をキャンセルし、商品は発送しません。返金する金額はありません。この操作は取り消せません。',
    confirm: 'はい、キャンセルします',
    keep: '注文を続ける',
    correct: 'お届け先を訂正する',
    name: 'お名前',
    line1: '番地・町名',
    line2: '建物名など(任意)',
    postalCode: '郵便番号',
    city: '市区町村',
    state: '都道府県・州',
    country: (name) => `国: ${name}。別の国へのお届けは、当店までご連絡ください。`,
    save: '住所を保存する',
    saved: '訂正後のお届け先にお送りします。',
    correctedOn: 'お届け先の訂正日時:',
    cancelled: 'ご注文はキャンセルされました',
    cancelledOn: 'キャンセル日時:',
    nothingSent: '商品は発送されません。',
    free: 'お支払いはなかったため、返金もありません。',
    due: (amount) =>
      `${amount} の返金を手続き中で、まだ確定していません。確定次第、メールでお知らせします。`,
    refused: (amount) =>
      `${amount} の返金がまだできていません。当店で把握しており、対応いたします。`,
  },
};
