/** The secret with which tests sign events. */
export const WEBHOOK_SECRET = 'whsec_of_the_drills_0123456789';
