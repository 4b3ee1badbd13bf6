import { AddToCart } from '../features/cart/add-to-cart';
import { CatalogPage } from '../features/catalog/catalog-page';
import { articleName } from '../locale/product-text';
import { useLocaleTag } from '../locale/use-format';

/** The catalogue, each product with the button that puts it into the cart. */
export function CatalogRoute() {
  const tag = useLocaleTag();
  return (
    <CatalogPage
      renderAction={(product, variant) => (
        <AddToCart
          article={{
            priceId: variant.price.id,
            productId: product.id,
            name: articleName(product, variant, tag).text,
            imageUrl: product.imageUrl,
          }}
        />
      )}
    />
  );
}
