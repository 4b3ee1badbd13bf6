import { ENGINES } from './engines';

/** Says before the tests which engines are skipped. @throws when ENGINES_REQUIRED is set and one is missing */
export default function reportMissing(): void {
  for (const { name, missing } of ENGINES) {
    const reason = missing();
    if (reason === undefined) continue;
    if (process.env['ENGINES_REQUIRED']) throw new Error(`${name}: ${reason}`);
    console.log(`${name}: ${reason}, skipped`);
  }
}
