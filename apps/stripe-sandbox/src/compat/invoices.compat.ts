import { describe, expect, it } from '@jest/globals';
import type Stripe from 'stripe';
import { refusalOf, type Target } from './target';

/** Invoices without a subscription: items, drafts, and what becomes of them. */
export function invoicesSuite(target: () => Target): void {
  const customerWithItem = async (amount = 2000) => {
    const { stripe } = target();
    const { id: customer } = await stripe.customers.create({ email: 'jenny@example.com' });
    const item = await stripe.invoiceItems.create({
      amount,
      currency: 'usd',
      customer,
      description: 'Engraving',
    });
    return { customer, item };
  };
  const draft = async (params: Stripe.InvoiceCreateParams = {}) => {
    const { customer } = await customerWithItem();
    return target().stripe.invoices.create({
      customer,
      pending_invoice_items_behavior: 'include',
      ...params,
    });
  };

  describe('invoice items', () => {
    it('wait for the next invoice of their customer', async () => {
      const { stripe } = target();
      const { customer, item } = await customerWithItem();
      expect(item).toMatchObject({ amount: 2000, invoice: null, quantity: 1 });
      const pending = await stripe.invoiceItems.list({ customer, pending: true });
      expect(pending.data.map(({ id }) => id)).toEqual([item.id]);
      const invoice = await stripe.invoices.create({
        customer,
        pending_invoice_items_behavior: 'include',
      });
      expect(invoice).toMatchObject({
        amount_due: 2000,
        customer_email: 'jenny@example.com',
        number: null,
        status: 'draft',
        lines: { data: [{ amount: 2000, description: 'Engraving' }] },
      });
      expect(await stripe.invoiceItems.retrieve(item.id)).toMatchObject({ invoice: invoice.id });
      expect((await stripe.invoiceItems.list({ customer, pending: true })).data).toEqual([]);
    });

    it('take a price, and can be deleted', async () => {
      const { stripe } = target();
      const { id: customer } = await stripe.customers.create();
      const price = await stripe.prices.create({
        currency: 'usd',
        product_data: { name: 'Mug' },
        unit_amount: 700,
      });
      const item = await stripe.invoiceItems.create({
        customer,
        pricing: { price: price.id },
        quantity: 3,
      });
      expect(item).toMatchObject({ amount: 2100, quantity: 3 });
      expect(await stripe.invoiceItems.del(item.id)).toMatchObject({ deleted: true });
      expect(await refusalOf(stripe.invoiceItems.retrieve(item.id))).toMatchObject({
        statusCode: 404,
      });
    });

    it('need a customer', async () => {
      const { stripe } = target();
      const nobody = stripe.invoiceItems.create({ amount: 1, currency: 'usd', customer: 'cus_no' });
      expect(await refusalOf(nobody)).toMatchObject({
        code: 'resource_missing',
        param: 'customer',
      });
    });
  });

  describe('an invoice', () => {
    it('is paid by a card', async () => {
      const { stripe } = target();
      const { id } = await draft();
      const paid = await stripe.invoices.pay(id, {
        payment_method: 'pm_card_visa',
        expand: ['payments'],
      });
      expect(paid).toMatchObject({
        amount_paid: 2000,
        amount_remaining: 0,
        status: 'paid',
        number: expect.stringMatching(/-0001$/),
        payments: { data: [{ amount_paid: 2000, status: 'paid' }] },
      });
      expect(await refusalOf(stripe.invoices.pay(id))).toMatchObject({ statusCode: 400 });
    });

    it('stays open when the card is declined, and is paid by another with the same payment', async () => {
      const { stripe } = target();
      const { id } = await draft();
      const pay = (method: string) => stripe.invoices.pay(id, { payment_method: method });
      expect(await refusalOf(pay('pm_card_chargeCustomerFail'))).toMatchObject({
        statusCode: 402,
        rawType: 'card_error',
        code: 'card_declined',
      });
      const open = await stripe.invoices.retrieve(id, { expand: ['payments'] });
      expect(open).toMatchObject({ attempted: true, attempt_count: 1, status: 'open' });
      expect(await pay('pm_card_visa')).toMatchObject({ attempt_count: 2, status: 'paid' });
      const payments = await stripe.invoicePayments.list({ invoice: id });
      expect(payments.data.map((each) => each.payment.payment_intent)).toEqual(
        open.payments?.data.map((each) => each.payment.payment_intent),
      );
    });

    it('says when its card asks for 3-D Secure', async () => {
      const { stripe } = target();
      const { id } = await draft();
      const pay = stripe.invoices.pay(id, { payment_method: 'pm_card_threeDSecure2Required' });
      expect(await refusalOf(pay)).toMatchObject({
        statusCode: 402,
        code: 'invoice_payment_intent_requires_action',
      });
      expect((await stripe.invoices.retrieve(id)).status).toBe('open');
    });

    it('is changed and deleted as a draft only', async () => {
      const { stripe } = target();
      const { id } = await draft();
      const changed = await stripe.invoices.update(id, { metadata: { note: 'A' } });
      expect(changed.metadata).toEqual({ note: 'A' });
      expect(await stripe.invoices.del(id)).toMatchObject({ id, deleted: true });
      const final = await draft();
      await stripe.invoices.finalizeInvoice(final.id);
      expect(await refusalOf(stripe.invoices.del(final.id))).toMatchObject({ statusCode: 400 });
      expect(await refusalOf(stripe.invoices.finalizeInvoice(final.id))).toMatchObject({
        statusCode: 400,
      });
    });

    it('is sent, voided, or given up', async () => {
      const { stripe } = target();
      const sent = await draft({ collection_method: 'send_invoice', days_until_due: 7 });
      expect(await stripe.invoices.sendInvoice(sent.id)).toMatchObject({ status: 'open' });
      expect(await stripe.invoices.voidInvoice(sent.id)).toMatchObject({ status: 'void' });
      expect(await refusalOf(stripe.invoices.voidInvoice(sent.id))).toMatchObject({
        statusCode: 400,
      });
      const lost = await draft();
      expect(await refusalOf(stripe.invoices.sendInvoice(lost.id))).toMatchObject({
        statusCode: 400,
      });
      await stripe.invoices.finalizeInvoice(lost.id);
      const given = await stripe.invoices.markUncollectible(lost.id);
      expect(given.status).toBe('uncollectible');
      expect(await refusalOf(draft({ collection_method: 'send_invoice' }))).toMatchObject({
        param: 'days_until_due',
      });
    });

    it('of nothing is paid at once', async () => {
      const { stripe } = target();
      const { id: customer } = await stripe.customers.create();
      const { id } = await stripe.invoices.create({ customer });
      expect(await stripe.invoices.finalizeInvoice(id)).toMatchObject({
        amount_due: 0,
        status: 'paid',
      });
    });
  });
}
