/** Signs the events of the drills. */
export const WEBHOOK_SECRET = 'whsec_of_the_drills_0123456789';
