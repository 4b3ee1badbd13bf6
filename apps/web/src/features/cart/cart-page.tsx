import { useLingui } from '@lingui/react/macro';
import type { CheckoutRequest, Product } from '@shop/contract';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { explainError } from '../../api-client/explain-error';
import { useLocaleTag } from '../../locale/use-format';
import button from '../../ui/button.module.css';
import { focusHeading } from '../../ui/focus';
import { Notice } from '../../ui/notice';
import { PageHeading } from '../../ui/page-heading';
import { removeLine, restoreLine, setQuantity, type Cart, type CartLine } from './cart';
import { readCart, updateCart, useCart } from './cart-store';
import { CartRow } from './cart-row';
import { CartSummary, CheckoutFault } from './cart-summary';
import styles from './cart.module.css';
import { priceCart } from './price-cart';
import { useCheckout } from './use-checkout';

/** The cart page: quantities, removal with undo, total, and checkout. */
export function CartPage(props: CartPageProps) {
  const { t } = useLingui();
  const cart = useCart();
  const [refused, setRefused] = useState<ReadonlySet<string>>(new Set());
  const [short, setShort] = useState<CheckoutRequest['items']>([]);
  const [apart, setApart] = useState<CheckoutRequest['items']>([]);
  const [removed, setRemoved] = useState<{ line: CartLine; index: number } | null>(null);
  const [restored, setRestored] = useState<string | null>(null);
  const checkout = useCheckout({
    isPaymentPage: props.isPaymentPage,
    goTo: props.goTo,
    onRefused: (why, items) => {
      if (why === 'tooFewLeft') setShort(items);
      else if (why === 'notTogether') setApart(items);
      else setRefused((before) => new Set([...before, ...items.map(({ priceId }) => priceId)]));
      props.onProductsOutdated();
    },
  });
  const priced = priceCart(cart.lines, props.products, refused, useLocaleTag());
  const change = (by: (current: Cart) => Cart) => {
    updateCart(by);
    // A refusal was about the cart as it was.
    if (readCart() === cart) return;
    checkout.dismiss();
    setApart([]);
  };

  return (
    <>
      <PageHeading title={t`Your cart`} />
      <div role="status" className={styles.undo}>
        {removed && (
          <RemovedNotice
            key={removed.line.priceId}
            name={removed.line.name}
            onUndo={() => {
              change((current) => restoreLine(current, removed.line, removed.index));
              setRemoved(null);
              setRestored(removed.line.priceId);
            }}
          />
        )}
      </div>
      {cart.lines.length === 0 ? (
        <div className={styles.empty}>
          <div role="alert">{checkout.error && <CheckoutFault error={checkout.error} />}</div>
          <p>{t`Your cart is empty.`}</p>
          {props.toShop(t`Have a look around the shop`)}
        </div>
      ) : (
        <div className={styles.columns}>
          <ul className={styles.lines} aria-label={t`Items in your cart`}>
            {priced.lines.map(({ line, product, repriced, soldOut }, index) => (
              <CartRow
                key={line.priceId}
                line={line}
                product={product}
                repriced={repriced}
                soldOut={soldOut}
                tooFewLeft={short.some(
                  ({ priceId, quantity }) => priceId === line.priceId && quantity === line.quantity,
                )}
                apart={apart.some(({ priceId }) => priceId === line.priceId)}
                takesFocus={line.priceId === restored}
                onQuantity={(quantity) => {
                  change((current) => setQuantity(current, line.priceId, quantity));
                }}
                onRemove={() => {
                  change((current) => removeLine(current, line.priceId));
                  setRemoved({ line, index });
                  setRestored(null);
                }}
              />
            ))}
          </ul>
          <div className={styles.aside}>
            {props.productsError && (
              <div role="alert">
                <Notice tone="stop">
                  <p>
                    {t`The prices can’t be shown right now.`}{' '}
                    {t(explainError(props.productsError).text)}
                  </p>
                  <button
                    className={button.quiet}
                    onClick={() => {
                      // The button goes while the prices are asked for.
                      focusHeading();
                      props.onProductsOutdated();
                    }}
                  >
                    {t`Try again`}
                  </button>
                </Notice>
              </div>
            )}
            <CartSummary
              priced={priced}
              busy={checkout.busy}
              error={checkout.error}
              waitSeconds={checkout.waitSeconds}
              onCheckout={() => {
                setRemoved(null);
                checkout.start(priced.items);
              }}
              onReplace={(sessionId) => checkout.start(priced.items, sessionId)}
              toOrder={props.toOrder}
            />
          </div>
        </div>
      )}
    </>
  );
}

/** Takes the focus of the removed row, so that a keyboard user does not start again at the top. */
function RemovedNotice({ name, onUndo }: { name: string; onUndo: () => void }) {
  const { t } = useLingui();
  const undo = useRef<HTMLButtonElement>(null);
  useEffect(() => undo.current?.focus(), []);
  return (
    <Notice>
      {t`${name} was removed.`}
      <button ref={undo} type="button" className={button.link} onClick={onUndo}>
        {t`Undo`}
      </button>
    </Notice>
  );
}

type CartPageProps = {
  /** The products for sale; undefined while not known. */
  products: readonly Product[] | undefined;
  /** Why they are not known. */
  productsError: Error | null;
  /** Asks for the products again. */
  onProductsOutdated: () => void;
  isPaymentPage: (url: string) => boolean;
  /** Leaves the shop and opens this address. */
  goTo: (url: string) => void;
  /** A link to the shop with this label. */
  toShop: (label: string) => ReactNode;
  /** A link to the confirmation of this session's order. */
  toOrder: (sessionId: string, label: string) => ReactNode;
};
