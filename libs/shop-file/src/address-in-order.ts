import { formatAddress } from 'localized-address-format';

/** Letters that are not Latin. */
const OWN_SCRIPT = /[^\P{L}\p{Script=Latin}]/u;

/** The parts of an address, in plain text; '' for what is not known. */
export interface AddressParts {
  name: string;
  street: string[];
  postalCode: string;
  city: string;
  state: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
}

/** In which letters an address is: in its country's own it is written in that order, else in that of its Latin form. */
export const scriptOf = ({ street, city, state }: AddressParts): 'local' | 'latin' =>
  OWN_SCRIPT.test([...street, city, state].join('')) ? 'local' : 'latin';

/** The lines of an address in the order of its country, without the country's name. */
export const linesInOrder = (address: AddressParts): string[] =>
  formatAddress(
    {
      postalCountry: address.country,
      name: address.name,
      addressLines: address.street,
      locality: address.city,
      administrativeArea: address.state,
      postalCode: address.postalCode,
    },
    scriptOf(address),
    // After several lines of a street, a comma begins the next one.
  ).map((line) => line.replace(/^[\s,]+/, ''));
