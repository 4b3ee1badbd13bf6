import generated from './generated/api-version.json' with { type: 'json' };

/** The API version the objects are shaped to: the one the installed SDK pins. */
export const apiVersion = generated.apiVersion;
