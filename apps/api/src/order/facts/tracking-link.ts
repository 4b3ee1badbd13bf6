interface Carrier {
  /** How warehouses write it, in lower case. */
  names: readonly string[];
  /** The carrier's own hosts; their subdomains count too. */
  hosts: readonly string[];
  /** The page of a parcel. */
  link: (trackingNumber: string) => string;
}

/** Carriers whose pages we know. Each link is the one that the carrier's own tracking form leads to. */
const CARRIERS: readonly Carrier[] = [
  {
    names: ['dhl', 'dhl paket'],
    hosts: ['dhl.com', 'dhl.de'],
    link: (number) =>
      `https://www.dhl.com/global-en/home/tracking.html?tracking-id=${number}&submit=1`,
  },
  {
    names: ['ups'],
    hosts: ['ups.com'],
    link: (number) => `https://www.ups.com/track?tracknum=${number}`,
  },
  {
    names: ['fedex'],
    hosts: ['fedex.com'],
    link: (number) => `https://www.fedex.com/fedextrack/?trknbr=${number}`,
  },
  {
    names: ['usps'],
    hosts: ['usps.com'],
    link: (number) => `https://tools.usps.com/go/TrackConfirmAction?tLabels=${number}`,
  },
  {
    names: ['gls'],
    hosts: ['gls-group.com', 'gls-group.eu', 'gls-pakete.de'],
    link: (number) => `https://gls-group.com/track/${number}`,
  },
  {
    names: ['dpd'],
    hosts: ['dpd.com', 'dpd.de', 'dpd.fr', 'dpd.co.uk'],
    link: (number) => `https://tracking.dpd.de/parcelstatus?query=${number}`,
  },
  {
    names: ['royal mail'],
    hosts: ['royalmail.com'],
    link: (number) => `https://www.royalmail.com/track-your-item#/tracking-results/${number}`,
  },
  {
    names: ['la poste', 'colissimo'],
    hosts: ['laposte.fr'],
    link: (number) => `https://www.laposte.fr/outils/suivre-vos-envois?code=${number}`,
  },
  {
    names: ['correos'],
    hosts: ['correos.es'],
    link: (number) =>
      `https://www.correos.es/es/en/tools/tracker/items/details?tracking-number=${number}`,
  },
  {
    names: ['japan post'],
    hosts: ['japanpost.jp'],
    link: (number) =>
      `https://trackings.post.japanpost.jp/services/srv/search/direct?reqCodeNo1=${number}&locale=ja`,
  },
];

/** The page of a parcel at a carrier that we know; null for any other, and without a number. */
export function knownLink(carrier: string | null, trackingNumber: string | null): string | null {
  const name = carrier?.trim().toLowerCase();
  const known = CARRIERS.find(({ names }) => names.some((one) => one === name));
  if (!known || trackingNumber === null) return null;
  return known.link(encodeURIComponent(trackingNumber.replaceAll(' ', '')));
}

/**
 * Whether shoppers may be led there: https, without a password in it, and on a host of a known carrier or of the shop's
 * list. A key that is stolen can so lead nobody to a page of the thief's.
 * @param hosts `shipments.trackingHosts` of the shop file
 */
export function isAllowedLink(link: string, hosts: readonly string[]): boolean {
  const url = URL.parse(link);
  if (!url || url.protocol !== 'https:' || url.username || url.password || url.port) return false;
  return [...CARRIERS.flatMap((carrier) => carrier.hosts), ...hosts].some(
    (host) => url.hostname === host || url.hostname.endsWith(`.${host}`),
  );
}
