import { environmentSchema } from '../config/schema';

/** A variable as a person reads about it. */
export interface Variable {
  name: string;
  /** What it is when it is not set; undefined where that means none. */
  usual: string | undefined;
  required: boolean;
  words: string;
}

/** Read by `npm start` for the apps beside the API. */
const ofTheStart: Variable[] = [
  { name: 'WEB_PORT', usual: '4200', required: false, words: 'Port of the shop.' },
  { name: 'CONSOLE_PORT', usual: '4300', required: false, words: 'Port of the console.' },
  { name: 'SANDBOX_PORT', usual: '4242', required: false, words: 'Port of the sandbox.' },
];

const ofTheApi: Variable[] = Object.entries(environmentSchema.shape).map(([name, schema]) => {
  const { usual, description } = schema.meta() ?? {};
  return {
    name,
    usual: typeof usual === 'string' ? usual : undefined,
    required: !schema.safeParse(undefined).success,
    words: description ?? '',
  };
});

/** Every variable there is: the schema's own list, and the ports of `npm start`. */
export const variables: readonly Variable[] = [...ofTheApi, ...ofTheStart];

/** The text of `.env.example`: nothing in it is set, so that a copy changes nothing. */
export function envExample(): string {
  const entries = variables.map(({ name, usual = '', required, words }) => {
    return `# ${words}${required ? ' Required.' : ''}\n#${name}=${usual}\n`;
  });
  return `# Copy to .env and take the # from what you set. Written by npm run docs.\n\n${entries.join('\n')}`;
}
