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
        /** Opens the full confirmation for 15 minutes by its e-mail address; five tries an hour */
        post: operations["verification"];
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
}
export type webhooks = Record<string, never>;
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
            /** @description Absolute, or a path on the shop itself. */
            imageUrl: string | null;
            /** @description Nothing is left, or all that is left is being paid for. */
            soldOut: boolean;
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
        Recurring: {
            /** @enum {string} */
            interval: "day" | "week" | "month" | "year";
            /** @description Every so many of them. */
            intervalCount: number;
        };
        CheckoutRequest: {
            items: {
                /** @description Stripe price id, from GET /api/products. */
                priceId: string;
                quantity: number;
            }[];
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
            /** @description False while waiting can still change the state by itself: ask again. */
            final: boolean;
            items: components["schemas"]["OrderItem"][];
            amounts: components["schemas"]["OrderAmounts"];
            /** @description Oldest first. */
            refunds: components["schemas"]["OrderRefund"][];
            /** @description open: the bank has not decided. lost: the bank has taken the money back. null also for an inquiry, which moves no money, and for a dispute that was won. */
            dispute: ("open" | "lost") | null;
            /** @enum {string} */
            view: "full";
            /** @description As typed by the shopper: text, never markup. */
            customerName: string | null;
            email: string | null;
            /** @description Language of the Checkout Session. */
            locale: string | null;
            paymentMethod: components["schemas"]["PaymentMethod"] | null;
            receiptUrl: string | null;
            shippingAddress: components["schemas"]["Address"] | null;
            /** @description True exactly once per paid order: count the purchase now. */
            firstView: boolean;
            /** @description Where to go on paying. */
            checkoutUrl: string | null;
        };
        OrderItem: {
            name: string;
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
        PaymentMethod: {
            /** @description Stripe's payment method type: card, us_bank_account, … */
            type: string;
            /** @description Card brand as Stripe names it: visa, mastercard, … */
            brand: string | null;
            last4: string | null;
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
            /** @description False while waiting can still change the state by itself: ask again. */
            final: boolean;
            items: components["schemas"]["OrderItem"][];
            amounts: components["schemas"]["OrderAmounts"];
            /** @description Oldest first. */
            refunds: components["schemas"]["OrderRefund"][];
            /** @description open: the bank has not decided. lost: the bank has taken the money back. null also for an inquiry, which moves no money, and for a dispute that was won. */
            dispute: ("open" | "lost") | null;
            /** @enum {string} */
            view: "full";
            /** @description As typed by the shopper: text, never markup. */
            customerName: string | null;
            email: string | null;
            /** @description Language of the Checkout Session. */
            locale: string | null;
            paymentMethod: components["schemas"]["PaymentMethod"] | null;
            receiptUrl: string | null;
            shippingAddress: components["schemas"]["Address"] | null;
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
            /** @description False while waiting can still change the state by itself: ask again. */
            final: boolean;
            items: components["schemas"]["OrderItem"][];
            amounts: components["schemas"]["OrderAmounts"];
            /** @description Oldest first. */
            refunds: components["schemas"]["OrderRefund"][];
            /** @description open: the bank has not decided. lost: the bank has taken the money back. null also for an inquiry, which moves no money, and for a dispute that was won. */
            dispute: ("open" | "lost") | null;
            /** @enum {string} */
            view: "full";
            /** @description As typed by the shopper: text, never markup. */
            customerName: string | null;
            email: string | null;
            /** @description Language of the Checkout Session. */
            locale: string | null;
            paymentMethod: components["schemas"]["PaymentMethod"] | null;
            receiptUrl: string | null;
            shippingAddress: components["schemas"]["Address"] | null;
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
            /** @description False while waiting can still change the state by itself: ask again. */
            final: boolean;
            items: components["schemas"]["OrderItem"][];
            amounts: components["schemas"]["OrderAmounts"];
            /** @description Oldest first. */
            refunds: components["schemas"]["OrderRefund"][];
            /** @description open: the bank has not decided. lost: the bank has taken the money back. null also for an inquiry, which moves no money, and for a dispute that was won. */
            dispute: ("open" | "lost") | null;
            /** @enum {string} */
            view: "full";
            /** @description As typed by the shopper: text, never markup. */
            customerName: string | null;
            email: string | null;
            /** @description Language of the Checkout Session. */
            locale: string | null;
            paymentMethod: components["schemas"]["PaymentMethod"] | null;
            receiptUrl: string | null;
            shippingAddress: components["schemas"]["Address"] | null;
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
            /** @description False while waiting can still change the state by itself: ask again. */
            final: boolean;
            items: components["schemas"]["OrderItem"][];
            amounts: components["schemas"]["OrderAmounts"];
            /** @description Oldest first. */
            refunds: components["schemas"]["OrderRefund"][];
            /** @description open: the bank has not decided. lost: the bank has taken the money back. null also for an inquiry, which moves no money, and for a dispute that was won. */
            dispute: ("open" | "lost") | null;
            /** @enum {string} */
            view: "full";
            /** @description As typed by the shopper: text, never markup. */
            customerName: string | null;
            email: string | null;
            /** @description Language of the Checkout Session. */
            locale: string | null;
            paymentMethod: components["schemas"]["PaymentMethod"] | null;
            receiptUrl: string | null;
            shippingAddress: components["schemas"]["Address"] | null;
            /** @description True exactly once per paid order: count the purchase now. */
            firstView: boolean;
            /** @description Stripe's link to the same cart, if it still lives. */
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
            /** @description False while waiting can still change the state by itself: ask again. */
            final: boolean;
            items: components["schemas"]["OrderItem"][];
            amounts: components["schemas"]["OrderAmounts"];
            /** @description Oldest first. */
            refunds: components["schemas"]["OrderRefund"][];
            /** @description open: the bank has not decided. lost: the bank has taken the money back. null also for an inquiry, which moves no money, and for a dispute that was won. */
            dispute: ("open" | "lost") | null;
            /** @enum {string} */
            view: "full";
            /** @description As typed by the shopper: text, never markup. */
            customerName: string | null;
            email: string | null;
            /** @description Language of the Checkout Session. */
            locale: string | null;
            paymentMethod: components["schemas"]["PaymentMethod"] | null;
            receiptUrl: string | null;
            shippingAddress: components["schemas"]["Address"] | null;
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
            /** @description False while waiting can still change the state by itself: ask again. */
            final: boolean;
            items: components["schemas"]["OrderItem"][];
            amounts: components["schemas"]["OrderAmounts"];
            /** @description Oldest first. */
            refunds: components["schemas"]["OrderRefund"][];
            /** @description open: the bank has not decided. lost: the bank has taken the money back. null also for an inquiry, which moves no money, and for a dispute that was won. */
            dispute: ("open" | "lost") | null;
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
            code: "INVALID_REQUEST" | "INVALID_SESSION_ID" | "INVALID_IDEMPOTENCY_KEY" | "PRICE_NOT_AVAILABLE" | "INVALID_SIGNATURE" | "INVALID_EVENT" | "ORIGIN_NOT_ALLOWED" | "VERIFICATION_FAILED" | "ORDER_NOT_FOUND" | "NOT_FOUND" | "REQUEST_TIMEOUT" | "IDEMPOTENCY_KEY_REUSED" | "CHECKOUT_EXPIRED" | "CHECKOUT_COMPLETED" | "OUT_OF_STOCK" | "PAYLOAD_TOO_LARGE" | "UNSUPPORTED_MEDIA_TYPE" | "RATE_LIMITED" | "HEADERS_TOO_LARGE" | "INTERNAL_ERROR" | "STRIPE_UNAVAILABLE" | "SERVICE_UNAVAILABLE";
            /** @description Also in the X-Request-Id header and in the log. */
            requestId: string;
            /** @description Which part of the request, or which check of readiness, is wrong. Never echoes what was sent. */
            errors?: {
                path: string;
                message: string;
            }[];
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
            /** @description INVALID_REQUEST: The request does not have the documented shape. INVALID_IDEMPOTENCY_KEY: Idempotency-Key is missing or is not a UUID. PRICE_NOT_AVAILABLE: A price in the cart is not for sale. */
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
            /** @description IDEMPOTENCY_KEY_REUSED: Idempotency-Key was used with another cart. CHECKOUT_EXPIRED: That checkout has ended unpaid; start one with a new key. CHECKOUT_COMPLETED: That cart has been paid for already. OUT_OF_STOCK: There is not enough left of something in the cart. */
            409: {
                headers: {
                    /** @description Id of the request, also in the log. */
                    "X-Request-Id": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED" | "CHECKOUT_EXPIRED" | "CHECKOUT_COMPLETED" | "OUT_OF_STOCK";
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
}
