import { shopConfig } from '../config/shop-config';

/** How to reach the shop's support: an e-mail address, a telephone number, a page, or several of them. */
export function SupportLinks() {
  const { email, phone, url } = shopConfig.shop.support;
  return (
    <>
      {email && <a href={`mailto:${email}`}>{email}</a>}
      {email && phone && ' · '}
      {phone && <a href={`tel:${phone.replace(/[^+0-9]/g, '')}`}>{phone}</a>}
      {(email ?? phone) && url && ' · '}
      {url && (
        <a href={url} rel="noreferrer">
          {new URL(url).host}
        </a>
      )}
    </>
  );
}
