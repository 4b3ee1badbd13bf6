import type { Html } from '../hosted-page/html';
import type { SessionView } from './control-client';
import { controlForm, foldedForm, type ControlForm } from './control-form';
import type { Field } from './field';

/** Something the control API can do to a session. */
interface SessionAction {
  /** The last part of its path: `POST sessions/{id}/{name}`. */
  name: string;
  button: string;
  look: NonNullable<ControlForm['look']>;
  isOffered: (session: SessionView) => boolean;
  /** What is asked for first; without fields one click does it. */
  fields?: Readonly<Record<string, Field>>;
  /** What the fields hold at first. */
  values?: (session: SessionView) => Readonly<Record<string, unknown>>;
}

const isOpen = ({ status }: SessionView) => status === 'open';

/** Every action the panel offers; a new one of the control API is one entry here. */
export const sessionActions: readonly SessionAction[] = [
  {
    name: 'complete',
    button: 'Pay',
    look: 'strong',
    isOffered: isOpen,
    fields: {
      name: { kind: 'text', label: 'Name' },
      email: { kind: 'text', label: 'Email' },
      'card.number': {
        kind: 'text',
        label: 'Card number',
        hint: '…0002 is declined, …9995 lacks funds, 4000 0025 0000 3155 asks for 3-D Secure',
      },
      authentication: {
        kind: 'choice',
        label: '3-D Secure, if asked for',
        options: [
          ['', 'Passes'],
          ['fail', 'Fails'],
        ],
      },
    },
    values: ({ customer_details, customer_email }) => ({
      name: 'Jenny Rosen',
      email: customer_details?.email ?? customer_email ?? 'jenny.rosen@example.com',
      'card.number': '4242 4242 4242 4242',
    }),
  },
];

/** The forms of the actions that the session's state allows. */
export function actionForms(session: SessionView): Html[] {
  return sessionActions
    .filter((action) => action.isOffered(session))
    .map((action) => {
      const form: ControlForm = {
        id: `${session.id}-${action.name}`,
        method: 'POST',
        path: `sessions/${session.id}/${action.name}`,
        button: action.button,
        about: session.id,
        look: action.look,
        ...(action.fields && { fields: action.fields, values: action.values?.(session) ?? {} }),
      };
      return action.fields ? foldedForm(form, `${action.button}…`) : controlForm(form);
    });
}
