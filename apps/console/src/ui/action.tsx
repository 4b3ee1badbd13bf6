import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import type { StaffActionAnswer } from '@shop/contract';
import { call, isTransient } from '../api/call';
import { newKey } from '../api/new-key';
import { Failure } from './failure';
import { Field } from './field';
import type { FieldProps } from './field';

/** What was typed, by the names of the fields. */
export type Values = Record<string, string>;

/** What is sent, under its key. */
interface Attempt {
  values: Values;
  key: string;
}

interface Props {
  /** On the button. */
  words: string;
  /** Under /api/staff. */
  path: string;
  /** What is sent beside the reason. */
  body?: object | ((values: Values) => object);
  /** What is asked beside the reason. */
  fields?: FieldProps[];
  /** What is wrong with what was typed, in a sentence. */
  check?: (values: Values) => string | undefined;
  /** Of a dangerous one: what will happen. It is asked for once more. */
  warning?: string | ((values: Values) => string);
  /** Whether the call has a key of its own: what may have been done is not done twice when it is sent again. */
  isKeyed?: boolean;
}

/** An action: a button, then the question why, and for a dangerous one, once more. */
export function Action({ words, path, body, fields = [], check, warning, isKeyed }: Props) {
  const [isOpen, setOpen] = useState(false);
  /** What was typed, while it is asked once more. */
  const [sure, setSure] = useState<Values>();
  const [fault, setFault] = useState<string>();
  const queries = useQueryClient();
  const act = useMutation({
    mutationFn: ({ values: { reason, ...values }, key }: Attempt) =>
      call<Partial<StaffActionAnswer>>('POST', path, {
        body: { ...(typeof body === 'function' ? body(values) : body), reason },
        ...(isKeyed && { headers: { 'Idempotency-Key': key } }),
      }),
    onSettled: () => queries.invalidateQueries(),
    onSuccess: () => {
      setOpen(false);
      setSure(undefined);
    },
  });
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const inputs = [...event.currentTarget.querySelectorAll('input')];
    const values = Object.fromEntries(inputs.map(({ name, value }) => [name, value]));
    const wrong = check?.(values);
    setFault(wrong);
    if (wrong) setSure(undefined);
    else if (warning && !isSame(values, sure)) setSure(values);
    else act.mutate({ values, key: keyFor(values, act.error, act.variables) });
  };
  return (
    <div className="action">
      <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {words}
      </button>
      {isOpen && (
        <form onSubmit={submit} onChange={() => setSure(undefined)}>
          {fields.map((field) => (
            <Field key={field.name} {...field} />
          ))}
          <Field name="reason" label="Why?" isRequired minLength={3} maxLength={300} />
          {fault && (
            <p role="alert" className="failure">
              {fault}
            </p>
          )}
          {sure && <p role="alert">{typeof warning === 'function' ? warning(sure) : warning}</p>}
          <button type="submit" disabled={act.isPending}>
            {sure ? `Yes: ${words.toLowerCase()}` : 'Do it'}
          </button>
          <button type="button" onClick={() => setOpen(false)}>
            Cancel
          </button>
        </form>
      )}
      {act.error && <Failure error={act.error} />}
      {act.data && <p role="status">{act.data.words ?? 'It is done.'}</p>}
    </div>
  );
}

/** The key of an attempt that may have been made, for the same values again; else a new one. */
const keyFor = (values: Values, error: Error | null, last: Attempt | undefined): string =>
  last && error && isTransient(error) && isSame(values, last.values) ? last.key : newKey();

/** Whoever has been asked about something else has not been asked. */
const isSame = (values: Values, sure: Values | undefined) =>
  sure !== undefined && Object.keys(values).every((name) => values[name] === sure[name]);
