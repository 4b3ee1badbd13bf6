import type { ChangeOptions } from './change-options';
import type { ShipmentOptions } from './shipment-options';

/** What follows the words of `npm run orders`, each as `--name value`; `force` and `yes` stand alone. */
export interface CommandOptions extends ShipmentOptions, ChangeOptions {
  as?: string | undefined;
  step?: string | undefined;
  since?: string | undefined;
  force?: boolean | undefined;
  yes?: boolean | undefined;
}
