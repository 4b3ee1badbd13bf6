/** Pure: `shipped mail` of `shipped_mail:5d0f…`. */
export const stepName = (step: string) => step.replace(/:.*/, '').replaceAll('_', ' ');
