import generated from './generated/api-version.json' with { type: 'json' };

/** The API version of all objects: the one that the installed SDK pins. */
export const apiVersion = generated.apiVersion;
