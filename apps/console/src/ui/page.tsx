import { createContext, useContext, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { Failure } from './failure';
import { Heading } from './heading';

/** What an action has done, in words, or why it has not; undefined: the person does the next thing. */
type Outcome = string | Error | undefined;

interface OutcomeLine {
  say: (outcome: Outcome) => void;
  /** Takes the focus that would be lost with a button that goes. */
  focus: () => void;
}

const Line = createContext<OutcomeLine | undefined>(undefined);

/** The line of the page that says what its actions have done. */
export function useOutcomeLine(): OutcomeLine {
  const line = useContext(Line);
  if (!line) throw new Error('An action needs a page that says what it has done.');
  return line;
}

interface Props {
  heading: string;
  children: ReactNode;
}

/** A page with actions. What the last of them has done stands below the heading, so it stays when the action goes. */
export function Page(props: Props) {
  // The page of another order says nothing about this one.
  return <OnePage key={props.heading} {...props} />;
}

function OnePage({ heading, children }: Props) {
  const [outcome, say] = useState<Outcome>();
  const element = useRef<HTMLDivElement>(null);
  const line = useMemo(() => ({ say, focus: () => element.current?.focus() }), []);
  return (
    <Line value={line}>
      <Heading>{heading}</Heading>
      <div ref={element} className="outcome" tabIndex={-1}>
        <p role="status">{typeof outcome === 'string' && outcome}</p>
        {outcome instanceof Error && <Failure error={outcome} />}
      </div>
      {children}
    </Line>
  );
}
