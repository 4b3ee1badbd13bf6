import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { SubmitEvent } from 'react';
import type { StaffActionAnswer } from '@shop/contract';
import { call } from '../api/call';
import { Failure } from './failure';

interface Props {
  /** On the button. */
  words: string;
  /** Under /api/staff. */
  path: string;
  /** What is sent beside the reason. */
  body?: object;
  /** Of a dangerous one: what will happen. It is asked for once more. */
  warning?: string;
}

/** An action: a button, then the question why, and for a dangerous one, once more. */
export function Action({ words, path, body, warning }: Props) {
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [isSure, setSure] = useState(false);
  const queries = useQueryClient();
  const id = useId();
  const act = useMutation({
    mutationFn: () => call<StaffActionAnswer>('POST', path, { body: { ...body, reason } }),
    onSettled: () => queries.invalidateQueries(),
    onSuccess: () => {
      setOpen(false);
      setReason('');
      setSure(false);
    },
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (warning && !isSure) setSure(true);
    else act.mutate();
  };
  return (
    <div className="action">
      <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {words}
      </button>
      {isOpen && (
        <form onSubmit={submit}>
          <label htmlFor={id}>Why?</label>
          <input
            id={id}
            value={reason}
            required
            minLength={3}
            maxLength={300}
            onChange={(event) => setReason(event.target.value)}
          />
          {isSure && <p role="alert">{warning}</p>}
          <button type="submit" disabled={act.isPending}>
            {isSure ? `Yes: ${words.toLowerCase()}` : 'Do it'}
          </button>
          <button type="button" onClick={() => setOpen(false)}>
            Cancel
          </button>
        </form>
      )}
      {act.error && <Failure error={act.error} />}
      {act.data && <p role="status">{act.data.words}</p>}
    </div>
  );
}
