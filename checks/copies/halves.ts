/** The folders that each team can do without: those of the other team. */
export const halves = {
  web: {
    without: [
      'apps/api',
      'apps/stripe-sandbox',
      'apps/api-e2e',
      'apps/drills',
      'apps/bench',
      'apps/simulation',
    ],
  },
  api: { without: ['apps/web', 'apps/web-e2e', 'apps/console'] },
} as const;

export type Half = keyof typeof halves;
