import { useId } from 'react';
import { useChangeWords } from './use-change-words';
import styles from './order.module.css';
import own from './changes.module.css';

/** An address as it is typed; empty for what is not known. The country is not among it. */
export type AddressDraft = Record<
  'name' | 'line1' | 'line2' | 'postalCode' | 'city' | 'state',
  string
>;

/** What a browser fills in, and the longest text that the API takes. */
const FIELDS = {
  name: { autoComplete: 'shipping name', maxLength: 150, required: true },
  line1: { autoComplete: 'shipping address-line1', maxLength: 200, required: true },
  line2: { autoComplete: 'shipping address-line2', maxLength: 200, required: false },
  postalCode: { autoComplete: 'shipping postal-code', maxLength: 30, required: false },
  city: { autoComplete: 'shipping address-level2', maxLength: 100, required: true },
  state: { autoComplete: 'shipping address-level1', maxLength: 100, required: true },
} as const;

/** The lines of an address to fill in. */
export function AddressFields({
  draft,
  onChange,
  hasState,
  faultyPaths,
  fault,
}: AddressFieldsProps) {
  const words = useChangeWords();
  const id = useId();
  const names = Object.keys(FIELDS) as (keyof AddressDraft)[];
  const isFaulty = (name: keyof AddressDraft) => faultyPaths.includes(`address.${name}`);
  return names
    .filter((name) => name !== 'state' || hasState)
    .map((name) => (
      <div key={name} className={own.field}>
        <label htmlFor={`${id}${name}`}>{words[name]}</label>
        <input
          id={`${id}${name}`}
          className={styles.input}
          value={draft[name]}
          aria-invalid={isFaulty(name)}
          aria-describedby={isFaulty(name) ? fault : undefined}
          onChange={(event) => onChange({ ...draft, [name]: event.target.value })}
          {...FIELDS[name]}
        />
      </div>
    ));
}

type AddressFieldsProps = {
  draft: AddressDraft;
  onChange: (draft: AddressDraft) => void;
  /** Whether addresses of that country have a state. */
  hasState: boolean;
  /** The parts that the API has refused, e.g. "address.postalCode". */
  faultyPaths: readonly string[];
  /** Id of the element that says what is wrong with them. */
  fault: string;
};
