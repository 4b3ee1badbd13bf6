import type { Made } from './carry-out';
import type { ConnectionStep } from './plan-connection';

/** A step as a person reads it, and how to undo it. */
export interface ToldStep {
  done: string;
  undo: string;
}

/** @param made undefined for a step that is only planned */
export function tellStep(step: ConnectionStep, made: Made | undefined): ToldStep {
  if (step.do === 'create') {
    const version = step.apiVersion === null ? '' : ` of API version ${step.apiVersion}`;
    const id = made?.id ?? 'the new one';
    return {
      done: `${made ? `Made ${made.id}` : 'Would make an endpoint'}: sends ${step.payload} events${version} to ${step.url}: ${step.events.join(', ')}.`,
      undo: `delete ${id} in the Stripe Dashboard (Workbench, Webhooks).`,
    };
  }
  const { id, apiVersion, events } = step.endpoint;
  if (step.do === 'disable') {
    return {
      done: `${made ? 'Disabled' : 'Would disable'} ${id}, which sends API version ${apiVersion}.`,
      undo: `enable ${id} in the Stripe Dashboard (Workbench, Webhooks).`,
    };
  }
  const changes = [step.enable ? 'enabled' : '', step.events ? told(events, step.events) : ''];
  return {
    done: `${made ? 'Changed' : 'Would change'} ${id}: ${changes.filter(Boolean).join('; ')}.`,
    undo: `in the Stripe Dashboard (Workbench, Webhooks) ${step.enable ? 'disable' : 'edit'} ${id}; its events were ${events.join(', ') || 'none'}.`,
  };
}

function told(before: readonly string[], after: readonly string[]): string {
  const lacking = (some: readonly string[], others: readonly string[]) =>
    some.filter((type) => !others.includes(type)).join(', ');
  const [added, removed] = [lacking(after, before), lacking(before, after)];
  return [added && `gets ${added}`, removed && `no longer gets ${removed}`]
    .filter(Boolean)
    .join('; ');
}
