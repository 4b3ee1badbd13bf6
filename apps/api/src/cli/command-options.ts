import type { ChangeOptions } from './change-options';
import type { ShipmentOptions } from './shipment-options';

/** What follows the words of `npm run orders`, each as `--name value`; `all`, `force`, `yes` and `json` stand alone. */
export interface CommandOptions extends ShipmentOptions, ChangeOptions {
  as?: string | undefined;
  step?: string | undefined;
  since?: string | undefined;
  all?: boolean | undefined;
  force?: boolean | undefined;
  yes?: boolean | undefined;
  json?: boolean | undefined;
}
