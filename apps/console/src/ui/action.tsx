import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useLayoutEffect, useRef, useState } from 'react';
import type { SubmitEvent } from 'react';
import type { StaffActionAnswer } from '@shop/contract';
import { call, isTransient } from '../api/call';
import { newKey } from '../api/new-key';
import { Field } from './field';
import type { FieldProps } from './field';
import { useOutcomeLine } from './page';

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

/**
 * An action: a button, then the question why, and for a dangerous one, once more. What it has done stands on the page's
 * line: by then what it was for may be over, and the button gone.
 */
export function Action({ words, path, body, fields = [], check, warning, isKeyed }: Props) {
  const [isOpen, setOpen] = useState(false);
  /** What was typed, while it is asked once more. */
  const [sure, setSure] = useState<Values>();
  const [fault, setFault] = useState<string>();
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const line = useOutcomeLine();
  const queries = useQueryClient();
  // Before it is gone: then nothing says any more that the focus was in it.
  useLayoutEffect(
    () => () => {
      if (hasFocus(root.current)) line.focus();
    },
    [line],
  );
  const close = () => {
    if (hasFocus(root.current)) button.current?.focus();
    setOpen(false);
    setSure(undefined);
  };
  const toggle = () => {
    line.say(undefined);
    if (isOpen) close();
    else setOpen(true);
  };
  const act = useMutation({
    mutationFn: ({ values: { reason, ...values }, key }: Attempt) =>
      call<Partial<StaffActionAnswer>>('POST', path, {
        body: { ...(typeof body === 'function' ? body(values) : body), reason },
        ...(isKeyed && { headers: { 'Idempotency-Key': key } }),
      }),
    onSuccess: (answer) => {
      line.say(answer.words ?? 'It is done.');
      close();
    },
    onError: (error) => line.say(error),
    // Not awaited: what the API said is said at once, however long the pages take to be read again.
    onSettled: () => void queries.invalidateQueries(),
  });
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (act.isPending) return;
    line.say(undefined);
    const inputs = [...event.currentTarget.querySelectorAll('input')];
    const values = Object.fromEntries(inputs.map(({ name, value }) => [name, value]));
    const wrong = check?.(values);
    setFault(wrong);
    if (wrong) setSure(undefined);
    else if (warning && !isSame(values, sure)) setSure(values);
    else act.mutate({ values, key: keyFor(values, act.error, act.variables) });
  };
  return (
    <div ref={root} className="action">
      <button ref={button} type="button" aria-expanded={isOpen} onClick={toggle}>
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
          {/* Not disabled: that would take the focus from it. */}
          <button type="submit" aria-disabled={act.isPending}>
            {sure ? `Yes: ${words.toLowerCase()}` : 'Do it'}
          </button>
          <button type="button" onClick={toggle}>
            Cancel
          </button>
        </form>
      )}
    </div>
  );
}

/** Whether what goes takes the focus with it. */
const hasFocus = (element: HTMLElement | null) =>
  element?.contains(document.activeElement) ?? false;

/** The key of an attempt that may have been made, for the same values again; else a new one. */
const keyFor = (values: Values, error: Error | null, last: Attempt | undefined): string =>
  last && error && isTransient(error) && isSame(values, last.values) ? last.key : newKey();

/** Whoever has been asked about something else has not been asked. */
const isSame = (values: Values, sure: Values | undefined) =>
  sure !== undefined && Object.keys(values).every((name) => values[name] === sure[name]);
