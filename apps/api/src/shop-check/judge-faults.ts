import type { ConfigError } from '../config/config';
import { judged, unknown } from '../stripe-endpoint/doctor/check';
import type { Check } from '../stripe-endpoint/doctor/check';
import { asFinding } from '../stripe-endpoint/doctor/diagnose';

const VARIABLE = /^[A-Z][A-Z0-9_]*$/;

/**
 * The faults of a configuration as checks: those of variables, and those of the shop file with their paths.
 * @param faults a variable, or the path of the shop file, each with what is wrong. There is one at least
 */
export function judgeFaults(faults: ConfigError['faults']): Check[] {
  const ofVariables = faults.filter(([name]) => VARIABLE.test(name)).map(asFinding);
  const ofFile = faults
    .filter(([name]) => !VARIABLE.test(name))
    .map(([name, fault]) => ({ code: 'shop_file_wrong', words: `${name}: ${fault}.` }));
  return [
    judged('environment', ofVariables, 'The variables of the environment have no fault.'),
    judged('shop file', ofFile, 'The shop file has no fault.'),
    unknown('the rest', 'Not looked at: what is above has to be mended first.'),
  ];
}
