import { AddToCart } from '../features/cart/add-to-cart';
import { CatalogPage } from '../features/catalog/catalog-page';

/** The catalogue, each product with the button that puts it into the cart. */
export default function CatalogRoute() {
  return (
    <CatalogPage
      renderAction={({ name, imageUrl, price }) => (
        <AddToCart article={{ priceId: price.id, name, imageUrl }} />
      )}
    />
  );
}
