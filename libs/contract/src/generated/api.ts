export interface paths {
    "/api/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The products for sale, with their prices in the currency of the shop */
        get: operations["products"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/checkout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Writes the order and starts its Checkout Session; the same key gets the same session */
        post: operations["start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The state of an order, in full for the browser that started its checkout */
        get: operations["confirmation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/confirmation/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Opens the full confirmation for 15 minutes by its e-mail address; five wrong tries an hour */
        post: operations["verification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/access": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Opens the full confirmation by the token in the link of an e-mail, for 30 days */
        post: operations["access"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/confirmation/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends the last e-mail about the order again, also to a corrected address once within an hour of paying */
        post: operations["resend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/portal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Opens Stripe's billing portal for the subscription of an order */
        post: operations["open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/find": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends links to the orders of an e-mail address to that address, or to one of them */
        post: operations["findOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/withdrawals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Declares a withdrawal; it is recorded with its time and acknowledged by e-mail */
        post: operations["declareWithdrawal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancels an order before anything is sent; its payment is refunded in full */
        post: operations["cancelOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/delivery-address": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Corrects the shipping address of an order before anything is sent */
        post: operations["correctAddress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/stripe": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes one of Stripe's events: verified, stored once, handled by a worker */
        post: operations["receive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in */
        get: operations["whoAmI"];
        put?: never;
        /** Signs in by a link that works once; the session is a cookie, for twelve hours */
        post: operations["signIn"];
        /** Signs out: the session ends for good */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Signs out everywhere: all sessions of the person end, and sign-in links of theirs */
        delete: operations["signOutEverywhere"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What needs a person now, and how the last day was */
        get: operations["staffOverview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the last day or month was: orders, money, delays and failures in equal buckets */
        get: operations["staffFigures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Orders, newest first, by what they wait for and by a search */
        get: operations["staffOrders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/orders/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One order: what Stripe says, what the shop did, what was told, and when */
        get: operations["staffOrder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/orders/{number}/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reads the order again from Stripe */
        post: operations["syncOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/orders/{number}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends again what a channel was refused, else its last message, or one that is named */
        post: operations["resendOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/orders/{number}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decides what becomes of an order under review */
        post: operations["resolveOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/orders/{number}/tell": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tells what an order of a restored database has held back, as far as it is still true */
        post: operations["tellHeld"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/orders/{number}/told": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says that what such an order has held back was told before: nothing is sent */
        post: operations["markTold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/orders/{number}/delivery-address": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Corrects where an order goes before anything is sent */
        post: operations["setAddress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/orders/{number}/email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Corrects the e-mail address of an order, and sends its last e-mail there */
        post: operations["setEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/orders/{number}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancels an order before anything is sent; its payment is refunded in full */
        post: operations["cancelForShopper"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/orders/{number}/shipments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What of an order is to be shipped, and its parcels */
        get: operations["shipments"];
        put?: never;
        /** Records a parcel and tells the shopper of it; the same key gets the same parcel */
        post: operations["createShipment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/orders/{number}/shipments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Tells what has become of a parcel: late, twice and in any order */
        patch: operations["updateShipment"];
        trace?: never;
    };
    "/api/staff/orders/{number}/refund": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refunds an order through Stripe, whole or in part; the same key is the same refund */
        post: operations["refundOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Events of Stripe, newest first, by what became of them and what they are about */
        get: operations["staffEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/events/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One event of Stripe: how it came, what it is about, and what became of it */
        get: operations["staffEvent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was or is to be told to shoppers, the shop's own system and staff, newest first */
        get: operations["staffDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/shipments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Parcels of all orders by what has become of them, newest first */
        get: operations["staffShipments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/withdrawals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Withdrawals, newest first; without names and what people have written for viewers */
        get: operations["staffWithdrawals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/dead-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Work that failed for good, newest first */
        get: operations["deadLetters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/events/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Queues an event of Stripe again, whether or not it was handled */
        post: operations["replayEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/dead-letters/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Queues one piece of work again that failed for good */
        post: operations["retryDeadLetter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/dead-letters/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Queues all work again that failed for good */
        post: operations["retryDeadLetters"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/stripe/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Looks at the webhook endpoint and at what the key may do, now */
        post: operations["checkStripe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/payments/{id}/settle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says that a person has dealt with a paid session that has no order */
        post: operations["settlePayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What staff and keys have done, and why; without the reasons for viewers */
        get: operations["staffAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the process answers */
        get: operations["live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether database, migrations, queue and clock are fit for requests, and webhooks set up */
        get: operations["ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pictures/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The picture of a product, fetched from another host so that shoppers visit only the shop */
        get: operations["picture"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    "order.received": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The payment is under way: a bank debit, a voucher or a bank transfer. */
        post: operations["orderReceived"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "order.paid": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Paid, and the goods are due: ship them. */
        post: operations["orderPaid"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "order.payment_failed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The payment that was under way has failed. */
        post: operations["orderPaymentFailed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "order.cancelled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refused, ended without payment after it had been received, or cancelled by its shopper: do not ship it. */
        post: operations["orderCancelled"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "order.address_corrected": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Its shopper has corrected the shipping address; addressVersion says how often. */
        post: operations["orderAddressCorrected"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "order.refund_pending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A refund has been started, and its money has not arrived. */
        post: operations["orderRefundPending"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "order.refunded": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The money of a refund has reached the shopper; in part or in full. */
        post: operations["orderRefunded"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "order.refund_failed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A refund has failed: the shopper has not got the money. */
        post: operations["orderRefundFailed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "order.refund_canceled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A refund that had been started was canceled. */
        post: operations["orderRefundCanceled"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "order.disputed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The shopper's bank has taken the payment back until the dispute is decided. */
        post: operations["orderDisputed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "order.dispute_closed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The dispute is decided; dispute.status says how. */
        post: operations["orderDisputeClosed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "order.under_review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A person, or Radar, decides about the payment first. */
        post: operations["orderUnderReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "order.review_closed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The review has ended. */
        post: operations["orderReviewClosed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "order.shipped": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A parcel is out; shopStatus says whether it was the last one. */
        post: operations["orderShipped"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "order.delivered": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A parcel has been delivered; shopStatus says whether it was the last one. */
        post: operations["orderDelivered"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "order.withdrawal_requested": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Somebody declares to withdraw from the order. No money has moved: check it, then refund. */
        post: operations["orderWithdrawalRequested"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        ProductList: {
            products: components["schemas"]["Product"][];
        };
        Product: {
            /**
             * @description Stripe product id.
             * @example prod_SandboxMug
             */
            id: string;
            name: string;
            description: string | null;
            /**
             * @description Language of name and description.
             * @example de
             */
            lang: string;
            /** @description Name and description in other languages; null: not translated. */
            translations: {
                /**
                 * @description BCP 47.
                 * @example de
                 */
                lang: string;
                name: string | null;
                description: string | null;
            }[];
            /** @description Absolute, or a path on the shop itself. */
            imageUrl: string | null;
            /** @description Nothing is left, or all that is left is being paid for. */
            soldOut: boolean;
            /** @description Of the first variant. */
            price: {
                /** @description Stripe price id, what checkout takes. */
                id: string;
                /** @description Minor units of the currency, as Stripe counts them (1099 is 10.99 usd, 1099 jpy). */
                amountMinor: number;
                /**
                 * @description ISO 4217, lower case.
                 * @example usd
                 */
                currency: string;
                /** @description Null for what is bought once. */
                recurring: components["schemas"]["Recurring"] | null;
            };
            /** @description What a shopper chooses from, the preferred one first. */
            variants: components["schemas"]["ProductVariant"][];
        };
        Recurring: {
            /** @enum {string} */
            interval: "day" | "week" | "month" | "year";
            /** @description Every so many of them. */
            intervalCount: number;
        };
        ProductVariant: {
            /** @description Null where the product has one variant, or where only `price.recurring` tells them apart. */
            name: string | null;
            /**
             * @description Language of the name.
             * @example de
             */
            lang: string;
            translations: {
                /**
                 * @description BCP 47.
                 * @example de
                 */
                lang: string;
                name: string;
            }[];
            price: {
                /** @description Stripe price id, what checkout takes. */
                id: string;
                /** @description Minor units of the currency, as Stripe counts them (1099 is 10.99 usd, 1099 jpy). */
                amountMinor: number;
                /**
                 * @description ISO 4217, lower case.
                 * @example usd
                 */
                currency: string;
                /** @description Null for what is bought once. */
                recurring: components["schemas"]["Recurring"] | null;
            };
        };
        CheckoutRequest: {
            items: {
                /** @description Stripe price id, from GET /api/products: letters, digits, _, - and ., up to 255. */
                priceId: string;
                quantity: number;
            }[];
            /**
             * @description Language that the shopper has chosen in the shop, as a BCP 47 tag; without it Accept-Language decides.
             * @example de
             */
            locale?: string;
            /**
             * @description Checkout Session of an order of this browser that still waits for its payment (see PAYMENT_OPEN): that payment is cancelled first.
             * @example cs_test_a1b2c3
             */
            replaces?: string;
        };
        CheckoutResponse: {
            /**
             * Format: uri
             * @description The hosted payment page to send the shopper to.
             */
            url: string;
            /** @example R7K3-M9QX */
            orderNumber: string;
        };
        Confirmation: (components["schemas"]["FullConfirmationOpen"] | components["schemas"]["FullConfirmationAwaitingVoucher"] | components["schemas"]["FullConfirmationAwaitingBankTransfer"] | components["schemas"]["FullConfirmationAwaitingMicrodeposits"] | components["schemas"]["FullConfirmationExpired"] | components["schemas"]["FullConfirmationOther"]) | components["schemas"]["MaskedConfirmation"];
        FullConfirmationOpen: {
            /** @enum {string} */
            state: "open";
            /**
             * @description What shoppers quote.
             * @example R7K3-M9QX
             */
            orderNumber: string;
            /** Format: date-time */
            createdAt: string;
            /** @description When the order was paid, or needed no payment; null until then. */
            paidAt: string | null;
            /** @description Until when its shopper can withdraw, by POST /api/orders/withdrawals; null when there is nothing to withdraw from, or no longer. */
            withdrawableUntil: string | null;
            /** @description False while waiting can still change the state by itself: ask again. */
            final: boolean;
            items: components["schemas"]["OrderItem"][];
            amounts: components["schemas"]["OrderAmounts"];
            /** @description Oldest first. */
            refunds: components["schemas"]["OrderRefund"][];
            /** @description null where nothing in the order renews. */
            subscription: components["schemas"]["OrderSubscription"] | null;
            /** @description open: the bank has not decided. lost: the bank has taken the money back. null also for an inquiry, which moves no money, and for a dispute that was won. */
            dispute: ("open" | "lost") | null;
            /** @description null unless its shopper, or the shop for them, has cancelled it. The state then tells of the refund; expired: there was nothing to pay. */
            cancellation: components["schemas"]["OrderCancellation"] | null;
            /** @description The shop's side of the order: where its goods are. cancelled: nothing was sent, and nothing will be. null while it is not paid or on hold, and where nothing is to be sent. Of a confirmation also when nothing was heard of its goods for a week after the payment. */
            shopStatus: ("preparing" | "partly_shipped" | "shipped" | "delivered" | "cancelled") | null;
            /** @description Parcels, the first one first. */
            shipments: components["schemas"]["OrderShipment"][];
            /** @enum {string} */
            view: "full";
            /** @description As typed by the shopper: text, never markup. */
            customerName: string | null;
            email: string | null;
            /** @description Language of pages and e-mails: the nearest to what the shopper wants; null when unknown. */
            locale: string | null;
            paymentMethod: components["schemas"]["PaymentMethod"] | null;
            receiptUrl: string | null;
            shippingAddress: components["schemas"]["WrittenAddress"] | null;
            /** @description When its shopper last corrected the shipping address. */
            addressCorrectedAt: string | null;
            /** @description Until when POST /api/orders/cancellation takes it, if nothing is sent before; it may be over. null when it would refuse for any other reason. */
            cancellableUntil: string | null;
            /** @description The same for POST /api/orders/delivery-address. */
            addressCorrectableUntil: string | null;
            phone: string | null;
            shippingRate: components["schemas"]["ShippingRate"] | null;
            customFields: components["schemas"]["CustomField"][];
            taxIds: components["schemas"]["TaxId"][];
            businessName: string | null;
            /** @description Whether the shopper has agreed to the terms on the payment page. */
            termsAccepted: boolean;
            invoice: components["schemas"]["Invoice"] | null;
            /** @description What stands on the shopper's statement; null when not known. */
            statementDescriptor: string | null;
            /** @description null while no e-mail is due. */
            mail: components["schemas"]["OrderMail"] | null;
            resend: components["schemas"]["OrderResend"] | null;
            /** @description True exactly once per paid order: count the purchase now. */
            firstView: boolean;
            /** @description Where to go on paying. */
            checkoutUrl: string | null;
        };
        OrderItem: {
            /** @description What POST /api/checkout takes to order it again, if it is for sale. */
            priceId: string;
            /** @description Of the product, and of the variant where it has several. */
            name: string;
            /** @description The variant alone, which the name ends with; null where there is none. */
            variant: string | null;
            /** @description Language of the name, BCP 47; null when it is not known. */
            lang: string | null;
            imageUrl: string | null;
            quantity: number;
            /** @description How often it is paid for again; null for what is bought once. */
            recurring: components["schemas"]["Recurring"] | null;
            /** @description Minor units of the currency, as Stripe counts them (1099 is 10.99 usd, 1099 jpy). */
            unitAmountMinor: number;
            /** @description unitAmountMinor × quantity, before discount, shipping and tax. */
            amountMinor: number;
        };
        OrderAmounts: {
            /**
             * @description ISO 4217, lower case.
             * @example usd
             */
            currency: string;
            /** @description Minor units of the currency, as Stripe counts them (1099 is 10.99 usd, 1099 jpy). */
            subtotalMinor: number;
            /** @description Minor units of the currency, as Stripe counts them (1099 is 10.99 usd, 1099 jpy). */
            discountMinor: number;
            /** @description Minor units of the currency, as Stripe counts them (1099 is 10.99 usd, 1099 jpy). */
            shippingMinor: number;
            /** @description All tax, within the prices or added. */
            taxMinor: number;
            /** @description The part of taxMinor that the prices already include. */
            taxIncludedMinor: number;
            /** @description Minor units of the currency, as Stripe counts them (1099 is 10.99 usd, 1099 jpy). */
            totalMinor: number;
            /** @description Refunds that have succeeded. */
            refundedMinor: number;
            /** @description What the shopper was charged in their own currency; show it first. null unless they were charged. */
            presentment: components["schemas"]["Presentment"] | null;
        };
        /** @description Stripe's presentment_details. */
        Presentment: {
            /** @description Minor units of the currency, as Stripe counts them (1099 is 10.99 usd, 1099 jpy). */
            amountMinor: number;
            /**
             * @description ISO 4217, lower case.
             * @example usd
             */
            currency: string;
        };
        OrderRefund: {
            /** @description In the order's currency. */
            amountMinor: number;
            /**
             * @description Stripe's refund status. pending: on its way. requires_action: the shopper must give bank details. failed: the money did not reach the shopper.
             * @enum {string}
             */
            status: "pending" | "requires_action" | "succeeded" | "failed";
            /** @description What the shopper gets in their own currency; show it first. */
            presentment: components["schemas"]["Presentment"] | null;
            /** Format: date-time */
            createdAt: string;
        };
        OrderSubscription: {
            /** @description Stripe's status of the subscription: active, trialing, past_due, unpaid, paused, canceled, … null before it begins. */
            status: string | null;
            /** @description What is charged again, a sum for each interval, in the order's currency: before discounts and before tax that is added. Empty where nothing more is charged: it is over, ends before the next charge, or never began because the order was not paid. */
            renewals: {
                /** @description Minor units of the currency, as Stripe counts them (1099 is 10.99 usd, 1099 jpy). */
                amountMinor: number;
                recurring: components["schemas"]["Recurring"];
            }[];
            /** @description null when nothing will be charged, and when it is not known. */
            nextChargeAt: string | null;
            /** @description When it ends or has ended; null while nobody has ended it. */
            endsAt: string | null;
        };
        OrderCancellation: {
            /**
             * Format: date-time
             * @description When it was cancelled.
             */
            at: string;
            /**
             * @description none: nothing was paid. due: Stripe has not confirmed it yet. started: see refunds. refused: Stripe does not make it; the shop will give the money back in another way.
             * @enum {string}
             */
            refund: "none" | "due" | "started" | "refused";
        };
        OrderShipment: {
            /**
             * @description lost: the carrier does not find it. returned: it came back to the shop.
             * @enum {string}
             */
            status: "shipped" | "delayed" | "lost" | "delivered" | "returned";
            /** @description null also in the masked view. */
            carrier: string | null;
            /** @description null also in the masked view. */
            trackingNumber: string | null;
            /** @description The carrier's page of the parcel; https. null also in the masked view. */
            trackingUrl: string | null;
            /** @description The day on which the carrier expects to deliver it. */
            estimatedOn: string | null;
            /** Format: date-time */
            shippedAt: string;
            deliveredAt: string | null;
            items: {
                /** @description Place of the item in the order's items. */
                index: number;
                quantity: number;
            }[];
        };
        PaymentMethod: {
            /** @description Stripe's payment method type: card, us_bank_account, … */
            type: string;
            /** @description Card brand as Stripe names it: visa, mastercard, … */
            brand: string | null;
            last4: string | null;
        };
        WrittenAddress: {
            name: string | null;
            line1: string | null;
            line2: string | null;
            postalCode: string | null;
            city: string | null;
            state: string | null;
            /** @description ISO 3166-1 alpha-2. */
            country: string | null;
            /**
             * @description As it is written in its country, without the name of the country.
             * @example [
             *       "Jenny Rosen",
             *       "354 Oyster Point Blvd",
             *       "South San Francisco, CA 94080"
             *     ]
             */
            lines: string[];
            /** @description Whether the name of the country stands above the lines, not below. */
            countryFirst: boolean;
        };
        ShippingRate: {
            name: string;
            /** @description Of the rate itself. What was charged is amounts.shippingMinor. */
            amountMinor: number;
            /** @description Business days until it arrives; null where the shop does not say. */
            deliveryDays: {
                minimum: number | null;
                maximum: number | null;
            } | null;
        };
        CustomField: {
            /** @description In the language that the shopper was asked in. */
            label: string;
            /** @description As typed, or the label of the option chosen. */
            text: string;
        };
        TaxId: {
            /**
             * @description Stripe's type of tax id.
             * @example eu_vat
             */
            type: string;
            value: string | null;
        };
        Invoice: {
            number: string | null;
            /** @description Stripe's page with the invoice. */
            url: string | null;
            /** @description Stripe's file of it. */
            pdfUrl: string | null;
        };
        OrderMail: {
            /** @description What it says: order_confirmed, payment_failed, refund_succeeded and other refund statuses. More may come. */
            about: string;
            /**
             * @description pending: not sent yet. undeliverable: refused for good, or not taken for a day; it is not coming.
             * @enum {string}
             */
            status: "sent" | "pending" | "undeliverable";
            sentAt: string | null;
            /** @description The address it goes or went to; null when the address was corrected after it. */
            to: string | null;
        };
        /** @description What POST /api/orders/confirmation/resend does for this browser; null when it would refuse. */
        OrderResend: {
            /** @description Until when the address can be corrected, once; null when it no longer can. */
            correctableUntil: string | null;
        };
        FullConfirmationAwaitingVoucher: {
            /** @enum {string} */
            state: "awaiting_voucher";
            /**
             * @description What shoppers quote.
             * @example R7K3-M9QX
             */
            orderNumber: string;
            /** Format: date-time */
            createdAt: string;
            /** @description When the order was paid, or needed no payment; null until then. */
            paidAt: string | null;
            /** @description Until when its shopper can withdraw, by POST /api/orders/withdrawals; null when there is nothing to withdraw from, or no longer. */
            withdrawableUntil: string | null;
            /** @description False while waiting can still change the state by itself: ask again. */
            final: boolean;
            items: components["schemas"]["OrderItem"][];
            amounts: components["schemas"]["OrderAmounts"];
            /** @description Oldest first. */
            refunds: components["schemas"]["OrderRefund"][];
            /** @description null where nothing in the order renews. */
            subscription: components["schemas"]["OrderSubscription"] | null;
            /** @description open: the bank has not decided. lost: the bank has taken the money back. null also for an inquiry, which moves no money, and for a dispute that was won. */
            dispute: ("open" | "lost") | null;
            /** @description null unless its shopper, or the shop for them, has cancelled it. The state then tells of the refund; expired: there was nothing to pay. */
            cancellation: components["schemas"]["OrderCancellation"] | null;
            /** @description The shop's side of the order: where its goods are. cancelled: nothing was sent, and nothing will be. null while it is not paid or on hold, and where nothing is to be sent. Of a confirmation also when nothing was heard of its goods for a week after the payment. */
            shopStatus: ("preparing" | "partly_shipped" | "shipped" | "delivered" | "cancelled") | null;
            /** @description Parcels, the first one first. */
            shipments: components["schemas"]["OrderShipment"][];
            /** @enum {string} */
            view: "full";
            /** @description As typed by the shopper: text, never markup. */
            customerName: string | null;
            email: string | null;
            /** @description Language of pages and e-mails: the nearest to what the shopper wants; null when unknown. */
            locale: string | null;
            paymentMethod: components["schemas"]["PaymentMethod"] | null;
            receiptUrl: string | null;
            shippingAddress: components["schemas"]["WrittenAddress"] | null;
            /** @description When its shopper last corrected the shipping address. */
            addressCorrectedAt: string | null;
            /** @description Until when POST /api/orders/cancellation takes it, if nothing is sent before; it may be over. null when it would refuse for any other reason. */
            cancellableUntil: string | null;
            /** @description The same for POST /api/orders/delivery-address. */
            addressCorrectableUntil: string | null;
            phone: string | null;
            shippingRate: components["schemas"]["ShippingRate"] | null;
            customFields: components["schemas"]["CustomField"][];
            taxIds: components["schemas"]["TaxId"][];
            businessName: string | null;
            /** @description Whether the shopper has agreed to the terms on the payment page. */
            termsAccepted: boolean;
            invoice: components["schemas"]["Invoice"] | null;
            /** @description What stands on the shopper's statement; null when not known. */
            statementDescriptor: string | null;
            /** @description null while no e-mail is due. */
            mail: components["schemas"]["OrderMail"] | null;
            resend: components["schemas"]["OrderResend"] | null;
            /** @description True exactly once per paid order: count the purchase now. */
            firstView: boolean;
            /** @description Stripe's page with the voucher to pay. */
            voucherUrl: string | null;
            voucher: components["schemas"]["Voucher"] | null;
        };
        Voucher: {
            /** @description What the shopper types or shows where they pay; null if the voucher has none. */
            number: string | null;
            /** @description Minor units of the currency, as Stripe counts them (1099 is 10.99 usd, 1099 jpy). */
            amountMinor: number;
            expiresAt: string | null;
        };
        FullConfirmationAwaitingBankTransfer: {
            /** @enum {string} */
            state: "awaiting_bank_transfer";
            /**
             * @description What shoppers quote.
             * @example R7K3-M9QX
             */
            orderNumber: string;
            /** Format: date-time */
            createdAt: string;
            /** @description When the order was paid, or needed no payment; null until then. */
            paidAt: string | null;
            /** @description Until when its shopper can withdraw, by POST /api/orders/withdrawals; null when there is nothing to withdraw from, or no longer. */
            withdrawableUntil: string | null;
            /** @description False while waiting can still change the state by itself: ask again. */
            final: boolean;
            items: components["schemas"]["OrderItem"][];
            amounts: components["schemas"]["OrderAmounts"];
            /** @description Oldest first. */
            refunds: components["schemas"]["OrderRefund"][];
            /** @description null where nothing in the order renews. */
            subscription: components["schemas"]["OrderSubscription"] | null;
            /** @description open: the bank has not decided. lost: the bank has taken the money back. null also for an inquiry, which moves no money, and for a dispute that was won. */
            dispute: ("open" | "lost") | null;
            /** @description null unless its shopper, or the shop for them, has cancelled it. The state then tells of the refund; expired: there was nothing to pay. */
            cancellation: components["schemas"]["OrderCancellation"] | null;
            /** @description The shop's side of the order: where its goods are. cancelled: nothing was sent, and nothing will be. null while it is not paid or on hold, and where nothing is to be sent. Of a confirmation also when nothing was heard of its goods for a week after the payment. */
            shopStatus: ("preparing" | "partly_shipped" | "shipped" | "delivered" | "cancelled") | null;
            /** @description Parcels, the first one first. */
            shipments: components["schemas"]["OrderShipment"][];
            /** @enum {string} */
            view: "full";
            /** @description As typed by the shopper: text, never markup. */
            customerName: string | null;
            email: string | null;
            /** @description Language of pages and e-mails: the nearest to what the shopper wants; null when unknown. */
            locale: string | null;
            paymentMethod: components["schemas"]["PaymentMethod"] | null;
            receiptUrl: string | null;
            shippingAddress: components["schemas"]["WrittenAddress"] | null;
            /** @description When its shopper last corrected the shipping address. */
            addressCorrectedAt: string | null;
            /** @description Until when POST /api/orders/cancellation takes it, if nothing is sent before; it may be over. null when it would refuse for any other reason. */
            cancellableUntil: string | null;
            /** @description The same for POST /api/orders/delivery-address. */
            addressCorrectableUntil: string | null;
            phone: string | null;
            shippingRate: components["schemas"]["ShippingRate"] | null;
            customFields: components["schemas"]["CustomField"][];
            taxIds: components["schemas"]["TaxId"][];
            businessName: string | null;
            /** @description Whether the shopper has agreed to the terms on the payment page. */
            termsAccepted: boolean;
            invoice: components["schemas"]["Invoice"] | null;
            /** @description What stands on the shopper's statement; null when not known. */
            statementDescriptor: string | null;
            /** @description null while no e-mail is due. */
            mail: components["schemas"]["OrderMail"] | null;
            resend: components["schemas"]["OrderResend"] | null;
            /** @description True exactly once per paid order: count the purchase now. */
            firstView: boolean;
            bankTransfer: components["schemas"]["BankTransfer"] | null;
        };
        BankTransfer: {
            /** @description What is left to transfer: a transfer may come in parts. */
            amountRemainingMinor: number;
            /**
             * @description ISO 4217, lower case.
             * @example usd
             */
            currency: string;
            /** @description What the transfer must quote. */
            reference: string | null;
            /** @description Stripe's page with the account. */
            instructionsUrl: string | null;
        };
        FullConfirmationAwaitingMicrodeposits: {
            /** @enum {string} */
            state: "awaiting_microdeposits";
            /**
             * @description What shoppers quote.
             * @example R7K3-M9QX
             */
            orderNumber: string;
            /** Format: date-time */
            createdAt: string;
            /** @description When the order was paid, or needed no payment; null until then. */
            paidAt: string | null;
            /** @description Until when its shopper can withdraw, by POST /api/orders/withdrawals; null when there is nothing to withdraw from, or no longer. */
            withdrawableUntil: string | null;
            /** @description False while waiting can still change the state by itself: ask again. */
            final: boolean;
            items: components["schemas"]["OrderItem"][];
            amounts: components["schemas"]["OrderAmounts"];
            /** @description Oldest first. */
            refunds: components["schemas"]["OrderRefund"][];
            /** @description null where nothing in the order renews. */
            subscription: components["schemas"]["OrderSubscription"] | null;
            /** @description open: the bank has not decided. lost: the bank has taken the money back. null also for an inquiry, which moves no money, and for a dispute that was won. */
            dispute: ("open" | "lost") | null;
            /** @description null unless its shopper, or the shop for them, has cancelled it. The state then tells of the refund; expired: there was nothing to pay. */
            cancellation: components["schemas"]["OrderCancellation"] | null;
            /** @description The shop's side of the order: where its goods are. cancelled: nothing was sent, and nothing will be. null while it is not paid or on hold, and where nothing is to be sent. Of a confirmation also when nothing was heard of its goods for a week after the payment. */
            shopStatus: ("preparing" | "partly_shipped" | "shipped" | "delivered" | "cancelled") | null;
            /** @description Parcels, the first one first. */
            shipments: components["schemas"]["OrderShipment"][];
            /** @enum {string} */
            view: "full";
            /** @description As typed by the shopper: text, never markup. */
            customerName: string | null;
            email: string | null;
            /** @description Language of pages and e-mails: the nearest to what the shopper wants; null when unknown. */
            locale: string | null;
            paymentMethod: components["schemas"]["PaymentMethod"] | null;
            receiptUrl: string | null;
            shippingAddress: components["schemas"]["WrittenAddress"] | null;
            /** @description When its shopper last corrected the shipping address. */
            addressCorrectedAt: string | null;
            /** @description Until when POST /api/orders/cancellation takes it, if nothing is sent before; it may be over. null when it would refuse for any other reason. */
            cancellableUntil: string | null;
            /** @description The same for POST /api/orders/delivery-address. */
            addressCorrectableUntil: string | null;
            phone: string | null;
            shippingRate: components["schemas"]["ShippingRate"] | null;
            customFields: components["schemas"]["CustomField"][];
            taxIds: components["schemas"]["TaxId"][];
            businessName: string | null;
            /** @description Whether the shopper has agreed to the terms on the payment page. */
            termsAccepted: boolean;
            invoice: components["schemas"]["Invoice"] | null;
            /** @description What stands on the shopper's statement; null when not known. */
            statementDescriptor: string | null;
            /** @description null while no e-mail is due. */
            mail: components["schemas"]["OrderMail"] | null;
            resend: components["schemas"]["OrderResend"] | null;
            /** @description True exactly once per paid order: count the purchase now. */
            firstView: boolean;
            /** @description Stripe's page where the shopper confirms the test deposits. */
            verificationUrl: string | null;
            /** @description When the test deposits reach the bank account. */
            arrivalDate: string | null;
        };
        FullConfirmationExpired: {
            /** @enum {string} */
            state: "expired";
            /**
             * @description What shoppers quote.
             * @example R7K3-M9QX
             */
            orderNumber: string;
            /** Format: date-time */
            createdAt: string;
            /** @description When the order was paid, or needed no payment; null until then. */
            paidAt: string | null;
            /** @description Until when its shopper can withdraw, by POST /api/orders/withdrawals; null when there is nothing to withdraw from, or no longer. */
            withdrawableUntil: string | null;
            /** @description False while waiting can still change the state by itself: ask again. */
            final: boolean;
            items: components["schemas"]["OrderItem"][];
            amounts: components["schemas"]["OrderAmounts"];
            /** @description Oldest first. */
            refunds: components["schemas"]["OrderRefund"][];
            /** @description null where nothing in the order renews. */
            subscription: components["schemas"]["OrderSubscription"] | null;
            /** @description open: the bank has not decided. lost: the bank has taken the money back. null also for an inquiry, which moves no money, and for a dispute that was won. */
            dispute: ("open" | "lost") | null;
            /** @description null unless its shopper, or the shop for them, has cancelled it. The state then tells of the refund; expired: there was nothing to pay. */
            cancellation: components["schemas"]["OrderCancellation"] | null;
            /** @description The shop's side of the order: where its goods are. cancelled: nothing was sent, and nothing will be. null while it is not paid or on hold, and where nothing is to be sent. Of a confirmation also when nothing was heard of its goods for a week after the payment. */
            shopStatus: ("preparing" | "partly_shipped" | "shipped" | "delivered" | "cancelled") | null;
            /** @description Parcels, the first one first. */
            shipments: components["schemas"]["OrderShipment"][];
            /** @enum {string} */
            view: "full";
            /** @description As typed by the shopper: text, never markup. */
            customerName: string | null;
            email: string | null;
            /** @description Language of pages and e-mails: the nearest to what the shopper wants; null when unknown. */
            locale: string | null;
            paymentMethod: components["schemas"]["PaymentMethod"] | null;
            receiptUrl: string | null;
            shippingAddress: components["schemas"]["WrittenAddress"] | null;
            /** @description When its shopper last corrected the shipping address. */
            addressCorrectedAt: string | null;
            /** @description Until when POST /api/orders/cancellation takes it, if nothing is sent before; it may be over. null when it would refuse for any other reason. */
            cancellableUntil: string | null;
            /** @description The same for POST /api/orders/delivery-address. */
            addressCorrectableUntil: string | null;
            phone: string | null;
            shippingRate: components["schemas"]["ShippingRate"] | null;
            customFields: components["schemas"]["CustomField"][];
            taxIds: components["schemas"]["TaxId"][];
            businessName: string | null;
            /** @description Whether the shopper has agreed to the terms on the payment page. */
            termsAccepted: boolean;
            invoice: components["schemas"]["Invoice"] | null;
            /** @description What stands on the shopper's statement; null when not known. */
            statementDescriptor: string | null;
            /** @description null while no e-mail is due. */
            mail: components["schemas"]["OrderMail"] | null;
            resend: components["schemas"]["OrderResend"] | null;
            /** @description True exactly once per paid order: count the purchase now. */
            firstView: boolean;
            /** @description Stripe's link to the same cart, if it still lives and nothing in it is sold out. */
            recoveryUrl: string | null;
        };
        FullConfirmationOther: {
            /** @enum {string} */
            state: "processing" | "payment_review" | "under_review" | "confirmed" | "nothing_to_pay" | "payment_failed" | "refund_pending" | "refund_requires_action" | "refund_failed" | "partially_refunded" | "refunded" | "disputed" | "dispute_lost" | "checking";
            /**
             * @description What shoppers quote.
             * @example R7K3-M9QX
             */
            orderNumber: string;
            /** Format: date-time */
            createdAt: string;
            /** @description When the order was paid, or needed no payment; null until then. */
            paidAt: string | null;
            /** @description Until when its shopper can withdraw, by POST /api/orders/withdrawals; null when there is nothing to withdraw from, or no longer. */
            withdrawableUntil: string | null;
            /** @description False while waiting can still change the state by itself: ask again. */
            final: boolean;
            items: components["schemas"]["OrderItem"][];
            amounts: components["schemas"]["OrderAmounts"];
            /** @description Oldest first. */
            refunds: components["schemas"]["OrderRefund"][];
            /** @description null where nothing in the order renews. */
            subscription: components["schemas"]["OrderSubscription"] | null;
            /** @description open: the bank has not decided. lost: the bank has taken the money back. null also for an inquiry, which moves no money, and for a dispute that was won. */
            dispute: ("open" | "lost") | null;
            /** @description null unless its shopper, or the shop for them, has cancelled it. The state then tells of the refund; expired: there was nothing to pay. */
            cancellation: components["schemas"]["OrderCancellation"] | null;
            /** @description The shop's side of the order: where its goods are. cancelled: nothing was sent, and nothing will be. null while it is not paid or on hold, and where nothing is to be sent. Of a confirmation also when nothing was heard of its goods for a week after the payment. */
            shopStatus: ("preparing" | "partly_shipped" | "shipped" | "delivered" | "cancelled") | null;
            /** @description Parcels, the first one first. */
            shipments: components["schemas"]["OrderShipment"][];
            /** @enum {string} */
            view: "full";
            /** @description As typed by the shopper: text, never markup. */
            customerName: string | null;
            email: string | null;
            /** @description Language of pages and e-mails: the nearest to what the shopper wants; null when unknown. */
            locale: string | null;
            paymentMethod: components["schemas"]["PaymentMethod"] | null;
            receiptUrl: string | null;
            shippingAddress: components["schemas"]["WrittenAddress"] | null;
            /** @description When its shopper last corrected the shipping address. */
            addressCorrectedAt: string | null;
            /** @description Until when POST /api/orders/cancellation takes it, if nothing is sent before; it may be over. null when it would refuse for any other reason. */
            cancellableUntil: string | null;
            /** @description The same for POST /api/orders/delivery-address. */
            addressCorrectableUntil: string | null;
            phone: string | null;
            shippingRate: components["schemas"]["ShippingRate"] | null;
            customFields: components["schemas"]["CustomField"][];
            taxIds: components["schemas"]["TaxId"][];
            businessName: string | null;
            /** @description Whether the shopper has agreed to the terms on the payment page. */
            termsAccepted: boolean;
            invoice: components["schemas"]["Invoice"] | null;
            /** @description What stands on the shopper's statement; null when not known. */
            statementDescriptor: string | null;
            /** @description null while no e-mail is due. */
            mail: components["schemas"]["OrderMail"] | null;
            resend: components["schemas"]["OrderResend"] | null;
            /** @description True exactly once per paid order: count the purchase now. */
            firstView: boolean;
        };
        MaskedConfirmation: {
            /** @enum {string} */
            state: "open" | "processing" | "awaiting_voucher" | "awaiting_bank_transfer" | "awaiting_microdeposits" | "payment_review" | "under_review" | "confirmed" | "nothing_to_pay" | "payment_failed" | "expired" | "refund_pending" | "refund_requires_action" | "refund_failed" | "partially_refunded" | "refunded" | "disputed" | "dispute_lost" | "checking";
            /**
             * @description What shoppers quote.
             * @example R7K3-M9QX
             */
            orderNumber: string;
            /** Format: date-time */
            createdAt: string;
            /** @description When the order was paid, or needed no payment; null until then. */
            paidAt: string | null;
            /** @description Until when its shopper can withdraw, by POST /api/orders/withdrawals; null when there is nothing to withdraw from, or no longer. */
            withdrawableUntil: string | null;
            /** @description False while waiting can still change the state by itself: ask again. */
            final: boolean;
            items: components["schemas"]["OrderItem"][];
            amounts: components["schemas"]["OrderAmounts"];
            /** @description Oldest first. */
            refunds: components["schemas"]["OrderRefund"][];
            /** @description null where nothing in the order renews. */
            subscription: components["schemas"]["OrderSubscription"] | null;
            /** @description open: the bank has not decided. lost: the bank has taken the money back. null also for an inquiry, which moves no money, and for a dispute that was won. */
            dispute: ("open" | "lost") | null;
            /** @description null unless its shopper, or the shop for them, has cancelled it. The state then tells of the refund; expired: there was nothing to pay. */
            cancellation: components["schemas"]["OrderCancellation"] | null;
            /** @description The shop's side of the order: where its goods are. cancelled: nothing was sent, and nothing will be. null while it is not paid or on hold, and where nothing is to be sent. Of a confirmation also when nothing was heard of its goods for a week after the payment. */
            shopStatus: ("preparing" | "partly_shipped" | "shipped" | "delivered" | "cancelled") | null;
            /** @description Parcels, the first one first. */
            shipments: components["schemas"]["OrderShipment"][];
            /** @enum {string} */
            view: "masked";
            /** @example j•••@e•••.com */
            maskedEmail: string | null;
        };
        VerificationRequest: {
            /**
             * @description Stripe Checkout Session id.
             * @example cs_test_a1b2c3
             */
            sessionId: string;
            email: string;
        };
        AccessRequest: {
            /**
             * @description Stripe Checkout Session id.
             * @example cs_test_a1b2c3
             */
            sessionId: string;
            /** @description What follows #t= in the link of an e-mail. */
            token: string;
        };
        ResendRequest: {
            /**
             * @description Stripe Checkout Session id.
             * @example cs_test_a1b2c3
             */
            sessionId: string;
            /**
             * Format: email
             * @description The corrected address; without it the one that the order has.
             */
            email?: string;
        };
        PortalRequest: {
            /**
             * @description Checkout Session of the order.
             * @example cs_test_a1b2c3
             */
            sessionId: string;
        };
        PortalResponse: {
            /**
             * Format: uri
             * @description Stripe's billing portal; it leads back to the order.
             */
            url: string;
        };
        FindOrderRequest: {
            /**
             * Format: email
             * @description The address that was given at the payment.
             */
            email: string;
            /** @description Of one order; without it the e-mail has links to all of them. */
            orderNumber?: string;
        };
        WithdrawalRequest: {
            name: string;
            /** @description What names the contract: usually the number of the order. */
            orderNumber: string;
            /**
             * Format: email
             * @description Where the acknowledgement goes.
             */
            email: string;
            /** @description Which items, in own words; without it the whole order. */
            items?: string;
            reason?: string;
            /** @description Language of the acknowledgement, BCP 47. Without it, or where the shop does not offer it: the default of the shop. */
            locale?: string;
        };
        WithdrawalReceipt: {
            /**
             * @description Of the record.
             * @example W-R7K3-M9QX
             */
            reference: string;
            /**
             * Format: date-time
             * @description When it was received, to the second.
             */
            receivedAt: string;
        };
        CancellationRequest: {
            /**
             * @description Stripe Checkout Session id.
             * @example cs_test_a1b2c3
             */
            sessionId: string;
        };
        DeliveryAddressRequest: {
            /**
             * @description Stripe Checkout Session id.
             * @example cs_test_a1b2c3
             */
            sessionId: string;
            address: components["schemas"]["TypedAddress"];
        };
        TypedAddress: {
            name: string;
            line1: string;
            line2: string | null;
            postalCode: string | null;
            city: string;
            state: string | null;
            /**
             * @description ISO 3166-1 alpha-2.
             * @example DE
             */
            country: string;
        };
        SignInRequest: {
            /** @description What stands behind #t= in the link. It works once, for ten minutes. */
            token: string;
        };
        StaffPerson: {
            /** @example anna */
            name: string;
            /**
             * @description viewer: reads, without personal data. operator: reads everything, and acts.
             * @enum {string}
             */
            role: "viewer" | "operator";
            /** @description When the session began; null of an API key. */
            signedInAt: string | null;
            /** @description When the session ends by itself; null of an API key. */
            expiresAt: string | null;
        };
        StaffOverview: {
            /** Format: date-time */
            at: string;
            /** @description What needs a person now, most urgent first. */
            needs: components["schemas"]["StaffNeed"][];
            lastDay: components["schemas"]["StaffLastDay"];
            running: components["schemas"]["StaffRunning"];
        };
        StaffNeed: {
            /** @enum {string} */
            code: "review_open" | "dispute_open" | "state_unknown" | "payment_review" | "fraud_warning" | "refund_refused" | "refund_failed" | "transfer_awaited" | "withdrawal_order_unknown" | "withdrawal_not_acknowledged" | "dead_letters" | "not_delivered" | "steps_without_job" | "telling_held" | "sync_failed" | "paid_without_order" | "events_not_handled" | "events_not_delivered" | "stripe_endpoint" | "stripe_permissions" | "worker_gone" | "clock_off";
            /** @description What is wrong, in one sentence. */
            words: string;
            /** @description What to do about it, in one sentence. */
            next: string;
            count: number;
            /** @description Of the oldest; null: not known. */
            since: string | null;
            /** @description Of disputes: until when the first evidence is due. */
            dueBy: string | null;
            /** @description The filter of GET /api/staff/orders that lists them; null: they are no orders. */
            orders: ("pending" | "processing" | "payment_failed" | "expired" | "paid" | "needs_review" | "refused" | "review_open" | "dispute_open" | "evidence_due" | "state_unknown" | "payment_review" | "fraud_warning" | "refund_refused" | "refund_failed" | "transfer_awaited" | "not_delivered" | "sync_failed" | "telling_held") | null;
            /** @description Ids at Stripe of what is no order, the newest first: paid sessions that have none. */
            subjects: string[];
        };
        StaffLastDay: {
            /** Format: date-time */
            since: string;
            /** @description Orders placed since then, by their status now. */
            orders: {
                status: string;
                count: number;
            }[];
            /** @description Orders that became paid since then, by currency. */
            money: {
                /**
                 * @description ISO 4217, lower case.
                 * @example usd
                 */
                currency: string;
                /** @description How many became paid since then. */
                orders: number;
                /** @description Minor units of the currency, as Stripe counts them (1099 is 10.99 usd, 1099 jpy). */
                paidMinor: number;
                /** @description Of these orders, until now. */
                refundedMinor: number;
            }[];
        };
        StaffRunning: {
            /** @description When an event of Stripe came last; null: none is kept. */
            lastEventAt: string | null;
            lastSweepAt: string | null;
            /** @description Ahead of Stripe; null: not compared lately. */
            clockSkewSeconds: number | null;
            endpointComparedAt: string | null;
            /**
             * @description Why the webhook endpoint was not compared then; null: it was.
             * @example the key may not read webhook endpoints
             */
            endpointDetail: string | null;
            queues: {
                queue: string;
                waiting: number;
                active: number;
            }[];
        };
        /** @description What the database knows. How long the answer to a webhook took, and how many pages asked Stripe, each process counts for itself: see its metrics. */
        StaffFigures: {
            /** @enum {string} */
            range: "day" | "month";
            /**
             * Format: date-time
             * @description As of when: two minutes ago at most.
             */
            at: string;
            bucketSeconds: number;
            /** @description From the creation of an event at Stripe that a session was completed or paid, until its order was in line with it, fulfilment staged; null: of no event. */
            fulfilment: components["schemas"]["StaffDelay"] | null;
            /** @description Of the same events: from their creation at Stripe until they were stored here, which the 2xx tells Stripe; null: of no event. */
            arrival: components["schemas"]["StaffDelay"] | null;
            /** @description Oldest first, without a gap. */
            buckets: components["schemas"]["StaffFigureBucket"][];
        };
        StaffDelay: {
            count: number;
            p50Seconds: number;
            p95Seconds: number;
        };
        StaffFigureBucket: {
            /**
             * Format: date-time
             * @description When it begins; it ends as the next one begins.
             */
            from: string;
            /** @description Orders placed in it, by their status now. */
            orders: {
                status: string;
                count: number;
            }[];
            /** @description Orders that became paid in it, by currency. */
            money: {
                /**
                 * @description ISO 4217, lower case.
                 * @example usd
                 */
                currency: string;
                /** @description How many became paid in it. */
                orders: number;
                /** @description Minor units of the currency, as Stripe counts them (1099 is 10.99 usd, 1099 jpy). */
                paidMinor: number;
                /** @description Of these orders, until now. */
                refundedMinor: number;
            }[];
            /** @description From the creation of an event at Stripe that a session was completed or paid, until its order was in line with it, fulfilment staged; null: of no event. */
            fulfilment: components["schemas"]["StaffDelay"] | null;
            /** @description Of the same events: from their creation at Stripe until they were stored here, which the 2xx tells Stripe; null: of no event. */
            arrival: components["schemas"]["StaffDelay"] | null;
            /** @description mail, merchant, staff: attempts to tell something that failed or were refused. events_not_delivered: only a list of Stripe’s has told of them. given_up: work that waits for a person. paid_without_order: sessions that nobody has dealt with. */
            failures: {
                /** @enum {string} */
                kind: "mail" | "merchant" | "staff" | "events_not_delivered" | "given_up" | "paid_without_order";
                count: number;
            }[];
        };
        StaffOrders: {
            /** @description Newest first. */
            orders: components["schemas"]["StaffOrderRow"][];
            /** @description For after; null: there are no more. */
            next: string | null;
        };
        StaffOrderRow: {
            /** @example R7K3-M9QX */
            number: string;
            /** Format: date-time */
            createdAt: string;
            /**
             * @description Ours; see the filter.
             * @example paid
             */
            status: string;
            /**
             * @description What its page shows the shopper.
             * @enum {string}
             */
            state: "open" | "processing" | "awaiting_voucher" | "awaiting_bank_transfer" | "awaiting_microdeposits" | "payment_review" | "under_review" | "confirmed" | "nothing_to_pay" | "payment_failed" | "expired" | "refund_pending" | "refund_requires_action" | "refund_failed" | "partially_refunded" | "refunded" | "disputed" | "dispute_lost" | "checking";
            /**
             * @description ISO 4217, lower case.
             * @example usd
             */
            currency: string;
            /** @description Minor units of the currency, as Stripe counts them (1099 is 10.99 usd, 1099 jpy). */
            totalMinor: number;
            /** @description Minor units of the currency, as Stripe counts them (1099 is 10.99 usd, 1099 jpy). */
            refundedMinor: number;
            reviewOpen: boolean;
            /** @description null for viewers, too. */
            name: string | null;
            /** @description null for viewers, too. */
            email: string | null;
        };
        StaffOrder: {
            /** @example R7K3-M9QX */
            number: string;
            /** Format: date-time */
            createdAt: string;
            /**
             * @description Ours; see the filter.
             * @example paid
             */
            status: string;
            /**
             * @description What its page shows the shopper.
             * @enum {string}
             */
            state: "open" | "processing" | "awaiting_voucher" | "awaiting_bank_transfer" | "awaiting_microdeposits" | "payment_review" | "under_review" | "confirmed" | "nothing_to_pay" | "payment_failed" | "expired" | "refund_pending" | "refund_requires_action" | "refund_failed" | "partially_refunded" | "refunded" | "disputed" | "dispute_lost" | "checking";
            /**
             * @description ISO 4217, lower case.
             * @example usd
             */
            currency: string;
            /** @description Minor units of the currency, as Stripe counts them (1099 is 10.99 usd, 1099 jpy). */
            totalMinor: number;
            /** @description Minor units of the currency, as Stripe counts them (1099 is 10.99 usd, 1099 jpy). */
            refundedMinor: number;
            reviewOpen: boolean;
            /** @description null for viewers, too. */
            name: string | null;
            /** @description null for viewers, too. */
            email: string | null;
            /** @description null for viewers, too. */
            phone: string | null;
            /** @description Its lines; null for viewers, too. */
            address: string[] | null;
            /** @description What needs a person, most urgent first. */
            wrong: components["schemas"]["StaffOrderFault"][];
            stripe: components["schemas"]["StaffStripeSide"];
            shop: components["schemas"]["ShippedOrder"];
            /** @description Every step, in its order. */
            told: components["schemas"]["StaffOrderStep"][];
            /** @description Oldest first. */
            timeline: components["schemas"]["StaffTimelineEntry"][];
        };
        StaffOrderFault: {
            /** @example review_open */
            code: string;
            /** @description What is wrong, in one sentence. */
            words: string;
            /** @description What to do about it, in one sentence. */
            next: string;
        };
        StaffStripeSide: {
            sessionState: string;
            sessionId: string | null;
            paymentIntentId: string | null;
            subscriptionId: string | null;
            livemode: boolean;
            /** @description When the session was last read. */
            readAt: string | null;
            paidAt: string | null;
            reviewReason: string | null;
            refunds: {
                id: string;
                /** @description Minor units of the currency, as Stripe counts them (1099 is 10.99 usd, 1099 jpy). */
                amountMinor: number;
                status: string;
                /** Format: date-time */
                createdAt: string;
            }[];
            dispute: {
                id: string;
                status: string;
                /** @description Minor units of the currency, as Stripe counts them (1099 is 10.99 usd, 1099 jpy). */
                amountMinor: number;
                dueBy: string | null;
            } | null;
        };
        ShippedOrder: {
            /** @example R7K3-M9QX */
            orderNumber: string;
            /** @description Whether to ship now; as in the events. */
            goodsDue: boolean;
            /** @description The shop's side of the order: where its goods are. cancelled: nothing was sent, and nothing will be. null while it is not paid or on hold, and where nothing is to be sent. Of a confirmation also when nothing was heard of its goods for a week after the payment. */
            shopStatus: ("preparing" | "partly_shipped" | "shipped" | "delivered" | "cancelled") | null;
            lines: components["schemas"]["ShippedOrderLine"][];
            /** @description Oldest first. */
            shipments: components["schemas"]["Shipment"][];
        };
        ShippedOrderLine: {
            /** @example R7K3-M9QX-0 */
            id: string;
            name: string;
            quantity: number;
            /** @description How many can still be sent. 0 of what needs no shipping. */
            leftToShip: number;
        };
        Shipment: {
            /** Format: uuid */
            id: string;
            /**
             * @description lost: the carrier does not find it. returned: it came back to the shop.
             * @enum {string}
             */
            status: "shipped" | "delayed" | "lost" | "delivered" | "returned";
            carrier: string | null;
            trackingNumber: string | null;
            /** @description The carrier's page of the parcel; https. */
            trackingUrl: string | null;
            /** @description The day on which the carrier expects to deliver it. */
            estimatedOn: string | null;
            /** Format: date-time */
            shippedAt: string;
            deliveredAt: string | null;
            lines: {
                /** @example R7K3-M9QX-0 */
                lineId: string;
                quantity: number;
            }[];
        };
        StaffOrderStep: {
            /** @example confirmation_mail */
            step: string;
            channel: ("mail" | "merchant" | "staff") | null;
            /** @enum {string} */
            outcome: "pending" | "sent" | "moot" | "undeliverable";
            note: string | null;
            /** Format: date-time */
            stagedAt: string;
            doneAt: string | null;
            attempts: number;
        };
        StaffTimelineEntry: {
            /** Format: date-time */
            at: string;
            /**
             * @description order: it changed its status. stripe: an event. told: an attempt to tell. staff: an action of a person or of a key.
             * @enum {string}
             */
            from: "order" | "stripe" | "told" | "staff";
            /** @example pending → paid */
            what: string;
            /** @example webhook evt_1 */
            detail: string | null;
        };
        StaffActionRequest: {
            /** @example the webhook was down */
            reason: string;
        };
        StaffActionAnswer: {
            /** @description What was done, in one sentence. */
            words: string;
            before: {
                [key: string]: string | number | boolean | null;
            } | null;
            after: {
                [key: string]: string | number | boolean | null;
            } | null;
        };
        StaffResendRequest: {
            /** @example the webhook was down */
            reason: string;
            /**
             * @description Without it: whichever told the shopper or the shop’s own system last.
             * @enum {string}
             */
            channel?: "mail" | "merchant" | "staff";
            /**
             * @description This one, as the deliveries name it. Without it: what was refused of the channel, else the last one that is still true.
             * @example confirmation_mail
             */
            step?: string;
        };
        StaffResolveRequest: {
            /** @example the webhook was down */
            reason: string;
            /**
             * @description paid: accept what was paid, and deliver. refused: deliver nothing; Stripe must hold no money for it. dismissed: the alert was about something else. reopened: take a decision back.
             * @enum {string}
             */
            decision: "paid" | "refused" | "dismissed" | "reopened";
        };
        StaffAddressRequest: {
            /** @example the webhook was down */
            reason: string;
            address: components["schemas"]["TypedAddress"];
        };
        StaffEmailRequest: {
            /** @example the webhook was down */
            reason: string;
            /** Format: email */
            email: string;
        };
        CreateShipmentRequest: {
            /** @description What is in the parcel. Without it: everything that is left. */
            lines?: {
                /** @example R7K3-M9QX-0 */
                lineId: string;
                quantity: number;
            }[];
            /** @description Without it: now. */
            shippedAt?: string & (unknown & unknown);
            /**
             * @description Why a person records it; kept with the action.
             * @example the webhook was down
             */
            reason?: string;
            /** @example DHL */
            carrier?: string;
            /** @example 00340434161094042557 */
            trackingNumber?: string;
            /**
             * Format: uri
             * @description The page of the parcel, if the carrier has none that follows from its number. https, on a host of a known carrier or of shipments.trackingHosts in the shop file.
             */
            trackingUrl?: string;
            /** @description The day on which the carrier expects to deliver it. */
            estimatedOn?: string & (unknown & unknown);
        };
        ShipmentAnswer: {
            /** @example R7K3-M9QX */
            orderNumber: string;
            /** @description The shop's side of the order: where its goods are. cancelled: nothing was sent, and nothing will be. null while it is not paid or on hold, and where nothing is to be sent. Of a confirmation also when nothing was heard of its goods for a week after the payment. */
            shopStatus: ("preparing" | "partly_shipped" | "shipped" | "delivered" | "cancelled") | null;
            shipment: components["schemas"]["Shipment"];
        };
        UpdateShipmentRequest: {
            /** @description When it happened. Updates may come late, twice and in any order: the status only rises, and of everything else the latest by this time counts. */
            at: string & (unknown & unknown);
            /** @enum {string} */
            status?: "shipped" | "delayed" | "lost" | "delivered" | "returned";
            /** @example DHL */
            carrier?: string;
            /** @example 00340434161094042557 */
            trackingNumber?: string;
            /**
             * Format: uri
             * @description The page of the parcel, if the carrier has none that follows from its number. https, on a host of a known carrier or of shipments.trackingHosts in the shop file.
             */
            trackingUrl?: string;
            /** @description The day on which the carrier expects to deliver it. */
            estimatedOn?: string & (unknown & unknown);
        };
        StaffRefundRequest: {
            /** @example the webhook was down */
            reason: string;
            /** @description Without it: all that is left. In the smallest unit of its currency. */
            amountMinor?: number;
        };
        StaffEvents: {
            /** @description Newest first. */
            events: components["schemas"]["StaffEvent"][];
            /** @description For after; null: there are no more. */
            next: string | null;
        };
        StaffEvent: {
            /** @example evt_1Qx0000000000000000000ab */
            id: string;
            /** @example checkout.session.completed */
            type: string;
            /** @description What it is about; null: it moves no order. */
            subjectId: string | null;
            /** Format: date-time */
            receivedAt: string;
            /** @description When the webhook endpoint was called with it. */
            deliveredAt: string | null;
            /** @description When a list of Stripe’s told of it first. */
            listedAt: string | null;
            handledAt: string | null;
            /** @example synced */
            outcome: string | null;
        };
        StaffEventDetail: {
            /** @example evt_1Qx0000000000000000000ab */
            id: string;
            /** @example checkout.session.completed */
            type: string;
            /** @description What it is about; null: it moves no order. */
            subjectId: string | null;
            /** Format: date-time */
            receivedAt: string;
            /** @description When the webhook endpoint was called with it. */
            deliveredAt: string | null;
            /** @description When a list of Stripe’s told of it first. */
            listedAt: string | null;
            handledAt: string | null;
            /** @example synced */
            outcome: string | null;
            /** @description The event’s object at Stripe. */
            objectId: string | null;
            livemode: boolean;
            /**
             * @description How it came first. A thin event says no version of the API.
             * @enum {string}
             */
            form: "snapshot" | "thin";
            /** @example 2026-10-28.endive */
            apiVersion: string | null;
            /** @description When Stripe created it; null: not known of events that came before 2.2. */
            createdAt: string | null;
            /** @description Of an event that a session was completed or paid: how long after its creation its order was in line with it. */
            fulfilledAfterSeconds: number | null;
            /** @description Numbers of orders it is about, newest first, five at most. */
            orders: string[];
            /** @description The work that follows from it; null: none is kept any more. */
            job: {
                /** @enum {string} */
                state: "waiting" | "running" | "failed" | "done";
                /** @description How often it has failed. */
                failures: number;
                /** @description When it is tried next; null: not again. */
                nextAt: string | null;
                /** @description How it failed last. */
                code: string | null;
            } | null;
            /** @description Where that work was given up and waits for a person. */
            deadLetter: {
                id: string;
                /** Format: date-time */
                at: string;
                code: string | null;
            } | null;
            /**
             * @description Where Stripe has the event: the Dashboard shows those of test and live.
             * @enum {string}
             */
            stripeMode: "sandbox" | "test" | "live";
        };
        StaffDeliveries: {
            /** @description Newest first, by stagedAt. */
            deliveries: components["schemas"]["StaffDelivery"][];
            /** @description For after; null: there are no more. */
            next: string | null;
        };
        StaffDelivery: {
            /** @example R7K3-M9QX */
            orderNumber: string;
            /**
             * @description What is told, and behind a colon what it is about.
             * @example refund_mail:re_1Qx
             */
            step: string;
            channel: ("mail" | "merchant" | "staff") | null;
            /** @enum {string} */
            outcome: "pending" | "sent" | "moot" | "undeliverable";
            /** @description Why it was not sent. */
            note: string | null;
            /**
             * Format: date-time
             * @description Since when it is to be told.
             */
            stagedAt: string;
            /** @description Of what waits for its time, such as a reminder. */
            notBefore: string | null;
            /** @description When it is tried again, after an attempt that failed. */
            nextAttemptAt: string | null;
            /** @description When it ended, however. */
            doneAt: string | null;
            attempts: number;
            lastAttempt: {
                /** Format: date-time */
                at: string;
                /**
                 * @description failed: it is tried again.
                 * @enum {string}
                 */
                outcome: "sent" | "failed" | "refused";
                /**
                 * @description What the other side answered, or how the network failed.
                 * @example 550
                 */
                code: string | null;
            } | null;
        };
        StaffShipments: {
            /** @description Newest first, by shippedAt. */
            shipments: components["schemas"]["StaffShipment"][];
            /** @description For after; null: there are no more. */
            next: string | null;
        };
        StaffShipment: {
            /** Format: uuid */
            id: string;
            /**
             * @description lost: the carrier does not find it. returned: it came back to the shop.
             * @enum {string}
             */
            status: "shipped" | "delayed" | "lost" | "delivered" | "returned";
            carrier: string | null;
            trackingNumber: string | null;
            /** @description The carrier's page of the parcel; https. */
            trackingUrl: string | null;
            /** @description The day on which the carrier expects to deliver it. */
            estimatedOn: string | null;
            /** Format: date-time */
            shippedAt: string;
            deliveredAt: string | null;
            lines: {
                /** @example R7K3-M9QX-0 */
                lineId: string;
                quantity: number;
            }[];
            /** @example R7K3-M9QX */
            orderNumber: string;
        };
        StaffWithdrawals: {
            /** @description Newest first. */
            withdrawals: components["schemas"]["StaffWithdrawal"][];
            /** @description For after; null: there are no more. */
            next: string | null;
        };
        StaffWithdrawal: {
            /** @example W-R7K3-M9QX */
            reference: string;
            /** Format: date-time */
            receivedAt: string;
            /**
             * @description As its sender has written it. null where it may be any words: for viewers where no order has it, and once its person is erased where it cannot be a number.
             * @example R7K3-M9QX
             */
            orderNumber: string | null;
            /**
             * @description Ours; null: no order has the number.
             * @example paid
             */
            orderStatus: string | null;
            /** @description Whether it came within the period; false where there is none. null: no order has the number. */
            inTime: boolean | null;
            periodEndsAt: string | null;
            /** @description Lines of the order that are exempt from withdrawal. */
            exemptLines: number | null;
            /** @description null for viewers, and once its person is erased. */
            name: string | null;
            /** @description null for viewers, and once its person is erased. */
            email: string | null;
            /** @description Which items, in the words of its sender; null: the whole order, or as with the name. */
            items: string | null;
            /** @description null for viewers, and once its person is erased. */
            reason: string | null;
            /** @description When its person was erased. */
            erasedAt: string | null;
            /**
             * @description failed: it is tried again. refused: for good; send it another way.
             * @enum {string}
             */
            acknowledgement: "pending" | "sent" | "failed" | "refused";
            /**
             * @description How the last attempt to send it failed.
             * @example 550
             */
            code: string | null;
        };
        DeadLetters: {
            /** @description Newest first. */
            deadLetters: components["schemas"]["DeadLetter"][];
            /** @description For after; null: there are no more. */
            next: string | null;
        };
        DeadLetter: {
            /** Format: uuid */
            id: string;
            /** @example order.deliver.dead */
            queue: string;
            /**
             * Format: date-time
             * @description When it was given up.
             */
            at: string;
            /** @description What was not done, in one sentence. */
            words: string;
            /** @description How it failed. */
            code: string | null;
            orderNumber: string | null;
            stripeEventId: string | null;
        };
        StaffAudit: {
            /** @description Newest first. */
            actions: components["schemas"]["StaffAuditEntry"][];
            /** @description For after; null: there are no more. */
            next: string | null;
        };
        StaffAuditEntry: {
            /** Format: date-time */
            at: string;
            who: string;
            /** @example resolve */
            action: string;
            orderNumber: string | null;
            /** @description What else it was about: an event, a dead letter, a session, a step or channel, several orders, a key, a person of the staff, a time. */
            subject: string | null;
            /** @description In the person’s own words; null for viewers, too. */
            reason: string | null;
            before: {
                [key: string]: string | number | boolean | null;
            } | null;
            after: {
                [key: string]: string | number | boolean | null;
            } | null;
            /** @description How it ended, also where it had been answered 503 because it took too long. null: it has not ended. */
            status: number | null;
            /** @description Why it was refused. */
            code: string | null;
        };
        Health: {
            /** @enum {string} */
            status: "ok";
        };
        Readiness: {
            /** @enum {string} */
            status: "ok";
            checks: {
                /** @description It answers. */
                database: components["schemas"]["ReadinessCheck"];
                /** @description The database has every table of this build. */
                migrations: components["schemas"]["ReadinessCheck"];
                /** @description Jobs can be stored. */
                queue: components["schemas"]["ReadinessCheck"];
                /** @description This machine's clock agrees with Stripe's. */
                clock: components["schemas"]["ReadinessCheck"];
                /** @description The webhook endpoint at Stripe sends what the API handles. Never a reason not to be ready. */
                webhooks: components["schemas"]["ReadinessCheck"];
            };
        };
        ReadinessCheck: {
            /**
             * @description degraded: it works, and somebody should look at it.
             * @enum {string}
             */
            status: "up" | "degraded";
            /** @description For people. */
            detail?: string;
        };
        Problem: {
            /** @constant */
            type: "about:blank";
            /** @description For developers; shoppers read words chosen by code. */
            title: string;
            status: number;
            /** @enum {string} */
            code: "INVALID_REQUEST" | "INVALID_SESSION_ID" | "INVALID_IDEMPOTENCY_KEY" | "PRICE_NOT_AVAILABLE" | "INVALID_SIGNATURE" | "INVALID_EVENT" | "API_KEY_INVALID" | "ROLE_NOT_ALLOWED" | "SIGN_IN_NOT_VALID" | "ORIGIN_NOT_ALLOWED" | "VERIFICATION_FAILED" | "LINK_NOT_VALID" | "FULL_VIEW_REQUIRED" | "BROWSER_NOT_BUYER" | "ORDER_NOT_FOUND" | "EVENT_NOT_FOUND" | "SHIPMENT_NOT_FOUND" | "NOT_FOUND" | "REQUEST_TIMEOUT" | "IDEMPOTENCY_KEY_REUSED" | "CHECKOUT_EXPIRED" | "CHECKOUT_COMPLETED" | "CONFIRMATION_NOT_SENT" | "EMAIL_NOT_CHANGEABLE" | "PAYMENT_OPEN" | "PAYMENT_NOT_CANCELED" | "SUBSCRIPTION_NOT_MANAGEABLE" | "ACTION_NOT_POSSIBLE" | "ORDER_NOT_SHIPPABLE" | "LINE_OVERSHIPPED" | "NOTHING_TO_SHIP" | "WITHDRAWAL_NOT_OFFERED" | "CHANGES_NOT_OFFERED" | "CHANGES_TOO_LATE" | "ORDER_NOT_CHANGEABLE" | "PAYMENT_STILL_PROCESSING" | "OUT_OF_STOCK" | "PAYLOAD_TOO_LARGE" | "UNSUPPORTED_MEDIA_TYPE" | "AMOUNT_TOO_SMALL" | "AMOUNT_TOO_LARGE" | "CART_NOT_PAYABLE_AT_ONCE" | "REGION_NOT_CHANGEABLE" | "LINE_NOT_SHIPPABLE" | "TRACKING_URL_NOT_ALLOWED" | "SHIPMENT_IN_FUTURE" | "RATE_LIMITED" | "HEADERS_TOO_LARGE" | "INTERNAL_ERROR" | "CHECKOUT_UNAVAILABLE" | "STRIPE_UNAVAILABLE" | "SERVICE_UNAVAILABLE";
            /** @description Also in the X-Request-Id header and in the log. */
            requestId: string;
            /** @description Which part of the request, or which check of readiness, is wrong. Never echoes what was sent. */
            errors?: {
                path: string;
                message: string;
            }[];
            /** @description Of AMOUNT_TOO_SMALL the least and of AMOUNT_TOO_LARGE the largest total, where Stripe publishes it. */
            limit?: {
                /** @description Minor units of the currency, as Stripe counts them (1099 is 10.99 usd, 1099 jpy). */
                amountMinor: number;
                /**
                 * @description ISO 4217, lower case.
                 * @example usd
                 */
                currency: string;
            };
            /** @description Of PAYMENT_OPEN and PAYMENT_NOT_CANCELED: the order that it is about. */
            openPayment?: {
                /** @example R7K3-M9QX */
                orderNumber: string;
                /**
                 * @description Stripe Checkout Session id.
                 * @example cs_test_a1b2c3
                 */
                sessionId: string;
                /** @description What it waits for; null when it waits for nothing more of the shopper. */
                state: ("awaiting_voucher" | "awaiting_bank_transfer" | "awaiting_microdeposits") | null;
                /** @description Stripe's page with the voucher, the bank details or the test deposits. */
                url: string | null;
            };
        };
        MerchantWithdrawal: {
            /** @example W-R7K3-M9QX */
            reference: string;
            /** Format: date-time */
            receivedAt: string;
            name: string;
            /** @description Where the acknowledgement goes. */
            email: string;
            /** @description Null: the whole order. */
            items: string | null;
            reason: string | null;
            /** @description Of the record: keep it, to prove later that nobody has changed it. */
            hash: string;
        };
        MerchantOrder: {
            /** @example R7K3-M9QX */
            orderNumber: string;
            /**
             * @description As the shopper is told: see the confirmation.
             * @enum {string}
             */
            status: "open" | "processing" | "awaiting_voucher" | "awaiting_bank_transfer" | "awaiting_microdeposits" | "payment_review" | "under_review" | "confirmed" | "nothing_to_pay" | "payment_failed" | "expired" | "refund_pending" | "refund_requires_action" | "refund_failed" | "partially_refunded" | "refunded" | "disputed" | "dispute_lost" | "checking";
            /** @description Whether to ship now: paid, and the money neither disputed nor on its way back in full. */
            goodsDue: boolean;
            /** @enum {string} */
            mode: "payment" | "subscription";
            /** Format: date-time */
            createdAt: string;
            paidAt: string | null;
            stripeSessionId: string | null;
            stripePaymentIntentId: string | null;
            stripeAccountId: string | null;
            /**
             * @description ISO 4217, lower case.
             * @example usd
             */
            currency: string;
            /** @description Minor units of the currency, as Stripe counts them (1099 is 10.99 usd, 1099 jpy). */
            totalMinor: number;
            amounts: components["schemas"]["OrderAmounts"];
            /** @description Oldest first. */
            refunds: components["schemas"]["MerchantRefund"][];
            dispute: components["schemas"]["MerchantDispute"] | null;
            stripeSubscriptionId: string | null;
            subscription: components["schemas"]["OrderSubscription"] | null;
            customerName: string | null;
            email: string | null;
            phone: string | null;
            locale: string | null;
            shippingAddress: components["schemas"]["Address"] | null;
            /** @description How often its shopper has corrected the shipping address. The highest is right. */
            addressVersion: number;
            /** @description null unless its shopper, or the shop for them, has cancelled it. */
            cancellation: components["schemas"]["OrderCancellation"] | null;
            paymentMethod: components["schemas"]["PaymentMethod"] | null;
            shippingRate: components["schemas"]["ShippingRate"] | null;
            customFields: components["schemas"]["MerchantCustomField"][];
            taxIds: components["schemas"]["TaxId"][];
            businessName: string | null;
            termsAccepted: boolean;
            invoice: {
                number: string | null;
                /** @description Stripe's page with the invoice. */
                url: string | null;
                /** @description Stripe's file of it. */
                pdfUrl: string | null;
                /** @description Stripe invoice id. */
                id: string;
            } | null;
            statementDescriptor: string | null;
            lines: components["schemas"]["MerchantOrderLine"][];
            /** @description The shop's side of the order: where its goods are. cancelled: nothing was sent, and nothing will be. null while it is not paid or on hold, and where nothing is to be sent. Of a confirmation also when nothing was heard of its goods for a week after the payment. */
            shopStatus: ("preparing" | "partly_shipped" | "shipped" | "delivered" | "cancelled") | null;
            /** @description Parcels, the first one first. */
            shipments: components["schemas"]["Shipment"][];
        };
        MerchantRefund: {
            /** @description In the order's currency. */
            amountMinor: number;
            /**
             * @description Stripe's refund status. pending: on its way. requires_action: the shopper must give bank details. failed: the money did not reach the shopper.
             * @enum {string}
             */
            status: "pending" | "requires_action" | "succeeded" | "failed";
            /** @description What the shopper gets in their own currency; show it first. */
            presentment: components["schemas"]["Presentment"] | null;
            /** Format: date-time */
            createdAt: string;
            /** @description Stripe refund id. */
            id: string;
        };
        MerchantDispute: {
            /** @description Stripe dispute id. */
            id: string;
            /** @description Stripe's dispute status. */
            status: string;
            /** @description Minor units of the currency, as Stripe counts them (1099 is 10.99 usd, 1099 jpy). */
            amountMinor: number;
            /** @description Until when evidence can be given. */
            dueBy: string | null;
        };
        Address: {
            name: string | null;
            line1: string | null;
            line2: string | null;
            postalCode: string | null;
            city: string | null;
            state: string | null;
            /** @description ISO 3166-1 alpha-2. */
            country: string | null;
        };
        MerchantCustomField: {
            /** @description In the language that the shopper was asked in. */
            label: string;
            /** @description As typed, or the label of the option chosen. */
            text: string;
            /** @description The field's key in the shop file. */
            key: string;
            /** @description Of a choice: the option's own value. */
            value: string;
        };
        MerchantOrderLine: {
            /**
             * @description Unique and stable.
             * @example R7K3-M9QX-0
             */
            id: string;
            stripeProductId: string;
            stripePriceId: string;
            /** @description Of the product, and of the variant where it has several. */
            name: string;
            /** @description The variant alone. */
            variant: string | null;
            /** @description Language of the name, BCP 47. */
            lang: string | null;
            quantity: number;
            /** @description Minor units of the currency, as Stripe counts them (1099 is 10.99 usd, 1099 jpy). */
            unitAmountMinor: number;
            /** @description unitAmountMinor × quantity, before discount, shipping and tax. */
            amountMinor: number;
            recurring: components["schemas"]["Recurring"] | null;
            needsShipping: boolean;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    products: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every product for sale. */
            200: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductList"];
                };
            };
            /** @description INTERNAL_ERROR: Something went wrong on our side. */
            500: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description CHECKOUT_UNAVAILABLE: Stripe refuses what the shop asks of it; trying again does not help. */
            502: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "CHECKOUT_UNAVAILABLE";
                    };
                };
            };
            /** @description STRIPE_UNAVAILABLE: Stripe does not answer at the moment. SERVICE_UNAVAILABLE: The service cannot answer at the moment. */
            503: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "STRIPE_UNAVAILABLE" | "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    start: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckoutRequest"];
            };
        };
        responses: {
            /** @description Send the shopper to the url. Sets the cookie that opens the confirmation. */
            201: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckoutResponse"];
                };
            };
            /** @description INVALID_REQUEST: The request does not have the documented shape. INVALID_IDEMPOTENCY_KEY: Idempotency-Key is missing or does not have the documented form. PRICE_NOT_AVAILABLE: A price in the cart is not for sale. */
            400: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_REQUEST" | "INVALID_IDEMPOTENCY_KEY" | "PRICE_NOT_AVAILABLE";
                    };
                };
            };
            /** @description ORIGIN_NOT_ALLOWED: Requests from this origin are not allowed. */
            403: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "ORIGIN_NOT_ALLOWED";
                    };
                };
            };
            /** @description ORDER_NOT_FOUND: There is no such order. */
            404: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "ORDER_NOT_FOUND";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED: Idempotency-Key was used with another request. CHECKOUT_EXPIRED: That checkout has ended unpaid, or its order is over; start one with a new key. CHECKOUT_COMPLETED: That cart has been ordered already. PAYMENT_OPEN: Another order of this browser still waits for its payment. PAYMENT_NOT_CANCELED: The payment that was to be replaced has come in or is under way. OUT_OF_STOCK: There is not enough left of something in the cart. */
            409: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED" | "CHECKOUT_EXPIRED" | "CHECKOUT_COMPLETED" | "PAYMENT_OPEN" | "PAYMENT_NOT_CANCELED" | "OUT_OF_STOCK";
                    };
                };
            };
            /** @description PAYLOAD_TOO_LARGE: The body is too large. */
            413: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE: The body must be application/json. */
            415: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description AMOUNT_TOO_SMALL: The total is less than the least that can be charged. AMOUNT_TOO_LARGE: The total is more than the most that can be charged. CART_NOT_PAYABLE_AT_ONCE: A subscription cannot be paid for with all of that cart; errors says with what not. */
            422: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "AMOUNT_TOO_SMALL" | "AMOUNT_TOO_LARGE" | "CART_NOT_PAYABLE_AT_ONCE";
                    };
                };
            };
            /** @description RATE_LIMITED: Too many requests. */
            429: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description INTERNAL_ERROR: Something went wrong on our side. */
            500: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description CHECKOUT_UNAVAILABLE: Stripe refuses what the shop asks of it; trying again does not help. */
            502: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "CHECKOUT_UNAVAILABLE";
                    };
                };
            };
            /** @description STRIPE_UNAVAILABLE: Stripe does not answer at the moment. SERVICE_UNAVAILABLE: The service cannot answer at the moment. */
            503: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "STRIPE_UNAVAILABLE" | "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    confirmation: {
        parameters: {
            query: {
                session_id: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The order as its shopper is told of it. */
            200: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Confirmation"];
                };
            };
            /** @description INVALID_SESSION_ID: session_id is missing or is not a Checkout Session id. */
            400: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_SESSION_ID";
                    };
                };
            };
            /** @description ORDER_NOT_FOUND: There is no such order. */
            404: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "ORDER_NOT_FOUND";
                    };
                };
            };
            /** @description HEADERS_TOO_LARGE: The address or the headers are too large. */
            431: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "HEADERS_TOO_LARGE";
                    };
                };
            };
            /** @description INTERNAL_ERROR: Something went wrong on our side. */
            500: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description SERVICE_UNAVAILABLE: The service cannot answer at the moment. */
            503: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    verification: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerificationRequest"];
            };
        };
        responses: {
            /** @description Ask for the confirmation again. */
            204: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description INVALID_REQUEST: The request does not have the documented shape. */
            400: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_REQUEST";
                    };
                };
            };
            /** @description VERIFICATION_FAILED: That is not the e-mail address of that order. ORIGIN_NOT_ALLOWED: Requests from this origin are not allowed. */
            403: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "VERIFICATION_FAILED" | "ORIGIN_NOT_ALLOWED";
                    };
                };
            };
            /** @description PAYLOAD_TOO_LARGE: The body is too large. */
            413: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE: The body must be application/json. */
            415: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description RATE_LIMITED: Too many requests. */
            429: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description INTERNAL_ERROR: Something went wrong on our side. */
            500: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description SERVICE_UNAVAILABLE: The service cannot answer at the moment. */
            503: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    access: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccessRequest"];
            };
        };
        responses: {
            /** @description Ask for the confirmation again. */
            204: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description INVALID_REQUEST: The request does not have the documented shape. */
            400: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_REQUEST";
                    };
                };
            };
            /** @description LINK_NOT_VALID: The link was not made for that order and its address, or has expired. ORIGIN_NOT_ALLOWED: Requests from this origin are not allowed. */
            403: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "LINK_NOT_VALID" | "ORIGIN_NOT_ALLOWED";
                    };
                };
            };
            /** @description PAYLOAD_TOO_LARGE: The body is too large. */
            413: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE: The body must be application/json. */
            415: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description INTERNAL_ERROR: Something went wrong on our side. */
            500: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description SERVICE_UNAVAILABLE: The service cannot answer at the moment. */
            503: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    resend: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResendRequest"];
            };
        };
        responses: {
            /** @description The e-mail is on its way. */
            204: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description INVALID_REQUEST: The request does not have the documented shape. */
            400: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_REQUEST";
                    };
                };
            };
            /** @description BROWSER_NOT_BUYER: That browser did not start the checkout of the order. ORIGIN_NOT_ALLOWED: Requests from this origin are not allowed. */
            403: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BROWSER_NOT_BUYER" | "ORIGIN_NOT_ALLOWED";
                    };
                };
            };
            /** @description CONFIRMATION_NOT_SENT: There is no confirmation of that order to send. EMAIL_NOT_CHANGEABLE: The address can be corrected once, within an hour of paying. */
            409: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "CONFIRMATION_NOT_SENT" | "EMAIL_NOT_CHANGEABLE";
                    };
                };
            };
            /** @description PAYLOAD_TOO_LARGE: The body is too large. */
            413: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE: The body must be application/json. */
            415: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description RATE_LIMITED: Too many requests. */
            429: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description INTERNAL_ERROR: Something went wrong on our side. */
            500: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description SERVICE_UNAVAILABLE: The service cannot answer at the moment. */
            503: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    open: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PortalRequest"];
            };
        };
        responses: {
            /** @description Send the shopper to the url. It works once and only for a short time. */
            201: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalResponse"];
                };
            };
            /** @description INVALID_REQUEST: The request does not have the documented shape. */
            400: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_REQUEST";
                    };
                };
            };
            /** @description BROWSER_NOT_BUYER: That browser did not start the checkout of the order. ORIGIN_NOT_ALLOWED: Requests from this origin are not allowed. */
            403: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BROWSER_NOT_BUYER" | "ORIGIN_NOT_ALLOWED";
                    };
                };
            };
            /** @description SUBSCRIPTION_NOT_MANAGEABLE: That order has no subscription that its shopper can manage. */
            409: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "SUBSCRIPTION_NOT_MANAGEABLE";
                    };
                };
            };
            /** @description PAYLOAD_TOO_LARGE: The body is too large. */
            413: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE: The body must be application/json. */
            415: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description RATE_LIMITED: Too many requests. */
            429: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description INTERNAL_ERROR: Something went wrong on our side. */
            500: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description CHECKOUT_UNAVAILABLE: Stripe refuses what the shop asks of it; trying again does not help. */
            502: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "CHECKOUT_UNAVAILABLE";
                    };
                };
            };
            /** @description STRIPE_UNAVAILABLE: Stripe does not answer at the moment. SERVICE_UNAVAILABLE: The service cannot answer at the moment. */
            503: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "STRIPE_UNAVAILABLE" | "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    findOrder: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FindOrderRequest"];
            };
        };
        responses: {
            /** @description The same whether or not there is such an order. */
            204: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description INVALID_REQUEST: The request does not have the documented shape. */
            400: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_REQUEST";
                    };
                };
            };
            /** @description ORIGIN_NOT_ALLOWED: Requests from this origin are not allowed. */
            403: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "ORIGIN_NOT_ALLOWED";
                    };
                };
            };
            /** @description PAYLOAD_TOO_LARGE: The body is too large. */
            413: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE: The body must be application/json. */
            415: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description RATE_LIMITED: Too many requests. */
            429: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description INTERNAL_ERROR: Something went wrong on our side. */
            500: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description SERVICE_UNAVAILABLE: The service cannot answer at the moment. */
            503: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    declareWithdrawal: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawalRequest"];
            };
        };
        responses: {
            /** @description Recorded. The acknowledgement is on its way; no money has moved. */
            201: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WithdrawalReceipt"];
                };
            };
            /** @description INVALID_REQUEST: The request does not have the documented shape. */
            400: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_REQUEST";
                    };
                };
            };
            /** @description ORIGIN_NOT_ALLOWED: Requests from this origin are not allowed. */
            403: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "ORIGIN_NOT_ALLOWED";
                    };
                };
            };
            /** @description WITHDRAWAL_NOT_OFFERED: This shop takes no withdrawals here. */
            409: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WITHDRAWAL_NOT_OFFERED";
                    };
                };
            };
            /** @description PAYLOAD_TOO_LARGE: The body is too large. */
            413: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE: The body must be application/json. */
            415: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description RATE_LIMITED: Too many requests. */
            429: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description INTERNAL_ERROR: Something went wrong on our side. */
            500: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description SERVICE_UNAVAILABLE: The service cannot answer at the moment. */
            503: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    cancelOrder: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancellationRequest"];
            };
        };
        responses: {
            /** @description Cancelled, now or before. The refund follows: the confirmation says what Stripe says of it. */
            204: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description INVALID_REQUEST: The request does not have the documented shape. */
            400: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_REQUEST";
                    };
                };
            };
            /** @description FULL_VIEW_REQUIRED: That browser does not see the order in full: verify its e-mail address first. ORIGIN_NOT_ALLOWED: Requests from this origin are not allowed. */
            403: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "FULL_VIEW_REQUIRED" | "ORIGIN_NOT_ALLOWED";
                    };
                };
            };
            /** @description CHANGES_NOT_OFFERED: In this shop shoppers do not change or cancel orders themselves. CHANGES_TOO_LATE: The time to change that order is over, or something of it is on its way. ORDER_NOT_CHANGEABLE: Its shopper cannot do that with the order as it is now; errors says why. PAYMENT_STILL_PROCESSING: The payment is still under way: what has not come in cannot be refunded. */
            409: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "CHANGES_NOT_OFFERED" | "CHANGES_TOO_LATE" | "ORDER_NOT_CHANGEABLE" | "PAYMENT_STILL_PROCESSING";
                    };
                };
            };
            /** @description PAYLOAD_TOO_LARGE: The body is too large. */
            413: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE: The body must be application/json. */
            415: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description RATE_LIMITED: Too many requests. */
            429: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description INTERNAL_ERROR: Something went wrong on our side. */
            500: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description SERVICE_UNAVAILABLE: The service cannot answer at the moment. */
            503: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    correctAddress: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeliveryAddressRequest"];
            };
        };
        responses: {
            /** @description Corrected. The merchant and the shopper are told of it. */
            204: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description INVALID_REQUEST: The request does not have the documented shape. */
            400: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_REQUEST";
                    };
                };
            };
            /** @description FULL_VIEW_REQUIRED: That browser does not see the order in full: verify its e-mail address first. ORIGIN_NOT_ALLOWED: Requests from this origin are not allowed. */
            403: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "FULL_VIEW_REQUIRED" | "ORIGIN_NOT_ALLOWED";
                    };
                };
            };
            /** @description CHANGES_NOT_OFFERED: In this shop shoppers do not change or cancel orders themselves. CHANGES_TOO_LATE: The time to change that order is over, or something of it is on its way. ORDER_NOT_CHANGEABLE: Its shopper cannot do that with the order as it is now; errors says why. */
            409: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "CHANGES_NOT_OFFERED" | "CHANGES_TOO_LATE" | "ORDER_NOT_CHANGEABLE";
                    };
                };
            };
            /** @description PAYLOAD_TOO_LARGE: The body is too large. */
            413: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE: The body must be application/json. */
            415: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description REGION_NOT_CHANGEABLE: The shop does not send there, or tax was worked out for the country and state it has. */
            422: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "REGION_NOT_CHANGEABLE";
                    };
                };
            };
            /** @description RATE_LIMITED: Too many requests. */
            429: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description INTERNAL_ERROR: Something went wrong on our side. */
            500: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description SERVICE_UNAVAILABLE: The service cannot answer at the moment. */
            503: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    receive: {
        parameters: {
            query?: never;
            header: {
                "Stripe-Signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Stored, or stored before. The body is empty. */
            200: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description INVALID_SIGNATURE: The event is not signed by Stripe for this endpoint. INVALID_EVENT: The signed body is not a Stripe event. INVALID_REQUEST: The request does not have the documented shape. */
            400: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_SIGNATURE" | "INVALID_EVENT" | "INVALID_REQUEST";
                    };
                };
            };
            /** @description PAYLOAD_TOO_LARGE: The body is too large. */
            413: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE: The body must be application/json. */
            415: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description INTERNAL_ERROR: Something went wrong on our side. */
            500: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description SERVICE_UNAVAILABLE: The service cannot answer at the moment. */
            503: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    whoAmI: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who calls. */
            200: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffPerson"];
                };
            };
            /** @description API_KEY_INVALID: There is no API key and no session of staff that is valid. */
            401: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "API_KEY_INVALID";
                    };
                };
            };
            /** @description ORIGIN_NOT_ALLOWED: Requests from this origin are not allowed. */
            403: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "ORIGIN_NOT_ALLOWED";
                    };
                };
            };
            /** @description RATE_LIMITED: Too many requests. */
            429: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description INTERNAL_ERROR: Something went wrong on our side. */
            500: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description SERVICE_UNAVAILABLE: The service cannot answer at the moment. */
            503: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInRequest"];
            };
        };
        responses: {
            /** @description Who is signed in. */
            200: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffPerson"];
                };
            };
            /** @description INVALID_REQUEST: The request does not have the documented shape. */
            400: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_REQUEST";
                    };
                };
            };
            /** @description SIGN_IN_NOT_VALID: That sign-in link was used, has expired, or was never made. ORIGIN_NOT_ALLOWED: Requests from this origin are not allowed. */
            403: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "SIGN_IN_NOT_VALID" | "ORIGIN_NOT_ALLOWED";
                    };
                };
            };
            /** @description PAYLOAD_TOO_LARGE: The body is too large. */
            413: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE: The body must be application/json. */
            415: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description RATE_LIMITED: Too many requests. */
            429: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description INTERNAL_ERROR: Something went wrong on our side. */
            500: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description SERVICE_UNAVAILABLE: The service cannot answer at the moment. */
            503: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signed out. An API key stays as it is. */
            204: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description API_KEY_INVALID: There is no API key and no session of staff that is valid. */
            401: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "API_KEY_INVALID";
                    };
                };
            };
            /** @description ORIGIN_NOT_ALLOWED: Requests from this origin are not allowed. */
            403: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "ORIGIN_NOT_ALLOWED";
                    };
                };
            };
            /** @description RATE_LIMITED: Too many requests. */
            429: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description INTERNAL_ERROR: Something went wrong on our side. */
            500: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description SERVICE_UNAVAILABLE: The service cannot answer at the moment. */
            503: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    signOutEverywhere: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signed out, here too. An API key stays as it is. */
            204: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description API_KEY_INVALID: There is no API key and no session of staff that is valid. */
            401: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "API_KEY_INVALID";
                    };
                };
            };
            /** @description ORIGIN_NOT_ALLOWED: Requests from this origin are not allowed. */
            403: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "ORIGIN_NOT_ALLOWED";
                    };
                };
            };
            /** @description RATE_LIMITED: Too many requests. */
            429: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description INTERNAL_ERROR: Something went wrong on our side. */
            500: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description SERVICE_UNAVAILABLE: The service cannot answer at the moment. */
            503: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    staffOverview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As of now. */
            200: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffOverview"];
                };
            };
            /** @description API_KEY_INVALID: There is no API key and no session of staff that is valid. */
            401: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "API_KEY_INVALID";
                    };
                };
            };
            /** @description ORIGIN_NOT_ALLOWED: Requests from this origin are not allowed. */
            403: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "ORIGIN_NOT_ALLOWED";
                    };
                };
            };
            /** @description RATE_LIMITED: Too many requests. */
            429: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description INTERNAL_ERROR: Something went wrong on our side. */
            500: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description SERVICE_UNAVAILABLE: The service cannot answer at the moment. */
            503: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    staffFigures: {
        parameters: {
            query: {
                /** @description day: the last 24 hours, one bucket an hour. month: the last 30 days, one bucket a day, in UTC. The last bucket is not over yet. */
                range: "day" | "month";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As of `at`: two minutes ago at most. */
            200: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffFigures"];
                };
            };
            /** @description INVALID_REQUEST: The request does not have the documented shape. */
            400: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_REQUEST";
                    };
                };
            };
            /** @description API_KEY_INVALID: There is no API key and no session of staff that is valid. */
            401: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "API_KEY_INVALID";
                    };
                };
            };
            /** @description ORIGIN_NOT_ALLOWED: Requests from this origin are not allowed. */
            403: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "ORIGIN_NOT_ALLOWED";
                    };
                };
            };
            /** @description RATE_LIMITED: Too many requests. */
            429: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description INTERNAL_ERROR: Something went wrong on our side. */
            500: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description SERVICE_UNAVAILABLE: The service cannot answer at the moment. */
            503: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    staffOrders: {
        parameters: {
            query?: {
                /** @description A status, or what waits for a person. */
                filter?: "pending" | "processing" | "payment_failed" | "expired" | "paid" | "needs_review" | "refused" | "review_open" | "dispute_open" | "evidence_due" | "state_unknown" | "payment_review" | "fraud_warning" | "refund_refused" | "refund_failed" | "transfer_awaited" | "not_delivered" | "sync_failed" | "telling_held";
                /** @description An order number, an id of Stripe's (session, payment intent, subscription, account, charge, refund, dispute, review, early fraud warning or event), an e-mail address, or beginnings of the words of a name or an e-mail address with at least 3 letters each. Operators alone search for people. */
                q?: string;
                /** @description The next of an earlier answer. Without it: the newest. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffOrders"];
                };
            };
            /** @description INVALID_REQUEST: The request does not have the documented shape. */
            400: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_REQUEST";
                    };
                };
            };
            /** @description API_KEY_INVALID: There is no API key and no session of staff that is valid. */
            401: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "API_KEY_INVALID";
                    };
                };
            };
            /** @description ORIGIN_NOT_ALLOWED: Requests from this origin are not allowed. ROLE_NOT_ALLOWED: That role may not do this. */
            403: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "ORIGIN_NOT_ALLOWED" | "ROLE_NOT_ALLOWED";
                    };
                };
            };
            /** @description RATE_LIMITED: Too many requests. */
            429: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description INTERNAL_ERROR: Something went wrong on our side. */
            500: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description SERVICE_UNAVAILABLE: The service cannot answer at the moment. STRIPE_UNAVAILABLE: Stripe does not answer at the moment. */
            503: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE" | "STRIPE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    staffOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The order. */
            200: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffOrder"];
                };
            };
            /** @description API_KEY_INVALID: There is no API key and no session of staff that is valid. */
            401: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "API_KEY_INVALID";
                    };
                };
            };
            /** @description ORIGIN_NOT_ALLOWED: Requests from this origin are not allowed. */
            403: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "ORIGIN_NOT_ALLOWED";
                    };
                };
            };
            /** @description ORDER_NOT_FOUND: There is no such order. */
            404: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "ORDER_NOT_FOUND";
                    };
                };
            };
            /** @description RATE_LIMITED: Too many requests. */
            429: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description INTERNAL_ERROR: Something went wrong on our side. */
            500: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description SERVICE_UNAVAILABLE: The service cannot answer at the moment. */
            503: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    syncOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffActionRequest"];
            };
        };
        responses: {
            /** @description It is done, and written down. */
            200: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffActionAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request does not have the documented shape. */
            400: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_REQUEST";
                    };
                };
            };
            /** @description API_KEY_INVALID: There is no API key and no session of staff that is valid. */
            401: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "API_KEY_INVALID";
                    };
                };
            };
            /** @description ORIGIN_NOT_ALLOWED: Requests from this origin are not allowed. ROLE_NOT_ALLOWED: That role may not do this. */
            403: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "ORIGIN_NOT_ALLOWED" | "ROLE_NOT_ALLOWED";
                    };
                };
            };
            /** @description ORDER_NOT_FOUND: There is no such order. */
            404: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "ORDER_NOT_FOUND";
                    };
                };
            };
            /** @description ACTION_NOT_POSSIBLE: That cannot be done as things are now. */
            409: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "ACTION_NOT_POSSIBLE";
                    };
                };
            };
            /** @description PAYLOAD_TOO_LARGE: The body is too large. */
            413: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE: The body must be application/json. */
            415: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description RATE_LIMITED: Too many requests. */
            429: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description INTERNAL_ERROR: Something went wrong on our side. */
            500: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description SERVICE_UNAVAILABLE: The service cannot answer at the moment. STRIPE_UNAVAILABLE: Stripe does not answer at the moment. */
            503: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE" | "STRIPE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    resendOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffResendRequest"];
            };
        };
        responses: {
            /** @description It is done, and written down. */
            200: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffActionAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request does not have the documented shape. */
            400: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_REQUEST";
                    };
                };
            };
            /** @description API_KEY_INVALID: There is no API key and no session of staff that is valid. */
            401: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "API_KEY_INVALID";
                    };
                };
            };
            /** @description ORIGIN_NOT_ALLOWED: Requests from this origin are not allowed. ROLE_NOT_ALLOWED: That role may not do this. */
            403: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "ORIGIN_NOT_ALLOWED" | "ROLE_NOT_ALLOWED";
                    };
                };
            };
            /** @description ORDER_NOT_FOUND: There is no such order. */
            404: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "ORDER_NOT_FOUND";
                    };
                };
            };
            /** @description ACTION_NOT_POSSIBLE: That cannot be done as things are now. */
            409: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "ACTION_NOT_POSSIBLE";
                    };
                };
            };
            /** @description PAYLOAD_TOO_LARGE: The body is too large. */
            413: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE: The body must be application/json. */
            415: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description RATE_LIMITED: Too many requests. */
            429: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description INTERNAL_ERROR: Something went wrong on our side. */
            500: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description SERVICE_UNAVAILABLE: The service cannot answer at the moment. */
            503: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    resolveOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffResolveRequest"];
            };
        };
        responses: {
            /** @description It is done, and written down. */
            200: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffActionAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request does not have the documented shape. */
            400: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_REQUEST";
                    };
                };
            };
            /** @description API_KEY_INVALID: There is no API key and no session of staff that is valid. */
            401: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "API_KEY_INVALID";
                    };
                };
            };
            /** @description ORIGIN_NOT_ALLOWED: Requests from this origin are not allowed. ROLE_NOT_ALLOWED: That role may not do this. */
            403: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "ORIGIN_NOT_ALLOWED" | "ROLE_NOT_ALLOWED";
                    };
                };
            };
            /** @description ORDER_NOT_FOUND: There is no such order. */
            404: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "ORDER_NOT_FOUND";
                    };
                };
            };
            /** @description ACTION_NOT_POSSIBLE: That cannot be done as things are now. */
            409: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "ACTION_NOT_POSSIBLE";
                    };
                };
            };
            /** @description PAYLOAD_TOO_LARGE: The body is too large. */
            413: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE: The body must be application/json. */
            415: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description RATE_LIMITED: Too many requests. */
            429: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description INTERNAL_ERROR: Something went wrong on our side. */
            500: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description SERVICE_UNAVAILABLE: The service cannot answer at the moment. STRIPE_UNAVAILABLE: Stripe does not answer at the moment. */
            503: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE" | "STRIPE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    tellHeld: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffActionRequest"];
            };
        };
        responses: {
            /** @description It is done, and written down. */
            200: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffActionAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request does not have the documented shape. */
            400: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_REQUEST";
                    };
                };
            };
            /** @description API_KEY_INVALID: There is no API key and no session of staff that is valid. */
            401: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "API_KEY_INVALID";
                    };
                };
            };
            /** @description ORIGIN_NOT_ALLOWED: Requests from this origin are not allowed. ROLE_NOT_ALLOWED: That role may not do this. */
            403: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "ORIGIN_NOT_ALLOWED" | "ROLE_NOT_ALLOWED";
                    };
                };
            };
            /** @description ORDER_NOT_FOUND: There is no such order. */
            404: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "ORDER_NOT_FOUND";
                    };
                };
            };
            /** @description PAYLOAD_TOO_LARGE: The body is too large. */
            413: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE: The body must be application/json. */
            415: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description RATE_LIMITED: Too many requests. */
            429: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description INTERNAL_ERROR: Something went wrong on our side. */
            500: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description SERVICE_UNAVAILABLE: The service cannot answer at the moment. */
            503: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    markTold: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffActionRequest"];
            };
        };
        responses: {
            /** @description It is done, and written down. */
            200: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffActionAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request does not have the documented shape. */
            400: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_REQUEST";
                    };
                };
            };
            /** @description API_KEY_INVALID: There is no API key and no session of staff that is valid. */
            401: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "API_KEY_INVALID";
                    };
                };
            };
            /** @description ORIGIN_NOT_ALLOWED: Requests from this origin are not allowed. ROLE_NOT_ALLOWED: That role may not do this. */
            403: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "ORIGIN_NOT_ALLOWED" | "ROLE_NOT_ALLOWED";
                    };
                };
            };
            /** @description ORDER_NOT_FOUND: There is no such order. */
            404: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "ORDER_NOT_FOUND";
                    };
                };
            };
            /** @description PAYLOAD_TOO_LARGE: The body is too large. */
            413: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE: The body must be application/json. */
            415: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description RATE_LIMITED: Too many requests. */
            429: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description INTERNAL_ERROR: Something went wrong on our side. */
            500: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description SERVICE_UNAVAILABLE: The service cannot answer at the moment. */
            503: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    setAddress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffAddressRequest"];
            };
        };
        responses: {
            /** @description It is done, and written down. */
            200: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffActionAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request does not have the documented shape. */
            400: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_REQUEST";
                    };
                };
            };
            /** @description API_KEY_INVALID: There is no API key and no session of staff that is valid. */
            401: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "API_KEY_INVALID";
                    };
                };
            };
            /** @description ORIGIN_NOT_ALLOWED: Requests from this origin are not allowed. ROLE_NOT_ALLOWED: That role may not do this. */
            403: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "ORIGIN_NOT_ALLOWED" | "ROLE_NOT_ALLOWED";
                    };
                };
            };
            /** @description ORDER_NOT_FOUND: There is no such order. */
            404: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "ORDER_NOT_FOUND";
                    };
                };
            };
            /** @description ACTION_NOT_POSSIBLE: That cannot be done as things are now. */
            409: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "ACTION_NOT_POSSIBLE";
                    };
                };
            };
            /** @description PAYLOAD_TOO_LARGE: The body is too large. */
            413: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE: The body must be application/json. */
            415: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description RATE_LIMITED: Too many requests. */
            429: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description INTERNAL_ERROR: Something went wrong on our side. */
            500: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description SERVICE_UNAVAILABLE: The service cannot answer at the moment. */
            503: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    setEmail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffEmailRequest"];
            };
        };
        responses: {
            /** @description It is done, and written down. */
            200: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffActionAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request does not have the documented shape. */
            400: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_REQUEST";
                    };
                };
            };
            /** @description API_KEY_INVALID: There is no API key and no session of staff that is valid. */
            401: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "API_KEY_INVALID";
                    };
                };
            };
            /** @description ORIGIN_NOT_ALLOWED: Requests from this origin are not allowed. ROLE_NOT_ALLOWED: That role may not do this. */
            403: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "ORIGIN_NOT_ALLOWED" | "ROLE_NOT_ALLOWED";
                    };
                };
            };
            /** @description ORDER_NOT_FOUND: There is no such order. */
            404: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "ORDER_NOT_FOUND";
                    };
                };
            };
            /** @description ACTION_NOT_POSSIBLE: That cannot be done as things are now. */
            409: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "ACTION_NOT_POSSIBLE";
                    };
                };
            };
            /** @description PAYLOAD_TOO_LARGE: The body is too large. */
            413: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE: The body must be application/json. */
            415: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description RATE_LIMITED: Too many requests. */
            429: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description INTERNAL_ERROR: Something went wrong on our side. */
            500: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description SERVICE_UNAVAILABLE: The service cannot answer at the moment. */
            503: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    cancelForShopper: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffActionRequest"];
            };
        };
        responses: {
            /** @description It is done, and written down. */
            200: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffActionAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request does not have the documented shape. */
            400: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_REQUEST";
                    };
                };
            };
            /** @description API_KEY_INVALID: There is no API key and no session of staff that is valid. */
            401: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "API_KEY_INVALID";
                    };
                };
            };
            /** @description ORIGIN_NOT_ALLOWED: Requests from this origin are not allowed. ROLE_NOT_ALLOWED: That role may not do this. */
            403: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "ORIGIN_NOT_ALLOWED" | "ROLE_NOT_ALLOWED";
                    };
                };
            };
            /** @description ORDER_NOT_FOUND: There is no such order. */
            404: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "ORDER_NOT_FOUND";
                    };
                };
            };
            /** @description ACTION_NOT_POSSIBLE: That cannot be done as things are now. */
            409: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "ACTION_NOT_POSSIBLE";
                    };
                };
            };
            /** @description PAYLOAD_TOO_LARGE: The body is too large. */
            413: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE: The body must be application/json. */
            415: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description RATE_LIMITED: Too many requests. */
            429: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description INTERNAL_ERROR: Something went wrong on our side. */
            500: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description SERVICE_UNAVAILABLE: The service cannot answer at the moment. */
            503: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    shipments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The order. */
            200: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShippedOrder"];
                };
            };
            /** @description API_KEY_INVALID: There is no API key and no session of staff that is valid. */
            401: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "API_KEY_INVALID";
                    };
                };
            };
            /** @description ORIGIN_NOT_ALLOWED: Requests from this origin are not allowed. */
            403: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "ORIGIN_NOT_ALLOWED";
                    };
                };
            };
            /** @description ORDER_NOT_FOUND: There is no such order. */
            404: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "ORDER_NOT_FOUND";
                    };
                };
            };
            /** @description RATE_LIMITED: Too many requests. */
            429: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description INTERNAL_ERROR: Something went wrong on our side. */
            500: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description SERVICE_UNAVAILABLE: The service cannot answer at the moment. */
            503: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    createShipment: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateShipmentRequest"];
            };
        };
        responses: {
            /** @description The parcel. */
            201: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShipmentAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request does not have the documented shape. INVALID_IDEMPOTENCY_KEY: Idempotency-Key is missing or does not have the documented form. */
            400: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_REQUEST" | "INVALID_IDEMPOTENCY_KEY";
                    };
                };
            };
            /** @description API_KEY_INVALID: There is no API key and no session of staff that is valid. */
            401: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "API_KEY_INVALID";
                    };
                };
            };
            /** @description ORIGIN_NOT_ALLOWED: Requests from this origin are not allowed. ROLE_NOT_ALLOWED: That role may not do this. */
            403: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "ORIGIN_NOT_ALLOWED" | "ROLE_NOT_ALLOWED";
                    };
                };
            };
            /** @description ORDER_NOT_FOUND: There is no such order. */
            404: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "ORDER_NOT_FOUND";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED: Idempotency-Key was used with another request. ORDER_NOT_SHIPPABLE: Nothing may be sent for that order now. LINE_OVERSHIPPED: More of a line would be sent than was ordered. NOTHING_TO_SHIP: Everything in that order that needs shipping is sent. */
            409: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED" | "ORDER_NOT_SHIPPABLE" | "LINE_OVERSHIPPED" | "NOTHING_TO_SHIP";
                    };
                };
            };
            /** @description PAYLOAD_TOO_LARGE: The body is too large. */
            413: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE: The body must be application/json. */
            415: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description TRACKING_URL_NOT_ALLOWED: The link is not on https, or not on a host of a known carrier. SHIPMENT_IN_FUTURE: What is told of a parcel has not happened yet. LINE_NOT_SHIPPABLE: A line is not of that order, or needs no shipping. */
            422: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TRACKING_URL_NOT_ALLOWED" | "SHIPMENT_IN_FUTURE" | "LINE_NOT_SHIPPABLE";
                    };
                };
            };
            /** @description RATE_LIMITED: Too many requests. */
            429: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description INTERNAL_ERROR: Something went wrong on our side. */
            500: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description SERVICE_UNAVAILABLE: The service cannot answer at the moment. */
            503: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    updateShipment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateShipmentRequest"];
            };
        };
        responses: {
            /** @description The parcel now. */
            200: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShipmentAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request does not have the documented shape. */
            400: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_REQUEST";
                    };
                };
            };
            /** @description API_KEY_INVALID: There is no API key and no session of staff that is valid. */
            401: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "API_KEY_INVALID";
                    };
                };
            };
            /** @description ORIGIN_NOT_ALLOWED: Requests from this origin are not allowed. ROLE_NOT_ALLOWED: That role may not do this. */
            403: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "ORIGIN_NOT_ALLOWED" | "ROLE_NOT_ALLOWED";
                    };
                };
            };
            /** @description ORDER_NOT_FOUND: There is no such order. SHIPMENT_NOT_FOUND: That order has no such shipment. */
            404: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "ORDER_NOT_FOUND" | "SHIPMENT_NOT_FOUND";
                    };
                };
            };
            /** @description PAYLOAD_TOO_LARGE: The body is too large. */
            413: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE: The body must be application/json. */
            415: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description TRACKING_URL_NOT_ALLOWED: The link is not on https, or not on a host of a known carrier. SHIPMENT_IN_FUTURE: What is told of a parcel has not happened yet. */
            422: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TRACKING_URL_NOT_ALLOWED" | "SHIPMENT_IN_FUTURE";
                    };
                };
            };
            /** @description RATE_LIMITED: Too many requests. */
            429: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description INTERNAL_ERROR: Something went wrong on our side. */
            500: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description SERVICE_UNAVAILABLE: The service cannot answer at the moment. */
            503: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    refundOrder: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffRefundRequest"];
            };
        };
        responses: {
            /** @description It is done, and written down. */
            200: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffActionAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request does not have the documented shape. INVALID_IDEMPOTENCY_KEY: Idempotency-Key is missing or does not have the documented form. */
            400: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_REQUEST" | "INVALID_IDEMPOTENCY_KEY";
                    };
                };
            };
            /** @description API_KEY_INVALID: There is no API key and no session of staff that is valid. */
            401: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "API_KEY_INVALID";
                    };
                };
            };
            /** @description ORIGIN_NOT_ALLOWED: Requests from this origin are not allowed. ROLE_NOT_ALLOWED: That role may not do this. */
            403: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "ORIGIN_NOT_ALLOWED" | "ROLE_NOT_ALLOWED";
                    };
                };
            };
            /** @description ORDER_NOT_FOUND: There is no such order. */
            404: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "ORDER_NOT_FOUND";
                    };
                };
            };
            /** @description ACTION_NOT_POSSIBLE: That cannot be done as things are now. IDEMPOTENCY_KEY_REUSED: Idempotency-Key was used with another request. */
            409: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "ACTION_NOT_POSSIBLE" | "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description PAYLOAD_TOO_LARGE: The body is too large. */
            413: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE: The body must be application/json. */
            415: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description RATE_LIMITED: Too many requests. */
            429: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description INTERNAL_ERROR: Something went wrong on our side. */
            500: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description SERVICE_UNAVAILABLE: The service cannot answer at the moment. STRIPE_UNAVAILABLE: Stripe does not answer at the moment. */
            503: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE" | "STRIPE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    staffEvents: {
        parameters: {
            query?: {
                /** @description not_handled: about an order, and not acted upon yet. not_delivered: a list of Stripe’s has told of it, and the webhook endpoint was never called with it. */
                filter?: "not_handled" | "not_delivered";
                /** @description The session, payment or account that it is about. */
                subject?: string;
                /** @description The next of an earlier answer. Without it: the newest. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffEvents"];
                };
            };
            /** @description INVALID_REQUEST: The request does not have the documented shape. */
            400: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_REQUEST";
                    };
                };
            };
            /** @description API_KEY_INVALID: There is no API key and no session of staff that is valid. */
            401: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "API_KEY_INVALID";
                    };
                };
            };
            /** @description ORIGIN_NOT_ALLOWED: Requests from this origin are not allowed. */
            403: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "ORIGIN_NOT_ALLOWED";
                    };
                };
            };
            /** @description RATE_LIMITED: Too many requests. */
            429: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description INTERNAL_ERROR: Something went wrong on our side. */
            500: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description SERVICE_UNAVAILABLE: The service cannot answer at the moment. */
            503: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    staffEvent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The event. */
            200: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffEventDetail"];
                };
            };
            /** @description API_KEY_INVALID: There is no API key and no session of staff that is valid. */
            401: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "API_KEY_INVALID";
                    };
                };
            };
            /** @description ORIGIN_NOT_ALLOWED: Requests from this origin are not allowed. */
            403: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "ORIGIN_NOT_ALLOWED";
                    };
                };
            };
            /** @description EVENT_NOT_FOUND: No such event of Stripe is kept here. */
            404: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "EVENT_NOT_FOUND";
                    };
                };
            };
            /** @description RATE_LIMITED: Too many requests. */
            429: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description INTERNAL_ERROR: Something went wrong on our side. */
            500: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description SERVICE_UNAVAILABLE: The service cannot answer at the moment. */
            503: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    staffDeliveries: {
        parameters: {
            query?: {
                /** @description mail: e-mails to shoppers. merchant: the shop's own system. staff: e-mails to staff. */
                channel?: "mail" | "merchant" | "staff";
                /** @description pending: not told yet. moot: not told, because it was no longer true or had been told already. undeliverable: refused for good, or not taken for a day. */
                outcome?: "pending" | "sent" | "moot" | "undeliverable";
                /** @description The next of an earlier answer. Without it: the newest. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffDeliveries"];
                };
            };
            /** @description INVALID_REQUEST: The request does not have the documented shape. */
            400: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_REQUEST";
                    };
                };
            };
            /** @description API_KEY_INVALID: There is no API key and no session of staff that is valid. */
            401: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "API_KEY_INVALID";
                    };
                };
            };
            /** @description ORIGIN_NOT_ALLOWED: Requests from this origin are not allowed. */
            403: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "ORIGIN_NOT_ALLOWED";
                    };
                };
            };
            /** @description RATE_LIMITED: Too many requests. */
            429: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description INTERNAL_ERROR: Something went wrong on our side. */
            500: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description SERVICE_UNAVAILABLE: The service cannot answer at the moment. */
            503: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    staffShipments: {
        parameters: {
            query?: {
                /** @description What has become of them. shipped: on the way. */
                status?: "shipped" | "delayed" | "lost" | "delivered" | "returned";
                /** @description The next of an earlier answer. Without it: the newest. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffShipments"];
                };
            };
            /** @description INVALID_REQUEST: The request does not have the documented shape. */
            400: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_REQUEST";
                    };
                };
            };
            /** @description API_KEY_INVALID: There is no API key and no session of staff that is valid. */
            401: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "API_KEY_INVALID";
                    };
                };
            };
            /** @description ORIGIN_NOT_ALLOWED: Requests from this origin are not allowed. */
            403: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "ORIGIN_NOT_ALLOWED";
                    };
                };
            };
            /** @description RATE_LIMITED: Too many requests. */
            429: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description INTERNAL_ERROR: Something went wrong on our side. */
            500: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description SERVICE_UNAVAILABLE: The service cannot answer at the moment. */
            503: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    staffWithdrawals: {
        parameters: {
            query?: {
                /** @description not_acknowledged: its sender has not got the acknowledgement. order_unknown: no order has its number; look for it by name and address. */
                filter?: "not_acknowledged" | "order_unknown";
                /** @description The next of an earlier answer. Without it: the newest. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffWithdrawals"];
                };
            };
            /** @description INVALID_REQUEST: The request does not have the documented shape. */
            400: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_REQUEST";
                    };
                };
            };
            /** @description API_KEY_INVALID: There is no API key and no session of staff that is valid. */
            401: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "API_KEY_INVALID";
                    };
                };
            };
            /** @description ORIGIN_NOT_ALLOWED: Requests from this origin are not allowed. */
            403: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "ORIGIN_NOT_ALLOWED";
                    };
                };
            };
            /** @description RATE_LIMITED: Too many requests. */
            429: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description INTERNAL_ERROR: Something went wrong on our side. */
            500: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description SERVICE_UNAVAILABLE: The service cannot answer at the moment. */
            503: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    deadLetters: {
        parameters: {
            query?: {
                /** @description The next of an earlier answer. Without it: the newest. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadLetters"];
                };
            };
            /** @description INVALID_REQUEST: The request does not have the documented shape. */
            400: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_REQUEST";
                    };
                };
            };
            /** @description API_KEY_INVALID: There is no API key and no session of staff that is valid. */
            401: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "API_KEY_INVALID";
                    };
                };
            };
            /** @description ORIGIN_NOT_ALLOWED: Requests from this origin are not allowed. */
            403: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "ORIGIN_NOT_ALLOWED";
                    };
                };
            };
            /** @description RATE_LIMITED: Too many requests. */
            429: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description INTERNAL_ERROR: Something went wrong on our side. */
            500: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description SERVICE_UNAVAILABLE: The service cannot answer at the moment. */
            503: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    replayEvent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffActionRequest"];
            };
        };
        responses: {
            /** @description It is done, and written down. */
            200: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffActionAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request does not have the documented shape. */
            400: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_REQUEST";
                    };
                };
            };
            /** @description API_KEY_INVALID: There is no API key and no session of staff that is valid. */
            401: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "API_KEY_INVALID";
                    };
                };
            };
            /** @description ORIGIN_NOT_ALLOWED: Requests from this origin are not allowed. ROLE_NOT_ALLOWED: That role may not do this. */
            403: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "ORIGIN_NOT_ALLOWED" | "ROLE_NOT_ALLOWED";
                    };
                };
            };
            /** @description ACTION_NOT_POSSIBLE: That cannot be done as things are now. */
            409: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "ACTION_NOT_POSSIBLE";
                    };
                };
            };
            /** @description PAYLOAD_TOO_LARGE: The body is too large. */
            413: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE: The body must be application/json. */
            415: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description RATE_LIMITED: Too many requests. */
            429: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description INTERNAL_ERROR: Something went wrong on our side. */
            500: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description SERVICE_UNAVAILABLE: The service cannot answer at the moment. STRIPE_UNAVAILABLE: Stripe does not answer at the moment. */
            503: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE" | "STRIPE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    retryDeadLetter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffActionRequest"];
            };
        };
        responses: {
            /** @description It is done, and written down. */
            200: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffActionAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request does not have the documented shape. */
            400: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_REQUEST";
                    };
                };
            };
            /** @description API_KEY_INVALID: There is no API key and no session of staff that is valid. */
            401: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "API_KEY_INVALID";
                    };
                };
            };
            /** @description ORIGIN_NOT_ALLOWED: Requests from this origin are not allowed. ROLE_NOT_ALLOWED: That role may not do this. */
            403: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "ORIGIN_NOT_ALLOWED" | "ROLE_NOT_ALLOWED";
                    };
                };
            };
            /** @description ACTION_NOT_POSSIBLE: That cannot be done as things are now. */
            409: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "ACTION_NOT_POSSIBLE";
                    };
                };
            };
            /** @description PAYLOAD_TOO_LARGE: The body is too large. */
            413: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE: The body must be application/json. */
            415: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description RATE_LIMITED: Too many requests. */
            429: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description INTERNAL_ERROR: Something went wrong on our side. */
            500: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description SERVICE_UNAVAILABLE: The service cannot answer at the moment. */
            503: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    retryDeadLetters: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffActionRequest"];
            };
        };
        responses: {
            /** @description It is done, and written down. */
            200: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffActionAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request does not have the documented shape. */
            400: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_REQUEST";
                    };
                };
            };
            /** @description API_KEY_INVALID: There is no API key and no session of staff that is valid. */
            401: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "API_KEY_INVALID";
                    };
                };
            };
            /** @description ORIGIN_NOT_ALLOWED: Requests from this origin are not allowed. ROLE_NOT_ALLOWED: That role may not do this. */
            403: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "ORIGIN_NOT_ALLOWED" | "ROLE_NOT_ALLOWED";
                    };
                };
            };
            /** @description PAYLOAD_TOO_LARGE: The body is too large. */
            413: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE: The body must be application/json. */
            415: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description RATE_LIMITED: Too many requests. */
            429: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description INTERNAL_ERROR: Something went wrong on our side. */
            500: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description SERVICE_UNAVAILABLE: The service cannot answer at the moment. */
            503: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    checkStripe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffActionRequest"];
            };
        };
        responses: {
            /** @description It is done, and written down. */
            200: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffActionAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request does not have the documented shape. */
            400: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_REQUEST";
                    };
                };
            };
            /** @description API_KEY_INVALID: There is no API key and no session of staff that is valid. */
            401: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "API_KEY_INVALID";
                    };
                };
            };
            /** @description ORIGIN_NOT_ALLOWED: Requests from this origin are not allowed. ROLE_NOT_ALLOWED: That role may not do this. */
            403: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "ORIGIN_NOT_ALLOWED" | "ROLE_NOT_ALLOWED";
                    };
                };
            };
            /** @description PAYLOAD_TOO_LARGE: The body is too large. */
            413: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE: The body must be application/json. */
            415: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description RATE_LIMITED: Too many requests. */
            429: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description INTERNAL_ERROR: Something went wrong on our side. */
            500: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description SERVICE_UNAVAILABLE: The service cannot answer at the moment. STRIPE_UNAVAILABLE: Stripe does not answer at the moment. */
            503: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE" | "STRIPE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    settlePayment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffActionRequest"];
            };
        };
        responses: {
            /** @description It is done, and written down. */
            200: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffActionAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request does not have the documented shape. */
            400: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_REQUEST";
                    };
                };
            };
            /** @description API_KEY_INVALID: There is no API key and no session of staff that is valid. */
            401: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "API_KEY_INVALID";
                    };
                };
            };
            /** @description ORIGIN_NOT_ALLOWED: Requests from this origin are not allowed. ROLE_NOT_ALLOWED: That role may not do this. */
            403: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "ORIGIN_NOT_ALLOWED" | "ROLE_NOT_ALLOWED";
                    };
                };
            };
            /** @description ACTION_NOT_POSSIBLE: That cannot be done as things are now. */
            409: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "ACTION_NOT_POSSIBLE";
                    };
                };
            };
            /** @description PAYLOAD_TOO_LARGE: The body is too large. */
            413: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE: The body must be application/json. */
            415: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description RATE_LIMITED: Too many requests. */
            429: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description INTERNAL_ERROR: Something went wrong on our side. */
            500: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description SERVICE_UNAVAILABLE: The service cannot answer at the moment. */
            503: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    staffAudit: {
        parameters: {
            query?: {
                /** @description The next of an earlier answer. Without it: the newest. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffAudit"];
                };
            };
            /** @description INVALID_REQUEST: The request does not have the documented shape. */
            400: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_REQUEST";
                    };
                };
            };
            /** @description API_KEY_INVALID: There is no API key and no session of staff that is valid. */
            401: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "API_KEY_INVALID";
                    };
                };
            };
            /** @description ORIGIN_NOT_ALLOWED: Requests from this origin are not allowed. */
            403: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "ORIGIN_NOT_ALLOWED";
                    };
                };
            };
            /** @description RATE_LIMITED: Too many requests. */
            429: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
            /** @description INTERNAL_ERROR: Something went wrong on our side. */
            500: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description SERVICE_UNAVAILABLE: The service cannot answer at the moment. */
            503: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    live: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It does. */
            200: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
        };
    };
    ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description They are. A problem names in its errors those that are not. */
            200: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            /** @description SERVICE_UNAVAILABLE: The service cannot answer at the moment. */
            503: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    picture: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the picture that the browser has. */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes of the picture. */
            200: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Of the picture, for If-None-Match. */
                    ETag: string;
                    /** @description Browsers keep it for a day. */
                    "Cache-Control": string;
                    [name: string]: unknown;
                };
                content: {
                    "image/png": unknown;
                    "image/jpeg": unknown;
                    "image/gif": unknown;
                    "image/webp": unknown;
                    "image/avif": unknown;
                };
            };
            /** @description The browser has it already. */
            304: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Of the picture, for If-None-Match. */
                    ETag: string;
                    /** @description Browsers keep it for a day. */
                    "Cache-Control": string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description NOT_FOUND: There is nothing at this address. */
            404: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND";
                    };
                };
            };
            /** @description INTERNAL_ERROR: Something went wrong on our side. */
            500: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description SERVICE_UNAVAILABLE: The service cannot answer at the moment. */
            503: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    /** @description Whole seconds to wait before asking again. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    orderReceived: {
        parameters: {
            query?: never;
            header: {
                /** @description Standard Webhooks (https://www.standardwebhooks.com). */
                "webhook-id": string;
                /** @description Standard Webhooks (https://www.standardwebhooks.com). */
                "webhook-timestamp": string;
                /** @description Standard Webhooks (https://www.standardwebhooks.com). */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @constant */
                    type: "order.received";
                    /**
                     * Format: date-time
                     * @description When it became true.
                     */
                    timestamp: string;
                    /** @description Rises with each event of an order. Drop what is not higher than the last one. */
                    sequence: number;
                    /** @description Of order.withdrawal_requested: what was declared. */
                    withdrawal?: components["schemas"]["MerchantWithdrawal"];
                    data: components["schemas"]["MerchantOrder"];
                };
            };
        };
        responses: {
            /** @description Taken. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused for good, but for 408, 425 and 429. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Tried again for a day, later each time. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    orderPaid: {
        parameters: {
            query?: never;
            header: {
                /** @description Standard Webhooks (https://www.standardwebhooks.com). */
                "webhook-id": string;
                /** @description Standard Webhooks (https://www.standardwebhooks.com). */
                "webhook-timestamp": string;
                /** @description Standard Webhooks (https://www.standardwebhooks.com). */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @constant */
                    type: "order.paid";
                    /**
                     * Format: date-time
                     * @description When it became true.
                     */
                    timestamp: string;
                    /** @description Rises with each event of an order. Drop what is not higher than the last one. */
                    sequence: number;
                    /** @description Of order.withdrawal_requested: what was declared. */
                    withdrawal?: components["schemas"]["MerchantWithdrawal"];
                    data: components["schemas"]["MerchantOrder"];
                };
            };
        };
        responses: {
            /** @description Taken. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused for good, but for 408, 425 and 429. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Tried again for a day, later each time. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    orderPaymentFailed: {
        parameters: {
            query?: never;
            header: {
                /** @description Standard Webhooks (https://www.standardwebhooks.com). */
                "webhook-id": string;
                /** @description Standard Webhooks (https://www.standardwebhooks.com). */
                "webhook-timestamp": string;
                /** @description Standard Webhooks (https://www.standardwebhooks.com). */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @constant */
                    type: "order.payment_failed";
                    /**
                     * Format: date-time
                     * @description When it became true.
                     */
                    timestamp: string;
                    /** @description Rises with each event of an order. Drop what is not higher than the last one. */
                    sequence: number;
                    /** @description Of order.withdrawal_requested: what was declared. */
                    withdrawal?: components["schemas"]["MerchantWithdrawal"];
                    data: components["schemas"]["MerchantOrder"];
                };
            };
        };
        responses: {
            /** @description Taken. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused for good, but for 408, 425 and 429. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Tried again for a day, later each time. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    orderCancelled: {
        parameters: {
            query?: never;
            header: {
                /** @description Standard Webhooks (https://www.standardwebhooks.com). */
                "webhook-id": string;
                /** @description Standard Webhooks (https://www.standardwebhooks.com). */
                "webhook-timestamp": string;
                /** @description Standard Webhooks (https://www.standardwebhooks.com). */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @constant */
                    type: "order.cancelled";
                    /**
                     * Format: date-time
                     * @description When it became true.
                     */
                    timestamp: string;
                    /** @description Rises with each event of an order. Drop what is not higher than the last one. */
                    sequence: number;
                    /** @description Of order.withdrawal_requested: what was declared. */
                    withdrawal?: components["schemas"]["MerchantWithdrawal"];
                    data: components["schemas"]["MerchantOrder"];
                };
            };
        };
        responses: {
            /** @description Taken. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused for good, but for 408, 425 and 429. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Tried again for a day, later each time. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    orderAddressCorrected: {
        parameters: {
            query?: never;
            header: {
                /** @description Standard Webhooks (https://www.standardwebhooks.com). */
                "webhook-id": string;
                /** @description Standard Webhooks (https://www.standardwebhooks.com). */
                "webhook-timestamp": string;
                /** @description Standard Webhooks (https://www.standardwebhooks.com). */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @constant */
                    type: "order.address_corrected";
                    /**
                     * Format: date-time
                     * @description When it became true.
                     */
                    timestamp: string;
                    /** @description Rises with each event of an order. Drop what is not higher than the last one. */
                    sequence: number;
                    /** @description Of order.withdrawal_requested: what was declared. */
                    withdrawal?: components["schemas"]["MerchantWithdrawal"];
                    data: components["schemas"]["MerchantOrder"];
                };
            };
        };
        responses: {
            /** @description Taken. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused for good, but for 408, 425 and 429. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Tried again for a day, later each time. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    orderRefundPending: {
        parameters: {
            query?: never;
            header: {
                /** @description Standard Webhooks (https://www.standardwebhooks.com). */
                "webhook-id": string;
                /** @description Standard Webhooks (https://www.standardwebhooks.com). */
                "webhook-timestamp": string;
                /** @description Standard Webhooks (https://www.standardwebhooks.com). */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @constant */
                    type: "order.refund_pending";
                    /**
                     * Format: date-time
                     * @description When it became true.
                     */
                    timestamp: string;
                    /** @description Rises with each event of an order. Drop what is not higher than the last one. */
                    sequence: number;
                    /** @description Of order.withdrawal_requested: what was declared. */
                    withdrawal?: components["schemas"]["MerchantWithdrawal"];
                    data: components["schemas"]["MerchantOrder"];
                };
            };
        };
        responses: {
            /** @description Taken. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused for good, but for 408, 425 and 429. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Tried again for a day, later each time. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    orderRefunded: {
        parameters: {
            query?: never;
            header: {
                /** @description Standard Webhooks (https://www.standardwebhooks.com). */
                "webhook-id": string;
                /** @description Standard Webhooks (https://www.standardwebhooks.com). */
                "webhook-timestamp": string;
                /** @description Standard Webhooks (https://www.standardwebhooks.com). */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @constant */
                    type: "order.refunded";
                    /**
                     * Format: date-time
                     * @description When it became true.
                     */
                    timestamp: string;
                    /** @description Rises with each event of an order. Drop what is not higher than the last one. */
                    sequence: number;
                    /** @description Of order.withdrawal_requested: what was declared. */
                    withdrawal?: components["schemas"]["MerchantWithdrawal"];
                    data: components["schemas"]["MerchantOrder"];
                };
            };
        };
        responses: {
            /** @description Taken. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused for good, but for 408, 425 and 429. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Tried again for a day, later each time. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    orderRefundFailed: {
        parameters: {
            query?: never;
            header: {
                /** @description Standard Webhooks (https://www.standardwebhooks.com). */
                "webhook-id": string;
                /** @description Standard Webhooks (https://www.standardwebhooks.com). */
                "webhook-timestamp": string;
                /** @description Standard Webhooks (https://www.standardwebhooks.com). */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @constant */
                    type: "order.refund_failed";
                    /**
                     * Format: date-time
                     * @description When it became true.
                     */
                    timestamp: string;
                    /** @description Rises with each event of an order. Drop what is not higher than the last one. */
                    sequence: number;
                    /** @description Of order.withdrawal_requested: what was declared. */
                    withdrawal?: components["schemas"]["MerchantWithdrawal"];
                    data: components["schemas"]["MerchantOrder"];
                };
            };
        };
        responses: {
            /** @description Taken. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused for good, but for 408, 425 and 429. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Tried again for a day, later each time. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    orderRefundCanceled: {
        parameters: {
            query?: never;
            header: {
                /** @description Standard Webhooks (https://www.standardwebhooks.com). */
                "webhook-id": string;
                /** @description Standard Webhooks (https://www.standardwebhooks.com). */
                "webhook-timestamp": string;
                /** @description Standard Webhooks (https://www.standardwebhooks.com). */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @constant */
                    type: "order.refund_canceled";
                    /**
                     * Format: date-time
                     * @description When it became true.
                     */
                    timestamp: string;
                    /** @description Rises with each event of an order. Drop what is not higher than the last one. */
                    sequence: number;
                    /** @description Of order.withdrawal_requested: what was declared. */
                    withdrawal?: components["schemas"]["MerchantWithdrawal"];
                    data: components["schemas"]["MerchantOrder"];
                };
            };
        };
        responses: {
            /** @description Taken. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused for good, but for 408, 425 and 429. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Tried again for a day, later each time. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    orderDisputed: {
        parameters: {
            query?: never;
            header: {
                /** @description Standard Webhooks (https://www.standardwebhooks.com). */
                "webhook-id": string;
                /** @description Standard Webhooks (https://www.standardwebhooks.com). */
                "webhook-timestamp": string;
                /** @description Standard Webhooks (https://www.standardwebhooks.com). */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @constant */
                    type: "order.disputed";
                    /**
                     * Format: date-time
                     * @description When it became true.
                     */
                    timestamp: string;
                    /** @description Rises with each event of an order. Drop what is not higher than the last one. */
                    sequence: number;
                    /** @description Of order.withdrawal_requested: what was declared. */
                    withdrawal?: components["schemas"]["MerchantWithdrawal"];
                    data: components["schemas"]["MerchantOrder"];
                };
            };
        };
        responses: {
            /** @description Taken. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused for good, but for 408, 425 and 429. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Tried again for a day, later each time. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    orderDisputeClosed: {
        parameters: {
            query?: never;
            header: {
                /** @description Standard Webhooks (https://www.standardwebhooks.com). */
                "webhook-id": string;
                /** @description Standard Webhooks (https://www.standardwebhooks.com). */
                "webhook-timestamp": string;
                /** @description Standard Webhooks (https://www.standardwebhooks.com). */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @constant */
                    type: "order.dispute_closed";
                    /**
                     * Format: date-time
                     * @description When it became true.
                     */
                    timestamp: string;
                    /** @description Rises with each event of an order. Drop what is not higher than the last one. */
                    sequence: number;
                    /** @description Of order.withdrawal_requested: what was declared. */
                    withdrawal?: components["schemas"]["MerchantWithdrawal"];
                    data: components["schemas"]["MerchantOrder"];
                };
            };
        };
        responses: {
            /** @description Taken. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused for good, but for 408, 425 and 429. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Tried again for a day, later each time. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    orderUnderReview: {
        parameters: {
            query?: never;
            header: {
                /** @description Standard Webhooks (https://www.standardwebhooks.com). */
                "webhook-id": string;
                /** @description Standard Webhooks (https://www.standardwebhooks.com). */
                "webhook-timestamp": string;
                /** @description Standard Webhooks (https://www.standardwebhooks.com). */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @constant */
                    type: "order.under_review";
                    /**
                     * Format: date-time
                     * @description When it became true.
                     */
                    timestamp: string;
                    /** @description Rises with each event of an order. Drop what is not higher than the last one. */
                    sequence: number;
                    /** @description Of order.withdrawal_requested: what was declared. */
                    withdrawal?: components["schemas"]["MerchantWithdrawal"];
                    data: components["schemas"]["MerchantOrder"];
                };
            };
        };
        responses: {
            /** @description Taken. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused for good, but for 408, 425 and 429. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Tried again for a day, later each time. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    orderReviewClosed: {
        parameters: {
            query?: never;
            header: {
                /** @description Standard Webhooks (https://www.standardwebhooks.com). */
                "webhook-id": string;
                /** @description Standard Webhooks (https://www.standardwebhooks.com). */
                "webhook-timestamp": string;
                /** @description Standard Webhooks (https://www.standardwebhooks.com). */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @constant */
                    type: "order.review_closed";
                    /**
                     * Format: date-time
                     * @description When it became true.
                     */
                    timestamp: string;
                    /** @description Rises with each event of an order. Drop what is not higher than the last one. */
                    sequence: number;
                    /** @description Of order.withdrawal_requested: what was declared. */
                    withdrawal?: components["schemas"]["MerchantWithdrawal"];
                    data: components["schemas"]["MerchantOrder"];
                };
            };
        };
        responses: {
            /** @description Taken. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused for good, but for 408, 425 and 429. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Tried again for a day, later each time. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    orderShipped: {
        parameters: {
            query?: never;
            header: {
                /** @description Standard Webhooks (https://www.standardwebhooks.com). */
                "webhook-id": string;
                /** @description Standard Webhooks (https://www.standardwebhooks.com). */
                "webhook-timestamp": string;
                /** @description Standard Webhooks (https://www.standardwebhooks.com). */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @constant */
                    type: "order.shipped";
                    /**
                     * Format: date-time
                     * @description When it became true.
                     */
                    timestamp: string;
                    /** @description Rises with each event of an order. Drop what is not higher than the last one. */
                    sequence: number;
                    /** @description Of order.withdrawal_requested: what was declared. */
                    withdrawal?: components["schemas"]["MerchantWithdrawal"];
                    data: components["schemas"]["MerchantOrder"];
                };
            };
        };
        responses: {
            /** @description Taken. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused for good, but for 408, 425 and 429. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Tried again for a day, later each time. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    orderDelivered: {
        parameters: {
            query?: never;
            header: {
                /** @description Standard Webhooks (https://www.standardwebhooks.com). */
                "webhook-id": string;
                /** @description Standard Webhooks (https://www.standardwebhooks.com). */
                "webhook-timestamp": string;
                /** @description Standard Webhooks (https://www.standardwebhooks.com). */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @constant */
                    type: "order.delivered";
                    /**
                     * Format: date-time
                     * @description When it became true.
                     */
                    timestamp: string;
                    /** @description Rises with each event of an order. Drop what is not higher than the last one. */
                    sequence: number;
                    /** @description Of order.withdrawal_requested: what was declared. */
                    withdrawal?: components["schemas"]["MerchantWithdrawal"];
                    data: components["schemas"]["MerchantOrder"];
                };
            };
        };
        responses: {
            /** @description Taken. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused for good, but for 408, 425 and 429. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Tried again for a day, later each time. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    orderWithdrawalRequested: {
        parameters: {
            query?: never;
            header: {
                /** @description Standard Webhooks (https://www.standardwebhooks.com). */
                "webhook-id": string;
                /** @description Standard Webhooks (https://www.standardwebhooks.com). */
                "webhook-timestamp": string;
                /** @description Standard Webhooks (https://www.standardwebhooks.com). */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @constant */
                    type: "order.withdrawal_requested";
                    /**
                     * Format: date-time
                     * @description When it became true.
                     */
                    timestamp: string;
                    /** @description Rises with each event of an order. Drop what is not higher than the last one. */
                    sequence: number;
                    /** @description Of order.withdrawal_requested: what was declared. */
                    withdrawal?: components["schemas"]["MerchantWithdrawal"];
                    data: components["schemas"]["MerchantOrder"];
                };
            };
        };
        responses: {
            /** @description Taken. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused for good, but for 408, 425 and 429. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Tried again for a day, later each time. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
