import { describe, expect, it } from '@jest/globals';
import { MOST_IN_WINDOW, planStaffMail, WINDOW_MS } from './plan-staff-mail';

const NOW = new Date('2026-11-28T12:00:00Z');
const ago = (ms: number) => new Date(NOW.getTime() - ms);
const full = Array.from({ length: MOST_IN_WINDOW }, (_, index) => ago(1000 * (60 - index)));

describe('one more thing to tell staff', () => {
  it('has an e-mail of its own while few were sent', () => {
    expect(planStaffMail(false, [], NOW)).toBe('alone');
    expect(planStaffMail(false, full.slice(1), NOW)).toBe('alone');
  });

  it('waits until the oldest e-mail of a full window is out of it', () => {
    const expected = { notBefore: new Date(full[0]!.getTime() + WINDOW_MS) };
    expect(planStaffMail(false, full, NOW)).toEqual(expected);
    expect(planStaffMail(false, [ago(WINDOW_MS - 1), ...full], NOW)).toEqual(expected);
  });

  it('has an e-mail of its own again when the window has passed', () => {
    expect(planStaffMail(false, [ago(WINDOW_MS), ...full.slice(1)], NOW)).toBe('alone');
  });

  it('goes out with all others once it has waited', () => {
    expect(planStaffMail(true, full, NOW)).toBe('digest');
    expect(planStaffMail(true, [], NOW)).toBe('digest');
  });
});
