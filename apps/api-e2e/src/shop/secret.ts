/** Signs the events of the drills. */
export const SECRET = 'whsec_of_the_drills_0123456789';
